"""Views of the page run without a browser."""

from __future__ import annotations

import re
from functools import cache

import pytest
from streamlit.components.v2.manifest_scanner import scan_component_manifests
from streamlit.testing.v1 import AppTest

# Every run would look through all that is installed for components: once is enough.
pytest.MonkeyPatch().setattr(
    "streamlit.components.v2.manifest_scanner.scan_component_manifests", cache(scan_component_manifests)
)


def html(app: AppTest) -> str:
    """All that a view wrote as HTML."""
    return " ".join(str(element.proto.body) for element in app.get("html"))


def notes(source: str) -> list[str]:
    """The messages in the HTML of a view that are about the view itself."""
    return re.findall(r'<p [^>]*role="status"[^>]*>(.*?)</p>', source, re.DOTALL)
