"""The topic of a claim, whether it is good news (its effect), and whether a change is relative."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.lexicon import Metric
from leaderboard.mentions import Mention
from leaderboard.model import Effect, Topic
from leaderboard.numbers import Number
from leaderboard.words import shape

# Unit families of which every measure in no list is a cost.
_COSTLY = ("memory", "power", "compute")


def topic_of(draft: Draft, number: Number, metric: Mention | None, entry: Metric | None, text: str) -> Topic:
    """`efficiency` where a claim is about time, memory, size or cost, by its pattern, its metric or its unit.

    A multiple of nothing named is one of cost only where the whole `text` speaks of any.
    """
    if draft.topic:
        return draft.topic
    if metric is not None:
        if shape("natural-yield").search(metric.word):
            return "quality"
        if metric.symbol in "EF" or shape("spending").search(metric.word):
            return "efficiency"
        if entry is not None:
            return entry.topic
        return "efficiency" if number.family in _COSTLY else "quality"
    if draft.kind == "factor" and draft.family == "times":
        return "efficiency" if shape("of-cost").search(text) else "quality"
    costs = draft.kind == "factor" or number.family in (*_COSTLY, "time", "rate")
    return "efficiency" if costs else "quality"


def effect_of(
    draft: Draft, number: Number, higher_is_better: bool | None, metric_text: str | None, topic: Topic
) -> Effect | None:
    """Whether a change or factor is for the better; None for a score.

    A part of what a reference reaches is worse than it, unless it is all of it or more: `103% of the performance`.
    What is said to rise or fall is judged by its metric: one in no list by its words, one of unknown direction by the
    verb alone.
    """
    if draft.kind == "score":
        return None
    if draft.kind == "factor" and topic == "quality" and number.family == "percent" and number.value > 100:
        return "better"
    if draft.effect or draft.sense in ("better", None):
        return draft.effect or "better"
    if higher_is_better is None and shape("less-is-better").search(metric_text or ""):
        higher_is_better = False
    if draft.sense == "falls":
        return "better" if higher_is_better is False else "worse"
    if draft.sense == "plus":
        return "worse" if higher_is_better is False and topic == "efficiency" else "better"
    if draft.sense == "up":
        return "worse" if higher_is_better is False else "better"
    if draft.sense == "minus" and not metric_text:
        return "worse"
    if draft.sense in ("down", "minus"):
        return "worse" if higher_is_better and topic == "quality" else "better"
    return "worse"


def relative(draft: Draft, number: Number, topic: Topic, entry: Metric | None) -> bool | None:
    """Whether a change is a share of what was there before, by what was said of it; None where nothing tells.

    A percentage of a measure without an upper end, as most errors are, can be nothing else.
    """
    if draft.kind != "change":
        return None
    if number.family in ("points", None, "level"):
        return False
    if draft.relative is not None:
        return draft.relative
    return True if topic == "efficiency" or (entry is not None and _is_amount(entry)) else None


def _is_amount(entry: Metric) -> bool:
    """Whether a metric is better the less it is, with no upper end and in no percent: MSE, perplexity.

    A word like `error` may be a rate as well; a short form is one measure.
    """
    open_end = entry.name.isupper() if entry.range is None else entry.range[1] is None
    return entry.higher_is_better is False and entry.unit != "%" and open_end
