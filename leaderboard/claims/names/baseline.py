"""What a change or a factor is measured against."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft
from leaderboard.mentions import Mention

_RIVAL = re.compile(r"[o^b][XwmOqH]{0,4}?(?P<who>S)")
_RIVAL_AFTER = re.compile(r"[^N.o]{0,10}?[o^][XwmOqHP]{0,4}?(?P<who>S)")
_PLAIN_AFTER = re.compile(r"[^N.;o^B]{0,6}?\^O?(?P<who>wm?)(?=[,.;w+]|$)")
_NOBODY = frozenset(
    [
        "random",
        "methods",
        "state",
        "others",
        "all",
        "any",
        "its",
        "one",
        "those",
        "previous",
        "prior",
        "existing",
        "various",
        "several",
        "other",
        "both",
        "human",
        "each",
    ]
)


def baseline_of(draft: Draft) -> Mention | None:
    """What stands after `over`, `than`, `outperforms`, of a change or a factor: a name, or a plain description."""
    if draft.kind == "score":
        return None
    symbols, mentions = draft.sentence.symbols, draft.sentence.mentions
    after = _RIVAL_AFTER.match(symbols, draft.index + 1)
    if after:
        return _rival(mentions, after)
    before = None
    for match in _RIVAL.finditer(symbols, 0, draft.index):
        before = match
    if before is not None and "." not in symbols[before.end() : draft.index]:
        return _rival(mentions, before)
    plain = _PLAIN_AFTER.match(symbols, draft.index + 1)
    return _rival(mentions, plain) if plain else None


def _rival(mentions: tuple[Mention, ...], match: re.Match[str]) -> Mention | None:
    first, last = mentions[match.start("who")], mentions[match.end("who") - 1]
    if first.symbol == "w" and first.word in _NOBODY:
        return None
    return Mention("S", first.start, last.end)
