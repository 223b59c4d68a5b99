"""How sure a row is: how often its decisions were right where annotations could tell (`patterns/confidence.yaml`)."""

from __future__ import annotations

from functools import cache

from leaderboard.claims.draft import Draft
from leaderboard.model import Topic
from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource


class Right(Entry):
    """The share of `cases` in which a decision by this name was right."""

    decision: str
    name: str
    right: float
    cases: int


@cache
def _rights() -> dict[tuple[str, str], float]:
    entries = load_entries(resource("patterns") / "confidence.yaml", Right)
    return {(entry.decision, entry.name): entry.right for entry in entries}


def _right(decision: str, name: str) -> float:
    rights = _rights()
    return rights.get((decision, name), rights[decision, "other"])


def confidence(draft: Draft, topic: Topic) -> float:
    """0 to 1: the product of how sure number and kind, metric and benchmark are."""
    claimed = "efficiency" if topic == "efficiency" else draft.kind
    return round(
        _right("kind", draft.pattern)
        * _right("metric", f"{draft.metric_slot or 'none'}|{draft.kind}")
        * _right("benchmark", f"{draft.benchmark_slot or 'none'}|{claimed}"),
        3,
    )
