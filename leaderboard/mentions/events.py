"""Benchmarks called by words in capitals, which alone may be plain: `the Kite Detection and Tracking Challenge`."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.mentions.model import Mention
from leaderboard.mentions.short_forms import abbreviates
from leaderboard.words import shape, words

_REACH = 120
_LEAST = 2


def name_event(before: list[Mention], noun: Mention, text: str) -> bool:
    """Make one name of the capitalised words that end at an event's noun, if it has some; whether it has."""
    if not _is_noun(noun, text) or not before or (before[-1].symbol == "B" and before[-1].ref is not None):
        return False
    gap = shape("event-kind").search(text, before[0].start, noun.start)
    if gap is None:
        return False
    start = _start(text, _least(before, gap.start()), gap.start(), words("joins-event"))
    first = next((place for place, m in enumerate(before) if m.start >= start), len(before))
    if start >= gap.start() or first == len(before) or before[first].start != start:
        return False
    short = _short_form(before[:first], text, start, noun.end)
    if short is None:
        before[first:] = [Mention("B", start, gap.start(), word=text[start : gap.start()].lower())]
    else:
        before[short:] = [replace(before[short], symbol="B")]
    return True


def whole_start(before: list[Mention], at: int, text: str) -> int:
    """The place in `before` of the first word of a name that ends in a plain word: `the [Freezing of] Gait dataset`."""
    name = before[at]
    if name.ref is not None or shape("plain-opening").match(text, name.start) is None:
        return at
    start = _start(text, _least(before, name.start), name.end, words("joins-data"))
    if (start == before[0].start and shape("deed-opens").match(text, start)) or "_" in text[start : name.start]:
        return at
    first = next((place for place, m in enumerate(before) if m.start >= start), at)
    return first if first < at and before[first].start == start else at


def _least(before: list[Mention], place: int) -> int:
    """Where a name that ends at a place begins at the earliest."""
    return max(
        place - _REACH,
        max((m.end for m in before if m.ref is not None and m.symbol == "B"), default=before[0].start),
    )


def _short_form(before: list[Mention], text: str, start: int, end: int) -> int | None:
    """Where the short form stands that an event's name only spells out: `KITE, the Kites in Trees Event Challenge`."""
    place = len(before) - 1
    while place >= 0 and (before[place].symbol == "," or before[place].word == "the"):
        place -= 1
    if place < 0 or place == len(before) - 1 or before[place].symbol not in ("S", "B"):
        return None
    return place if abbreviates(text[before[place].start : before[place].end], text[start:end]) else None


def _is_noun(noun: Mention, text: str) -> bool:
    return shape("event").fullmatch(text, noun.start, noun.end) is not None


def _start(text: str, least: int, end: int, joins: frozenset[str]) -> int:
    """Where the capitalised words that end at `end` begin; `end` where they are too few to be a name."""
    start, place, count = end, end, 0
    while place > least:
        blank = text.rfind(" ", least, place)
        token = text[blank + 1 : place]
        if shape("event-word").fullmatch(token) and token.lower() not in words("openers"):
            start, count = blank + 1, count + 1
        elif token not in joins or start == end:
            break
        place = blank
    return start if count >= _LEAST else end
