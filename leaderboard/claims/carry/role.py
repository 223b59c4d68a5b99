"""Whose score a number is: the role patterns, asked when the kind is known."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import ROLES
from leaderboard.claims.matching import candidates, matches

# Between two scores of a list of which nothing new is said: `61% in recall and 37% in fit`.
_LIST = re.compile(
    r"[nf@]?[MEPBDw]{0,3}(?:\([^()N]{0,4}\))?(?:[,+]{1,2}[nf@]?[MEPBDw]{0,3}[q=]?|\.)"
    # who else is beaten, each with its score in brackets
    r"|\)[,+;]{0,2}[wSXHmMEOPDBus;>]{0,8}\([SMw]?[q=.]?"
    # what falls from there: `41% on B, with scores dropping to 12%`
    r"|[^NSmO;]{0,8},&?[Pw]{0,2}x[>w]{0,2}"
    # and each told by a colon: `(Kite: 37% (p < 5%); Gust: 61%`
    r"|(?:[,w]{0,2}[w#=]{1,3})?[,+.]{1,2}[SX]w?[.=]"
)


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
    if not compared and _LIST.fullmatch(sentence.symbols, last.index + 1, draft.index):
        draft.role, draft.role_pattern = last.role, last.role_pattern
