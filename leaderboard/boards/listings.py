"""Listings of claims, searchable and never ranked: all of them, or those that are on no board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

import duckdb

from leaderboard.boards.model import LOW, Facet, check_filters, check_part
from leaderboard.boards.sql import BENCHMARK_KEY, METRIC_KEY, ROW_COLUMNS, lower
from leaderboard.model import Effect, Kind, Role, Row, Topic
from leaderboard.store_views import cursor_of

Which = Literal["all", "changes and factors", "unnamed scores"]
ListingOrder = Literal["latest", "name"]

_WHICH: dict[str, str] = {
    "all": "true",
    "changes and factors": "kind IN ('change', 'factor')",
    "unnamed scores": "kind = 'score' AND benchmark IS NULL",
}

_NAMES = ("benchmark", "task", "metric", "baseline", "system_label")
_ORDERS: dict[str, str] = {
    "latest": "date DESC NULLS LAST",
    "name": ", ".join(f"lower({name}) NULLS LAST" for name in _NAMES),
}

# What a filter of the same name compares, in SQL.
_COMPARED = {
    "benchmark": BENCHMARK_KEY,
    "metric": METRIC_KEY,
    "baseline": "lower(baseline)",
    "task": "lower(task)",
    "system": "lower(system)",
    "kind": "kind",
    "topic": "topic",
    "effect": "effect",
    "role": "role",
}

_CLOSED = {
    name: get_args(words) for name, words in (("kind", Kind), ("topic", Topic), ("effect", Effect), ("role", Role))
}


@dataclass(frozen=True, slots=True)
class ListingFilters:
    """What of a listing to show. `benchmark` and `metric` are keys, as a facet gives them; the others names.

    `search` keeps rows that hold every one of its words in title, system, benchmark, metric, task, baseline, setting
    or quote; `gpt4` is held by `GPT-4` too. Words in double quotes are held as they stand and by whole names alone:
    `"GPT-4"` by `GPT 4`, not by `GPT-4o`. Null filters keep everything. Dates as in `Filters`, compared as text:
    `until="2023"` takes all of 2023. Rows under `min_confidence` are hidden and counted (`Listing.hidden`); with 0.0
    there are none.

    Raises:
        ValueError: a date is none, `min_confidence` is not within 0 to 1, or there is no such kind, topic, effect or
            role.
    """

    search: str = ""
    benchmark: str | None = None
    metric: str | None = None
    baseline: str | None = None
    task: str | None = None
    system: str | None = None
    kind: Kind | None = None
    topic: Topic | None = None
    effect: Effect | None = None
    role: Role | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = LOW

    def __post_init__(self) -> None:
        check_filters(self)
        for name, words in _CLOSED.items():
            if (value := getattr(self, name)) not in (None, *words):
                raise ValueError(f"{name}={value!r} is none of {', '.join(words)}")


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a listing: `rows` from `offset`, `total` that pass the filters, `hidden` that are too unsure."""

    rows: tuple[Row, ...]
    offset: int
    total: int
    hidden: int


def listing(
    db: duckdb.DuckDBPyConnection,
    which: Which,
    filters: ListingFilters | None = None,
    *,
    limit: int | None = 200,
    offset: int = 0,
    order: ListingOrder = "latest",
) -> Listing:
    """A page of a listing, the latest first or by `name` of benchmark, task, metric, baseline and system.

    Raises:
        ValueError: `limit` or `offset` is below 0, or there is no such listing or order.
    """
    chosen = filters or ListingFilters()
    if order not in _ORDERS:
        raise ValueError(f"order={order!r} is none of {', '.join(_ORDERS)}")
    check_part(limit, offset)
    where, values = _where(which, chosen)
    cursor = cursor_of(db)
    counts = cursor.execute(
        f"SELECT count(*) FILTER (confidence >= $least), count(*) FROM rows WHERE {where}",
        {**values, "least": chosen.min_confidence},
    ).fetchone()
    total, passed = counts or (0, 0)
    page = f"""SELECT {ROW_COLUMNS} FROM rows WHERE {_sure(where, chosen)}
        ORDER BY {_ORDERS[order]}, paper_id, start, quote_start
        LIMIT {"NULL" if limit is None else int(limit)} OFFSET {int(offset)}"""
    rows = tuple(Row(*cells) for cells in cursor.execute(page, values).fetchall())
    return Listing(rows, offset, total, passed - total)


