"""One board: its rows on one scale, repeats merged, ranked, filtered, conflicts named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import duckdb

from leaderboard.boards.model import Board, Conflict, Entry, Facet, Filters
from leaderboard.boards.rank import Place, Standing, conflicts, places
from leaderboard.boards.settings import setting_kind
from leaderboard.boards.sql import FIRST_OF_REPEATS, REPEAT_KEY, ROW_COLUMNS, settled
from leaderboard.model import ROW_FIELDS, Row

_EXTRA = ("unit_of_board", "direction", "factor", "repeats", "counted")

_COUNTING = f"""
merged AS (
    SELECT *, count(*) OVER repeated AS repeats FROM settled
    WINDOW repeated AS (PARTITION BY {REPEAT_KEY})
    QUALIFY row_number() OVER (PARTITION BY {REPEAT_KEY} ORDER BY {FIRST_OF_REPEATS}) = 1
), counting AS (
    SELECT *, round(factor * CASE WHEN low IS NULL OR direction IS NULL THEN value
        WHEN direction THEN least(low, value) ELSE greatest(low, value) END, 10) AS counted
    FROM merged
)
SELECT {ROW_COLUMNS}, {", ".join(_EXTRA)} FROM counting
ORDER BY CASE WHEN direction IS FALSE THEN counted ELSE -counted END NULLS LAST,
    bound <> 'exact', confidence DESC, paper_id, start, system_label, split, setting, quote_start
