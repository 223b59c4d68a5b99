"""What a score without a named metric is of: what its benchmark mostly is measured in, unless that is doubtful."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from leaderboard.claims.draft import Draft
from leaderboard.cues import letters
from leaderboard.lexicon import Benchmark, Metric, lexicon
from leaderboard.model import Row, Topic
from leaderboard.scale import board_scale
from leaderboard.words import shape, words


def usual_metric(draft: Draft, topic: Topic, bench: Benchmark | None, title: str, text: str) -> Metric | None:
    """The usual metric of a score's benchmark; none where what is said makes it doubtful."""
    if bench is None or bench.metric is None or (draft.kind, topic) != ("score", "quality"):
        return None
    if draft.tells_measure or draft.is_share(text) or _of_two_measures(draft, text):
        return None
    if not _does_well(draft, text) or _of_other_task(bench, f"{title} {text}"):
        return None
    return lexicon().metric(bench.metric)


def measured_as_told(rows: Sequence[Row]) -> list[Row]:
    """A paper's rows, without usual metrics that a value cannot be of, or whose benchmark it measures in others only.

    Such a number mostly is no score, or one of another task: `an FID of 3.1 on B with 10% of the pictures`.
    """
    told: dict[str | None, set[str | None]] = defaultdict(set)
    for row in rows:
        if row.metric_text and row.topic == "quality":
            told[row.benchmark_id].add(row.metric_id)
    return [
        _unmeasured(row)
        if row.metric_inferred
        and (row.board_value is None or row.metric_id not in told.get(row.benchmark_id, {row.metric_id}))
        else row
        for row in rows
    ]


def _unmeasured(row: Row) -> Row:
    """A score without the metric that it was taken to be of."""
    bare = board_scale(row.value, row.low, row.unit, None)
    return replace(
        row, metric=None, metric_id=None, metric_inferred=False, higher_is_better=None,
        board_value=bare.value, board_low=bare.low, board_unit=bare.unit,
    )  # fmt: skip


def _of_two_measures(draft: Draft, text: str) -> bool:
    """Whether `78.1/94.2` on one benchmark are a pair, which no single metric is of."""
    if len(draft.numbers) < 2 or len({b and b.start for each in draft.benchmarks for b in each}) != 1:
        return False
    return "/" in text[draft.numbers[0].end : draft.numbers[1].start]


def _does_well(draft: Draft, text: str) -> bool:
    """Whether a sentence speaks of how well something did, and not of what a benchmark holds: `up to 40% in B`."""
    sentence = draft.sentence
    if not letters("performs").isdisjoint(sentence.symbols[: draft.index]):
        return True
    return shape("does-well").search(text, sentence.start, sentence.end) is not None


def _of_other_task(bench: Benchmark, text: str) -> bool:
    """Whether nothing speaks of the task of a benchmark of which others are measured on it as well."""
    head = (bench.task or "").rpartition(" ")[2]
    return head in words("one-task-of-many") and head[:6] not in text.lower()
