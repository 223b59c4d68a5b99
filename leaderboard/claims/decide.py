"""Which numbers of a sentence are claims, of which kind, and where each one's metric and benchmark stand."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from leaderboard.claims.attach import attach
from leaderboard.claims.doubt import doubt
from leaderboard.claims.draft import Draft
from leaderboard.claims.kind import continue_list, kind_of, share_most
from leaderboard.claims.reject import rejections
from leaderboard.mentions import Sentence
from leaderboard.model import Rejected
from leaderboard.numbers import Number
from leaderboard.stretches import stretch

_YEAR = re.compile(r"(?:19|20)\d\d")


def decide(sentence: Sentence, text: str) -> tuple[list[Draft], list[Rejected], list[Draft]]:
    """Claims, numbers rejected by name, and what is left open, of one sentence of a view's `text`.

    What is left open is a claim where the abstract claims anything else.
    """
    if text[sentence.end - 1] == "?":
        return [], [Rejected(m.start, m.end, "question") for m in sentence.mentions if m.symbol == "N"], []
    drafts: list[Draft] = []
    left: list[Draft] = []
    kept, rejected = _divided(sentence, text)
    # What is rejected stands in no pattern's way.
    symbols = "".join("#" if kept.get(place) == () else letter for place, letter in enumerate(sentence.symbols))
    sentence = replace(sentence, symbols=symbols)
    groups = {index: group for index, group in kept.items() if group}
    _share_units_of_pairs(groups, sentence.symbols)
    for index, group in groups.items():
        draft = kind_of(sentence, index, group, text)
        continue_list(draft, drafts, sentence, text)
        share_most(draft, drafts, sentence.symbols)
        attach(draft, text)
        doubted = doubt(draft, drafts, text)
        if doubted is None:
            drafts.append(draft)
        elif doubted.open:
            left.append(draft)
        else:
            rejected += [Rejected(n.start, n.end, doubted.name) for n in group]
    return drafts, rejected, left


def _divided(sentence: Sentence, text: str) -> tuple[dict[int, tuple[Number, ...]], list[Rejected]]:
    """What is kept of the numbers of each mention, by its place (nothing where all are rejected), and what is not."""
    kept: dict[int, tuple[Number, ...]] = {}
    rejected: list[Rejected] = []
    for index, mention in enumerate(sentence.mentions):
        if mention.symbol not in ("N", "#") or not isinstance(mention.ref, Number):
            continue
        group = _share_unit(tuple(m.ref for m in mention.each if isinstance(m.ref, Number)))
        told = list(zip(group, rejections(group, sentence, index, text), strict=True))
        rejected += [Rejected(number.start, number.end, reason) for number, reason in told if reason]
        kept[index] = tuple(number for number, reason in told if not reason)
    return kept, rejected


def _share_units_of_pairs(groups: dict[int, tuple[Number, ...]], symbols: str) -> None:
    """`from 45 to 12 ms`, `45 vs. 12 ms`, `from 53 steps to 4`: the unit said once is that of both."""
    for first, second in pairwise(list(groups)):
        if not stretch("pair-of-levels", symbols, first + 1, second):
            continue
        one, other = groups[first][-1], groups[second][-1]
        said = one if one.unit else other
        if (one.unit is None) is not (other.unit is None) and said.family != "times":
            for index in (first, second):
                groups[index] = tuple(
                    n if n.unit else replace(n, unit=said.unit, family=said.family) for n in groups[index]
                )


def _share_unit(group: tuple[Number, ...]) -> tuple[Number, ...]:
    """`6.4 and 3.1 percentage points`: the unit said last is everybody's; so is the bound said first."""
    last, first = group[-1], group[0]
    out = []
    for number in group:
        if (
            number.unit is None
            and number.family is None
            and last.unit is not None
            and not _YEAR.fullmatch(number.plain)
        ):
            number = replace(number, unit=last.unit, family=last.family)
        if number.bound == "exact" and first.bound != "exact":
            number = replace(number, bound=first.bound)
        out.append(number)
    return tuple(out)
