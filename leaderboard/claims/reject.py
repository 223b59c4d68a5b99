"""Numbers that are no claims, told by a named pattern before anything else is asked."""

from __future__ import annotations

from leaderboard.claims.grammar import load, matches
from leaderboard.mentions import Sentence
from leaderboard.numbers import Number


def rejection(number: Number, sentence: Sentence, index: int, text: str) -> str | None:
    """The name of the first pattern of `reject.yaml` that says this number is no claim, or null."""
    before = text[max(sentence.start, number.start - 60) : number.start]
    after = text[number.end : min(sentence.end, number.end + 60)]
    written = text[number.start : number.end]
    for pattern in load("reject"):
        if matches(pattern, sentence.symbols, index, number.family, before, after, written)[0]:
            return pattern.entry.name
    return None
