"""How fast abstracts are read on one core, and how much memory that takes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import CLI, Figure, first_abstracts, median_seconds, run_child
from leaderboard import sources
from leaderboard.extract import extract

GROUP = "Reading"
SHORT = 6_000


def measure(corpus: Path, scratch: Path) -> Iterator[Figure]:
    """Abstracts a second with and without start-up, start-up alone, and peak memory of a short and a long stream."""
    short = first_abstracts(corpus, SHORT, scratch)
    papers = list(sources.read([short]))
    affinity = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(affinity)})
    for paper in papers[:200]:
        extract(paper)
    seconds = median_seconds(lambda: [extract(paper) for paper in papers], repeats=3)
    os.sched_setaffinity(0, affinity)
    yield Figure(GROUP, "abstracts a second on one core, extraction alone", len(papers) / seconds, "/s", "1,000")

    runs = [run_child([*CLI, "extract", short, "--jsonl"]) for _ in range(3)]
    seconds = sorted(run.seconds for run in runs)[1]
    yield Figure(GROUP, "the same from file to JSON lines, start-up included", len(papers) / seconds, "/s", "1,000")
    yield Figure(GROUP, "start-up (`leaderboard --version`)", _start_up(), "s")

    everything = corpus / "arxiv-sample.jsonl.gz"
    long_run = run_child([*CLI, "extract", everything, "--jsonl"])
    count = sum(1 for _ in sources.read([everything]))
    yield Figure(GROUP, f"peak memory, {len(papers):,} abstracts streamed", max(run.peak_mb for run in runs), "MB")
    yield Figure(GROUP, f"peak memory, {count:,} abstracts streamed", long_run.peak_mb, "MB", "as above")
    yield Figure(GROUP, f"{count:,} abstracts, file to JSON lines, one core", long_run.seconds, "s")


def _start_up() -> float:
    return sorted(run_child([*CLI, "--version"]).seconds for _ in range(5))[2]
