"""Benchmarks called by their event: `the Kite Detection and Tracking Challenge`, whose words alone may be plain."""

from __future__ import annotations

import re

from leaderboard.mentions.model import Mention
from leaderboard.words import words

_BEFORE = re.compile(r" (?:Grand |Shared )?$")
_CAPITAL = re.compile(r"[A-Z][\w'/&@-]*|(?:19|20)\d\d|\d+(?:st|nd|rd|th)")
_JOINS = frozenset({"and", "of", "in", "&"})
_REACH = 120
_LEAST = 2


def name_event(before: list[Mention], noun: Mention, text: str) -> bool:
    """Make one name of the capitalised words that end at an event's noun, if it has some; whether it has."""
    if not _is_noun(noun, text) or not before or (before[-1].symbol == "B" and before[-1].ref is not None):
        return False
    gap = _BEFORE.search(text, before[0].start, noun.start)
    if gap is None:
        return False
    known = max((m.end for m in before if m.ref is not None and m.symbol == "B"), default=before[0].start)
    start = _start(text, max(known, gap.start() - _REACH), gap.start())
    first = next((place for place, m in enumerate(before) if m.start >= start), len(before))
    if start >= gap.start() or first == len(before) or before[first].start != start:
        return False
    before[first:] = [Mention("B", start, gap.start(), word=text[start : gap.start()].lower())]
    return True


def _is_noun(noun: Mention, text: str) -> bool:
    written = text[noun.start : noun.end]
    return written in ("Challenge", "Competition") or (written == "Task" and text.endswith("Shared ", 0, noun.start))


def _start(text: str, least: int, end: int) -> int:
    """Where the capitalised words that end at `end` begin; `end` where they are too few to be a name."""
    start, place, count = end, end, 0
    while place > least:
        blank = text.rfind(" ", least, place)
        token = text[blank + 1 : place]
        if _CAPITAL.fullmatch(token) and token.lower() not in words("openers"):
            start, count = blank + 1, count + 1
        elif token not in _JOINS or start == end:
            break
        place = blank
    return start if count >= _LEAST else end
