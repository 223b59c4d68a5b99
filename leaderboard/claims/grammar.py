"""The little language of claim patterns, compiled to regexes over symbol strings.

A pattern stands on a number. `before` ends at it, `after` starts behind it. Both are words: a class of
`patterns/cues.yaml` (`achieve`, `of`, `gain`) or a mention (`N` number, `M` metric, `E` cost metric, `Q` either,
`B` benchmark, `S` name, `A` either name, `w` other words, `P` performance, `D` dataset). Between them `..` is up to
eight mentions that are no numbers, `...` up to sixteen, `~` up to eight with no comma, `-` up to two plain words,
`....` any at all, `aside` a bracket and what it holds; `( | )`, `?` and `*` are as in regexes. A `!` behind a word
takes that mention as what the slot yields; `NP!` takes the noun phrase that one to six mentions of plain words,
metrics and the like open with, `SP!` one that a name opens, `RP!` one of what is compared with;
`OB!` takes a benchmark behind words that may stand between it and its `on`: `the hard pictures of B`, `a set called B`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex
from pydantic import ValidationInfo, field_validator

from leaderboard.cues import symbol_of
from leaderboard.mentions import Sentence
from leaderboard.model import Effect, Kind, Role, Topic
from leaderboard.patterns import Entry, PatternError, load_entries
from leaderboard.resources import resource

# The files of claim patterns, in the order in which they are asked.
FILES = (
    "reject", "kinds", "metric_slots", "benchmark_slots", "doubts", "roles", "system_slots",
    "baseline_slots",
)  # fmt: skip
# Those whose entries say that a number is no claim.
REJECTING = ("reject", "doubts")

_TOKEN = re.compile(r"\.{2,4}|~|[A-Za-z]+!?|[()|?*^$-]")
_SHORT = {
    "N": "N",
    "M": "M",
    "E": "E",
    "B": "B",
    "S": "S",
    "w": "w",
    "Q": "ME",
    "P": "P",
    "D": "D",
    "A": "BS",
    "Z": "SXmOH",
}
# What the mentions of a noun phrase may be.
_PHRASE = "wPMEHmXDhlFRGLg"


class Pattern(Entry):
    """One entry of a claim-pattern file.

    Examples mark the number with [ ] and, for a slot, what it takes with { }; counters must not match.
    `written` is a regex that the number as written must match in full; `unless_...` are contexts that must not hold,
    `unless_sentence` anywhere in the sentence. What is `listed` holds for all numbers of a list if for its first or
    last. A metric found by a `loose` slot counts less. For `doubts.yaml`, asked where metric and benchmark are known:
    `by` are the kinds that were found (`from-*` for all that start so), an `unsure` metric is none or a loose one,
    `alone` asks that the sentence claims nothing before it, `open` leaves the number unexplained. `sense` says what a
    change did: `better`, `worse`, or, to be judged by its metric, `up`, `plus` (a sign: only a cost is worse by it),
    `minus` (a sign: worse where it names nothing), `down` (on purpose: `reduces`) and `falls` (by itself: `drops`).
    """

    name: str
    doc: str
    before: str = ""
    after: str = ""
    units: tuple[str, ...] = ()
    words_before: str | None = None
    words_after: str | None = None
    written: str | None = None
    unless_before: str = ""
    unless_after: str = ""
    unless_sentence: str = ""
    kinds: tuple[Kind, ...] = ()
    kind: Kind | None = None
    topic: Topic | None = None
    sense: Literal["better", "worse", "up", "plus", "minus", "down", "falls"] | None = None
    effect: Effect | None = None
    relative: bool | None = None
    role: Role | None = None
    roles: tuple[Role, ...] = ()
    loose: bool = False
    by: tuple[str, ...] = ()
    unless_by: tuple[str, ...] = ()
    metric: Literal["none", "unsure", "some", "quality", "cost", "no quality"] | None = None
    benchmark: Literal["none", "some"] | None = None
    alone: bool = False
    listed: bool = False
    open: bool = False
    examples: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()

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
            _words(text or "", info.field_name or "")
        except regex.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        return text


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern with its regexes over symbols (anchored on a number) and over the words around it.

    `phrase` tells that its slot takes a noun phrase, not one mention.
    """

    entry: Pattern
    symbols: regex.Pattern[str] | None
    words_before: regex.Pattern[str] | None
    words_after: regex.Pattern[str] | None
    written: regex.Pattern[str] | None
    unless: regex.Pattern[str] | None
    unless_sentence: regex.Pattern[str] | None
    phrase: bool


@cache
def _words(text: str, field: str) -> regex.Pattern[str]:
    """The regex of a field over words; compiled once, to be checked and to be matched."""
    if field == "words_before":
        return regex.compile(f"(?<={text})", regex.I)
    return regex.compile(text, regex.I if field == "words_after" else 0)


