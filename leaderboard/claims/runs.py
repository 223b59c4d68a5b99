"""Lists that are looser than coordination: as many names in a row as there are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.claims.draft import Draft
from leaderboard.mentions import Mention, Sentence
from leaderboard.stretches import stretch

_BRACKET = re.compile(r"\([^()]*\)")


def outside(symbols: str, first: int, second: int) -> str:
    """What stands between two places of a sentence, without what is in brackets."""
    return _BRACKET.sub("", symbols[first + 1 : second])


def left_bracket(symbols: str, first: int, second: int) -> bool:
    """Whether the first of two places stands in a bracket that is closed before the second, and the second in none."""
    between = outside(symbols, first, second)
    return between.rfind(")") > between.rfind("(")


def level_pairs(drafts: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each draft with the next that stands in no bracket more than it, from the last pair to the first."""
    for place in range(len(drafts) - 2, -1, -1):
        draft = drafts[place]
        symbols = draft.sentence.symbols
        for later in drafts[place + 1 :]:
            between = outside(symbols, draft.index, later.index)
            if "(" not in between or ")" in between:
                yield draft, later
                break


def without_bracket(sentence: Sentence, index: int) -> Sentence | None:
    """The sentence without the next bracket behind a place; null where there is none near with a number in it."""
    bracket = stretch("next-bracket", sentence.symbols, index + 1)
    if bracket is None or "N" not in bracket[1]:
        return None
    first, last = bracket.span(1)
    symbols = sentence.symbols[:first] + sentence.symbols[last:]
    mentions = (*sentence.mentions[:first], *sentence.mentions[last:])
    return Sentence(sentence.start, sentence.end, symbols, mentions)


def run_of(sentence: Sentence, at: int, count: int, number: int) -> Mention | None:
    """The list of `count` names that the mention at `at` is one of, for the numbers at `number`; null if none is."""
    metric = sentence.symbols[at] in "ME"
    letters, joint = ("MES", "metrics-joined") if metric else ("BS", "benchmarks-joined")
    symbols = sentence.symbols
    places = [at]
    total = _size(sentence, at)
    for step in (-1, 1):
        while total < count:
            place = _next_name(symbols, places[0 if step < 0 else -1], step, letters, joint, behind=at > number)
            if place is None:
                break
            places.insert(0 if step < 0 else len(places), place)
            total += _size(sentence, place)
    if total != count or len(places) == 1:
        return None
    first, last = places[0], places[-1]
    if metric and (stretch("own-number", symbols, last + 1) if first > number else symbols[first - 1 : first] == "N"):
        return None
    members = tuple(m for place in places for m in sentence.mentions[place].each)
    head = sentence.mentions[at]
    return Mention(head.symbol, members[0].start, members[-1].end, head.ref, members, head.word)


def _size(sentence: Sentence, place: int) -> int:
    return len(sentence.mentions[place].each)


def _next_name(symbols: str, place: int, step: int, letters: str, joint: str, *, behind: bool) -> int | None:
    """Where the next name of a list stands to one side of a place, if only list words stand in between.

    Behind the numbers a comma is enough to list a plain name; before them it may open the clause (`On B, NAME has`).
    """
    for other in range(place + step, place + 9 * step, step):
        if not 0 <= other < len(symbols) or symbols[other] == "N":
            return None
        if symbols[other] in letters:
            between = symbols[min(place, other) + 1 : max(place, other)]
            only_listed = not between.strip(",+") and ("+" in between or behind)
            return other if stretch(joint, between) and (only_listed or symbols[other] != "S") else None
    return None
