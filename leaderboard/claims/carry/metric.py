"""A metric that a claim's own clause does not name: its siblings', or that of the sentence before."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft
from leaderboard.mentions import Mention

_RIGHT = (
    "metric-right",
    "metric-right-of",
    "metric-bracket",
    "metric-gain-in",
    "metric-right-mod",
    "metric-right-noun",
    "metric-right-terms",
    "metric-right-far",
    "metric-terms-name",
    "metric-higher",
)


def _same_mention(drafts: list[Draft], name: str) -> Mention | None:
    found = {(m.start if m else None): m for d in drafts for ms in getattr(d, name) for m in ms}
    return next(iter(found.values())) if len(found) == 1 else None


def carry_metric(  # noqa: C901 - one case after another, in the order they are tried
    draft: Draft, earlier: list[Draft], later: list[Draft], before: list[Draft]
) -> None:
    """Take the metric of the claims beside a draft, or the only one of its sentence or of the sentence before."""
    if draft.metric_slot:
        return
    count = len(draft.numbers)
    source: Draft | None = None
    if later and later[0].metric_slot in _RIGHT and later[0].kind == draft.kind and later[0].family == draft.family:
        between = draft.sentence.symbols[draft.index + 1 : later[0].index]
        if re.fullmatch(r"[GRLghlwvV@BnDS()f]*[,+]+[wS]?Y?", between):
            source = later[0]
    if (
        source is None
        and earlier
        and earlier[-1].metric_slot
        and (earlier[-1].kind != "factor" or draft.kind == "factor")
    ):
        last = earlier[-1]
        quality = last.is_quality
        if (draft.family == last.family or (quality and draft.kind != "factor" and draft.family != "times")) and (
            quality or draft.kind == last.kind
        ):
            source = last
    if (
        source is None
        and draft.kind == "score"
        and later
        and later[0].metric_slot
        and later[0].kind == "score"
        and later[0].family == draft.family
    ):
        between = draft.sentence.symbols[draft.index + 1 : later[0].index]
        if re.fullmatch(r"[^aoburdx;.]*[,+>^(][^aoburdx;.]*", between) and later[0].metric_slot in _RIGHT:
            source = later[0]
    if source is not None and _names_its_own(draft, source):
        name = draft.sentence.mentions[draft.index - 2]
        draft.metrics = [[name] for _ in range(count)]
        draft.metric_slot, draft.metric_confidence = "carried-form", 0.75
        return
    if source is not None:
        if len(source.metrics) == count:
            draft.metrics = [list(ms) for ms in source.metrics]
        elif all(ms == source.metrics[0] for ms in source.metrics):
            draft.metrics = [list(source.metrics[0]) for _ in range(count)]
        else:
            draft.metrics = [list(source.metrics[-1]) for _ in range(count)]
        draft.metric_slot, draft.metric_confidence = "carried-sibling", 0.8
        return
    if draft.family == "times":
        return
    in_sentence = [m for m in draft.sentence.mentions if m.symbol == "M"]
    if draft.kind == "score" and len(in_sentence) == 1 and in_sentence[0].start < draft.start:
        draft.metrics = [[(in_sentence[0].members or (in_sentence[0],))[0]] for _ in range(count)]
        draft.metric_slot, draft.metric_confidence = "only-in-sentence", 0.7
        return
    if draft.kind == "score" and not in_sentence and before:
        same = _same_mention([d for d in before if d.kind == "score" or d.is_quality], "metrics")
        if same is not None and same.symbol == "M":
            draft.metrics = [[same] for _ in range(count)]
            draft.metric_slot, draft.metric_confidence = "carried-sentence", 0.6


def _names_its_own(draft: Draft, source: Draft) -> bool:
    """`PESQ (19%), SSNR (39%)`: after a metric with its number in brackets a name with one is a metric too."""
    symbols = draft.sentence.symbols
    listed = re.fullmatch(r"\)[,+]{1,2}S\(", symbols[source.index + 1 : draft.index])
    return listed is not None and symbols[source.index - 2 : source.index] == "M("
