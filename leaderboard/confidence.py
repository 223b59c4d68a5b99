"""How sure a row is: how often its decisions were right where annotations could tell (`patterns/confidence.yaml`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import prod
from typing import Literal, TypeAlias

from leaderboard.claims.draft import Draft
from leaderboard.model import Row
from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource

UNMEASURED = 0.5
Decision: TypeAlias = Literal["kind", "metric", "benchmark"]


class Right(Entry):
    """The share of `cases` in which a decision by this name was right."""

    decision: Decision
    name: str
    right: float
    cases: int


class Point(Entry):
    """Rows whose three shares multiply to `product` are this sure, measured on papers that the shares are not from."""

    product: float
    confidence: float


@cache
def _measured() -> tuple[dict[tuple[Decision, str], float], tuple[Point, ...]]:
    rights = load_entries(resource("patterns") / "confidence.yaml", Right)
    points = load_entries(resource("patterns") / "confidence_scale.yaml", Point)
    return {(entry.decision, entry.name): entry.right for entry in rights}, points


def decisions_of(draft: Draft, row: Row, near: bool) -> dict[Decision, list[str]]:
    """A row's three decisions by name, from the plainest name of each to the finest.

    `near`: whether any claim of the abstract names a benchmark, which tells of a row that names none.
    """
    claimed = "efficiency" if row.topic == "efficiency" else row.kind
    metric, benchmark = draft.metric_slot or "none", draft.benchmark_slot or "none"
    known = "listed" if row.metric_id else "open"
    if benchmark == "none":
        found = "in sentence" if "B" in draft.sentence.symbols else "in abstract" if near else "nowhere"
    else:
        found = "listed" if row.benchmark_id else "open"
    place = f"{benchmark}|{claimed}"
    count = "one" if len(draft.numbers) == 1 else "list"
    return {
        "kind": ["all", draft.pattern, f"{draft.pattern}|{draft.family}"],
        "metric": ["all", f"{metric}|{row.kind}", f"{metric}|{row.kind}|{known}"],
        "benchmark": ["all", place, f"{place}|{found}", f"{place}|{found}|{count}"],
    }


def sure(row: Row, draft: Draft, near: bool) -> Row:
    """The row with its confidence, 0 to 1: how often rows were right whose decisions are together as sure as its."""
    rights, points = _measured()
    return replace(row, confidence=round(rescale(product(decisions_of(draft, row, near), rights), points), 3))


def product(named: dict[Decision, list[str]], rights: Mapping[tuple[Decision, str], float]) -> float:
    """The shares of the three decisions multiplied, each that of the finest name there is one for."""
    return prod(
        next((rights[decision, name] for name in reversed(names) if (decision, name) in rights), UNMEASURED)
        for decision, names in named.items()
    )


def rescale(share: float, points: tuple[Point, ...]) -> float:
    """The confidence at a product of shares: on the line between the points around it."""
    place = bisect_right(points, share, key=lambda point: point.product)
    if place == 0:
        return points[0].confidence
    if place == len(points):
        return points[-1].confidence
    low, high = points[place - 1], points[place]
    part = (share - low.product) / (high.product - low.product)
    return low.confidence + part * (high.confidence - low.confidence)
