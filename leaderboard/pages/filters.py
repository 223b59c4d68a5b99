"""The filters of a board: a panel of them, the switch for low confidence, and what they leave out, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from leaderboard.boards import LOW, BoardSummary, Facet, Filters
from leaderboard.pages import reading
from leaderboard.pages.addresses import given
from leaderboard.pages.theme import note
from leaderboard.pages.widgets import choice, choices, text, toggle
from leaderboard.sources.ids import iso_date

_NONE = "none named"
_LEVELS = ("0.6", "0.7", "0.8", "0.9")
PAGE = "board_page"
_NAMES = ("split", "setting", "own", "each", "since", "until", "confidence")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters as they are set, each in a few words, and the bar that they stand in."""

    filters: Filters
    words: tuple[str, ...]
    bar: DeltaGenerator


def filter_bar(summary: BoardSummary) -> Chosen:
    """Draw the filters of a board, bound to the address."""
    # Asked for as a board without filters is, so that both are one query.
    whole = reading.board(summary.benchmark_key, summary.metric_key, Filters())
    splits_there, kinds_there, unsure = (whole.splits, whole.setting_kinds, whole.hidden) if whole else ((), (), 0)
    active = sum(given(name) is not None for name in _NAMES)
    low = False
    bar = st.container(horizontal=True, vertical_alignment="center", key="filter_bar")
    beside = st.container()  # The panel is closed at first, and nobody would see a warning in it.
    with bar:
        panel = st.popover(f"Filters ({active})" if active else "Filters", icon=":material/tune:", key="filters")
        if unsure:
            low = toggle(f"Show results of low confidence ({unsure:,})", "low", page=PAGE, beside=beside)
    with panel:
        splits = choices("Split", "split", _options(splits_there), page=PAGE, beside=beside)
        kinds = choices("Setting", "setting", _options(kinds_there), page=PAGE, beside=beside)
        since, until = _dates(beside)
        sure = choice("Confidence at least", "confidence", _LEVELS, page=PAGE, everything=f"{LOW:g}", beside=beside)
        own = toggle("Authors' own results only", "own", page=PAGE, beside=beside)
        each = toggle("Best of each paper only", "each", page=PAGE, beside=beside)
    filters = Filters(
        splits=tuple(None if s == _NONE else s for s in splits),
        setting_kinds=tuple(None if k == _NONE else k for k in kinds),
        own_only=own,
        since=since,
        until=until,
        min_confidence=float(sure) if sure else 0.0 if low else LOW,
        best_of_paper=each,
    )
    words = (
        splits and f"split {' or '.join(splits)}",
        kinds and f"setting {' or '.join(kinds)}",
        since and f"from {since}",
        until and f"to {until}",
        sure and f"confidence {sure} and above",
        own and "the authors' own results only",
        each and "the best of each paper",
    )
    return Chosen(filters, tuple(word for word in words if word), bar)


def _dates(beside: DeltaGenerator) -> tuple[str | None, str | None]:
    with st.container(horizontal=True):
        first = text("From date", "since", "2023-05", width=130, page=PAGE)
        last = text("To date", "until", "2024", width=130, page=PAGE)
    with beside:
        since, until = _date(first, "From date"), _date(last, "To date")
        if since and until and since[: len(until)] > until:
            note(f"The dates leave nothing: from {since} is after to {until}.")
    return since, until


def _date(typed: str, label: str) -> str | None:
    typed = typed.strip()
    if not typed:
        return None
    if iso_date(typed) == typed:
        return typed
    note(f"{label}: “{typed}” is no date. Write a year, 2023, a month, 2023-05, or a day, 2023-05-17.")
    return None


def _options(facets: Sequence[Facet]) -> list[str]:
    return [facet.name or _NONE for facet in facets] if len(facets) > 1 else [f.name for f in facets if f.name]
