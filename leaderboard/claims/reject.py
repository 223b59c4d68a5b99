"""Numbers that are no claims, told by a named pattern before anything else is asked."""

from __future__ import annotations

from functools import cache

from leaderboard.claims.entries import REJECT, Rejection
from leaderboard.claims.matching import Compiled, Place, first, holds, of_family, place_of
from leaderboard.mentions import Sentence
from leaderboard.numbers import Number

# What rejects a number stands closer to it than what claims it.
_NEAR = 60


def rejections(group: tuple[Number, ...], sentence: Sentence, index: int, text: str) -> list[str | None]:
    """For each number of a list the name of the first pattern of `reject.yaml` that says it is no claim, or None.

    What is `listed` is said of the whole list, beside its first number or its last: `10, 20 and 30% missing data`.
    """
    found = [_rejection(number, sentence, index, text) for number in group]
    if len(group) > 1 and len({number.family for number in group}) == 1:
        for said in (found[0], found[-1]):
            if said in _listed():
                return [said] * len(group)
    return found


def told_alone(number: Number, text: str) -> str | None:
    """The pattern that rejects a number whatever stands around it, as a part of a name or a year; None for others."""
    place = Place("", 0, "", "", text[number.start : number.end])
    return next((p.entry.name for p in _alone(number.family) if holds(p, place)), None)


@cache
def _alone(family: str | None) -> tuple[Compiled[Rejection], ...]:
    return tuple(p for p in of_family(REJECT, family) if p.entry.is_alone)


@cache
def _listed() -> frozenset[str]:
    return frozenset(entry.name for entry in REJECT.entries if entry.listed)


def _rejection(number: Number, sentence: Sentence, index: int, text: str) -> str | None:
    if _is_interval(number, sentence, index):
        return "confidence-interval"
    entry = first(REJECT, number.family, place_of(text, sentence, index, (number,), before=_NEAR, after=_NEAR))
    return entry.name if entry is not None else None


def _is_interval(number: Number, sentence: Sentence, index: int) -> bool:
    """`0.92 (0.90-0.96)`, `0.92 (0.90-0.96, n=12)`: a range that opens brackets, around the number before them."""
    symbols = sentence.symbols
    if (
        number.low is None
        or symbols[max(0, index - 2) : index + 1] != "N(N"
        or symbols[index + 1 : index + 2] not in "),."
    ):
        return False
    middle = sentence.mentions[index - 2].ref
    return isinstance(middle, Number) and middle.low is None and number.low <= middle.value <= number.value
