"""Noun phrases of plain words: what a verb or a preposition brings, read from its first word to its head."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from leaderboard.canonical import find_metric
from leaderboard.cues import cue_letters, letters
from leaderboard.mentions import Mention
from leaderboard.mentions.short_forms import abbreviates
from leaderboard.words import shape, words

_TOKEN = re.compile(r"[^\W_](?:[\w.+@/'’^*&{}$-]*[\w+*^}$])?|\S")
_LONGEST = 6
# How far before a phrase a word of degree may begin.
_NEAR = 9


class _Word(NamedTuple):
    """A word of a phrase, in lower case."""

    word: str
    start: int
    end: int


def short_form(text: str, name: Mention) -> Mention:
    """A name by its short form, where that stands behind it in brackets."""
    short = shape("short-behind").match(text, name.end)
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
        between = shape("phrase-joined").match(text, members[-1].end, end)
        another = phrase(text, between.end(), end) if between else None
        if another is None:
            return first
        members.append(another)
    return Mention(first.symbol, first.start, members[-1].end, first.ref, tuple(members), first.word)


def phrase(text: str, start: int, end: int) -> Mention | None:
    """The noun phrase that `text[start:end]` opens with, if a measure may be so called; its letter is `M` or `E`.

    Articles, possessives and words of degree before it are left out, and `of ...` only follows heads such as `number`.
    """
    taken = _words_of(text, start, end)
    while taken and (taken[-1].word in words("no-phrase-end") or shape("no-phrase-end").search(taken[-1].word)):
        taken.pop()
    more = shape("degree-before").search(text, max(0, start - _NEAR), start)
    adjective = len(taken) == 1 and more is not None  # `20% more useful`
    if not taken or shape("task-kind").match(text, taken[-1].end):
        return None
    # `12% more instances`: whatever is counted
    counted = shape("count-before").search(text, max(0, start - _NEAR), start) and taken[-1].word.endswith("s")
    if not counted and (_names(text, taken) or (_no_measure(taken) and not (adjective and "-" in taken[0].word))):
        return None
    begin, stop = taken[0].start, taken[-1].end
    short = short_form(text, Mention("w", begin, stop))
    begin, stop = short.start, short.end
    entry = find_metric(text[begin:stop]) or find_metric(taken[-1].word)
    if entry is None and not adjective and len(taken) == 1 and shape("participle").search(taken[0].word):
        return None
    costly = entry.topic == "efficiency" if entry else _costs(taken)
    letter = "E" if costly else "M"
    return Mention(letter, begin, stop, entry, word=text[begin:stop].lower())


def _words_of(text: str, start: int, end: int) -> list[_Word]:
    """The words that go on a phrase from `start`."""
    taken: list[_Word] = []
    for token in _TOKEN.finditer(text, start, end):
        word = token.group().lower()
        praise = word in words("before-phrase") or _letter_of(word) in letters("compares")
        if not taken and (praise or word.endswith(("'s", "’s"))):
            continue
        if word in "'’" and taken and taken[-1].word.endswith("s") and text[token.end() : token.end() + 1] == " ":
            taken.clear()  # `the pilots' comfort`
            continue
        if word == "of" and taken and taken[-1].word in words("count-heads"):
            del taken[:-1]  # `the usual number of steps`
        if word == "of" and len(taken) == 1 and taken[0].word in words("of-heads"):
            taken.append(_Word(word, *token.span()))
            continue
        if taken and taken[-1].word == "of" and word in words("before-phrase"):
            continue
        if taken and word in words("articles"):
            return taken[:-1]  # `annotators prefer the tutor`: a verb stands before an article
        if not _fits(word, token.group(), first=not taken) or len(taken) == _LONGEST:
            break
        if taken and (shape("participle-follows").match(text, token.start()) or _tells(taken[-1].word, word)):
            break
        taken.append(_Word(word, *token.span()))
    return [] if len(taken) == 1 and taken[0].word in words("of-heads") else taken


def _tells(before: str, word: str) -> bool:
    """Whether a word tells what a plural before it does: `scenes containing kites`."""
    return before.endswith("s") and not before.endswith("ss") and word.endswith(("ing", "ed"))


def _costs(taken: list[_Word]) -> bool:
    """Whether a phrase is of cost by its last words: `token length`, but no `time series`."""
    return any(last.word in words("costs") for last in taken[-2:]) and taken[-1].word != "series"


def _fits(word: str, written: str, *, first: bool) -> bool:
    """Whether a word may be one of a phrase, or the `first` of it."""
    if not word[0].isalnum() or word[0].isdigit() or word in words("ends-phrase"):
        return False
    letter = _letter_of(word)
    return letter in letters("phrase-word") and not (first and letter == "X" and written[0].islower())


def _no_measure(taken: list[_Word]) -> bool:
    """Whether the head of a phrase names none: a method, a task (but for `token generation`), plain praise."""
    head = taken[-1].word
    if len(taken) == 1 and head in words("vague-alone"):
        return True
    if len(taken) > 1 and taken[-2].word in words("costs"):
        return False
    first = taken[0].word
    if first.endswith("ing") and first in words("no-modifier"):
        return True  # `approaching the level of pilots`
    if shape("no-measure").search(head) or _letter_of(head) in letters("no-measure"):
        return True
    counted = len(taken) > 2 and taken[1].word == "of"  # `number of experiments`
    return head in words("no-measure") and not counted


def _names(text: str, taken: list[_Word]) -> bool:
    """Whether the head is the name of a model or of a language."""
    _, start, end = taken[-1]
    return (len(taken) > 1 and shape("model-name").search(text, start, end) is not None) or bool(
        shape("language").match(text, start, end) or shape("plural-acronym").fullmatch(text, start, end)
    )


def _letter_of(word: str) -> str:
    """The letter of a word's class; that of any other word for one without."""
    return _letters().get(word, "w")


@cache
def _letters() -> dict[str, str]:
    return {"".join(pieces): letter for pieces, letter in cue_letters().items()}
