"""Claim patterns as regexes over the symbols of a sentence, and whether one holds for a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic

import regex

from leaderboard.claims.entries import P, Pattern, PatternFile
from leaderboard.claims.grammar import compile_context, reads_far, words_regex
from leaderboard.mentions import Sentence
from leaderboard.patterns import PatternError


@dataclass(frozen=True, slots=True)
class Compiled(Generic[P]):
    """A pattern with its regexes over symbols (anchored on a number) and over the words around it.

    `left` and `right` are its two contexts alone, the left one read backwards from the number. `phrase` tells that its
    slot takes a noun phrase, not one mention, `far` that its words before are searched for.
    """

    entry: P
    symbols: regex.Pattern[str] | None
    left: regex.Pattern[str] | None
    right: regex.Pattern[str] | None
    words_before: regex.Pattern[str] | None
    words_after: regex.Pattern[str] | None
    written: regex.Pattern[str] | None
    unless: regex.Pattern[str] | None
    unless_sentence: regex.Pattern[str] | None
    phrase: bool
    far: bool


def candidates(file: PatternFile[P], family: str | None, symbols: str, index: int) -> tuple[Compiled[P], ...]:
    """The patterns of a file that may hold for the number at `index` of a unit family (null: a bare one), in order.

    Most are told by the symbols right beside the number to hold nowhere there; what is left is asked of `matches`.

    Raises:
        PatternError: an entry cannot be read.
    """
    return _beside(file, family, symbols[index - 1 : index], symbols[index + 1 : index + 2])


@cache
def _beside(file: PatternFile[Pattern], family: str | None, left: str, right: str) -> tuple[Any, ...]:
    return tuple(p for p in _behind(file, family, left) if _may_meet(p.right, right))


@cache
def _behind(file: PatternFile[Pattern], family: str | None, left: str) -> tuple[Compiled[Pattern], ...]:
    return tuple(p for p in of_family(file, family) if _may_meet(p.left, left))


@cache
def _may_meet(context: regex.Pattern[str] | None, symbol: str) -> bool:
    """Whether a context may hold where this symbol stands beside the number (none at an end of the sentence)."""
    return context is None or context.match(symbol, partial=bool(symbol)) is not None


@cache
def of_family(file: PatternFile[Pattern], family: str | None) -> tuple[Compiled[Any], ...]:
    """The patterns of a file that may hold for a number of a unit family (null: a bare one), in order."""
    return tuple(p for p in _all(file) if not p.entry.units or (family or "bare") in p.entry.units)


@cache
def _all(file: PatternFile[Pattern]) -> tuple[Compiled[Pattern], ...]:
    try:
        return tuple(_compiled(entry) for entry in file.entries)
    except regex.error as error:
        raise PatternError(f"patterns/{file.name}.yaml: a context is no regular expression: {error}") from error


def _compiled(entry: Pattern) -> Compiled[Pattern]:
    before, after = compile_context(entry.before), compile_context(entry.after)
    symbols = regex.compile((f"(?<={before})" if before else "") + "N" + after) if before or after else None
    not_before, not_after = compile_context(entry.unless_before), compile_context(entry.unless_after)
    unless = ([f"(?<={not_before})N"] if not_before else []) + ([f"N{not_after}"] if not_after else [])
    nowhere = compile_context(entry.unless_sentence)
    return Compiled(
        entry,
        symbols,
        regex.compile(f"(?r)(?:{before})") if before else None,
        regex.compile(after) if after else None,
        words_regex(entry.words_before, "words_before") if entry.words_before else None,
        words_regex(entry.words_after, "words_after") if entry.words_after else None,
        words_regex(entry.written, "written") if entry.written else None,
        regex.compile("|".join(unless)) if unless else None,
        regex.compile(nowhere) if nowhere else None,
        re.search(r"[NS]P!", entry.before + entry.after) is not None,
        reads_far(entry.words_before or ""),
    )


def matches(
    pattern: Compiled[Pattern], symbols: str, index: int, words_before: str, words_after: str, written: str
) -> tuple[bool, int | None]:
    """Whether a pattern holds for the number at `index`, and the index of the (first) mention that its slot takes."""
    if pattern.written is not None and not pattern.written.fullmatch(written):
        return False, None
    match = pattern.symbols.match(symbols, index) if pattern.symbols is not None else None
    if pattern.symbols is not None and match is None:
        return False, None
    if pattern.words_after is not None and not pattern.words_after.match(words_after):
        return False, None
    if pattern.words_before is not None and not _said_before(pattern, words_before):
        return False, None
    if pattern.unless is not None and pattern.unless.match(symbols, index):
        return False, None
    if pattern.unless_sentence is not None and pattern.unless_sentence.search(symbols):
        return False, None
    if match is None or "slot" not in match.re.groupindex or match["slot"] is None:
        return True, None
    return True, match.start("slot")


def _said_before(pattern: Compiled[P], words: str) -> regex.Match[str] | None:
    """What the words before a number match of a pattern that asks for some."""
    if pattern.words_before is None:
        return None
    return pattern.words_before.search(words) if pattern.far else pattern.words_before.match(words, len(words))


def said(pattern: Compiled[Pattern], words_before: str) -> tuple[int, int] | None:
    """Where the words stand that `words_before` calls `(?P<said>...)`, as offsets into what stands before a number."""
    if pattern.words_before is None or "said" not in pattern.words_before.groupindex:
        return None
    match = _said_before(pattern, words_before)
    return match.span("said") if match is not None else None


def around(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, str]:
    """The words before and after a stretch of a sentence, 140 and 80 characters at most."""
    return text[max(sentence.start, start - 140) : start], text[end : min(sentence.end, end + 80)]
