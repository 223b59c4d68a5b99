"""What the files of claim patterns hold: an entry of each, checked when it is read.

What its keys mean stands at the head of each file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, Literal, TypeVar

import regex
from pydantic import ValidationInfo, field_validator

from leaderboard.claims.draft import Measure, Sense, Side, Yields
from leaderboard.claims.grammar import compile_context, words_regex
from leaderboard.model import Effect, Kind, Role, Topic
from leaderboard.patterns import Named, load_named
from leaderboard.resources import resource
from leaderboard.units import families


class Pattern(Named):
    """What every claim pattern has: where it holds."""

    before: str = ""
    after: str = ""
    units: tuple[str, ...] = ()
    words_before: str | None = None
    when_before: str | None = None
    words_after: str | None = None
    written: str | None = None
    unless_before: str = ""
    unless_after: str = ""
    unless_sentence: str = ""
    examples: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()

    @field_validator("units")
    @classmethod
    def _are_families(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        if not families().issuperset(named):
            raise ValueError(f"of {', '.join(named)} not all are families of patterns/units.yaml")
        return named

    @field_validator("before", "after", "unless_before", "unless_after", "unless_sentence")
    @classmethod
    def _is_context(cls, text: str) -> str:
        compile_context(text)
        if text.count("(") != text.count(")"):
            raise ValueError("its brackets do not match")
        return text

    @field_validator("words_before", "words_after", "written")
    @classmethod
    def _is_regex(cls, text: str | None, info: ValidationInfo) -> str | None:
        try:
            words_regex(text or "", info.field_name or "")
        except (regex.error, re.error) as error:
            raise ValueError(f"not a regular expression: {error}") from error
        return text


class Rejection(Pattern):
    """Why a number is no claim."""

    listed: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether it looks at nothing but the number as written."""
        around = (self.before, self.after, self.words_before, self.words_after, self.unless_before, self.unless_after)
        return not any(around) and not self.unless_sentence


class KindPattern(Pattern):
    """Of which kind a claim is, and what else its words tell."""

    kind: Kind
    topic: Topic | None = None
    sense: Sense | None = None
    effect: Effect | None = None
    relative: bool | None = None
    role: Role = "own"
    yields: Yields | None = None
    measure: Measure | None = None
    pair: bool = False
    named: bool = False

    @property
    def told_behind(self) -> bool:
        """Whether only what stands behind the number, or its sign, tells what it is: `5% higher`."""
        return not self.before and not self.words_before


class Slot(Pattern):
    """Where a name stands that belongs to a claim, and of which claims it is asked."""

    kinds: tuple[Kind, ...] = ()
    by: tuple[str, ...] = ()
    unless_by: tuple[str, ...] = ()

    def is_for(self, kind: Kind, pattern: str) -> bool:
        """Whether it is asked of claims of a kind that a pattern found."""
        if self.kinds and kind not in self.kinds:
            return False
        if self.by and not _named(pattern, self.by):
            return False
        return not (self.unless_by and _named(pattern, self.unless_by))

    @property
    def side(self) -> Side:
        """On which side of the number the name stands."""
        return "right" if "!" in self.after else "left"


@cache
def _named(pattern: str, names: tuple[str, ...]) -> bool:
    return any(pattern.startswith(name[:-1]) if name.endswith("*") else pattern == name for name in names)


class AttachedSlot(Slot):
    """Where the metric or the benchmark stands."""

    loose: bool = False


class MetricSlot(AttachedSlot):
    """Where the metric stands."""

    afar: bool = False
    of_speed: bool = False


class SystemSlot(Slot):
    """Where the name of a system stands."""

    roles: tuple[Role, ...] = ()
    rivals: bool = False
    improved: bool = False


class BaselineSlot(Slot):
    """Where that stands which a change is measured against."""

    decides: bool = False
    shared: bool = False
    single: bool = False


class Doubt(Slot):
    """Why a claim does not hold up after all, asked where metric and benchmark are known."""

    metric: Literal["none", "unsure", "some", "quality", "cost", "no quality"] | None = None
    benchmark: Literal["none", "some"] | None = None
    alone: bool = False
    open: bool = False


PatternT = TypeVar("PatternT", bound=Pattern, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class PatternFile(Generic[PatternT]):
    """A file of claim patterns, `patterns/NAME.yaml`, and what its entries are."""

    name: str
    model: type[PatternT]

    @property
    def entries(self) -> tuple[PatternT, ...]:
        """The entries, in their order.

        Raises:
            PatternError: the file is no list of such entries.
        """
        entries: tuple[PatternT, ...] = _entries(self.name, self.model)
        return entries

    def __getitem__(self, name: str) -> PatternT:
        entry: PatternT = _by_name(self.name, self.model)[name]
        return entry

    def named(self, name: str | None) -> PatternT | None:
        """The entry of a name; None for the name of a rule that is code, and for none."""
        entry: PatternT | None = _by_name(self.name, self.model).get(name or "")
        return entry


@cache
def _entries(name: str, model: type[Pattern]) -> tuple[Any, ...]:
    return tuple(_by_name(name, model).values())


@cache
def _by_name(name: str, model: type[Pattern]) -> dict[str, Any]:
    return load_named(resource("patterns") / f"{name}.yaml", model, _lost_kind)


def _lost_kind(entry: Pattern) -> str | None:
    """What is wrong with a slot for claims of a pattern that is no more."""
    asked = (*entry.by, *entry.unless_by) if isinstance(entry, Slot) else ()
    lost = [name for name in asked if not any(_named(kind.name, (name,)) for kind in KINDS.entries)]
    return f"`by`: patterns/kinds.yaml has no `{lost[0]}`; add it, or mend the name" if lost else None


REJECT = PatternFile("reject", Rejection)
KINDS = PatternFile("kinds", KindPattern)
METRICS = PatternFile("metric_slots", MetricSlot)
BENCHMARKS = PatternFile("benchmark_slots", AttachedSlot)
DOUBTS = PatternFile("doubts", Doubt)
ROLES = PatternFile("roles", Pattern)
SYSTEMS = PatternFile("system_slots", SystemSlot)
BASELINES = PatternFile("baseline_slots", BaselineSlot)

FILES: tuple[PatternFile[Pattern], ...] = (REJECT, KINDS, METRICS, BENCHMARKS, DOUBTS, ROLES, SYSTEMS, BASELINES)
"""All of them, in the order in which they are asked."""
REJECTING: tuple[PatternFile[Pattern], ...] = (REJECT, DOUBTS)
"""Those whose entries say that a number is no claim."""
