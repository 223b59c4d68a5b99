"""Claim patterns as regexes over the symbols of a sentence, and whether one holds for a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic

import regex

from leaderboard.claims.entries import Pattern, PatternFile, PatternT
from leaderboard.claims.grammar import compile_context, reads_far, words_regex
from leaderboard.mentions import Sentence
from leaderboard.numbers import Number
from leaderboard.patterns import PatternError
from leaderboard.when import has_one, strings


@dataclass(frozen=True, slots=True)
class Compiled(Generic[PatternT]):
    """A pattern with its regexes over the symbols and the words on both sides of a number.

    `left` and `right` hold the number itself, and the left one is read backwards. `phrase` tells that its slot takes a
    noun phrase, not one mention, `far` that its words before are searched for.
    """

    entry: PatternT
    left: regex.Pattern[str] | None
    right: regex.Pattern[str] | None
    words_before: regex.Pattern[str] | None
    when_before: tuple[str, ...]
    words_after: re.Pattern[str] | None
    written: re.Pattern[str] | None
    unless: regex.Pattern[str] | None
    unless_sentence: regex.Pattern[str] | None
    phrase: bool
    far: bool


@dataclass(slots=True)
class Place:
    """What patterns are asked about a number: its place in the symbols of a sentence, the words around it, itself.

    `lowered` is `before` in lower case.
    """

    symbols: str
    index: int
    before: str
    after: str
    written: str
    lowered: str = ""


def place_of(
    text: str, sentence: Sentence, index: int, numbers: Sequence[Number], before: int = 140, after: int = 80
) -> Place:
    """The place of a number, or of a list of some, with so many characters of its sentence around it at most."""
    start, end = numbers[0].start, numbers[-1].end
    said_before = text[max(sentence.start, start - before) : start]
    said_after = text[end : min(sentence.end, end + after)]
    return Place(sentence.symbols, index, said_before, said_after, text[start : numbers[0].end], said_before.lower())


def candidates(file: PatternFile[PatternT], family: str | None, place: Place) -> tuple[Compiled[PatternT], ...]:
    """The patterns of a file that may hold for the number at a place of a unit family (None: a bare one), in order.

    Most are told by the symbols right beside the number to hold nowhere there; what is left is asked of `holds`.

    Raises:
        PatternError: an entry cannot be read.
    """
    symbols, index = place.symbols, place.index
    return _beside(file, family, symbols[max(0, index - 1) : index + 1], symbols[index : index + 2])


@cache
def _beside(file: PatternFile[Pattern], family: str | None, left: str, right: str) -> tuple[Any, ...]:
    return tuple(p for p in _behind(file, family, left) if _may_meet(p.right, right))


@cache
def _behind(file: PatternFile[Pattern], family: str | None, left: str) -> tuple[Compiled[Pattern], ...]:
    return tuple(p for p in of_family(file, family) if _may_meet(p.left, left))


@cache
def _may_meet(context: regex.Pattern[str] | None, beside: str) -> bool:
    """Whether a context may hold of a number and the symbol beside it (none at an end of the sentence)."""
    return context is None or context.match(beside, partial=len(beside) > 1) is not None


@cache
def of_family(file: PatternFile[Pattern], family: str | None) -> tuple[Compiled[Any], ...]:
    """The patterns of a file that may hold for a number of a unit family (None: a bare one), in order."""
    return tuple(p for p in _all(file) if not p.entry.units or (family or "bare") in p.entry.units)


@cache
def _all(file: PatternFile[Pattern]) -> tuple[Compiled[Pattern], ...]:
    try:
        return tuple(_compiled(entry) for entry in file.entries)
    except regex.error as error:
        raise PatternError(f"patterns/{file.name}.yaml: a context is no regular expression: {error}") from error


def _compiled(entry: Pattern) -> Compiled[Pattern]:
    before, after = compile_context(entry.before), compile_context(entry.after)
    not_before, not_after = compile_context(entry.unless_before), compile_context(entry.unless_after)
    unless = ([f"(?<={not_before})N"] if not_before else []) + ([f"N{not_after}"] if not_after else [])
    nowhere = compile_context(entry.unless_sentence)
    return Compiled(
        entry,
        regex.compile(f"(?r)(?:{before})N") if before else None,
        regex.compile(f"N(?:{after})") if after else None,
        words_regex(entry.words_before, "words_before") if entry.words_before else None,
        strings(entry.when_before),
        words_regex(entry.words_after, "words_after") if entry.words_after else None,
        words_regex(entry.written, "written") if entry.written else None,
        regex.compile("|".join(unless)) if unless else None,
        regex.compile(nowhere) if nowhere else None,
        re.search(r"[NS]P!", entry.before + entry.after) is not None,
        reads_far(entry.words_before or ""),
    )


def first(file: PatternFile[PatternT], family: str | None, place: Place) -> PatternT | None:
    """The first entry of a file that holds for a number of a unit family; None where none does."""
    for pattern in candidates(file, family, place):
        if holds(pattern, place):
            return pattern.entry
    return None


def holds(pattern: Compiled[Pattern], place: Place) -> bool:
    """Whether a pattern holds for the number at a place."""
    return (
        (pattern.written is None or pattern.written.fullmatch(place.written) is not None)
        and (pattern.left is None or pattern.left.match(place.symbols, 0, place.index + 1) is not None)
        and (pattern.right is None or pattern.right.match(place.symbols, place.index) is not None)
        and (pattern.words_after is None or pattern.words_after.match(place.after) is not None)
        and (pattern.words_before is None or _said_before(pattern, place) is not None)
        and (pattern.unless is None or pattern.unless.match(place.symbols, place.index) is None)
        and (pattern.unless_sentence is None or pattern.unless_sentence.search(place.symbols) is None)
    )


def taken(pattern: Compiled[Pattern], place: Place) -> int | None:
    """Which mention the slot of a pattern that holds takes, the first of several; None where it takes none."""
    right = pattern.right.match(place.symbols, place.index) if pattern.right is not None else None
    left = pattern.left.match(place.symbols, 0, place.index + 1) if pattern.left is not None else None
    sides = (side for side in (right, left) if side is not None and "slot" in side.re.groupindex)
    return next((side.start("slot") for side in sides if side["slot"] is not None), None)


def _said_before(pattern: Compiled[PatternT], place: Place) -> regex.Match[str] | None:
    """What the words before a number match of a pattern that asks for some."""
    said, words = pattern.words_before, place.before
    if said is None or (pattern.when_before and not has_one(place.lowered, pattern.when_before)):
        return None
    return said.search(words) if pattern.far else said.match(words, len(words))


def said(pattern: Compiled[PatternT], place: Place, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that a pattern calls `(?P<said>...)`, around a number that stands at `start` to `end`."""
    if pattern.words_before is not None and "said" in pattern.words_before.groupindex:
        match, offset = _said_before(pattern, place), start - len(place.before)
    elif pattern.words_after is not None and "said" in pattern.words_after.groupindex:
        match, offset = pattern.words_after.match(place.after), end
    else:
        return None
    return (offset + match.start("said"), offset + match.end("said")) if match is not None else None
