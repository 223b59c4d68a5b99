"""Cached reads of the store for the views. Everything that is asked of the data is asked here, of library functions.

Rows added under "Try it" live in the session alone, in tables beside the store's own views; a session without any
shares its reads with all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st
from duckdb import DuckDBPyConnection

from leaderboard import boards, store
from leaderboard.boards import (
    Board,
    BoardSummary,
    Comparison,
    Entry,
    Facet,
    Filters,
    Listing,
    ListingFilters,
    SideBySide,
)
from leaderboard.boards.board import Order
from leaderboard.boards.listings import ListingOrder, Which
from leaderboard.explain import Explanation, explain, pattern_docs
from leaderboard.model import Extraction, Paper, Row
from leaderboard.pages.stores import Source, opened, opened_for_all
from leaderboard.stores import DIGEST

PER_PAGE = 50
"""Lines of a board or a listing on one page."""

FACETS = 200
"""Choices of a listing's filter."""

MANY = 40
"""Systems that pairs worth comparing are looked for among, where none is chosen."""


def where() -> str:
    """What the boards were read from, in a sentence."""
    return opened().words


def prepare() -> None:
    """Open the store and its list of boards for all sessions to come."""
    _summaries(opened_for_all())


def summaries() -> tuple[BoardSummary, ...]:
    """All boards, those of most papers first."""
    return _summaries(opened())


def search(found: Sequence[BoardSummary], query: str, field: str | None, task: str | None) -> Sequence[BoardSummary]:
    """The boards that hold all words of the query, of the field and task where given."""
    hits = boards.search_boards(found, query) if query.strip() else found
    return [s for s in hits if field in (None, s.field) and task in (None, s.task)]


def benchmark_key(text: str) -> str | None:
    """The key of the benchmark that an address names by key, id or any alias; None where there is none."""
    if any(s.benchmark_key == text for s in summaries()):
        return text
    return boards.find_benchmark_key(connection(), text)


def near(text: str) -> tuple[str, ...]:
    """Names of benchmarks with boards that are spelt much like the text."""
    return boards.suggest(connection(), text, 5)


def metrics(key: str) -> Sequence[BoardSummary]:
    """The boards of a benchmark, its usual metric first."""
    return boards.by_metric(s for s in summaries() if s.benchmark_key == key)


def board(
    key: str, metric_key: str, filters: Filters, *, limit: int | None = PER_PAGE, offset: int = 0, order: Order = "rank"
) -> Board | None:
    """One board as filtered, with a page of its entries; None where there is none."""
    return _board(opened(), key, metric_key, filters, limit, offset, order)


def entries_of(found: Board, order: Order) -> Callable[[int | None], Sequence[Entry]]:
    """Gives the first so many entries of a board, or all for None; also when the view has long been drawn."""
    connect = opened().connection

    def entries(limit: int | None) -> Sequence[Entry]:
        again = boards.board(connect(), found.benchmark_key, found.metric_key, found.filters, limit, order=order)
        return again.entries if again else ()

    return entries


def claims_of(
    which: Which, filters: ListingFilters, most: int, order: ListingOrder
) -> Callable[[int | None], Sequence[Row]]:
    """Likewise of the claims of a listing, `most` of them at most."""
    connect = opened().connection

    def claims(limit: int | None) -> Sequence[Row]:
        shown = min(limit or most, most)
        return boards.listing(connect(), which, filters, limit=shown, order=order).rows

    return claims


def listing(
    which: Which, filters: ListingFilters, limit: int, offset: int = 0, order: ListingOrder = "latest"
) -> Listing:
    """A page of a listing."""
    return _listing(opened(), which, filters, limit, offset, order)


def facets(which: Which, filters: ListingFilters) -> dict[str, tuple[Facet, ...]]:
    """What a listing can be narrowed by."""
    return _facets(opened(), which, filters)


def systems() -> dict[str, int]:
    """Systems named on boards and the number of boards of each, most first."""
    return _systems(opened())


