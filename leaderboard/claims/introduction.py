"""What stands before an abstract first speaks of itself: its numbers are of others' systems, or of the world."""

from __future__ import annotations

from collections.abc import Iterable

from leaderboard.claims.draft import Draft
from leaderboard.claims.names import Names
from leaderboard.claims.names.spelling import find_word
from leaderboard.model import Row
from leaderboard.words import shape

_RULE = "introduction"


def introduction_end(text: str, names: Names) -> int:
    """Where an abstract first speaks of itself, or names what is its own; 0 where it never speaks of itself."""
    itself = shape("of-itself").search(text)
    if itself is None:
        return 0
    named = (find_word(name, text) for name in (names.system, names.benchmark) if name)
    return min([itself.start(), *(place for place in named if place >= 0)])


def disown_introduction(drafts: Iterable[Draft]) -> None:
    """Take the claims of a sentence of the introduction for somebody else's."""
    for draft in drafts:
        draft.role, draft.role_pattern = "other", draft.role_pattern or _RULE


def is_of_nobody(draft: Draft, row: Row) -> bool:
    """Whether a number of the introduction is of no system and of no benchmark that has a name."""
    return draft.role_pattern == _RULE and not row.system and not row.benchmark_text
