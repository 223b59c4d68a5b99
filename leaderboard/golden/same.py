"""When the scorer calls two names or numbers the same: the rules are here, the wordings in `golden/same.yaml`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from leaderboard.patterns import PatternError, load_yaml, misfit, read_text
from leaderboard.resources import resource

_BETWEEN_WORDS = re.compile(r"[^\w@{}+.]+")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<!s)s$|(?<=^[a-z]{2}\d)s$")
_LONG_AND_SHORT = re.compile(r"(.+?)\s*\(([A-Z][\w+-]*)\)?")


class Saving(BaseModel):
    """Something an efficiency claim saves, and the words that tell of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    saves: str
    words: re.Pattern[str]


class Wordings(BaseModel):
    """`golden/same.yaml`: `metrics` and `benchmarks` map each wording to the one that stands for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    metrics: dict[str, str]
    filler: frozenset[str]
    circumstance: frozenset[str]
    whole: frozenset[str]
    nothing: frozenset[str]
    savings: tuple[Saving, ...]
    benchmark_filler: re.Pattern[str]
    benchmarks: dict[str, str]

    @field_validator("metrics", "benchmarks", mode="before")
    @classmethod
    def _by_wording(cls, groups: Any) -> Any:
        return {wording: group[0] for group in groups for wording in group}


@cache
def wordings() -> Wordings:
    """The wordings that the scorer knows, read once.

    Raises:
        PatternError: the file cannot be read.
    """
    path = resource("golden") / "same.yaml"
    try:
        return Wordings.model_validate(load_yaml(path, read_text(path)))
    except ValidationError as error:
        raise PatternError(f"{path}: {misfit(error, Wordings)}") from error


@lru_cache(maxsize=65536)
def metric_key(text: str | None) -> str:
    """One spelling for all wordings of a metric; "" where the text names none."""
    known = wordings()
    key = _standing(_plain(text or ""))
    if key in known.nothing:
        return ""
    while key and key not in known.whole and key.split()[0] in known.filler:
        key = _standing(key.partition(" ")[2])
    if key in known.whole:
        return key
    telling = [word for word in key.split() if word not in known.filler]
    return _standing(" ".join([word for word in telling[:-1] if word not in known.circumstance] + telling[-1:]))


def same_metric(one: str | None, other: str | None, topic: str = "quality") -> bool:
    """Whether two wordings name one metric; of efficiency, whether they save the same thing."""
    if topic == "efficiency":
        return _saving(one) == _saving(other)
    return metric_key(one) == metric_key(other)


@lru_cache(maxsize=65536)
def benchmark_key(text: str | None) -> str:
    """One spelling for a benchmark's name: letters, digits and `+` of its telling words."""
    known = wordings()
    name = unicodedata.normalize("NFKC", text or "").lower()
    telling = "".join(c for c in known.benchmark_filler.sub(" ", name) if c.isalnum() or c == "+")
    key = telling or "".join(filter(str.isalnum, name))  # a name made of filler alone is still a name
    return known.benchmarks.get(key, key)


def same_benchmark(one: str | None, other: str | None) -> bool:
    """Whether two names mean one benchmark; either half of `Long Name (LN)` stands for the whole."""
    if benchmark_key(one) == benchmark_key(other):
        return True
    return _is_half(one, other) or _is_half(other, one)


def same_value(one: float | None, other: float | None) -> bool:
    """Whether both are numbers of one size, whatever their signs."""
    if one is None or other is None:
        return False
    return abs(abs(one) - abs(other)) <= 1e-6 * max(1.0, abs(one))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two copied names agree but for case; no name is the same as an empty one."""
    return (one or "").lower() == (other or "").lower()


def _plain(text: str) -> str:
    lower = unicodedata.normalize("NFKC", text).lower().replace("\\", "")
    lower = re.sub(r"\b(\w*accurac)ies\b", r"\1y", lower)
    words = _BETWEEN_WORDS.sub(" ", lower).strip(" .").split()
    return " ".join(_PLURAL.sub("", word) for word in words)


def _standing(wording: str) -> str:
    return wordings().metrics.get(wording, wording)


@lru_cache(maxsize=65536)
def _saving(text: str | None) -> str | None:
    if not text:
        return None
    lower = text.lower()
    return next((saving.saves for saving in wordings().savings if saving.words.search(lower)), metric_key(text))


def _is_half(name: str | None, whole: str | None) -> bool:
    halves = _LONG_AND_SHORT.fullmatch(whole or "")
    if not halves or not name or "(" in name:
        return False
    return benchmark_key(name) in {benchmark_key(halves[1]), benchmark_key(halves[2])}
