"""Widgets bound to the address, and what happens to a value in it that fits none of their options.

Streamlit writes an option into the address as it is shown, so options are shown as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from leaderboard.pages.theme import aside, note


def choice(
    label: str,
    name: str,
    options: Sequence[str],
    *,
    width: int = 200,
    everything: str = "all",
    beside: DeltaGenerator | None = None,
) -> str | None:
    """One of the options or none of them, kept in the query parameter `name`; `beside` is where a warning goes."""
    with beside or nullcontext():
        _warn(name, options)
    return st.selectbox(
        label,
        options,
        index=None,
        key=name,
        bind="query-params",
        placeholder=everything,
        width=width,
    )


def choices(label: str, name: str, options: Sequence[str], *, beside: DeltaGenerator | None = None) -> tuple[str, ...]:
    """Any of the options, each kept as a query parameter `name`; `beside` is where a warning goes."""
    with beside or nullcontext():
        _warn(name, options, "it is left out")
    return tuple(st.multiselect(label, options, key=name, bind="query-params", placeholder="all"))


def radio(label: str, name: str, options: Sequence[str], usual: str) -> str:
    """Exactly one of the options, `usual` until another is chosen; nothing to choose where there is one alone."""
    _warn(name, options, f"“{usual}” is shown")
    if len(options) == 1:
        return usual
    return st.radio(label, options, index=options.index(usual), key=name, bind="query-params", horizontal=True) or usual


def pages(total: int, per_page: int, name: str) -> int:
    """Where the page that is looked at begins; draws the choice of page where there are several."""
    count = max(1, -(-total // per_page))
    if count == 1:
        return 0
    page = st.pagination(count, key=name, bind="query-params")
    first = (min(page, count) - 1) * per_page
    aside(f"{first + 1:,} to {min(first + per_page, total):,} of {total:,}")
    return first


def _warn(name: str, options: Sequence[str], instead: str = "all are shown") -> None:
    """Say so where the address asks for what there is not, instead of dropping it without a word."""
    unknown = [value for value in st.query_params.get_all(name) if value and value not in options]
    if unknown:
        asked = f"{name.rpartition('_')[2]} “{', '.join(unknown)}”"
        note(f"The address asks for {asked}, which is not there: {instead}.")
