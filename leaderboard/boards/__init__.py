"""Leaderboards out of the rows of a store, each a DuckDB query over its views `rows` and `papers`.

Every function takes the connection (`Store.connection()`) first and works on a cursor of its own, so that threads may
share a connection. Boards are addressed by `benchmark_key` and `metric_key`: the lexicon's id, else the name in lower
case without blanks, hyphens and underscores; the key of a metric that no text names is empty.
"""

from leaderboard.boards.board import board
from leaderboard.boards.catalog import (
    board_keys,
    by_metric,
    find_benchmark_key,
    find_benchmark_keys,
    list_boards,
    metrics_of,
    search_boards,
    suggest,
    with_metric,
)
from leaderboard.boards.compare import (
    Comparison,
    SharedBoard,
    SideBySide,
    SideLine,
    compare,
    list_systems,
    rivals,
    side_by_side,
    unknown_systems,
)
from leaderboard.boards.listings import Listing, ListingFilters, facets, listing
from leaderboard.boards.model import LOW, Board, BoardSummary, Conflict, Entry, Facet, Filters
from leaderboard.boards.sql import settle

__all__ = [
    "LOW",
    "Board",
    "BoardSummary",
    "Comparison",
    "Conflict",
    "Entry",
    "Facet",
    "Filters",
    "Listing",
    "ListingFilters",
    "SharedBoard",
    "SideBySide",
    "SideLine",
    "board",
    "board_keys",
    "by_metric",
    "compare",
    "facets",
    "find_benchmark_key",
    "find_benchmark_keys",
    "list_boards",
    "list_systems",
    "listing",
    "metrics_of",
    "rivals",
    "search_boards",
    "settle",
    "side_by_side",
    "suggest",
    "unknown_systems",
    "with_metric",
]
