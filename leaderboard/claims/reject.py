"""Numbers that are no claims, told by a named pattern before anything else is asked."""

from __future__ import annotations

import re

from leaderboard.claims.grammar import load, matches
from leaderboard.mentions import Sentence
from leaderboard.numbers import Number


def rejection(number: Number, sentence: Sentence, index: int, text: str) -> str | None:
    """The name of the pattern that says this number is no claim, or null."""
    before, after = (
        text[max(sentence.start, number.start - 60) : number.start],
        text[number.end : min(sentence.end, number.end + 60)],
    )
    for pattern in load("reject"):
        entry = pattern.entry
        if entry.name == "year":
            if re.fullmatch(r"(?:19|20)\d\d", number.plain) and number.unit is None:
                return entry.name
            continue
        if entry.name == "list-marker" and not (number.plain.isdigit() and int(number.plain) < 20):
            continue
        if matches(pattern, sentence.symbols, index, number.family, before, after)[0]:
            return entry.name
    return _counts(number, sentence.symbols, index)


def _counts(number: Number, symbols: str, index: int) -> str | None:
    """A whole number before a noun, and after nothing that could make it a value, counts things."""
    if number.family is not None or "." in number.plain or number.low is not None:
        return None
    before, after = symbols[index - 1 : index], symbols[index + 1 : index + 2]
    return (
        "count"
        if after in ("w", "B", "S", "D", "H", "m") and before not in ("<", ">", "Y", "q", "i", "=", "M", "(")
        else None
    )
