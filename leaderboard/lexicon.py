"""The names the project knows: benchmarks and metrics, out of `patterns/benchmarks/` and `patterns/metrics.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from leaderboard.patterns import Entry, load_entries, once
from leaderboard.resources import resource


class Benchmark(Entry):
    """A benchmark; `metric` is the id of its usual metric, `needs` beginnings of words of which the abstract must have
    one, `case` for names that are read only as they are written here."""

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
    """A metric; `range` is (least, most) on the board's scale, in `unit`; without either, each board has its own unit.

    `needs`: beginnings of words of which the abstract must have one. `case`: names with capitals are read only as
    they are written here. `by_place`: wordings that nobody looks for in a text, and that mean the metric where the
    place of one says so (`3x faster`). `fraction`: up to where a bare number is a hundredth of what boards show.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    by_place: tuple[str, ...] = ()
    unit: str | None = None
    range: tuple[float | None, float | None] | None = None
    fraction: float | None = None
    higher_is_better: bool | None = None
    topic: Literal["quality", "efficiency"] = "quality"
    doc: str = ""
    verified: bool = False
    needs: tuple[str, ...] = ()
    case: bool = False

    @property
    def wordings(self) -> tuple[str, ...]:
        """The name, its aliases and their plurals, each once, as far as a text is searched for them."""
        names = tuple(name for name in (self.name, *self.aliases) if name.lower() not in self.by_place)
        return tuple(dict.fromkeys((*names, *filter(None, map(_plural, names)))))

    def is_exact(self, wording: str) -> bool:
        """Whether a wording is read only with its capitals: a short abbreviation could be a word (`PER`, `IS`)."""
        letters = wording.removesuffix("s")
        return letters != letters.lower() and (self.case or (letters.isupper() and len(letters) < _SHORT))


_SHORT = 6


def is_borne_out(entry: Benchmark | Metric, context: str) -> bool:
    """Whether a text has one of the words that an ambiguous name needs around it."""
    return not entry.needs or _has_needed(entry.needs, context)


@lru_cache(maxsize=256)  # a long text may have such a name a thousand times, and is searched once
def _has_needed(beginnings: tuple[str, ...], context: str) -> bool:
    return _needed(beginnings).search(context.lower()) is not None


@cache
def _needed(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:" + "|".join(re.escape(word.lower()) for word in beginnings) + ")")


def _plural(name: str) -> str | None:
    """The plural of an abbreviation or of several words; a single word has it among its aliases, if at all."""
    several = " " in name or "-" in name or sum(letter.isupper() for letter in name) > 1
    if not several or not name[-1].isalpha() or name[-1] in "sxhz":
        return None
    return name[:-1] + "ies" if name[-1] == "y" and name[-2] not in "aeiou" else name + "s"


@dataclass(frozen=True)
class Lexicon:
    """All entries, in the order of their files."""

    benchmarks: tuple[Benchmark, ...]
    metrics: tuple[Metric, ...]

    def metric(self, metric_id: str) -> Metric | None:
        """The metric with this id."""
        return self._metrics_by_id.get(metric_id)

    @cached_property
    def _metrics_by_id(self) -> dict[str, Metric]:
        return {metric.id: metric for metric in self.metrics}


@cache
def lexicon() -> Lexicon:
    """Everything under `patterns/`, loaded once.

    Raises:
        PatternError: an entry cannot be read, two have one id, or a benchmark's metric is none.
    """
    repeated, repeated_metric = once(), once()
    metrics = load_entries(resource("patterns") / "metrics.yaml", Metric, lambda metric: repeated_metric(metric.id))
    known = {metric.id for metric in metrics}

    def refuse(benchmark: Benchmark) -> str | None:
        if benchmark.metric is not None and benchmark.metric not in known:
            return f"`metric`: patterns/metrics.yaml has no id `{benchmark.metric}`; add it, or mend the name"
        return repeated(benchmark.id)

    found: list[Benchmark] = []
    for path in sorted((resource("patterns") / "benchmarks").glob("*.yaml")):
        found += load_entries(path, Benchmark, refuse, {"field": path.stem})
    return Lexicon(tuple(found), metrics)
