"""What a metric is, in the words shown on hover."""

from __future__ import annotations

from leaderboard.lexicon import lexicon
from leaderboard.pages.values import direction


def metric_words(metric_id: str | None) -> str | None:
    """What it measures, its unit and which way is better; null for a metric outside the lexicon."""
    metric = lexicon().metric(metric_id) if metric_id else None
    if metric is None:
        return None
    unit = f"in {metric.unit}" if metric.unit else None
    return ". ".join(filter(None, [metric.doc.rstrip("."), unit, direction(metric.higher_is_better)]))
