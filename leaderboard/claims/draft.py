"""A claim in the making: what each step has decided of one number so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from leaderboard.cues import letters
from leaderboard.mentions import Mention, Sentence
from leaderboard.model import Effect, Kind, Role, Topic
from leaderboard.numbers import Number
from leaderboard.words import shape

Side = Literal["left", "right"]
Sense = Literal["better", "worse", "up", "plus", "minus", "down", "falls"]
Yields = Literal["kind", "all"]
Measure = Literal["open", "told", "deed", "reference"]


@dataclass(slots=True)
class Draft:
    """The claims of one group of numbers (`12% and 15%`); `index` is the place of the group in the sentence's symbols.

    `kind` to `measure` are what the pattern in `pattern` says; patterns/kinds.yaml explains them. `metrics`,
    `benchmarks` and `systems` have a list for each number, of which each member gives a row (None: a row without),
    `baselines`, `splits` and `settings` one for each number; all are empty as long as nothing is found. `..._slot` is
    the slot or the rule that found them. `..._loose`: it was a slot of little weight. `benchmark_side`: on which side
    of the number; None for what is carried. `against_nobody`: it is said to be compared with nobody who has a name.
    """

    sentence: Sentence
    index: int
    numbers: tuple[Number, ...]
    kind: Kind
    pattern: str
    topic: Topic | None = None
    sense: Sense | None = None
    effect: Effect | None = None
    relative: bool | None = None
    role: Role = "own"
    yields: Yields | None = None
    measure: Measure | None = None
    metrics: list[list[Mention | None]] = field(default_factory=list)
    benchmarks: list[list[Mention | None]] = field(default_factory=list)
    systems: list[list[Mention | None]] = field(default_factory=list)
    baselines: list[Mention | None] = field(default_factory=list)
    splits: list[Mention | None] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    metric_slot: str | None = None
    benchmark_slot: str | None = None
    metric_loose: bool = False
    benchmark_side: Side | None = None
    benchmark_loose: bool = False
    role_pattern: str | None = None
    system_slot: str | None = None
    baseline_slot: str | None = None
    against_nobody: bool = False

    def take_metrics(self, found: Sequence[Sequence[Mention | None]], slot: str, *, loose: bool = False) -> None:
        """Take the metrics that a slot or a rule of carrying over found, a list for each number."""
        self.metrics, self.metric_slot, self.metric_loose = [list(each) for each in found], slot, loose

    def take_metric(self, metric: Mention, slot: str, *, loose: bool = False) -> None:
        """Take one metric for all numbers."""
        self.take_metrics([[metric]] * len(self.numbers), slot, loose=loose)

    def take_benchmarks(
        self, found: Sequence[Sequence[Mention | None]], slot: str, *, side: Side | None = None, loose: bool = False
    ) -> None:
        """The same, of benchmarks."""
        self.benchmarks, self.benchmark_slot = [list(each) for each in found], slot
        self.benchmark_side, self.benchmark_loose = side, loose

    def take_benchmark(self, benchmark: Mention | None, slot: str, *, loose: bool = False) -> None:
        """Take one benchmark for all numbers; None settles that they have none, so that none is carried."""
        self.take_benchmarks([[benchmark]] * len(self.numbers), slot, loose=loose)

    def take_benchmarks_of(self, other: Draft) -> None:
        """Take those of another draft, as found there."""
        self.benchmarks, self.benchmark_slot = [list(each) for each in other.benchmarks], other.benchmark_slot
        self.benchmark_side, self.benchmark_loose = other.benchmark_side, other.benchmark_loose

    def leave_benchmarks(self) -> None:
        """Drop them, so that others may be carried."""
        self.benchmarks, self.benchmark_slot, self.benchmark_side, self.benchmark_loose = [], None, None, False

    @property
    def lacks_benchmark(self) -> bool:
        """Whether it has no benchmark of its own: none, or one far before it, maybe of the whole sentence."""
        return not self.benchmark_slot or (self.benchmark_loose and self.benchmark_side == "left")

    def fired(self, file: str) -> str | None:
        """The pattern of `patterns/FILE.yaml` (or the rule of carrying over) that decided; None where none did."""
        decided = {
            "kinds": self.pattern,
            "metric_slots": self.metric_slot,
            "benchmark_slots": self.benchmark_slot,
            "roles": self.role_pattern,
            "system_slots": self.system_slot,
            "baseline_slots": self.baseline_slot,
        }
        return decided.get(file)

    @property
    def family(self) -> str | None:
        """The family of the unit of the last number, behind which a unit that is said once stands."""
        return self.numbers[-1].family

    @property
    def start(self) -> int:
        """Where the group's first number starts."""
        return self.numbers[0].start

    @property
    def end(self) -> int:
        """Where the group's last number ends."""
        return self.numbers[-1].end

    @property
    def is_respective(self) -> bool:
        """Whether it has several numbers, with `respectively` behind them: each has its own member of a list."""
        return len(self.numbers) > 1 and "y" in self.sentence.symbols[self.index :]

    @property
    def is_amount(self) -> bool:
        """Whether its unit is one of time, memory, power or computation: `25 s`."""
        return self.family in ("time", "memory", "power", "compute")

    @property
    def tells_measure(self) -> bool:
        """Whether the words of its pattern say what was measured."""
        return self.measure in ("told", "deed")

    def is_share(self, text: str) -> bool:
        """Whether a score is of things that stand right behind it: `54% of them`, `75% broken kites`."""
        behind = self.sentence.symbols.startswith("q", self.index + 1)
        return behind or (self.kind == "score" and shape("own-noun").match(text, self.end) is not None)

    @property
    def is_vague(self) -> bool:
        """Whether all that is said of its metric is `performance`."""
        return all(m is not None and m.symbol in letters("no-metric-name") for ms in self.metrics for m in ms)

    @property
    def is_quality(self) -> bool:
        """Whether one of its metrics says how good an output is."""
        return any(m.symbol in "MS" for m in mentions_in(self.metrics))

    @property
    def is_efficiency(self) -> bool:
        """Whether the claim is about time, memory, size or cost, as a factor mostly is."""
        return self.kind == "factor" or self.is_of_cost

    @property
    def is_of_cost(self) -> bool:
        """Whether it is said to be about time, memory, size or cost."""
        return self.topic == "efficiency" or any(m.symbol in "EF" for m in mentions_in(self.metrics))


def mentions_in(found: Iterable[Iterable[Mention | None]]) -> list[Mention]:
    """The mentions among the metrics, benchmarks or systems of a draft, in the order of its numbers."""
    return [mention for each in found for mention in each if mention is not None]


def spread_out(found: Mention, count: int) -> list[list[Mention | None]]:
    """Share a mention's members among `count` numbers: one each where they are as many, else all to every number."""
    members = list(found.each)
    if len(members) == count:
        return [[m] for m in members]
    if len(members) > 1 and count > 1:
        if len(members) > count:
            return [[None] for _ in range(count)]
        if count % len(members) == 0:
            return [[members[i % len(members)]] for i in range(count)]
        return [[members[min(i, len(members) - 1)]] for i in range(count)]
    return [list(members) for _ in range(count)]
