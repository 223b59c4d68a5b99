"""Whose score a number is: the role patterns, asked when the kind is known."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import ROLES
from leaderboard.claims.matching import first, place_of
from leaderboard.stretches import stretch

# Whose a score is may be said farther before it than what it is.
_FAR = 160


def set_role(draft: Draft, last: Draft | None, text: str) -> None:
    """Give a score the role of the first role pattern that holds for it, else that of the `last` one of its list."""
    if draft.kind != "score":
        return
    sentence = draft.sentence
    place = place_of(text, sentence, draft.index, draft.numbers, before=_FAR)
    bound = draft.start - draft.numbers[0].lead
    entry = first(ROLES, draft.family, replace(place, before=place.before[: len(place.before) - bound]))
    if entry is not None:
        draft.role, draft.role_pattern = entry.role, entry.name
        return
    if last is None or last.kind != "score" or last.role_pattern is None:
        return
    compared = sentence.symbols.startswith("^", draft.index + 1)
    if not compared and stretch("of-one-role", sentence.symbols, last.index + 1, draft.index):
        draft.role, draft.role_pattern = last.role, last.role_pattern
