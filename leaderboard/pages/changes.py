"""Gains over a baseline, speed-ups and savings, never among the ranks."""

from __future__ import annotations

from leaderboard.boards import ListingFilters
from leaderboard.pages.listing import EVERYTHING, draw_listing
from leaderboard.pages.theme import heading
from leaderboard.pages.widgets import radio

_ALL = "All"
_SHOWN = {
    _ALL: EVERYTHING,
    "Gains in quality": ListingFilters(kind="change", topic="quality"),
    "Speed-ups and savings": ListingFilters(topic="efficiency"),
}


def show() -> None:
    """The listing of changes and factors."""
    heading(
        "Gains and savings",
        "How much better, faster or smaller than something else. These are no scores and are never ranked.",
    )
    kind = radio("Show", "kind", list(_SHOWN), _ALL, page="cpage")
    draw_listing("changes and factors", ("benchmark", "metric", "baseline"), "changes", _SHOWN[kind])
