"""One board: its rows on one scale, repeats merged, ranked, filtered, conflicts named."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Literal, get_args

import duckdb
import pyarrow as pa

from leaderboard.boards.figures import figure
from leaderboard.boards.model import Board, Conflict, Entry, Facet, Filters, check_part
from leaderboard.boards.rank import Place, Standing, conflicts, places
from leaderboard.boards.sql import FIRST_OF_REPEATS, REPEAT_KEY, ROW_COLUMNS, settled
from leaderboard.evaluation_settings import setting_kind
from leaderboard.model import ROW_FIELDS, Row
from leaderboard.splits import split_key
from leaderboard.store_views import cursor_of

_OF_THE_BOARD = ("benchmark_id", "metric_id", "unit_of_board", "direction")
"""The columns that a board takes from its first row."""
_EXTRA = ("unit_of_board", "direction", "factor", "repeats", "counted")
_STANDING = (
    *("counted", "spread_counted", "exact", "paper_id", "title", "system_label", "split", "setting", "role", "date"),
    *("confidence", "start"),
)
"""The columns of a `Standing`, in its order."""

_COUNTING = f"""
merged AS (
    SELECT *, count(*) OVER repeated AS repeats FROM settled
    WINDOW repeated AS (PARTITION BY {REPEAT_KEY})
    QUALIFY row_number() OVER (PARTITION BY {REPEAT_KEY} ORDER BY {FIRST_OF_REPEATS}) = 1
), counting AS (
    SELECT *, round(factor * CASE WHEN low IS NULL OR direction IS NULL THEN value
        WHEN direction THEN least(low, value) ELSE greatest(low, value) END, 10) AS counted,
        round(spread * factor, 10) AS spread_counted, bound = 'exact' AS exact
    FROM merged
)
SELECT {ROW_COLUMNS}, {", ".join(_EXTRA)}, spread_counted, exact FROM counting
ORDER BY CASE WHEN direction IS FALSE THEN counted ELSE -counted END NULLS LAST,
    bound <> 'exact', confidence DESC, paper_id, start, system_label, split, setting, quote_start
