"""The metric of a whole abstract: where scores of one are claimed, and no other is spoken of."""

from __future__ import annotations

from leaderboard.claims.carry.known_metric import is_on_scale, known_metric
from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.mentions import Mention, read_sentence
from leaderboard.text import sentences
from leaderboard.words import shape

_NEAR = 60
_FAMILIES = frozenset((None, "percent", "points"))
_SLOT = "carried-whole"


def share_scored_metric(drafts: list[Draft], text: str) -> None:
    """Give the listed metric of the scores claimed to all that name none, if the text of a paper names no other."""
    lacking = [draft for draft in drafts if _lacks(draft, text)]
    scored = [m for d in drafts if d.kind == "score" for m in mentions_in(d.metrics) if m.symbol == "M"]
    if not lacking or len({_key(m) for m in scored}) != 1 or known_metric(scored[0]) is None:
        return
    lowered = text.lower()
    read = (read_sentence(text, start, end, lowered) for start, end in sentences(text))
    spoken_of = (m for sentence in read for mention in sentence.mentions for m in mention.each if m.symbol == "M")
    if all(_key(m) == _key(scored[0]) for m in spoken_of):
        for draft in (draft for draft in lacking if is_on_scale(draft, scored[0])):
            draft.take_metric(scored[0], _SLOT, loose=True)


def _lacks(draft: Draft, text: str) -> bool:
    """Whether nothing tells what a number is of, not even that it is of `performance`, and it can be of any metric."""
    if draft.metric_slot or draft.kind == "factor" or draft.is_efficiency:
        return False
    if draft.tells_measure or draft.is_share(text):
        return False
    start, end = max(draft.sentence.start, draft.start - _NEAR), min(draft.sentence.end, draft.end + _NEAR)
    if shape("score-of-its-own").search(text, start, draft.end):
        return False
    return draft.family in _FAMILIES and draft.sense != "down" and shape("vague-gain").search(text, start, end) is None


def _key(metric: Mention) -> str:
    """One key for all wordings of a metric."""
    known = known_metric(metric)
    return known.id if known is not None else metric.word
