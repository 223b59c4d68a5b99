"""Claims that do not hold up once metric and benchmark are known: the patterns of `doubts.yaml`."""

from __future__ import annotations

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.claims.entries import DOUBTS, Doubt
from leaderboard.claims.matching import candidates, holds, place_of


def doubt(draft: Draft, drafts: list[Draft], text: str) -> Doubt | None:
    """The first pattern that says a number is no claim after all, or that nothing explains it; None where it stands.

    `drafts` are the claims before it in its sentence.
    """
    place = place_of(text, draft.sentence, draft.index, draft.numbers)
    for pattern in candidates(DOUBTS, draft.family, place):
        if _fits(pattern.entry, draft, drafts) and holds(pattern, place):
            return pattern.entry
    return None


def _fits(entry: Doubt, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an entry is asked of a draft behind others: by kind, metric and benchmark."""
    if (entry.alone and drafts) or not entry.is_for(draft.kind, draft.pattern):
        return False
    if entry.metric is not None and not _metric(entry, draft):
        return False
    return entry.benchmark is None or (entry.benchmark == "some") == bool(draft.benchmark_slot)


def _metric(entry: Doubt, draft: Draft) -> bool:
    """Whether the metric that was found for a draft is as an entry asks."""
    known = bool(draft.metric_slot) and not (entry.metric == "unsure" and draft.metric_loose)
    symbols = {m.symbol for m in mentions_in(draft.metrics)} if known else set()
    told = {
        "none": not known,
        "unsure": not known,
        "some": known,
        "quality": bool(symbols - {"E", "F"}),
        "no quality": not symbols - {"E", "F"},
        "cost": bool(symbols) and symbols <= {"E", "F"},
    }
    return told[entry.metric or "some"]
