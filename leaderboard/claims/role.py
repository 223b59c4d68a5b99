"""Whose score a number is: the role patterns, and what the name of a system tells of its role."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.claims.entries import ROLES, SYSTEMS
from leaderboard.claims.matching import first, place_of
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape

# Whose a score is may be said farther before it than what it is.
_FAR = 160
# What a change does that makes something worse.
_LOSSES = ("worse", "falls", "minus")


def set_roles(drafts: list[Draft], text: str) -> None:
    """Give the scores for which a role pattern holds to others, and those that go on from one of them."""
    for place, draft in enumerate(drafts):
        if draft.kind == "score":
            _set_role(draft, drafts[place - 1] if place else None, text)


def _set_role(draft: Draft, last: Draft | None, text: str) -> None:
    """Give a score the role that a pattern gives, else that of the `last` number, whose list it goes on."""
    sentence = draft.sentence
    place = place_of(text, sentence, draft.index, draft.numbers, before=_FAR)
    bound = draft.start - draft.numbers[0].lead
    entry = first(ROLES, draft.family, replace(place, before=place.before[: len(place.before) - bound]))
    if entry is not None:
        draft.role, draft.role_pattern = "other", entry.name
        return
    if last is None or last.kind != "score" or last.role_pattern is None:
        return
    compared = sentence.symbols.startswith("^", draft.index + 1)
    if not compared and stretch("of-one-role", sentence.symbols, last.index + 1, draft.index):
        draft.role, draft.role_pattern = last.role, last.role_pattern


def disown_public(draft: Draft, text: str) -> None:
    """Take the score of a public model that was not tuned for somebody else's: of a paper that brings a benchmark."""
    systems = mentions_in(draft.systems)
    slot = SYSTEMS.named(draft.system_slot)
    if draft.kind != "score" or draft.role_pattern or not systems or (slot is not None and slot.improved):
        return
    if _all_public(systems, text) and not _is_tuned(draft, text):
        draft.role, draft.role_pattern = "other", "public-model"


def disown_tested(draft: Draft, text: str) -> None:
    """Take a score or a loss for somebody else's, of a paper that tests others' models on a benchmark of its own."""
    told = draft.kind == "score" or (draft.kind == "change" and draft.sense in _LOSSES)
    if not told or draft.role_pattern or draft.is_efficiency:
        return
    measured = any(shape("not-theirs").search(metric.word) for metric in mentions_in(draft.metrics))
    if not measured and _all_public(mentions_in(draft.systems), text) and not _is_tuned(draft, text):
        draft.role, draft.role_pattern = "other", "tested-model"


def _all_public(systems: list[Mention], text: str) -> bool:
    return all(shape("public-model").match(text, system.start, system.end) for system in systems)


def _is_tuned(draft: Draft, text: str) -> bool:
    """Whether what stands before a number says that the authors tuned a model: then the score is theirs."""
    return shape("tuned").search(text, draft.sentence.start, draft.start) is not None
