"""Paths as the command line gives them."""

from __future__ import annotations

from pathlib import Path

import typer


def folder(given: str) -> Path:
    """A folder by its name; without one, as of a shell's variable that is not set, it would be the current folder.

    Raises:
        typer.BadParameter: the name is empty.
    """
    if not given.strip():
        raise typer.BadParameter("the folder has no name; `.` is the current one")
    return Path(given)
