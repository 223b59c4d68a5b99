"""Who reached a number: the name that a slot pattern takes, shared among the numbers of a list."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.names.slots import slots
from leaderboard.claims.names.spelling import spelled
from leaderboard.words import shape

# What makes of a name an adjective, of something that has another name or none.
_MADE = re.compile(r"[ -](?:based|guided|driven|generated|inspired|enhanced|aware)\b")


def name_system(draft: Draft, text: str, measures: frozenset[int]) -> None:
    """Give a draft the system that its sentence names; `measures` are where names of metrics start."""
    for slot, mention in slots("system_slots", draft, text):
        if mention.start in measures or _is_adjective(mention.start, mention.end, text):
            continue
        draft.system_slot = slot
        draft.systems = spread_out(spelled(mention, text, draft.sentence.start), len(draft.numbers))
        return


def _is_adjective(start: int, end: int, text: str) -> bool:
    return _MADE.match(text, end) is not None or shape("made-of-name").search(text, start, end) is not None
