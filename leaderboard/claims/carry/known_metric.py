"""The entry of the lexicon that a mention of a metric stands for, however it was found."""

from __future__ import annotations

from leaderboard.canonical import find_metric
from leaderboard.lexicon import Metric
from leaderboard.mentions import Mention


def known_metric(mention: Mention) -> Metric | None:
    """The metric that a mention was read as, or that its words name; None where the lexicon has none."""
    return mention.ref if isinstance(mention.ref, Metric) else find_metric(mention.word)
