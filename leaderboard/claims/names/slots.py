"""Which slot pattern of a file holds for a draft, and the mention that it takes."""

from __future__ import annotations

from collections.abc import Iterator

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import NameSlot, PatternFile
from leaderboard.claims.matching import around, candidates, matches
from leaderboard.mentions import Mention


def slots(file: PatternFile[NameSlot], draft: Draft, text: str) -> Iterator[tuple[str, Mention]]:
    """The names of the patterns of a file that hold for a draft, in their order, with what each takes."""
    sentence = draft.sentence
    before, after = around(text, sentence, draft.start, draft.end)
    written = text[draft.numbers[0].start : draft.numbers[0].end]
    for pattern in candidates(file, draft.family, sentence.symbols, draft.index):
        entry = pattern.entry
        if (entry.kinds and draft.kind not in entry.kinds) or (entry.roles and draft.role not in entry.roles):
            continue
        held, at = matches(pattern, sentence.symbols, draft.index, before, after, written)
        if held and at is not None:
            yield entry.name, sentence.mentions[at]
