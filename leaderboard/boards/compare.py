"""Systems side by side over the boards they share, and the metrics of one benchmark side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from leaderboard.boards.board import board
from leaderboard.boards.model import LOW, Board, Entry, Facet, Filters
from leaderboard.boards.sql import BENCHMARK_KEY, METRIC_KEY, SPLIT_KEY, lower
from leaderboard.model import Row
from leaderboard.splits import split_key
from leaderboard.store_views import cursor_of

_SYSTEM = "lower(system_label)"
_NAMED = "kind = 'score' AND benchmark IS NOT NULL AND system IS NOT NULL"
_ALIKE = 0.85
"""How alike (Jaro-Winkler) the spelling of a system is to one that is proposed for it."""


@dataclass(frozen=True, slots=True)
class SharedBoard:
    """One board, split and setting that two or more of the systems have a score on.

    `entries` has one for each system compared, in their order, None where it has none: its own authors' result before a
    quoted one, then the better. `winner` is the index of the best; None for a tie, a bound, or an unknown direction.
    """

    benchmark: str
    metric: str | None
    benchmark_key: str
    metric_key: str
    split: str | None
    setting: str | None
    higher_is_better: bool | None
    entries: tuple[Entry | None, ...]
    winner: int | None

    @property
    def complete(self) -> bool:
        """Whether every system compared has a score here."""
        return all(entry is not None for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Systems compared, as they were asked for, on the boards shared: those that all share first."""

    systems: tuple[str, ...]
    boards: tuple[SharedBoard, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """What one paper says of a system on a split and in a setting: an entry a board, None where it says nothing."""

    title: str
    system: str | None
    split: str | None
    setting: str | None
    entries: tuple[Entry | None, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Several metrics of one benchmark, `boards`, over the same `lines`."""

    boards: tuple[Board, ...]
    lines: tuple[SideLine, ...]


def list_systems(db: duckdb.DuckDBPyConnection, search: str = "", limit: int = 200) -> tuple[Facet, ...]:
    """Systems named on boards whose label holds the search text, and the number of boards of each, most first.

    The value is the commonest spelling of the label; a label that is only its paper's title is none.
    """
    found = (
        cursor_of(db)
        .execute(
            f"""SELECT mode(system_label) AS name, count(DISTINCT hash({BENCHMARK_KEY}, {METRIC_KEY})) AS n FROM rows
        WHERE {_NAMED} AND contains({_SYSTEM}, $search)
        GROUP BY {_SYSTEM} ORDER BY n DESC, {_SYSTEM} LIMIT $limit""",
            {"search": lower(search).strip(), "limit": limit},
        )
        .fetchall()
    )
    return tuple(Facet(name, count) for name, count in found)


def unknown_systems(
    db: duckdb.DuckDBPyConnection, systems: Sequence[str], limit: int = 3
) -> dict[str, tuple[str, ...]]:
    """Of the systems (labels, in any case) those that no board names, each with labels that are spelt much like it.

    Raises:
        ValueError: a text stands where several belong.
    """
    _check_several(systems=systems)
    query = f"SELECT DISTINCT {_SYSTEM} FROM rows WHERE kind = 'score' AND benchmark IS NOT NULL"
    there = f"{query} AND {_SYSTEM} IN (SELECT unnest(?))"
    known = {name for (name,) in cursor_of(db).execute(there, [[lower(system) for system in systems]]).fetchall()}
    near = f"""SELECT mode(system_label), jaro_winkler_similarity({_SYSTEM}, $name) AS alike FROM rows
        WHERE {_NAMED} AND (alike >= {_ALIKE} OR (length($name) > 2 AND contains({_SYSTEM}, $name)))
        GROUP BY {_SYSTEM}, alike ORDER BY alike DESC, {_SYSTEM} LIMIT $limit"""
    found = {}
    for system in systems:
        if (name := lower(system)) not in known:
            found[system] = tuple(
                label for label, _ in cursor_of(db).execute(near, {"name": name, "limit": limit}).fetchall()
            )
    return found


def rivals(
    db: duckdb.DuckDBPyConnection, systems: Sequence[str], limit: int = 5, min_confidence: float = LOW
) -> tuple[tuple[str, str], ...]:
    """Pairs of one of the systems (labels, in any case) and another that it shares boards with, most boards first.

    Raises:
        ValueError: a text stands where several belong.
    """
    _check_several(systems=systems)
    found = (
        cursor_of(db)
        .execute(
            f"""WITH named AS (
            SELECT {_SYSTEM} AS name, any_value(system_label) AS label, {BENCHMARK_KEY} AS benchmark_key,
                {METRIC_KEY} AS metric_key, {SPLIT_KEY} AS part, coalesce(setting, '') AS way
            FROM rows WHERE {_NAMED} AND confidence >= $least
            GROUP BY name, benchmark_key, metric_key, part, way
        )
        SELECT any_value(one.label), any_value(other.label) FROM named AS one
        JOIN named AS other USING (benchmark_key, metric_key, part, way)
        WHERE one.name IN (SELECT unnest($systems)) AND other.name <> one.name
            AND NOT (other.name < one.name AND other.name IN (SELECT unnest($systems)))
        GROUP BY one.name, other.name ORDER BY count(*) DESC, one.name, other.name LIMIT $limit""",
            {"systems": [lower(system) for system in systems], "least": min_confidence, "limit": limit},
        )
        .fetchall()
    )
    return tuple((one, other) for one, other in found)


def compare(db: duckdb.DuckDBPyConnection, systems: Sequence[str], filters: Filters | None = None) -> Comparison:
    """Two or more systems (labels, in any case) on every board, split and setting that at least two of them share.

    Raises:
        ValueError: a text stands where several belong.
    """
    _check_several(systems=systems)
    asked = {lower(system): system for system in reversed(systems)}
    wanted = tuple(dict.fromkeys(map(lower, systems)))
    keys = (
        cursor_of(db)
        .execute(
            f"""SELECT {BENCHMARK_KEY} AS b, {METRIC_KEY} AS m FROM rows
        WHERE kind = 'score' AND benchmark IS NOT NULL AND {_SYSTEM} IN (SELECT unnest($systems))
        GROUP BY b, m HAVING count(DISTINCT {_SYSTEM}) > 1 ORDER BY b, m""",
            {"systems": list(wanted)},
        )
        .fetchall()
    )
    shared = [line for key, metric in keys for line in _shared(board(db, key, metric, filters), wanted)]
    shared.sort(key=lambda line: (not line.complete, line.benchmark.lower(), line.metric or "", line.split or ""))
    return Comparison(tuple(asked[system] for system in wanted), tuple(shared))


def side_by_side(
    db: duckdb.DuckDBPyConnection, benchmark_key: str, metric_keys: Sequence[str], filters: Filters | None = None
) -> SideBySide:
    """One line a paper, system, split and setting; those with most of the metrics first, then as on the first board.

    Raises:
        ValueError: a text stands where several belong.
    """
    _check_several(metric_keys=metric_keys)
    boards = [found for key in metric_keys if (found := board(db, benchmark_key, key, filters)) is not None]
    lines: dict[tuple[str | None, ...], tuple[Row, list[Entry | None]]] = {}
    for column, found in enumerate(boards):
        for entry in found.entries:
            row = entry.row
            named = (row.title, row.system, split_key(row.split), row.setting)
            _, cells = lines.setdefault(named, (row, [None] * len(boards)))
            cells[column] = cells[column] or entry
    fullest = sorted(lines.values(), key=lambda line: line[1].count(None))
    told = (SideLine(row.title, row.system, row.split, row.setting, tuple(cells)) for row, cells in fullest)
    return SideBySide(tuple(boards), tuple(told))


def _shared(found: Board | None, systems: tuple[str, ...]) -> list[SharedBoard]:
    if found is None:
        return []
    groups: dict[tuple[str | None, str | None], list[list[Entry]]] = defaultdict(lambda: [[] for _ in systems])
    for entry in found.entries:
        label = lower(entry.row.system_label or "")
        if label in systems:
            groups[split_key(entry.row.split), entry.row.setting][systems.index(label)].append(entry)
    lines = []
    for (_, setting), candidates in groups.items():
        entries = tuple(_preferred(of_system) for of_system in candidates)
        present = [entry for entry in entries if entry is not None]
        if len(present) > 1:
            lines.append(
                SharedBoard(
                    benchmark=found.benchmark,
                    metric=found.metric,
                    benchmark_key=found.benchmark_key,
                    metric_key=found.metric_key,
                    split=present[0].row.split,
                    setting=setting,
                    higher_is_better=found.higher_is_better,
                    entries=entries,
                    winner=_winner(entries),
                )
            )
    return lines


def _preferred(entries: list[Entry]) -> Entry | None:
    """Board order is best first, so the first of the authors' own is the best of them."""
    return min(entries, key=lambda entry: (entry.row.role != "own", entry.rank is None), default=None)


def _winner(entries: tuple[Entry | None, ...]) -> int | None:
    present = [(entry.rank, index) for index, entry in enumerate(entries) if entry is not None]
    if any(rank is None for rank, _ in present):
        return None
    ordered = sorted((rank or 0, index) for rank, index in present)
    return None if ordered[0][0] == ordered[1][0] else ordered[0][1]


def _check_several(**given: Sequence[str]) -> None:
    for name, several in given.items():
        if isinstance(several, str):
            raise ValueError(f"{name}={several!r} is one text; write {name}=[{several!r}]")
