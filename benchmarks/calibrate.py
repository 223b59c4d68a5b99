"""Measure how often each decision is right on the annotated papers that may be read: patterns/confidence.yaml.

Run after a change of patterns: `python -m benchmarks.calibrate CORPUS [CORPUS ...]`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from leaderboard.claims.draft import Draft
from leaderboard.extract import extract_traced
from leaderboard.golden.annotated import annotated_papers, text_hash
from leaderboard.golden.pairing import Claim, pair_all
from leaderboard.golden.same import same_benchmark, same_metric, same_value
from leaderboard.model import Row
from leaderboard.resources import resource
from leaderboard.sources import merge, read

PRIOR = 4  # cases that the average of all decisions counts for
HEAD = """\
# How often each decision was right on the annotated papers that may be read, with a prior worth four cases; made by
# `python -m benchmarks.calibrate`. A row's confidence is the product of its three: number and kind, metric, benchmark.
"""


def decisions(corpora: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Each decision of each extracted row: (which, its name, whether it was right)."""
    for paper in merge(read(corpora)):
        annotated = annotated_papers().get(text_hash(paper.abstract))
        if annotated is None or annotated.blind:
            continue
        traced = extract_traced(paper)[1]
        claims = [Claim.of(row) for _, row in traced]
        found = dict(zip(map(id, claims), traced, strict=True))
        gold = {id(got): want for want, got in pair_all(annotated.claims(paper.abstract), claims)}
        for claim in claims:
            yield from _judged(*found[id(claim)], gold.get(id(claim)), claim)


def _judged(draft: Draft, row: Row, want: Claim | None, got: Claim) -> Iterator[tuple[str, str, bool]]:
    if want is None:
        yield "kind", row.pattern, False
        return
    claimed = "efficiency" if row.topic == "efficiency" else row.kind
    metric = same_metric(want.metric, got.metric, want.topic or "quality") and want.topic == got.topic
    yield "kind", row.pattern, want.kind == got.kind and same_value(want.value, got.value)
    yield "metric", f"{draft.metric_slot or 'none'}|{row.kind}", metric
    yield "benchmark", f"{draft.benchmark_slot or 'none'}|{claimed}", same_benchmark(want.benchmark, got.benchmark)


def main() -> None:
    """Write the shares, smoothed."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for decision, name, right in decisions(sys.argv[1:]):
        counts[decision, name][0] += int(right)
        counts[decision, name][1] += 1
    lines = [HEAD.rstrip()]
    for decision in ("kind", "metric", "benchmark"):
        mine = {name: tally for (which, name), tally in sorted(counts.items()) if which == decision}
        average = sum(right for right, _ in mine.values()) / max(1, sum(cases for _, cases in mine.values()))
        for name, (good, cases) in mine.items():
            share = (good + PRIOR * average) / (cases + PRIOR)
            lines.append(f"- {{decision: {decision}, name: '{name}', right: {share:.3f}, cases: {cases}}}")
        lines.append(f"- {{decision: {decision}, name: other, right: {average * 0.9:.3f}, cases: 0}}")
    (resource("patterns") / "confidence.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