"""
_VALUE, _LOW, _BOARD_VALUE, _BOARD_LOW, _BOARD_UNIT, _DIRECTION = (
    ROW_FIELDS.index(name) for name in ("value", "low", "board_value", "board_low", "board_unit", "higher_is_better")
)

_BOUNDS = {"up_to": "an upper bound (up to)", "at_least": "a lower bound (at least)", "about": "an approximate value"}


def board(
    db: duckdb.DuckDBPyConnection,
    benchmark_key: str,
    metric_key: str,
    filters: Filters | None = None,
    limit: int | None = None,
) -> Board | None:
    """The board of these keys, best first, or null where the store has none.

    Ranks are those among the entries that pass the filters; scale, conflicts and facets are the whole board's.
    `limit` cuts `entries` only.
    """
    found = _entries(db, benchmark_key, metric_key)
    if not found:
        return None
    standings = [_standing(entry) for entry in found]
    clashes = conflicts(standings)
    for group in clashes:
        for index in group:
            others = [found[other] for other in group if found[other].row.paper_id != found[index].row.paper_id]
            found[index] = replace(found[index], conflict=_explain(others))
    chosen = filters or Filters()
    passed = [index for index, entry in enumerate(found) if _passes(entry, chosen)]
    sure = [index for index in passed if found[index].row.confidence >= chosen.min_confidence]
    first, direction = found[0].row, found[0].row.higher_is_better
    placed = _ranked([found[i] for i in sure], [standings[i] for i in sure], direction)
    return Board(
        benchmark_key=benchmark_key,
        metric_key=metric_key,
        benchmark=_commonest(entry.row.benchmark for entry in found) or benchmark_key,
        metric=_commonest(entry.row.metric for entry in found),
        benchmark_id=first.benchmark_id,
        metric_id=first.metric_id,
        unit=next((entry.row.board_unit for entry in found if entry.counted is not None), None),
        higher_is_better=direction,
        entries=tuple(placed if limit is None else placed[:limit]),
        total=len(placed),
        hidden=len(passed) - len(sure),
        all=len(found),
        records=_records(placed, direction),
        conflicts=tuple(_conflict([found[index] for index in group]) for group in clashes),
        splits=_facets(entry.row.split for entry in found),
        setting_kinds=_facets(entry.setting_kind for entry in found),
        filters=chosen,
    )


def _entries(db: duckdb.DuckDBPyConnection, benchmark_key: str, metric_key: str) -> list[Entry]:
    """All merged entries in board order, not yet ranked; each row's direction and scale are the board's."""
    scores = settled(db, "*", "benchmark_key = $benchmark AND metric_key = $metric")
    named = {"benchmark": benchmark_key, "metric": metric_key}
    return [_entry(cells) for cells in db.cursor().execute(f"{scores}, {_COUNTING}", named).fetchall()]


def _entry(cells: tuple[Any, ...]) -> Entry:
    values = list(cells[: len(ROW_FIELDS)])
    unit, direction, factor, repeats, counted = cells[len(ROW_FIELDS) :]
    values[_BOARD_VALUE] = _times(values[_VALUE], factor)
    values[_BOARD_LOW] = _times(values[_LOW], factor)
    values[_BOARD_UNIT] = unit if factor is not None else None
    values[_DIRECTION] = direction
    row = Row(*values)
    return Entry(
        row=row,
        rank=None,
        tied=False,
        best=False,
        counted=counted,
        board_spread=_times(row.spread, factor),
        unranked=None,
        repeats=repeats,
        conflict=None,
        setting_kind=setting_kind(row.setting),
    )


def _times(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else round(value * factor, 10)


def _standing(entry: Entry) -> Standing:
    row = entry.row
    return Standing(
        counted=entry.counted,
        spread=entry.board_spread,
        exact=row.bound == "exact",
        paper_id=row.paper_id,
        title=row.title,
        system=row.system_label,
        split=row.split,
        setting=row.setting,
        role=row.role,
    )


def _ranked(entries: Sequence[Entry], standings: Sequence[Standing], direction: bool | None) -> list[Entry]:
    placed = [Place(None, False)] * len(entries) if direction is None else places(standings)
    # Written out: `replace` is slow enough to be felt on boards of thousands.
    return [
        Entry(
            row=entry.row,
            rank=place.rank,
            tied=place.tied,
            best=place.rank == 1,
            counted=entry.counted,
            board_spread=entry.board_spread,
            unranked=None if place.rank is not None else _reason(entry, direction),
            repeats=entry.repeats,
            conflict=entry.conflict,
            setting_kind=entry.setting_kind,
        )
        for entry, place in zip(entries, placed, strict=True)
    ]


def _reason(entry: Entry, direction: bool | None) -> str:
    if entry.counted is None:
        return "the value does not fit the board's scale"
    if direction is None:
        return "it is not known which way is better"
    return f"{_BOUNDS[entry.row.bound]} is not a result to rank"


def _passes(entry: Entry, filters: Filters) -> bool:
    row = entry.row
    if filters.splits and row.split not in filters.splits:
        return False
    if filters.setting_kinds and entry.setting_kind not in filters.setting_kinds:
        return False
    if filters.own_only and row.role != "own":
        return False
    return within(row.date, filters.since, filters.until)


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date is in the range, each pair compared to the precision that both have."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    after = since is None or date[: len(since)] >= since[: len(date)]
    return after and (until is None or date[: len(until)] <= until[: len(date)])


def _records(entries: Sequence[Entry], direction: bool | None) -> tuple[Entry, ...]:
    """Entries that beat all before them in time; of one date only the best."""
    if direction is None:
        return ()
    dated = [entry for entry in entries if entry.rank is not None and entry.row.date]
    sign = -1.0 if direction else 1.0
    # The entries come best first and the sort is stable, so the best of a date comes before its others.
    dated.sort(key=lambda entry: entry.row.date or "")
    records: list[Entry] = []
    for entry in dated:
        assert entry.counted is not None
        if not records or sign * entry.counted < sign * (records[-1].counted or 0.0):
            records.append(entry)
    return tuple(records)


def _explain(others: Sequence[Entry]) -> str:
    told = [f"{shown(entry)} in “{entry.row.title}” ({_ROLES[entry.row.role]})" for entry in others[:3]]
    more = f", and {len(others) - 3} more" if len(others) > 3 else ""
    return "Other papers give this system another value: " + "; ".join(told) + more + "."


_ROLES = {"own": "the authors' own result", "other": "quoted there"}


def shown(entry: Entry) -> str:
    """The counted value with its unit: `76.5%`, `12 ms`; as written where it fits no scale."""
    value, unit = (entry.row.value, entry.row.unit) if entry.counted is None else (entry.counted, entry.row.board_unit)
    return f"{value:.10g}" + (unit if unit == "%" else f" {unit}" if unit else "")


def _conflict(group: Sequence[Entry]) -> Conflict:
    row = group[0].row
    values = tuple((e.counted or 0.0, e.row.paper_id, e.row.title, str(e.row.role)) for e in group)
    return Conflict(row.system_label or "", row.split, row.setting, values)


def _facets(values: Any) -> tuple[Facet, ...]:
    counts = Counter(values)
    return tuple(Facet(v, n) for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0] or "")))


def _commonest(names: Any) -> str | None:
    counts = Counter(name for name in names if name is not None)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
