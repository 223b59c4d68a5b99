"""Who reached a number: the name that a slot pattern takes, shared among the numbers of a list."""

from __future__ import annotations

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.names.slots import slots
from leaderboard.claims.names.spelling import spelled


def name_system(draft: Draft, text: str, measures: frozenset[int]) -> None:
    """Give a draft the system that its sentence names; `measures` are where names of metrics start."""
    for slot, mention in slots("system_slots", draft, text):
        if mention.start in measures:
            continue
        draft.system_slot = slot
        draft.systems = spread_out(spelled(mention, text, draft.sentence.start), len(draft.numbers))
        return
