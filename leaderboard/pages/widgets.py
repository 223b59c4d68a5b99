"""Widgets bound to the address, and what happens to a value in it that fits none of their options.

Streamlit writes an option into the address as it is shown, so options are shown as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from leaderboard.pages.theme import aside, note

_Order = TypeVar("_Order", bound=str)


def choice(
    label: str,
    name: str,
    options: Sequence[str],
    *,
    width: int = 200,
    page: str,
    everything: str = "all",
    beside: DeltaGenerator | None = None,
    undoes: str | None = None,
) -> str | None:
    """One of the options or none of them, kept in the query parameter `name`; `beside` is where a warning goes.

    `page` is the parameter of the page of the list that it narrows, as in `pages`; `undoes` is another choice,
    whose options depend on this one: it is undone when this one changes.
    """
    if st.session_state.get(name, "") is not None:  # else it was just undone, and the address does not know yet
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
        on_change=turn_back,
        args=(name, page, undoes),
    )


def choices(
    label: str,
    name: str,
    options: Sequence[str],
    *,
    page: str,
    first: Sequence[str] = (),
    beside: DeltaGenerator | None = None,
) -> tuple[str, ...]:
    """As `choice`, any of the options, each kept as a query parameter `name`; the `first` until one chooses."""
    with beside or nullcontext():
        _warn(name, options, "it is left out", what=label.lower())
    return tuple(
        st.multiselect(
            label,
            options,
            default=first,
            key=name,
            bind="query-params",
            placeholder="choose some" if first else "all",
            on_change=turn_back,
            args=(name, page),
        )
    )


def text(label: str, name: str, placeholder: str, *, width: int, page: str, search: bool = False) -> str:
    """What is typed into a box, kept in the query parameter `name`; a `search` is made as one types."""
    typed = st.text_input(
        label,
        key=name,
        bind="query-params",
        placeholder=placeholder,
        width=width,
        live="250ms" if search else False,
        type="search" if search else "default",
        on_change=turn_back,
        args=(name, page),
    )
    return (typed or "").strip()


def toggle(label: str, name: str, *, page: str, beside: DeltaGenerator | None = None) -> bool:
    """Whether a switch is on, kept in the query parameter `name`; `beside` is where a warning goes."""
    with beside or nullcontext():
        _warn(name, ("true", "false", "True", "False"), "the switch is off")
    return st.toggle(label, key=name, bind="query-params", on_change=turn_back, args=(name, page))


def radio(label: str, name: str, options: Sequence[str], usual: str, *, page: str) -> str:
    """Exactly one of the options, `usual` until another is chosen; nothing to choose where there is one alone."""
    _warn(name, options, f"“{usual}” is shown")
    if len(options) == 1:
        return usual
    chosen = st.radio(
        label,
        options,
        index=options.index(usual),
        key=name,
        bind="query-params",
        horizontal=True,
        on_change=turn_back,
        args=(name, page),
    )
    return chosen or usual


def pages(total: int, per_page: int, name: str) -> tuple[DeltaGenerator, int]:
    """The place of the lines of a page, and which of all is its first; below it the choice of page, if there is one.

    Whatever narrows the list has `turn_back` as its `on_change`.
    """
    listed = st.container(key="listed")
    count = max(1, -(-total // per_page))
    if count == 1:
        return listed, 0
    if name not in st.session_state:  # else it is a page of the list before it was narrowed
        with listed:
            _warn(name, [str(page) for page in range(1, count + 1)], "the first is shown", what="page")
    page = st.pagination(count, key=name, bind="query-params")
    first = (min(page, count) - 1) * per_page
    aside(f"{first + 1:,} to {min(first + per_page, total):,} of {total:,}")
    return listed, first


def turn_back(changed: str, page: str, undone: str | None = None) -> None:
    """Back to the first page of a list, now that the widget `changed` asks for another list and one is `undone`."""
    if undone:
        st.session_state[undone] = None
    if st.session_state.get(page, 1) != 1:
        st.session_state[page] = 1
        # Said again: Streamlit writes the address of the new page with what it knew of the others before this change.
        st.session_state[changed] = st.session_state[changed]


def sort_order(orders: Sequence[_Order]) -> _Order:
    """The order that `sort` in the address names, the first where it names none."""
    _warn("sort", orders, f"sorted by {orders[0]}", what="order")
    return next((order for order in orders if order == st.query_params.get("sort")), orders[0])


def _warn(name: str, options: Sequence[str], instead: str = "all are shown", *, what: str | None = None) -> None:
    """Say so where the address asks for what there is not, instead of dropping it without a word."""
    unknown = [value for value in st.query_params.get_all(name) if value and value not in options]
    if unknown:
        asked = f"{what or name.rpartition('_')[2]} “{', '.join(unknown)}”"
        note(f"The address asks for {asked}, which is not there: {instead}.")