def _letters(word: str) -> str:
    if len(word) == 1 and word not in _SHORT:
        return word
    if word in _SHORT:
        return _SHORT[word]
    if word not in symbol_of():
        raise ValueError(f"{word!r} is no class of patterns/cues.yaml; the classes: {', '.join(sorted(symbol_of()))}")
    return symbol_of()[word]


_GAPS = {
    "..": "[^N.;]{0,8}?",
    "...": "[^N.]{0,16}?",
    "....": ".*?",
    "~": "[^N.;,]{0,8}?",
    "-": "[wPmvVXh]{0,2}?",
    "aside": r"(?:\([^()]{0,16}\))",
    "NP!": f"(?P<slot>[{_PHRASE}][S{_PHRASE}]{{0,5}})",
    "SP!": f"(?P<slot>S[S{_PHRASE}]{{0,5}})",
    "RP!": f"(?P<slot>[{_PHRASE}SB#O])",
    "OB!": r"(?:,w(?=[BwD]))?(?:[OwDEPq+mX#]|wU|[wDE]<)*(?:D,?[s.(]?,?w?|qw,w?|Swq)?(?P<slot>B)",
}


@cache
def compile_context(text: str) -> str:
    """A context of the language as a regex over symbols.

    Raises:
        ValueError: a word is no class of `patterns/cues.yaml`, or a character has no meaning here.
    """
    out: list[str] = []
    stray = _TOKEN.sub("", text).split()
    if stray:
        raise ValueError(f"{stray[0]!r} has no meaning in a context")
    for token in _TOKEN.findall(text):
        if token in _GAPS:
            out.append(_GAPS[token])
        elif token in "()|?*^$":
            out.append("(?:" if token == "(" else token)
        else:
            taken = token.endswith("!")
            cls = "[" + regex.escape(_letters(token.rstrip("!"))) + "]"
            out.append(f"(?P<slot>{cls})" if taken else cls)
    return "".join(out)


@cache
def entries(name: str) -> tuple[Pattern, ...]:
    """The entries of `patterns/NAME.yaml`, in their order."""
    return load_entries(resource("patterns") / f"{name}.yaml", Pattern)


@cache
def load(name: str, family: str | None) -> tuple[Compiled, ...]:
    """The patterns of `patterns/NAME.yaml` that may hold for a number of a unit family (null: a bare one), in order."""
    return tuple(p for p in _all(name) if not p.entry.units or (family or "bare") in p.entry.units)


@cache
def _all(name: str) -> tuple[Compiled, ...]:
    try:
        return tuple(_compiled(entry) for entry in entries(name))
    except regex.error as error:
        raise PatternError(f"patterns/{name}.yaml: a context is no regular expression: {error}") from error


def _compiled(entry: Pattern) -> Compiled:
    before, after = compile_context(entry.before), compile_context(entry.after)
    symbols = regex.compile((f"(?<={before})" if before else "") + "N" + after) if before or after else None
    not_before, not_after = compile_context(entry.unless_before), compile_context(entry.unless_after)
    unless = ([f"(?<={not_before})N"] if not_before else []) + ([f"N{not_after}"] if not_after else [])
    nowhere = compile_context(entry.unless_sentence)
    return Compiled(
        entry,
        symbols,
        _words(entry.words_before, "words_before") if entry.words_before else None,
        _words(entry.words_after, "words_after") if entry.words_after else None,
        _words(entry.written, "written") if entry.written else None,
        regex.compile("|".join(unless)) if unless else None,
        regex.compile(nowhere) if nowhere else None,
        re.search(r"[NS]P!", entry.before + entry.after) is not None,
    )


def matches(
    pattern: Compiled, symbols: str, index: int, words_before: str, words_after: str, written: str
) -> tuple[bool, int | None]:
    """Whether a pattern holds for the number at `index`, and the index of the (first) mention that its slot takes."""
    if pattern.written is not None and not pattern.written.fullmatch(written):
        return False, None
    match = pattern.symbols.match(symbols, index) if pattern.symbols is not None else None
    if pattern.symbols is not None and match is None:
        return False, None
    if pattern.words_after is not None and not pattern.words_after.match(words_after):
        return False, None
    if pattern.words_before is not None and not pattern.words_before.match(words_before, len(words_before)):
        return False, None
    if pattern.unless is not None and pattern.unless.match(symbols, index):
        return False, None
    if pattern.unless_sentence is not None and pattern.unless_sentence.search(symbols):
        return False, None
    if match is None or "slot" not in match.re.groupindex or match["slot"] is None:
        return True, None
    return True, match.start("slot")


def around(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, str]:
    """The words before and after a stretch of a sentence, 140 and 80 characters at most."""
    return text[max(sentence.start, start - 140) : start], text[end : min(sentence.end, end + 80)]
