"""Score extracted rows against annotated ones, by level, field, kind, pattern and confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from leaderboard.golden.pairing import ROW_FAULTS, Claim, agree, differs, pair, pair_all

Level = Literal["number", "row", "leaderboard"]
LEVELS: tuple[Level, ...] = ("number", "row", "leaderboard")
AGREEING = ("kind", "topic", "role", "bound", "effect", "unit")
SPARSE = ("metric", "benchmark", "system", "baseline", "split", "low", "spread")
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of what was right among what was found and what was expected."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean; 1 where nothing was expected and nothing found."""
        both = self.precision + self.recall
        if not both:
            return float(not self.found and not self.expected)
        return 2 * self.precision * self.recall / both

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.right + other.right, self.found + other.found, self.expected + other.expected)


@dataclass(frozen=True, slots=True)
class Miss:
    """An error: an annotated row with no agreeing extracted one (`got`: what stands there instead), or the reverse.

    `faults` are the fields that differ, or what is wrong with the number as a whole: `missed number`, `false number`,
    `missing sibling` and `extra sibling` (the number is claimed on both sides, but not this often).
    """

    paper_id: str
    expected: Claim | None
    got: Claim | None
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Extracted rows whose confidence is at least `low` and under `high`, and how many of them are right."""

    low: float
    high: float
    rows: int
    right: int

    @property
    def share(self) -> float:
        """The share of the band's rows that are right."""
        return self.right / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one set of papers.

    `levels`: number, row, leaderboard. `agreement`: over rows paired by their number, the share that agrees in a
    field; `sparse`: figures over the non-None values of fields that are mostly None. `by_kind` and `by_pattern` are
    row figures (a pattern expects nothing, so only its precision means something).
    """

    papers: int
    levels: dict[Level, Figures]
    agreement: dict[str, float]
    sparse: dict[str, Figures]
    by_kind: dict[str, Figures]
    by_pattern: dict[str, Figures]
    bands: tuple[Band, ...]
    misses: tuple[Miss, ...]


def score(gold: Mapping[str, Sequence[Claim]], found: Mapping[str, Sequence[Claim]]) -> Score:
    """Compare claims by paper id; papers that are only in `found` do not count."""
    levels: dict[Level, Figures] = dict.fromkeys(LEVELS, Figures())
    right: list[Claim] = []
    misses: list[Miss] = []
    paired: list[tuple[Claim, Claim]] = []
    for paper_id, expected in gold.items():
        got = found.get(paper_id, ())
        rows = pair(expected, got, agree)
        for level, figures in _levels(expected, got, len(rows)).items():
            levels[level] += figures
        paired += pair_all(expected, got)
        right += [theirs for _, theirs in rows]
        misses += _misses(paper_id, expected, got, rows)
    every_gold = [claim for claims in gold.values() for claim in claims]
    every_found = [claim for paper_id in gold for claim in found.get(paper_id, ())]
    return Score(
        papers=len(gold),
        levels=levels,
        agreement={name: _agreement(paired, name) for name in AGREEING},
        sparse={name: _sparse(paired, name) for name in SPARSE},
        by_kind=_breakdown("kind", right, every_found, every_gold),
        by_pattern=_breakdown("pattern", right, every_found, ()),
        bands=bands(right, every_found),
        misses=tuple(misses),
    )


def bands(right: Iterable[Claim], found: Iterable[Claim]) -> tuple[Band, ...]:
    """How many rows of each band of confidence are right, the highest band first."""
    edges = [*BANDS, 1.0]
    rows = Counter(_band(claim) for claim in found)
    good = Counter(_band(claim) for claim in right)
    return tuple(Band(edges[i], edges[i + 1], rows[i], good[i]) for i in reversed(range(len(BANDS))) if rows[i])


def _band(claim: Claim) -> int:
    return sum(edge <= (claim.confidence or 0.0) for edge in BANDS) - 1


def _levels(expected: Sequence[Claim], got: Sequence[Claim], rows: int) -> dict[Level, Figures]:
    starts, got_starts = {claim.start for claim in expected}, {claim.start for claim in got}
    ranked = [claim for claim in expected if claim.kind == "score" and claim.benchmark]
    got_ranked = [claim for claim in got if claim.kind == "score" and claim.benchmark]
    both = pair(ranked, got_ranked, lambda one, other: agree(one, other, with_role=True))
    return {
        "number": Figures(len(starts & got_starts), len(got_starts), len(starts)),
        "row": Figures(rows, len(got), len(expected)),
        "leaderboard": Figures(len(both), len(got_ranked), len(ranked)),
    }


def _misses(
    paper_id: str, expected: Sequence[Claim], got: Sequence[Claim], rows: Sequence[tuple[Claim, Claim]]
) -> list[Miss]:
    done = {id(claim) for both in rows for claim in both}
    missed = [claim for claim in expected if id(claim) not in done]
    wrong = [claim for claim in got if id(claim) not in done]
    beside = pair_all(missed, wrong)
    partnered = {id(claim) for both in beside for claim in both}
    starts, got_starts = {claim.start for claim in expected}, {claim.start for claim in got}
    found = [Miss(paper_id, a, b, tuple(name for name in ROW_FAULTS if differs(a, b, name))) for a, b in beside]
    for claim in missed:
        if id(claim) not in partnered:
            fault = "missing sibling" if claim.start in got_starts else "missed number"
            found.append(Miss(paper_id, claim, None, (fault,)))
    for claim in wrong:
        if id(claim) not in partnered:
            fault = "extra sibling" if claim.start in starts else "false number"
            found.append(Miss(paper_id, None, claim, (fault,)))
    return sorted(found, key=lambda miss: next(c.start for c in (miss.expected, miss.got) if c))


def _agreement(paired: Sequence[tuple[Claim, Claim]], name: str) -> float:
    return sum(not differs(one, other, name) for one, other in paired) / (len(paired) or 1)


def _sparse(paired: Sequence[tuple[Claim, Claim]], name: str) -> Figures:
    expected = sum(getattr(one, name) is not None for one, _ in paired)
    found = sum(getattr(other, name) is not None for _, other in paired)
    right = sum(
        getattr(one, name) is not None and getattr(other, name) is not None and not differs(one, other, name)
        for one, other in paired
    )
    return Figures(right, found, expected)


def _breakdown(name: str, right: Iterable[Claim], found: Iterable[Claim], gold: Iterable[Claim]) -> dict[str, Figures]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for position, claims in enumerate((right, found, gold)):
        for claim in claims:
            counts[getattr(claim, name) or ""][position] += 1
    return {key: Figures(*counts[key]) for key in sorted(counts, key=lambda key: (-sum(counts[key]), key))}
