"""Which slot patterns of a file hold for a draft, and what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import PatternFile, Slot
from leaderboard.claims.matching import Compiled, around, candidates, matches, said
from leaderboard.mentions import Mention

S = TypeVar("S", bound=Slot)


def slots(file: PatternFile[S], draft: Draft, text: str) -> Iterator[tuple[Compiled[S], Mention]]:
    """The patterns of a file that hold for a draft, in their order, with the mention or the words that each takes."""
    sentence = draft.sentence
    before, after = around(text, sentence, draft.start, draft.end)
    written = text[draft.numbers[0].start : draft.numbers[0].end]
    for pattern in candidates(file, draft.family, sentence.symbols, draft.index):
        if not pattern.entry.is_for(draft.kind, draft.pattern):
            continue
        held, at = matches(pattern, sentence.symbols, draft.index, before, after, written)
        words = said(pattern, before) if held else None
        if words is not None:
            start, end = (draft.start - len(before) + place for place in words)
            yield pattern, Mention("M", start, end, word=text[start:end].lower())
        elif held and at is not None:
            yield pattern, sentence.mentions[at]
