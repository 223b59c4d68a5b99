"""Scores on one scale a board, as SQL over the view `rows`: what the list of boards and each board have in common."""

from __future__ import annotations

from functools import cache

import duckdb

from leaderboard.model import ROW_FIELDS
from leaderboard.scale import unit_families
from leaderboard.splits import split_key_sql
from leaderboard.store_views import cursor_of, quoted

# How many times a bare fraction may differ from its board's median and still be read as it stands.
NEAR = 4.0


def key_sql(identifier: str, name: str) -> str:
    """The key of a benchmark or metric: its id, else its name spelling aside, else empty."""
    folded = f"translate(lower({name}), ' -_', '')"
    return f"coalesce({identifier}, nullif({folded}, ''), lower({name}), '')"


def lower(name: str) -> str:
    """As `lower` in SQL: one letter for each, also of a final sigma or a dotted capital I."""
    return name.lower() if name.isascii() else "".join(letter.lower()[:1] for letter in name)


def fold(name: str) -> str:
    """As `key_sql` folds a name that has no id."""
    return lower(name).translate({ord(mark): None for mark in " -_"}) or lower(name)


ROW_COLUMNS = quoted(ROW_FIELDS)
"""The columns of a row in their order."""

BENCHMARK_KEY = key_sql("benchmark_id", "benchmark")
METRIC_KEY = key_sql("metric_id", "metric")
SPLIT_KEY = f"coalesce({split_key_sql('split')}, '')"


@cache
def _families() -> str:
    return ", ".join(f"('{unit}', '{family}', {factor!r})" for unit, (family, factor) in unit_families().items())


_KEPT = "settled_scores"
_ADDED = "benchmark_key, metric_key, unit_of_board, direction, factor"


def settle(db: duckdb.DuckDBPyConnection) -> None:
    """Keep the scores of all boards in memory, settled and in the order of boards.

    What is asked of this connection and its cursors then takes milliseconds, also of a million rows; it sees the
    rows as they are now.
    """
    cursor_of(db).execute(
        f"CREATE OR REPLACE TABLE {_KEPT} AS {_settling('*', 'true')} SELECT * FROM settled "
        "ORDER BY benchmark_key, metric_key"
    )


def settled(db: duckdb.DuckDBPyConnection, columns: str, where: str = "true") -> str:
    """A WITH clause as of `_settling`, out of what `settle` has kept where it has."""
    found = cursor_of(db).execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = ?", [_KEPT]).fetchone()
    if found is None or not found[0]:
        return _settling(columns, where)
    more = "" if columns == "*" else f", {_ADDED}"
    return f"WITH settled AS (SELECT {columns}{more} FROM {_KEPT} WHERE {where})"


# A bare number up to 1 (`small`) says nothing sure about the scale; the median of the others does.
_FACTOR = f"""CASE
    WHEN board_value IS NULL THEN NULL
    WHEN small AND value <> 0 AND (board_value <> value OR (board_unit IS NULL AND unit_of_board = '%'))
        THEN CASE WHEN middle BETWEEN value / {NEAR} AND value * {NEAR} THEN 1
            WHEN middle IS NULL AND board_value = value THEN 1 ELSE 100 END
    WHEN board_unit IS NOT DISTINCT FROM unit_of_board OR (board_unit IS NULL AND unit_of_board = '%')
        THEN CASE WHEN value = 0 THEN 1 ELSE board_value / value END
    WHEN ours.family = theirs.family THEN ours.base / theirs.base
    END"""


def _settling(columns: str, where: str) -> str:
    """A WITH clause whose last table, `settled`, has each score with a benchmark and `columns` of the rows.

    It adds `benchmark_key`, `metric_key`, `unit_of_board`, `direction` (true: higher is better; null: unknown or
    contradictory) and `factor`: what the written value, its range and its spread are to be multiplied by, null
    where the value fits no scale of its board. `where` narrows the rows by `benchmark_key` and `metric_key`; it
    must take whole boards.
    """
    return f"""
    WITH keyed AS (
        SELECT {columns}, {BENCHMARK_KEY} AS benchmark_key, {METRIC_KEY} AS metric_key,
            unit IS NULL AND abs(value) <= 1 AS small
        FROM rows WHERE kind = 'score' AND benchmark IS NOT NULL
    ), scores AS (SELECT * FROM keyed WHERE {where}),
    written AS (SELECT benchmark_key, metric_key, board_unit, count(*) AS n FROM scores GROUP BY ALL),
    bare AS (SELECT benchmark_key, metric_key, n AS unitless FROM written WHERE board_unit IS NULL),
    units AS (
        SELECT benchmark_key, metric_key, first(board_unit ORDER BY
            n + CASE WHEN board_unit = '%' THEN coalesce(unitless, 0) ELSE 0 END DESC, board_unit) AS unit_of_board
        FROM written LEFT JOIN bare USING (benchmark_key, metric_key) GROUP BY ALL
    ), known AS (
        SELECT benchmark_key, metric_key, median(board_value) FILTER (NOT small) AS middle,
            CASE WHEN bool_and(higher_is_better) = bool_or(higher_is_better) THEN bool_and(higher_is_better) END
                AS direction
        FROM scores GROUP BY ALL
    ), families(unit_name, family, base) AS (VALUES {_families()}),
    settled AS (
        SELECT scores.*, unit_of_board, direction, {_FACTOR} AS factor
        FROM scores
        JOIN known USING (benchmark_key, metric_key)
        JOIN units USING (benchmark_key, metric_key)
        LEFT JOIN families AS ours ON ours.unit_name = board_unit
        LEFT JOIN families AS theirs ON theirs.unit_name = unit_of_board
    )"""


REPEAT_KEY = f"""benchmark_key, metric_key, paper_id, coalesce(lower(system_label), ''),
    round(value * coalesce(factor, 1), 6), coalesce(low * coalesce(factor, 1), -1),
    {SPLIT_KEY}, coalesce(lower(setting), '')"""
"""The same claim read twice agrees in all of these (a factor of null leaves the value as written)."""

FIRST_OF_REPEATS = "confidence DESC, bound <> 'exact', role <> 'own', start, quote_start"
"""Which of them stands for all: the surest, then the plainest."""