def unknown_systems(chosen: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Those of the systems that no board names, each with names that are spelt much like it."""
    return boards.unknown_systems(connection(), chosen)


def rivals(chosen: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs worth comparing: one of the chosen, or else of the systems on most boards, and one that it meets."""
    return _rivals(opened(), chosen or tuple(systems())[:MANY])


def comparison(chosen: tuple[str, ...]) -> Comparison:
    """The systems on every board that at least two of them share."""
    return boards.compare(connection(), chosen)


def side_by_side(key: str, metric_keys: tuple[str, ...]) -> SideBySide:
    """Several metrics of one benchmark."""
    return boards.side_by_side(connection(), key, metric_keys)


def paper(paper_id: str) -> Paper | None:
    """The paper of this id; None where there is none."""
    return store.paper_of(connection(), paper_id)


def papers_of(paper_ids: Iterable[str]) -> tuple[Paper, ...]:
    """Those of the papers that are here, in the order of their ids, each once."""
    return store.papers_of(connection(), paper_ids)


def rows_of(paper_id: str) -> tuple[Row, ...]:
    """The claims of a paper in the order of its text."""
    return store.rows_of(connection(), paper_id)


def is_summary(paper: Paper) -> bool:
    """Whether the text of a paper is our own summary of it rather than its abstract."""
    return paper.sources == (DIGEST,)


def pattern_doc(name: str) -> str | None:
    """What a pattern or a rule stands for, in its own words; None for one that is not known any more."""
    return pattern_docs().get(name)


def explained(paper: Paper) -> Explanation:
    """What the patterns of today make of a paper, and why."""
    return _explained(paper.paper_id, paper.title, paper.abstract)


def connection() -> DuckDBPyConnection:
    """The session's view of the data."""
    return opened().connection()


def add(found: Iterable[Extraction]) -> None:
    """Add papers to this session's boards; a paper added before is replaced."""
    kept: dict[str, Extraction] = st.session_state.setdefault("added", {})
    kept.update((extraction.paper.paper_id, extraction) for extraction in found)


def added() -> int:
    """How many papers this session has added."""
    return len(st.session_state.get("added", {}))


def is_added(paper_id: str) -> bool:
    """Whether this session added the paper."""
    return paper_id in st.session_state.get("added", {})


def clear_added() -> None:
    """Forget what was added."""
    st.session_state.pop("added", None)


# What these give is frozen, so all sessions share one copy instead of each getting its own.
@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Source: lambda source: source.stamp})
def _summaries(source: Source) -> tuple[BoardSummary, ...]:
    return boards.list_boards(source.connection())


@st.cache_resource(show_spinner=False, max_entries=200, hash_funcs={Source: lambda source: source.stamp})
def _board(
    source: Source, key: str, metric_key: str, filters: Filters, limit: int | None, offset: int, order: Order
) -> Board | None:
    return boards.board(source.connection(), key, metric_key, filters, limit, offset, order)


@st.cache_resource(show_spinner=False, max_entries=200, hash_funcs={Source: lambda source: source.stamp})
def _listing(
    source: Source, which: Which, filters: ListingFilters, limit: int, offset: int, order: ListingOrder
) -> Listing:
    return boards.listing(source.connection(), which, filters, limit=limit, offset=offset, order=order)


@st.cache_resource(show_spinner=False, max_entries=200, hash_funcs={Source: lambda source: source.stamp})
def _facets(source: Source, which: Which, filters: ListingFilters) -> dict[str, tuple[Facet, ...]]:
    return boards.facets(source.connection(), which, filters, most=FACETS)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Source: lambda source: source.stamp})
def _systems(source: Source) -> dict[str, int]:
    return {facet.value: facet.count for facet in boards.list_systems(source.connection()) if facet.value}


@st.cache_resource(show_spinner=False, max_entries=100, hash_funcs={Source: lambda source: source.stamp})
def _rivals(source: Source, among: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return boards.rivals(source.connection(), among)


@st.cache_resource(show_spinner=False, max_entries=100)
def _explained(paper_id: str, title: str, abstract: str) -> Explanation:
    return explain(Paper(paper_id, title, abstract))
