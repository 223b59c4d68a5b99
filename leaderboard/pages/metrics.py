"""What a metric is, in the words that explain it."""

from __future__ import annotations

from leaderboard.boards.values import direction
from leaderboard.lexicon import lexicon


def metric_words(metric_id: str | None, unit: str | None, higher_is_better: bool | None) -> str:
    """What it measures, where that is known, its unit on the board, and which way is better."""
    metric = lexicon().metric(metric_id) if metric_id else None
    doc = metric.doc.strip().rstrip(".") if metric else ""
    told = f"in {unit}, {direction(higher_is_better)}" if unit else direction(higher_is_better)
    return ". ".join(part[:1].upper() + part[1:] for part in (doc, told) if part) + "."
