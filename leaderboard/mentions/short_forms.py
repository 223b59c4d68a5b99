"""Short forms of names: what they abbreviate, and the one name that `Long Name (LN)` is."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.cues import letters
from leaderboard.mentions.model import Mention
from leaderboard.words import words

_FURTHEST = 12
_WORD = re.compile(r"[^\W_]+")


def abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of `short` are the first letters of words of `long` (or letters in it), in their order."""
    capitals = [c.lower() for c in short if c.isupper()]
    if len(capitals) < 2 or long[:1].lower() != capitals[0]:
        return False
    rest = iter(long.lower())
    return all(c in rest for c in capitals)


def close_bracket(before: list[Mention], text: str, *, noun: bool) -> bool:
    """Make one name of what a closing bracket ends, where it is a name and its short form; whether it was one.

    `noun` tells that a dataset word stands behind it.
    """
    if len(before) < 3 or before[-2].symbol != "(" or before[-1].symbol not in ("S", "B"):
        return False
    told = noun or _is_told(before, len(before) - 3)
    named = _glossed(before[-3], before[-1], text) or _shortened(before[-3], before[-1], text, noun=told)
    if named is not None:
        before[-3:] = [named]
        return True
    begin = _spelt_out(before, text, noun=noun)
    if begin is None:
        return False
    before[begin:] = [Mention("B", before[-1].start, before[-1].end, before[-1].ref, word=before[-1].word)]
    return True


def _glossed(short: Mention, long: Mention, text: str) -> Mention | None:
    """`LN (Long Name)` as one name, a benchmark where the name in full is one."""
    written, spelt = text[short.start : short.end], text[long.start : text.find(")", long.end)]
    if short.symbol not in ("S", "B") or " " in written or " " not in spelt or not abbreviates(written, spelt):
        return None
    return replace(short, symbol="B" if "B" in (short.symbol, long.symbol) else "S")


def _shortened(long: Mention, short: Mention, text: str, *, noun: bool) -> Mention | None:
    """`Long Name (LN)` as one name, a benchmark where either form is one."""
    same = long.ref is not None and long.ref is short.ref  # `Microsoft Common Objects in Context (COCO)`
    written, spelt = text[short.start : short.end], text[long.start : long.end]
    if long.symbol in ("S", "B") and (same or abbreviates(written, spelt)):
        symbol = "B" if noun or "B" in (long.symbol, short.symbol) else "S"
        known = long.ref is not None and " " not in spelt  # `ImageNet (IN)` is no name in full
        named = short if symbol == "B" and not known else long
        return Mention(symbol, named.start, named.end, long.ref or short.ref, word=named.word)
    if long.symbol == "B" and short.ref is None and long.ref is None and sum(c.isupper() for c in written) > 1:
        return replace(short, symbol="B")
    return None


def _spelt_out(before: list[Mention], text: str, *, noun: bool) -> int | None:
    """Where the words begin whose first letters the short form has, if a dataset word stands by them."""
    capitals = [c.lower() for c in text[before[-1].start : before[-1].end] if c.isupper()]
    place, begin, ends = len(before) - 3, None, letters("long-form-ends")
    while place >= 0 and len(before) - place < _FURTHEST and before[place].symbol not in ends and begin is None:
        if _initials(text[before[place].start : before[-2].start], capitals):
            begin = place
        place -= 1
    if begin is None or len(capitals) < 2:
        return None
    return begin if noun or _is_told(before, begin) else None


def _is_told(before: list[Mention], place: int) -> bool:
    """Whether a dataset is said to be called by the name at a place."""
    called = place > 1 and before[place - 1].word in words("called")
    return called and "D" in (m.symbol for m in before[max(0, place - 4) : place])


def _initials(long: str, capitals: list[str]) -> bool:
    """Whether the words of a long form begin with these letters, one after the other, the first with the first."""
    initials = [word[0].lower() for word in _WORD.findall(long)]
    if not initials or not capitals or initials[0] != capitals[0]:
        return False
    rest = iter(initials)
    return all(capital in rest for capital in capitals)
