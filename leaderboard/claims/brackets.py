"""A sentence without its brackets: what stands outside of them, and which claims stand on one level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.claims.draft import Draft
from leaderboard.mentions import Sentence
from leaderboard.stretches import stretch

_BRACKET = re.compile(r"\([^()]*\)")


def outside(symbols: str, first: int, second: int) -> str:
    """The symbols between two places of a sentence, without brackets and what is in them."""
    return _BRACKET.sub("", symbols[first + 1 : second])


def left_bracket(symbols: str, first: int, second: int) -> bool:
    """Whether a bracket that the first of two places stands in closes before the second."""
    between = outside(symbols, first, second)
    return between.rfind(")") > between.rfind("(")


def level_pairs(drafts: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each draft with the next one that is not in a bracket behind it, from the last pair to the first."""
    for place in range(len(drafts) - 2, -1, -1):
        draft = drafts[place]
        symbols = draft.sentence.symbols
        for later in drafts[place + 1 :]:
            between = outside(symbols, draft.index, later.index)
            if "(" not in between or ")" in between:
                yield draft, later
                break


def without_bracket(sentence: Sentence, index: int) -> Sentence | None:
    """The sentence without the next bracket behind a place; None where there is none near with a number in it."""
    bracket = stretch("next-bracket", sentence.symbols, index + 1)
    if bracket is None or "N" not in bracket[1]:
        return None
    first, last = bracket.span(1)
    symbols = sentence.symbols[:first] + sentence.symbols[last:]
    mentions = (*sentence.mentions[:first], *sentence.mentions[last:])
    return Sentence(sentence.start, sentence.end, symbols, mentions)
