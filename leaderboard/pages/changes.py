"""Gains over a baseline, speed-ups and savings: by benchmark, metric and baseline, never among the ranks."""

from __future__ import annotations

from leaderboard.boards.listings import Which
from leaderboard.pages.listing import draw_listing
from leaderboard.pages.theme import heading
from leaderboard.pages.widgets import radio

_ALL = "All"
_KINDS: dict[str, tuple[Which, str | None]] = {
    _ALL: ("changes and factors", None),
    "Gains in quality": ("changes", "quality"),
    "Speed-ups and savings": ("changes and factors", "efficiency"),
}


def show() -> None:
    """The listing of changes and factors."""
    heading(
        "Gains and savings",
        "How much better, faster or smaller than something else. These are no scores and are never ranked.",
    )
    kind = radio("Show", "kind", list(_KINDS), _ALL, page="cpage")
    which, topic = _KINDS[kind]
    draw_listing(which, ("benchmark", "metric", "baseline"), "changes", topic=topic)
