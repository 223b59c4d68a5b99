"""Where the files that travel with the package are: in the wheel beside the code, in a checkout beside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).parent / "_data"


def resource(name: str) -> Path:
    """The path of `patterns`, `golden` or `app.py`, or of something below them."""
    root = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent
    return root / name
