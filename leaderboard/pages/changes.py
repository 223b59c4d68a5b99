"""Gains over a baseline, speed-ups and savings: by benchmark, metric and baseline, never among the ranks."""

from __future__ import annotations

import streamlit as st

from leaderboard.pages.listing import draw_listing
from leaderboard.pages.theme import heading

_KINDS = {
    "all": ("changes and factors", None),
    "gains": ("changes", "quality"),
    "savings": ("changes and factors", "efficiency"),
}
_SHOWN = {"all": "All", "gains": "Gains in quality", "savings": "Speed-ups and savings"}


def show() -> None:
    """The listing of changes and factors."""
    heading(
        "Gains and savings",
        "How much better, faster or smaller than something else. These are no scores and are never ranked.",
    )
    kind = st.segmented_control(
        "Show", list(_KINDS), default="all", required=True, format_func=_SHOWN.get, key="kind", bind="query-params"
    )
    which, topic = _KINDS[kind or "all"]
    draw_listing(which, ("benchmark", "metric", "baseline"), "changes", topic=topic)
