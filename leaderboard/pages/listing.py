"""A searchable listing of claims: what the views of all results, of changes and of unnamed scores share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from leaderboard.boards import LOW, ListingFilters, board_keys
from leaderboard.boards.listings import ListingOrder, Which
from leaderboard.boards.values import BOUNDS, readable
from leaderboard.counted import counted
from leaderboard.model import Row
from leaderboard.pages import reading
from leaderboard.pages.addresses import board_address, paper, sorting_address, source_address, system
from leaderboard.pages.downloads import downloads, lines_of
from leaderboard.pages.highlight import describe
from leaderboard.pages.markup import Column, Html, Piece, badge, go, join, table, tag
from leaderboard.pages.reading import PER_PAGE
from leaderboard.pages.snippets import row_snippet
from leaderboard.pages.theme import aside, draw, note
from leaderboard.pages.widgets import choice, pages, sort_order, text, toggle

MOST = 20_000
EVERYTHING = ListingFilters()
Narrowed = Literal["benchmark", "metric", "baseline", "task", "system"]
_ORDERS: dict[ListingOrder, str] = {"latest": "latest first", "name": "by name"}


def draw_listing(which: Which, names: Sequence[Narrowed], view: str, within: ListingFilters = EVERYTHING) -> None:
    """Search `within` what it keeps, narrow by the facets of `names`, and see the rows; its parameters begin with
    `view`'s letter."""
    prefix = view[0]
    page = f"{prefix}page"
    filters = _filters(which, names, prefix, within)
    order = sort_order(list(_ORDERS))
    found = reading.listing(which, filters, PER_PAGE, order=order)
    if not found.total and filters == within and not found.hidden:
        note("No such claim is in this store yet. Read papers into it, or ", go("./try", "paste an abstract"), ".")
        return
    if not found.total:
        note("No claim fits. Try fewer words or ", go(f"./{view}", "clear the filters"), ".")
        return
    unsure = f"; not shown: {counted(found.hidden, 'claim')} of low confidence" if found.hidden else ""
    aside(f"{counted(found.total, 'claim')}, {_ORDERS[order]}{unsure}.")
    listed, first = pages(found.total, PER_PAGE, page)
    with listed:
        shown = reading.listing(which, filters, PER_PAGE, first, order) if first else found
        draw(_table(shown.rows, names, order, lambda name: sorting_address(view, name, page)))
    if found.total > MOST:
        aside(f"Files hold the first {MOST:,} claims; narrow the list to have the others.")
    lines = reading.claims_of(which, filters, MOST, order)
    downloads(lines_of(min(found.total, MOST), lines, f"{view} {filters.search}"), view)


def _filters(which: Which, names: Sequence[Narrowed], prefix: str, within: ListingFilters) -> ListingFilters:
    """Draw the search, a choice for each of `names`, and the switch for low confidence, bound to the address."""
    page = f"{prefix}page"
    bar, beside = st.container(horizontal=True, vertical_alignment="bottom"), st.container()
    with bar:
        search = text("Search", f"{prefix}q", "system, metric, title …", width=260, page=page, search=True)
        # The choices of each filter are those left by the search alone, so that one choice never empties another.
        searched = replace(within, search=search)
        facets = reading.facets(which, replace(searched, min_confidence=0.0))
        narrowed: dict[str, Any] = {}
        for name in names:
            values = {facet.name: facet.value for facet in facets[name] if facet.name}
            label, key = name.capitalize(), f"{prefix}_{name}"
            chosen = choice(label, key, list(values), width=172, page=page, beside=beside)
            narrowed[name] = values[chosen] if chosen else None
        low = toggle("Low confidence too", f"{prefix}low", page=page, beside=beside)
    return replace(searched, min_confidence=0.0 if low else LOW, **narrowed)


def _table(
    rows: Sequence[Row], names: Sequence[Narrowed], order: ListingOrder, sorting: Callable[[str | None], str]
) -> Html:
    shown: tuple[Narrowed, ...] = (*names, *(() if "system" in names else ("system",)))
    by_name = "ascending" if order == "name" else None
    columns = [
        Column("Claim"),
        Column(shown[0].capitalize(), sort=sorting("name"), sorted=by_name),
        *(Column(name.capitalize()) for name in shown[1:]),
        Column("Paper", wide=True),
        Column("Date", sort=sorting(None), sorted="descending" if order == "latest" else None),
    ]
    return table("Claims", columns, [_cells(row, shown) for row in rows])


def _cells(row: Row, names: Sequence[Narrowed]) -> tuple[Piece, ...]:
    value = go(
        source_address(row),
        tag("span", BOUNDS[row.bound] + readable(row.quote), class_="lb-value"),
        label=f"{describe(row)}: read its words",
    )
    effect = badge(row.effect) if row.effect else None
    told = join([paper(row), row_snippet(row)])
    return join([value, effect], " "), *(_name(row, name) for name in names), told, row.date or ""


def _name(row: Row, name: Narrowed) -> Piece:
    """What the row says there; a benchmark leads to the board that the row is on, a system to all its results."""
    said: str | None = getattr(row, name)
    if said and name == "system":
        return system(said)
    keys = board_keys(row) if name == "benchmark" else None
    return go(board_address(*keys), said) if keys else said
