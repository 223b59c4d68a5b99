r"""The authors of a paper out of one text, in the ways that lists of names are written, with LaTeX's `\'e` as `é`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leaderboard.text import collapse


def authors_of(text: str) -> list[str]:
    """The names: parted by semicolons where there are any, each then perhaps `Family, Given`; by `and` where each
    between is of that form, as in BibTeX; else by commas and `and`."""
    plain = collapse(_decoded(text))
    parts = re.split(r"\s*;\s*(?:and\s+)?|\s+and\s+", plain)
    if ";" not in plain and not (len(parts) > 1 and all(part.count(",") == 1 for part in parts)):
        parts = re.split(r"\s*,\s+and\s+|\s+and\s+|,\s+", plain)
    return parts


def _decoded(text: str) -> str:
    if "\\" not in text and "{" not in text:
        return text
    # To LaTeX a bare percent sign begins a comment.
    plain: str = _latex().latex_to_text(re.sub(r"(?<!\\)%", r"\\%", text))
    return plain


@cache
def _latex() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # slow to load, and few lists of names need it

    return LatexNodes2Text(math_mode="verbatim")
