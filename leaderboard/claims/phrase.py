"""Noun phrases of plain words: what a verb or a preposition brings, read from its first word to its head."""

from __future__ import annotations

import re
from functools import cache

from leaderboard.cues import cue_letters
from leaderboard.mentions import Mention
from leaderboard.mentions.short import abbreviates
from leaderboard.names import find_metric
from leaderboard.words import shape, words

_TOKEN = re.compile(r"[^\W_](?:[\w.+@/'’^*&{}$-]*[\w+*^}$])?|\S")
_SHORT = re.compile(r" ?\(([A-Z][\w@-]*[A-Z\d]\w*)\)")
# A head with a capital inside or with a number names a model: `the strong BirdNet-2`.
_NAME = re.compile(r"[a-z]+[A-Z]|[A-Za-z]\w*-?\d+\.\d|[A-Z][a-z]+-?\d")
_AND = re.compile(r"\)?(?:, ?(?:and )?| and )")
# Letters of cue words that no measure ends with: methods, rivals, datasets, whose it is.
_NO_HEAD = frozenset("mXDOHyT")
# Letters of cue words that may stand inside a phrase; any other ends it.
_INSIDE = frozenset(("", "w", "m", "X", "D", "P", "H", "h", "l", "F", "L", "R", "G", "g", "M", "E", "B"))
_LONGEST = 6


def short_form(text: str, name: Mention) -> Mention:
    """A name by its short form, where that stands behind it in brackets."""
    short = _SHORT.match(text, name.end)
    if short is None or not abbreviates(short[1], text[name.start : name.end]):
        return name
    return Mention(name.symbol, short.start(1), short.end(1), name.ref, word=short[1].lower())


def phrases(text: str, start: int, end: int, count: int) -> Mention | None:
    """The phrase at `start`; where `count` of them stand in a list there (`A, B and C`), one mention with members."""
    first = phrase(text, start, end)
    if first is None or count == 1:
        return first
    members = [first]
    while len(members) < count:
        between = _AND.match(text, members[-1].end, end)
        another = phrase(text, between.end(), end) if between else None
        if another is None:
            return first
        members.append(another)
    return Mention(first.symbol, first.start, members[-1].end, first.ref, tuple(members), first.word)


def phrase(text: str, start: int, end: int) -> Mention | None:
    """The noun phrase that `text[start:end]` opens with, if a measure may be so called; its letter is `M` or `E`.

    Articles, possessives and words of degree before it are left out, and `of ...` only follows heads such as `number`.
    """
    taken: list[tuple[str, int, int]] = []
    for token in _TOKEN.finditer(text, start, end):
        word = token.group().lower()
        if not taken and (word in words("before-phrase") or word.endswith(("'s", "’s"))):
            continue
        if word in words("of-heads") and not taken and text[token.end() : token.end() + 4] != " of ":
            return None
        if word == "of" and len(taken) == 1 and taken[0][0] in words("of-heads"):
            taken.append((word, *token.span()))
            continue
        if taken and taken[-1][0] == "of" and word in words("before-phrase"):
            continue
        if not _fits(word, token.group(), first=not taken) or len(taken) == _LONGEST:
            break
        taken.append((word, *token.span()))
    while taken and (taken[-1][0] in words("no-phrase-end") or shape("no-phrase-end").search(taken[-1][0])):
        taken.pop()
    if len(taken) > 1 and _NAME.search(text, *taken[-1][1:]):
        return None
    if not taken or _no_measure(taken[-1][0]) or (len(taken) == 1 and taken[0][0] in words("vague-alone")):
        return None
    begin, stop = taken[0][1], taken[-1][2]
    short = short_form(text, Mention("w", begin, stop))
    begin, stop = short.start, short.end
    entry = find_metric(text[begin:stop]) or find_metric(taken[-1][0])
    costly = entry.topic == "efficiency" if entry else any(word in words("costs") for word, *_ in taken)
    letter = "E" if costly else "M"
    return Mention(letter, begin, stop, entry, word=text[begin:stop].lower())


def _fits(word: str, written: str, *, first: bool) -> bool:
    if not word[0].isalnum() or word[0].isdigit() or word in words("ends-phrase"):
        return False
    letter = _letters().get(word, "w")
    return letter in _INSIDE and not (first and letter == "X" and written[0].islower())


def _no_measure(head: str) -> bool:
    return (
        _letters().get(head, "w") in _NO_HEAD
        or head in words("no-measure")
        or shape("no-measure").search(head) is not None
    )


@cache
def _letters() -> dict[str, str]:
    return {"".join(pieces): letter for pieces, letter in cue_letters().items()}
