"""The words of a phrase of who is compared with, read from its first word to where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderboard.canonical import find_metric
from leaderboard.cues import is_verb
from leaderboard.words import shape, words

_TOKEN = re.compile(
    r"[^\W_](?:[\w.+@/'’^*&~-]*[\w+*^])?(?:\([\w-]+\)[\w-]+)?(?:\++|#(?!\w))?(?: \+ [A-Z][\w-]*)*|\((?i:sota)\)|\S"
)
_OWNER = re.compile(r"['’]s?$")
_SHARE = ("%", "\\", "x", "×")
_QUOTES = frozenset("\"'`“‘")
_CLOSING = (",", ".", ";", ":", "(", ")")
_RANK = "(sota)"
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase, in lower case and with its place; `named` tells that it is written as names are, `several`
    that it is a short form in the plural: `LLMs`."""

    word: str
    start: int
    end: int
    named: bool
    several: bool = False


def phrase_words(text: str, start: int, end: int) -> list[Word]:
    """The words of the phrase at `start`, without what stands before it (`the`, `all of its`)."""
    taken: list[Word] = []
    for token in _TOKEN.finditer(text, start, end):
        word, stop = token.group().lower(), token.end()
        if word == _RANK or (not taken and (word in words("before-rival") or word in _QUOTES)):
            continue
        if not word[0].isalnum() or len(taken) == _LONGEST or (token.group() == word and _ends(word, text, stop)):
            break
        if _is_quantity(word, text, stop, taken[-1] if taken else None):
            break
        named = any(c.isupper() for c in token.group()) or any(c.isdigit() for c in word)
        behind = shape("named-next").match(text, stop) or (shape("owned-next").match(text, stop) if named else None)
        whole = behind is not None and find_metric(behind.group()) is None  # `the old net's AUC`
        owner = None if whole else _OWNER.search(word)
        stop = token.start() + owner.start() if owner else stop
        several = shape("several-short").fullmatch(token.group()) is not None
        taken.append(Word(text[token.start() : stop].lower(), token.start(), stop, named, several))
        if owner or text[stop : stop + 1] in _CLOSING:
            break
    tail = shape("rival-tail").match(text, taken[0].end) if len(taken) == 1 else None
    if tail:
        taken.append(Word(tail[1], tail.start(1), tail.end(1), named=False))
    return taken


def _is_quantity(word: str, text: str, stop: int, before: Word | None) -> bool:
    """Whether a word that ends at `stop` is an amount; behind a name a bare number is its version: `KiteLM 3.1`."""
    if not shape("quantity").match(word) or shape("bits-of-name").match(text, stop - 4):
        return False
    version = before is not None and before.named and shape("version-number").fullmatch(word)
    return not version or text[stop : stop + 1] in _SHARE


def _ends(word: str, text: str, stop: int) -> bool:
    """Whether a word that ends at `stop` is no part of the phrase; `pruning` is one in `the pruning method`."""
    if is_verb(word) and word not in words("rival-praise"):
        if word.endswith("ed") and shape("named-next").match(text, stop):
            return False
        head = shape("word-next").match(text, stop) if word.endswith("ing") else None
        return head is None or head[1] not in words("rival-heads")
    return word in words("ends-rival") and shape("goes-on").match(text, stop - len(word)) is None
