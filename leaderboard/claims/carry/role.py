"""Whose score a number is: the role patterns, asked when the kind is known."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.claims.grammar import load, matches


def set_role(draft: Draft, text: str) -> None:
    """Give a score the role of the first role pattern that holds for it."""
    if draft.kind != "score":
        return
    sentence = draft.sentence
    before = text[max(sentence.start, draft.start - 160) : draft.numbers[0].lead]
    after = text[draft.end : min(sentence.end, draft.end + 80)]
    for pattern in load("roles", draft.family):
        entry = pattern.entry
        if matches(pattern, sentence.symbols, draft.index, before, after)[0]:
            draft.role, draft.role_pattern = entry.role or draft.role, entry.name
            return
