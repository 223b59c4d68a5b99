"""The rows of a text, for tests that say what must be read of which words."""

from __future__ import annotations

from leaderboard.extract import extract
from leaderboard.model import Paper, Row


def rows(text: str, title: str = "Untitled") -> tuple[Row, ...]:
    """The rows of an abstract under a title, in the order of its text."""
    return extract(Paper("paper", title, text)).rows
