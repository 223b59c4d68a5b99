"""The entry of the lexicon that a mention of a metric stands for, however it was found."""

from __future__ import annotations

from leaderboard.canonical import find_metric
from leaderboard.claims.draft import Draft
from leaderboard.lexicon import Metric
from leaderboard.mentions import Mention
from leaderboard.scale import board_scale

_OF_ANY = ("percent", "points", "times", None)


def known_metric(mention: Mention) -> Metric | None:
    """The metric that a mention was read as, or that its words name; None where the lexicon has none."""
    return mention.ref if isinstance(mention.ref, Metric) else find_metric(mention.word)


def is_on_scale(draft: Draft, metric: Mention | None) -> bool:
    """Whether numbers can be values of a metric: no 9 mm of Dice, no accuracy of 5,120; any can, of one in no list.

    A change in percent, in points or in no unit tells nothing.
    """
    entry = known_metric(metric) if metric is not None else None
    if entry is None or (draft.kind != "score" and draft.family in _OF_ANY):
        return True
    return all(board_scale(n.value, n.low, n.unit, entry).value is not None for n in draft.numbers)