"""

_BOUNDS = {"up_to": "an upper bound (up to)", "at_least": "a lower bound (at least)", "about": "an approximate value"}


Order = Literal["rank", "system", "date", "confidence"]


def board(
    db: duckdb.DuckDBPyConnection,
    benchmark_key: str,
    metric_key: str,
    filters: Filters | None = None,
    limit: int | None = None,
    offset: int = 0,
    order: Order = "rank",
) -> Board | None:
    """The board of these keys, best first or in another order, or None where the store has none.

    Ranks are those among the entries that pass the filters; scale, conflicts and facets are the whole board's.
    `limit`, `offset` and `order` are about `entries` only; few of many are cheap. `find_benchmark_key` and `metrics_of`
    give the keys of names.

    Raises:
        ValueError: `limit` or `offset` is below 0, or `order` is none of those that there are.
    """
    check_part(limit, offset)
    found = _found(db, benchmark_key, metric_key)
    if not found.num_rows:
        return None
    standings = list(map(Standing, *(found[name].to_pylist() for name in _STANDING)))
    benchmark_id, metric_id, unit, direction = (found[name][0].as_py() for name in _OF_THE_BOARD)
    clashes = conflicts(standings)
    told = {at: _explain(at, group, standings, unit) for group in clashes for at in group}
    chosen = filters or Filters()
    splits = {split_key(split) for split in chosen.splits}
    passed = [index for index, standing in enumerate(standings) if _passes(standing, chosen, splits)]
    sure = [index for index in passed if standings[index].confidence >= chosen.min_confidence]
    if chosen.best_of_paper:
        sure = _best_of_paper(sure, standings)
    placed = dict(zip(sure, _places([standings[index] for index in sure], direction), strict=True))
    page = _ordered(sure, standings, found, order)[offset : None if limit is None else offset + limit]
    return Board(
        benchmark_key=benchmark_key,
        metric_key=metric_key,
        benchmark=_commonest(found["benchmark"].to_pylist()) or benchmark_key,
        metric=_commonest(found["metric"].to_pylist()),
        benchmark_id=benchmark_id,
        metric_id=metric_id,
        unit=unit if any(standing.counted is not None for standing in standings) else None,
        higher_is_better=direction,
        entries=_entries(found, page, placed, told),
        total=len(sure),
        hidden=len(passed) - len(sure),
        all=len(standings),
        records=_entries(found, _records(sure, standings, placed, direction), placed, told),
        conflicts=tuple(_conflict([standings[index] for index in group]) for group in clashes),
        splits=_facets((split_key(standing.split), standing.split) for standing in standings),
        setting_kinds=_facets((kind := setting_kind(standing.setting), kind) for standing in standings),
        filters=chosen,
    )


def _entries(
    found: pa.Table, wanted: Sequence[int], placed: Mapping[int, Place], told: Mapping[int, str]
) -> tuple[Entry, ...]:
    rows = found.take(pa.array(wanted, pa.int64())).to_pylist()
    return tuple(_entry(row, placed[at], told.get(at)) for at, row in zip(wanted, rows, strict=True))


def _found(db: duckdb.DuckDBPyConnection, benchmark_key: str, metric_key: str) -> pa.Table:
    """All merged rows in board order, as columns: thousands of them become objects only where they are asked for."""
    scores = settled(db, "*", "benchmark_key = $benchmark AND metric_key = $metric")
    named = {"benchmark": benchmark_key, "metric": metric_key}
    return cursor_of(db).sql(f"{scores}, {_COUNTING}", params=named).to_arrow_table()


def _entry(cells: dict[str, Any], place: Place, conflict: str | None) -> Entry:
    """The row's direction and scale are the board's."""
    unit, direction, factor, repeats, counted = (cells[name] for name in _EXTRA)
    cells["board_value"] = _times(cells["value"], factor)
    cells["board_low"] = _times(cells["low"], factor)
    cells["board_unit"] = unit if factor is not None else None
    cells["higher_is_better"] = direction
    row = Row(*(cells[name] for name in ROW_FIELDS))
    return Entry(
        row=row,
        rank=place.rank,
        tied=place.tied,
        best=place.rank == 1,
        counted=counted,
        board_spread=cells["spread_counted"],
        unranked=None if place.rank is not None else _reason(row, counted, direction),
        repeats=repeats,
        conflict=conflict,
        setting_kind=setting_kind(row.setting),
    )


def _times(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else round(value * factor, 10)


def _places(standings: Sequence[Standing], direction: bool | None) -> Sequence[Place]:
    return [Place(None, False)] * len(standings) if direction is None else places(standings)


def _ordered(indices: list[int], standings: Sequence[Standing], found: Any, order: Order) -> list[int]:
    """Board order is best first, and each sort keeps it among equals; what names no system comes after what does."""
    if order == "system":
        systems = found["system"].to_pylist()
        return sorted(indices, key=lambda at: (systems[at] is None, (systems[at] or "").lower()))
    if order == "date":
        return sorted(indices, key=lambda at: standings[at].date or "", reverse=True)
    if order == "confidence":
        return sorted(indices, key=lambda at: -standings[at].confidence)
    if order != "rank":
        raise ValueError(f"order={order!r} is none of {', '.join(get_args(Order))}")
    return indices


def _reason(row: Row, counted: float | None, direction: bool | None) -> str:
    if counted is None:
        return "the value does not fit the board's scale"
    if direction is None:
        return "it is not known which way is better"
    return f"{_BOUNDS[row.bound]} is not a result to rank"


def _passes(standing: Standing, filters: Filters, splits: Set[str | None]) -> bool:
    if splits and split_key(standing.split) not in splits:
        return False
    if filters.setting_kinds and setting_kind(standing.setting) not in filters.setting_kinds:
        return False
    if (filters.own_only and standing.role != "own") or (filters.dated_only and standing.date is None):
        return False
    return within(standing.date, filters.since, filters.until)


def _best_of_paper(indices: Sequence[int], standings: Sequence[Standing]) -> list[int]:
    """The first of each paper, as they come best first; what can be ranked before what cannot."""
    first: dict[str, int] = {}
    for at in sorted(indices, key=lambda at: not standings[at].rankable):
        first.setdefault(standings[at].paper_id, at)
    return sorted(first.values())


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date is in the range, each pair compared to the precision that both have."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    after = since is None or date[: len(since)] >= since[: len(date)]
    return after and (until is None or date[: len(until)] <= until[: len(date)])


def _records(
    indices: Sequence[int], standings: Sequence[Standing], placed: Mapping[int, Place], direction: bool | None
) -> list[int]:
    """Those that beat all before them in time; of one date only the best."""
    if direction is None:
        return []
    # They come best first and the sort is stable, so the best of a date comes before its others.
    dated = sorted(
        (at for at in indices if placed[at].rank is not None and standings[at].date),
        key=lambda at: standings[at].date or "",
    )
    sign = -1.0 if direction else 1.0
    records: list[int] = []
    best = math.inf
    for at in dated:
        merit = sign * (standings[at].counted or 0.0)
        if merit < best:
            records.append(at)
            best = merit
    return records


def _explain(index: int, group: Sequence[int], standings: Sequence[Standing], unit: str | None) -> str:
    others = [standings[at] for at in group if standings[at].paper_id != standings[index].paper_id]
    told = [f"{figure(s.counted or 0.0, unit)} in “{s.title}” ({_ROLES[s.role]})" for s in others[:3]]
    more = f", and {len(others) - 3} more" if len(others) > 3 else ""
    return "Other papers give this system another value: " + "; ".join(told) + more + "."


_ROLES = {"own": "the authors' own result", "other": "quoted there"}


def _conflict(group: Sequence[Standing]) -> Conflict:
    return Conflict(group[0].system or "", group[0].split, group[0].setting, tuple(group))


def _facets(named: Iterable[tuple[str | None, str | None]]) -> tuple[Facet, ...]:
    names: dict[str | None, list[str | None]] = defaultdict(list)
    for value, name in named:
        names[value].append(name)
    facets = [Facet(value, len(of_value), _commonest(of_value)) for value, of_value in names.items()]
    return tuple(sorted(facets, key=lambda facet: (-facet.count, facet.value or "")))


def _commonest(names: Sequence[str | None]) -> str | None:
    counts = Counter(name for name in names if name is not None)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
