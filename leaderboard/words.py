"""Lists and shapes of words by name, out of `patterns/words.yaml` and `patterns/shapes.yaml`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Literal

from leaderboard.patterns import Named, PatternError, load_named
from leaderboard.resources import resource
from leaderboard.when import has_one, strings


class Words(Named):
    """An entry of `patterns/words.yaml`, at whose head its key is explained."""

    words: str


class Shape(Named):
    """An entry of `patterns/shapes.yaml`, at whose head its keys are explained."""

    at: Literal["anywhere", "start", "whole"] = "anywhere"
    any_case: bool = False
    when: str | None = None
    regex: str | tuple[str, ...]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


_INCLUDED = re.compile(r"\{\{([a-z-]+)\}\}")


@cache
def _lists() -> dict[str, Words]:
    return load_named(resource("patterns") / "words.yaml", Words)


@cache
def shapes() -> dict[str, Shape]:
    """The shapes by name.

    Raises:
        PatternError: two have one name, or an entry cannot be read.
    """
    return load_named(resource("patterns") / "shapes.yaml", Shape)


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list.

    Raises:
        PatternError: there is no such list.
    """
    if name not in _lists():
        raise PatternError(f"patterns/words.yaml: there is no list `{name}`; add it, or mend the name")
    return frozenset(word.strip() for word in _lists()[name].words.split(","))


def any_of(name: str) -> str:
    """The words of a list as alternatives of a regex."""
    return "|".join(sorted(words(name)))


@cache
def shape(name: str) -> re.Pattern[str]:
    """The regex of a shape, compiled.

    Raises:
        PatternError: it is no regular expression, or one that it stands on is not there.
    """
    try:
        return re.compile(_spelt_out(name), re.I if shapes()[name].any_case else 0)
    except re.error as error:
        raise PatternError(f"patterns/shapes.yaml: `{name}` is no regular expression: {error}") from error


def seek(name: str, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """Where a shape with a `when` first stands in `text[start:end]`."""
    return shape(name).search(text, start, end) if has_one(text[start:end].lower(), _when(name)) else None


def seek_all(name: str, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Wherever it stands there."""
    return shape(name).finditer(text, start, end) if has_one(text[start:end].lower(), _when(name)) else iter(())


@cache
def _when(name: str) -> tuple[str, ...]:
    return strings(shapes()[name].when)


def _spelt_out(name: str) -> str:
    """A shape's regex, with those that it stands on in full."""
    if name not in shapes():
        raise PatternError(f"patterns/shapes.yaml: there is no shape `{name}`; add it, or mend the name")
    regex = shapes()[name].regex
    text = regex if isinstance(regex, str) else "|".join(regex)
    return _INCLUDED.sub(lambda match: f"(?:{_spelt_out(match[1])})", text)
