"""Claims as the scorer sees them, and which annotated one an extracted one answers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from leaderboard.golden.same import same_benchmark, same_metric, same_name, same_value
from leaderboard.model import Row

ROW_FAULTS = ("value", "kind", "topic", "metric", "benchmark")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is compared of a row, annotated or extracted: names as the text writes them, never inferred ones.

    `pattern` and `confidence` are None on the annotated side.
    """

    start: int
    value: float | None
    low: float | None = None
    spread: float | None = None
    unit: str | None = None
    kind: str | None = None
    topic: str | None = None
    bound: str | None = None
    effect: str | None = None
    relative: bool | None = None
    metric: str | None = None
    benchmark: str | None = None
    split: str | None = None
    task: str | None = None
    system: str | None = None
    role: str | None = None
    baseline: str | None = None
    setting: str | None = None
    quote: str = ""
    quote_start: int | None = None
    end: int | None = None
    pattern: str | None = None
    confidence: float | None = None

    @classmethod
    def of(cls, row: Row | Mapping[str, Any]) -> Claim:
        """The claim of an extracted row, or of one read from JSON; a key that is not there is None.

        A row without `metric_text` or `benchmark_text` as a key, such as an annotated one, gives its `metric` and
        `benchmark`; where the key is there it counts, None or not, since the other may be inferred.
        """
        given = row.as_dict() if isinstance(row, Row) else row
        known = {name: given[name] for name in _CLAIM_FIELDS if name in given}
        written = {name: given[f"{name}_text"] for name in ("metric", "benchmark") if f"{name}_text" in given}
        return cls(**(known | written))


_CLAIM_FIELDS = tuple(f.name for f in fields(Claim))


def agree(one: Claim, other: Claim, *, with_role: bool = False) -> bool:
    """Whether two claims at one place are the same row; `one` is the annotated one."""
    return not any(differs(one, other, name) for name in ROW_FAULTS) and (not with_role or one.role == other.role)


def differs(one: Claim, other: Claim, field: str) -> bool:
    """Whether two claims differ in a field, by the rules of that field."""
    if field == "metric":
        return not same_metric(one.metric, other.metric, one.topic or "quality")
    first, second = getattr(one, field), getattr(other, field)
    if field == "benchmark":
        return not same_benchmark(first, second)
    if field in ("value", "low", "spread"):
        return not (first is None and second is None) and not same_value(first, second)
    if field in ("system", "baseline", "split"):
        return not same_name(first, second)
    return bool(first != second)


def pair(
    gold: Iterable[Claim], found: Sequence[Claim], alike: Callable[[Claim, Claim], bool]
) -> list[tuple[Claim, Claim]]:
    """One-to-one pairs of claims at one start that are alike, each taking the first that is still free."""
    free = list(found)
    pairs = []
    for claim in gold:
        partner = next((other for other in free if other.start == claim.start and alike(claim, other)), None)
        if partner is not None:
            _take(free, partner)
            pairs.append((claim, partner))
    return pairs


def pair_all(gold: Sequence[Claim], found: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """A partner for every claim that has one at its start, those most alike first."""
    left, free = list(gold), list(found)
    pairs: list[tuple[Claim, Claim]] = []
    for alike in (_twins, agree, _on_one_benchmark, lambda _one, _other: True):
        new = pair(left, free, alike)
        for claim, partner in new:
            _take(left, claim)
            _take(free, partner)
        pairs += new
    return pairs


def _take(claims: list[Claim], claim: Claim) -> None:
    """Remove the very object: equal claims are counted one by one."""
    del claims[next(i for i, other in enumerate(claims) if other is claim)]


def _twins(one: Claim, other: Claim) -> bool:
    exact = attrgetter("system", "split", "baseline")
    return agree(one, other) and bool(exact(one) == exact(other))


def _on_one_benchmark(one: Claim, other: Claim) -> bool:
    return same_benchmark(one.benchmark, other.benchmark)
