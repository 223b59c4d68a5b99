"""All claims of all papers: what a system, a paper or a task is said to have reached, wherever it stands."""

from __future__ import annotations

from leaderboard.pages.listing import draw_listing
from leaderboard.pages.theme import heading


def show() -> None:
    """The listing of every claim."""
    heading(
        "All results",
        "Scores, gains and savings of every paper, on a board or on none. Search for a system, a paper or a task; "
        "a name in quotes is found whole.",
    )
    draw_listing("all", ("benchmark", "metric", "system"), "results")
