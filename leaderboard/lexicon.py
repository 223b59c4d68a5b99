"""The names the project knows: benchmarks and metrics, out of `patterns/benchmarks/` and `patterns/metrics.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource


class Benchmark(Entry):
    """A benchmark; `metric` is the id of its usual metric, `needs` words one of which must stand in the abstract."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    task: str | None = None
    field: str | None = None
    metric: str | None = None
    splits: tuple[str, ...] = ()
    link: str | None = None
    verified: bool = False
    needs: tuple[str, ...] = ()
    case: bool = False


class Metric(Entry):
    """A metric; `range` is (least, most) on the board's scale, in `unit`."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    range: tuple[float | None, float | None] | None = None
    higher_is_better: bool | None = None
    topic: Literal["quality", "efficiency"] = "quality"
    doc: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All entries; look up by id."""

    benchmarks: tuple[Benchmark, ...]
    metrics: tuple[Metric, ...]

    def benchmark(self, name: str) -> Benchmark | None:
        """The benchmark with this id."""
        return _benchmarks().get(name)

    def metric(self, name: str) -> Metric | None:
        """The metric with this id."""
        return _metrics().get(name)


@cache
def lexicon() -> Lexicon:
    """Everything under `patterns/`, loaded once."""
    found: list[Benchmark] = []
    for path in sorted((resource("patterns") / "benchmarks").glob("*.yaml")):
        found += [b if b.field else b.model_copy(update={"field": path.stem}) for b in load_entries(path, Benchmark)]
    return Lexicon(tuple(found), load_entries(resource("patterns") / "metrics.yaml", Metric))


@cache
def _benchmarks() -> dict[str, Benchmark]:
    return {b.id: b for b in lexicon().benchmarks}


@cache
def _metrics() -> dict[str, Metric]:
    return {m.id: m for m in lexicon().metrics}
