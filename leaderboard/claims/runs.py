"""Lists that are looser than coordination: as many names in a row as there are numbers."""

from __future__ import annotations

from leaderboard.mentions import Mention, Sentence
from leaderboard.stretches import stretch


def run_of(sentence: Sentence, at: int, count: int, number: int) -> Mention | None:
    """The list of `count` names around the place `at` of a sentence, for the numbers at `number`; None if none."""
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