_FACETS = ("benchmark", "metric", "baseline", "task", "system")


def facets(
    db: duckdb.DuckDBPyConnection, which: Which, filters: ListingFilters | None = None, *, most: int = 30
) -> dict[str, tuple[Facet, ...]]:
    """What a listing can be narrowed by: for `benchmark`, `metric`, `baseline`, `task` and `system` the commonest
    values, `most` of each at most, among the rows that pass, as filters take them.

    Raises:
        ValueError: there is no such listing.
    """
    chosen = filters or ListingFilters()
    where, values = _where(which, chosen)
    columns = ", ".join(f"nullif({_COMPARED[name]}, '') AS {name}_key, {name}" for name in _FACETS)
    each = " UNION ALL ".join(
        f"""(SELECT '{name}', {name}_key AS found, count(*) AS n, mode({name}) FROM passed
        WHERE found IS NOT NULL GROUP BY found ORDER BY n DESC, found LIMIT {int(most)})"""
        for name in _FACETS
    )
    # One query for all of them, so that the rows are searched once.
    passed = f"WITH passed AS MATERIALIZED (SELECT {columns} FROM rows WHERE {_sure(where, chosen)})"
    found: dict[str, list[Facet]] = {name: [] for name in _FACETS}
    for name, *cells in cursor_of(db).execute(f"{passed} {each} ORDER BY 3 DESC, 2", values).fetchall():
        found[name].append(Facet(*cells))
    return {name: tuple(of_name) for name, of_name in found.items()}


def _sure(where: str, filters: ListingFilters) -> str:
    return f"{where} AND confidence >= {float(filters.min_confidence)!r}"


# A break between them, so that no name begins in one and ends in the next.
_SEARCHED = """lower(concat_ws(chr(10), title, system_label, benchmark, metric, metric_text, task, baseline, setting,
    split, quote))"""

_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
_MODEL_NAME = re.compile(r"([a-z]+)\d[a-z\d]*")
"""A name that is also written with a hyphen or a space: `gpt4o`, `resnet50`."""


def _held(search: str) -> Iterator[tuple[str, str]]:
    """The conditions of a search, each as SQL with a `?` for the text after it."""
    for whole, word in _WORD.findall(lower(search)):
        pieces = [piece for piece in re.split(r"[\s_-]+", whole) if piece]
        if pieces:
            # The longest piece is quickly looked for, and leaves few rows to match.
            yield f"contains({_SEARCHED}, ?)", max(pieces, key=len)
            name = "[ _-]?".join(map(re.escape, pieces))
            yield f"regexp_matches({_SEARCHED}, ?)", rf"(^|[^\pL\pN_-]){name}($|[^\pL\pN_.-]|\.($|[^\pL\pN]))"
        elif spelt := _MODEL_NAME.fullmatch(word):
            yield f"contains({_SEARCHED}, ?)", spelt[1]
            yield f"contains(translate({_SEARCHED}, ' -_', ''), ?)", word
        elif word:
            yield f"contains({_SEARCHED}, ?)", word


def _where(which: Which, filters: ListingFilters) -> tuple[str, dict[str, Any]]:
    if which not in _WHICH:
        raise ValueError(f"which={which!r} is none of {', '.join(_WHICH)}")
    parts = [_WHICH[which]]
    values: dict[str, Any] = {}
    for name in (field.name for field in fields(filters) if field.name in _COMPARED):
        wanted = getattr(filters, name)
        if wanted is not None:
            parts.append(f"{_COMPARED[name]} = ${name}")
            values[name] = wanted if name in ("benchmark", "metric") else lower(wanted)
    for index, (condition, asked) in enumerate(_held(filters.search)):
        parts.append(condition.replace("?", f"$search{index}"))
        values[f"search{index}"] = asked
    if filters.since is not None:
        parts.append("left(date, length($since)) >= left($since, length(date))")
        values["since"] = filters.since
    if filters.until is not None:
        parts.append("left(date, length($until)) <= left($until, length(date))")
        values["until"] = filters.until
    return " AND ".join(parts), values
