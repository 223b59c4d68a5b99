"""The list of boards, its search, and finding a benchmark by any name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import duckdb

from leaderboard.boards.model import LOW, BoardSummary
from leaderboard.boards.sql import BENCHMARK_KEY, REPEAT_KEY, fold, settled
from leaderboard.canonical import benchmarks_named, find_metric, suggest_benchmarks
from leaderboard.lexicon import Benchmark, Metric, lexicon
from leaderboard.model import Row
from leaderboard.store_views import cursor_of

_COLUMNS = """paper_id, start, title, system, system_label, date, value, low, unit, board_value, board_unit,
    split, setting, role, bound, confidence, benchmark, benchmark_id, metric, metric_id, higher_is_better, task"""

_COUNTED = """factor * CASE WHEN low IS NULL OR direction IS NULL THEN value
    WHEN direction THEN least(low, value) ELSE greatest(low, value) END"""


def _query(db: duckdb.DuckDBPyConnection, where: str) -> str:
    return f"""
    {settled(db, _COLUMNS, where)}, counting AS (
        SELECT *, CASE WHEN bound = 'exact' AND direction IS NOT NULL AND confidence >= $least
            THEN CASE WHEN direction THEN {_COUNTED} ELSE -({_COUNTED}) END END AS merit
        FROM settled
    )
    SELECT benchmark_key, metric_key, mode(benchmark), mode(metric), any_value(benchmark_id), any_value(metric_id),
        mode(task), any_value(unit_of_board), any_value(direction), count(DISTINCT hash({REPEAT_KEY})) AS entries,
        count(DISTINCT paper_id) AS papers, max(merit),
        first({{'system': system, 'role': role, 'title': title, 'paper': paper_id, 'start': start}}
            ORDER BY merit DESC NULLS LAST, confidence DESC, paper_id, start), max(date)
    FROM counting GROUP BY benchmark_key, metric_key
    ORDER BY papers DESC, entries DESC, benchmark_key, metric_key
    """


def list_boards(db: duckdb.DuckDBPyConnection, min_confidence: float = LOW) -> tuple[BoardSummary, ...]:
    """Every board of the store, those of most papers first; only rows of `min_confidence` can be its best."""
    return _summaries(db, "true", {"least": min_confidence})


def metrics_of(db: duckdb.DuckDBPyConnection, benchmark_key: str) -> tuple[BoardSummary, ...]:
    """The boards of one benchmark: its usual metric first, then by entries, a metric that no text names last."""
    return by_metric(_summaries(db, "benchmark_key = $benchmark", {"benchmark": benchmark_key, "least": LOW}))


def by_metric(boards: Iterable[BoardSummary]) -> tuple[BoardSummary, ...]:
    """The boards of one benchmark in the order of `metrics_of`."""

    def place(board: BoardSummary) -> tuple[bool, bool, int, str]:
        known = _known()[0].get(board.benchmark_key)
        usual = known is not None and board.metric_key == known.metric
        return not usual, board.metric_key == "", -board.entries, board.metric_key

    return tuple(sorted(boards, key=place))


def with_metric(boards: Iterable[BoardSummary], text: str) -> BoardSummary | None:
    """Of the boards of one benchmark, that whose metric the text names by key, name or any alias; else None."""
    known = find_metric(text)
    named = {text, fold(text), *([known.id] if known else ())}
    return next((board for board in boards if board.metric_key in named), None)


def search_boards(boards: Sequence[BoardSummary], query: str) -> tuple[BoardSummary, ...]:
    """The boards that hold every word of the query, as one types: in a name or alias, a task, a field or a metric.

    Boards whose benchmark's name begins with the query come first, else the order stays.
    """
    plain = " ".join(query.lower().split())
    words = plain.split(" ") if plain else []
    folded = fold(plain) if plain else ""
    found = [
        board
        for board in boards
        if all(word in board.search_text for word in words) or (len(folded) > 1 and folded in board.search_text)
    ]
    return tuple(sorted(found, key=lambda board: not fold(board.benchmark).startswith(folded)))


def find_benchmark_key(db: duckdb.DuckDBPyConnection, text: str) -> str | None:
    """The key of the benchmark that the text names by key, name or any alias, where the store has a board of it."""
    return next(iter(find_benchmark_keys(db, text)), None)


def find_benchmark_keys(db: duckdb.DuckDBPyConnection, text: str) -> tuple[str, ...]:
    """The keys of all benchmarks with a board that the text may name: two things may share a name (`TACO`)."""
    candidates = [*(known.id for known in benchmarks_named(text)), text, fold(text)]
    query = f"""SELECT DISTINCT {BENCHMARK_KEY} FROM rows
        WHERE kind = 'score' AND benchmark IS NOT NULL AND {BENCHMARK_KEY} IN (SELECT unnest(?))"""
    found = {key for (key,) in cursor_of(db).execute(query, [candidates]).fetchall()}
    return tuple(dict.fromkeys(candidate for candidate in candidates if candidate in found))


def board_keys(row: Row) -> tuple[str, str] | None:
    """The benchmark key and the metric key of the board that a row stands on; None for one that stands on none."""
    if row.kind != "score" or row.benchmark is None:
        return None
    return row.benchmark_id or fold(row.benchmark), row.metric_id or fold(row.metric or "")


def suggest(db: duckdb.DuckDBPyConnection, text: str, n: int = 5) -> tuple[str, ...]:
    """Names of benchmarks with boards that are spelt much like the text, nearest first."""
    query = f"""SELECT mode(benchmark) FROM rows
        WHERE kind = 'score' AND benchmark IS NOT NULL GROUP BY {BENCHMARK_KEY}"""
    spelt = {fold(name): str(name) for (name,) in cursor_of(db).execute(query).fetchall()}
    wanted = fold(text)
    near = [spelt[name] for name in difflib.get_close_matches(wanted, spelt, n=n, cutoff=0.6)]
    inside = [found for name, found in sorted(spelt.items()) if len(wanted) > 2 and wanted in name]
    listed = [spelt[fold(name)] for name in suggest_benchmarks(text, n) if fold(name) in spelt]
    return tuple(dict.fromkeys([*near, *inside, *listed]))[:n]


def _summaries(db: duckdb.DuckDBPyConnection, where: str, values: dict[str, str | float]) -> tuple[BoardSummary, ...]:
    return tuple(_summary(row) for row in cursor_of(db).execute(_query(db, where), values).fetchall())


def _summary(cells: tuple[Any, ...]) -> BoardSummary:
    key, metric_key, name, metric, benchmark_id, metric_id, task, unit, direction, entries, papers, merit, top, last = (
        cells
    )
    benchmarks, metrics = _known()
    known, measure = benchmarks.get(benchmark_id), metrics.get(metric_id)
    task = known.task if known and known.task else task
    field = known.field if known else None
    aliases = [*(known.aliases if known else ()), *(measure.aliases if measure else ())]
    words = [word for word in (name, metric, task, field, *aliases) if word]
    spelt = [fold(word) for word in (name, metric) if word]
    return BoardSummary(
        benchmark_key=key,
        metric_key=metric_key,
        benchmark=name,
        metric=metric,
        benchmark_id=benchmark_id,
        metric_id=metric_id,
        task=task,
        field=field,
        link=known.link if known else None,
        unit=unit,
        higher_is_better=direction,
        entries=entries,
        papers=papers,
        best=None if merit is None else round(merit if direction else -merit, 10),
        best_system=None if merit is None else top["system"],
        best_role=None if merit is None else top["role"],
        best_title=None if merit is None else top["title"],
        best_paper=None if merit is None else top["paper"],
        best_start=None if merit is None else top["start"],
        last_date=last,
        search_text=" | ".join([*(word.lower() for word in words), *spelt]),
    )


@cache
def _known() -> tuple[dict[str | None, Benchmark], dict[str | None, Metric]]:
    names = lexicon()
    return {benchmark.id: benchmark for benchmark in names.benchmarks}, {metric.id: metric for metric in names.metrics}
