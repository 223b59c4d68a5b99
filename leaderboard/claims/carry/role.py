"""Whose score a number is: the role patterns, asked when the kind is known."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import ROLES
from leaderboard.claims.matching import candidates, matches
from leaderboard.claims.stretches import stretch


def set_role(draft: Draft, last: Draft | None, text: str) -> None:
    """Give a score the role of the first role pattern that holds for it, else that of the `last` one of its list."""
    if draft.kind != "score":
        return
    sentence = draft.sentence
    before = text[max(sentence.start, draft.start - 160) : draft.numbers[0].lead]
    after = text[draft.end : min(sentence.end, draft.end + 80)]
    written = text[draft.numbers[0].start : draft.numbers[0].end]
    for pattern in candidates(ROLES, draft.family, sentence.symbols, draft.index):
        entry = pattern.entry
        if matches(pattern, sentence.symbols, draft.index, before, after, written)[0]:
            draft.role, draft.role_pattern = entry.role, entry.name
            return
    if last is None or last.kind != "score" or last.role_pattern is None:
        return
    compared = sentence.symbols.startswith("^", draft.index + 1)
    if not compared and stretch("of-one-role", sentence.symbols, last.index + 1, draft.index):
        draft.role, draft.role_pattern = last.role, last.role_pattern
