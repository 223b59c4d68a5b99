"""Which slot patterns of a file hold for a draft, and what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import PatternFile, Slot
from leaderboard.claims.matching import Compiled, candidates, holds, place_of, said, taken
from leaderboard.mentions import Mention

SlotT = TypeVar("SlotT", bound=Slot)


def slots(file: PatternFile[SlotT], draft: Draft, text: str) -> Iterator[tuple[Compiled[SlotT], Mention]]:
    """The patterns of a file that hold for a draft, in the order of the file, each with what it takes."""
    place = place_of(text, draft.sentence, draft.index, draft.numbers)
    for pattern in candidates(file, draft.family, place):
        if not pattern.entry.is_for(draft.kind, draft.pattern) or not holds(pattern, place):
            continue
        words, at = said(pattern, place, draft.start, draft.end), taken(pattern, place)
        if words is not None:
            yield pattern, Mention("M", *words, word=text[slice(*words)].lower())
        elif at is not None:
            yield pattern, draft.sentence.mentions[at]
