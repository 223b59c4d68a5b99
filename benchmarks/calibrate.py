"""Measure how often each decision is right on the annotated papers that may be read, and what that says of a row.

Run after a change of patterns: `python -m benchmarks.calibrate CORPUS [CORPUS ...]`. Writes `patterns/confidence.yaml`
(shares by decision) and `patterns/confidence_scale.yaml` (what a product of three shares is worth, each paper's rows
measured with shares from other papers).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from leaderboard.confidence import Decision, decisions_of, product
from leaderboard.extract import extract_traced
from leaderboard.golden.annotated import HIDDEN, annotated_papers, text_hash
from leaderboard.golden.pairing import Claim, pair_all
from leaderboard.golden.same import same_benchmark, same_metric, same_value
from leaderboard.resources import resource
from leaderboard.sources import merge, read

PRIOR = 8  # cases that the plainer name's share counts for
FOLDS = 4
# From this confidence up are the surest rows: those before the first wrong one, less a margin, since the papers that
# tell are those that patterns were written for.
SURE, MARGIN = 0.9, 0.4
BINS = 12


@dataclass(frozen=True, slots=True)
class Judged:
    """An extracted row: its fold, its decisions by name, and which were right (null: could not be told)."""

    fold: int
    named: dict[Decision, list[str]]
    right: dict[Decision, bool | None]

    @property
    def all_right(self) -> bool:
        """Whether the row is right as a whole."""
        return all(self.right.values())


def judged(corpora: list[str]) -> Iterator[Judged]:
    """Every extracted row of the annotated papers found that may be read."""
    for paper in merge(read(corpora)):
        digest = text_hash(paper.abstract)
        annotated = annotated_papers().get(digest)
        if annotated is None or annotated.part in HIDDEN:
            continue
        traced = extract_traced(paper)[1]
        claims = [Claim.of(row) for _, row in traced]
        gold = {id(got): want for want, got in pair_all(annotated.claims(paper.abstract), claims)}
        near = any(row.benchmark_text for _, row in traced)
        for claim, (draft, row) in zip(claims, traced, strict=True):
            yield Judged(
                int(digest[:8], 16) % FOLDS, decisions_of(draft, row, near), _judge(gold.get(id(claim)), claim)
            )


def _judge(want: Claim | None, got: Claim) -> dict[Decision, bool | None]:
    if want is None:
        return {"kind": False, "metric": None, "benchmark": None}
    return {
        "kind": want.kind == got.kind and same_value(want.value, got.value),
        "metric": same_metric(want.metric, got.metric, want.topic or "quality") and want.topic == got.topic,
        "benchmark": same_benchmark(want.benchmark, got.benchmark),
    }


def shares(rows: Iterable[Judged]) -> dict[tuple[Decision, str], tuple[float, int]]:
    """The smoothed share of right decisions and the number of cases, by decision and name, plainest names first."""
    counts: dict[tuple[Decision, str], list[int]] = defaultdict(lambda: [0, 0])
    plainer: dict[tuple[Decision, str], tuple[Decision, str] | None] = {}
    for row in rows:
        for decision, names in row.named.items():
            right = row.right[decision]
            if right is None:
                continue
            for parent, name in zip([None, *names], names, strict=False):
                plainer[decision, name] = (decision, parent) if parent else None
                counts[decision, name][0] += int(right)
                counts[decision, name][1] += 1
    out: dict[tuple[Decision, str], tuple[float, int]] = {}
    for key in sorted(counts, key=lambda key: (key[1].count("|") if key[1] != "all" else -1, key)):
        good, cases = counts[key]
        parent_key = plainer[key]
        leaning = out[parent_key][0] if parent_key else good / cases
        out[key] = (good + PRIOR * leaning) / (cases + PRIOR), cases
    return out


def scale(rows: list[Judged]) -> list[tuple[float, float]]:
    """Points (product, confidence), rising from none: the surest rows from `SURE` up, the others as often as they are
    right."""
    measured = []
    for fold in range(FOLDS):
        others = {key: share for key, (share, _) in shares(r for r in rows if r.fold != fold).items()}
        measured += [(product(row.named, others), row.all_right) for row in rows if row.fold == fold]
    measured.sort(reverse=True)
    clean = next((place for place, (_, right) in enumerate(measured) if not right), len(measured))
    sure = int(clean * (1 - MARGIN))
    while sure and measured[sure - 1][0] == measured[min(clean, len(measured) - 1)][0]:
        sure -= 1  # as sure as a wrong one
    rest = measured[sure:]
    points = [(1.0, 0.99), (measured[max(sure - 1, 0)][0], SURE)]
    size = -(-len(rest) // BINS)
    bins = [rest[start : start + size] for start in range(0, len(rest), size)]
    for middle, share in _falling([(sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b)) for b in bins]):
        points.append((middle, min(share, SURE - 0.01)))
    points.append((0.0, 0.0))
    return [(a, b) for (a, b), (c, _) in pairwise([*points[::-1], (2.0, 1.0)]) if c > a]


def _falling(bins: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Neighbouring bins of equal size pooled until their shares fall: isotonic regression by pooling violators."""
    pooled: list[tuple[float, float, int]] = []
    for middle, share in bins:
        pooled.append((middle, share, 1))
        while len(pooled) > 1 and pooled[-1][1] >= pooled[-2][1]:
            (m1, s1, n1), (m2, s2, n2) = pooled[-2:]
            pooled[-2:] = [((m1 * n1 + m2 * n2) / (n1 + n2), (s1 * n1 + s2 * n2) / (n1 + n2), n1 + n2)]
    return [(middle, share) for middle, share, _ in pooled]


def main() -> None:
    """Write both files."""
    rows = list(judged(sys.argv[1:]))
    lines = [
        f"- {{decision: {decision}, name: '{name}', right: {share:.3f}, cases: {cases}}}"
        for (decision, name), (share, cases) in sorted(shares(rows).items())
    ]
    _write(resource("patterns") / "confidence.yaml", lines)
    points = [f"- {{product: {at:.3f}, confidence: {sure:.3f}}}" for at, sure in scale(rows)]
    _write(resource("patterns") / "confidence_scale.yaml", points)


def _write(path: Path, entries: list[str]) -> None:
    """Put entries in the place of those that a file has, under its head of comments."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*head, *entries]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
