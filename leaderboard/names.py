"""From a name as written to its lexicon entry: case, blanks and hyphens do not count, variants are never merged."""

from __future__ import annotations

import difflib
import re
from functools import cache

from leaderboard.lexicon import Benchmark, Metric, lexicon


def find_benchmark(text: str, context: str | None = None) -> Benchmark | None:
    """The benchmark of this name or alias; an ambiguous one only where `context`, if given, bears it out."""
    found = _benchmarks().get(_benchmark_key(text))
    if found is None or context is None or not found.needs:
        return found
    lower = context.lower()
    return found if any(word.lower() in lower for word in found.needs) else None


def find_metric(text: str) -> Metric | None:
    """The metric of this name or alias; words in front that name no other metric are left out (`test accuracy`)."""
    words = _metric_key(text).split()
    endings = (" ".join(words[start:]) for start in range(len(words)))
    return next((_metrics()[ending] for ending in endings if ending in _metrics()), None)


def suggest_benchmarks(text: str, n: int = 5) -> list[str]:
    """Up to `n` names of benchmarks that are spelt much like the text, likest first."""
    return difflib.get_close_matches(text, [benchmark.name for benchmark in lexicon().benchmarks], n)


def _benchmark_key(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter == "+")


def _metric_key(text: str) -> str:
    return re.sub(r"[^\w@+^.]+", " ", text.lower()).strip(" .")


@cache
def _benchmarks() -> dict[str, Benchmark]:
    entries = lexicon().benchmarks
    return {_benchmark_key(name): entry for entry in entries for name in (entry.name, *entry.aliases)}


@cache
def _metrics() -> dict[str, Metric]:
    return {_metric_key(name): entry for entry in lexicon().metrics for name in (entry.name, *entry.aliases)}
