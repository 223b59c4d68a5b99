"""Names to lexicon entries, whatever their spelling."""
from __future__ import annotations
import difflib, re
from functools import cache
from leaderboard.lexicon import Benchmark, Metric, lexicon
def benchmark_key(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum() or c == "+")
def metric_key(text: str) -> str:
    return re.sub(r"[^\w@+^.]+", " ", text.lower()).strip(" .")
@cache
def _b() -> dict[str, Benchmark]:
    return {benchmark_key(a): b for b in lexicon().benchmarks for a in (b.name, *b.aliases)}
@cache
def _m() -> dict[str, Metric]:
    return {metric_key(a): m for m in lexicon().metrics for a in (m.name, *m.aliases)}
def find_benchmark(text: str, context: str = "") -> Benchmark | None:
    return _b().get(benchmark_key(text))
def find_metric(text: str) -> Metric | None:
    words = metric_key(text).split()
    for i in range(len(words)):
        hit = _m().get(" ".join(words[i:]))
        if hit: return hit
    return None
def suggest_benchmarks(text: str, n: int = 5) -> list[str]:
    return difflib.get_close_matches(text, [b.name for b in lexicon().benchmarks], n)
