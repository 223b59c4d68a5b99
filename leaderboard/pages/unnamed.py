"""Scores whose text names no benchmark, unranked."""

from __future__ import annotations

from leaderboard.pages.listing import draw_listing
from leaderboard.pages.theme import heading


def show() -> None:
    """The listing of scores without a benchmark."""
    heading(
        "Scores without a benchmark",
        "Many scores name no benchmark. They cannot be compared, so they are listed and never ranked.",
    )
    draw_listing("unnamed scores", ("task", "metric", "system"), "unnamed")
