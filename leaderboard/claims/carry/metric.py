"""A metric that a claim's own clause does not name: its siblings', or that of the sentence before."""

from __future__ import annotations

from leaderboard.claims.brackets import level_pairs, outside
from leaderboard.claims.carry.known_metric import is_on_scale, known_metric
from leaderboard.claims.carry.metric_lender import OWN_MEASURE, SHARED, is_said_right, lender_of
from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.noun_phrase import phrase
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape, words

_BY_UNIT = "metric-is-unit"


def share_metric(drafts: list[Draft]) -> None:
    """`3% on A, 4% on B and 5% on C in F1`: a metric said behind the last number is that of the list before it."""
    for draft, later in level_pairs(drafts):
        if (draft.metric_slot and not draft.is_vague) or not is_said_right(later):
            continue
        if (later.kind, later.family) != (draft.kind, draft.family):
            continue
        between = outside(draft.sentence.symbols, draft.index, later.index)
        if stretch("of-performance", between):
            continue
        if stretch("metric-list", between) or (draft.kind == "change" and stretch("by-each", between)):
            _take(draft, later, SHARED)


def carry_metric(draft: Draft, earlier: list[Draft], later: list[Draft], before: list[Draft], text: str) -> None:
    """Take the metric of the claims beside a draft, or the only one of its sentence or of the sentence before."""
    of_unit = draft.metric_slot == _BY_UNIT and next((d for d in reversed(earlier) if _of_one_unit(draft, d)), None)
    if of_unit:
        _take(draft, of_unit, "carried-sibling")
    if draft.metric_slot or _of_its_own(draft, text):
        return
    count = len(draft.numbers)
    as_many = _listed_before(draft, earlier) or (None if earlier else _told_before(draft, before))
    if as_many:
        draft.take_metrics([[m] for m in as_many], "listed-before")
        return
    lender = lender_of(draft, earlier, later)
    if draft.measure == "deed" and (lender is None or lender.pattern != draft.pattern):
        return
    alike = _named_alike(draft, lender, text) if lender is not None else None
    if alike is not None:
        draft.take_metric(alike, "carried-form")
        return
    if lender is not None:
        _take(draft, lender, "carried-sibling")
        return
    if draft.kind == "change":
        changed = _changed(draft)
        if changed is not None:
            draft.take_metrics(spread_out(changed, count), "changed-in-sentence", loose=True)
        else:
            _take_from_scores_before(draft, earlier, before, text)
    elif draft.kind == "score" and draft.family != "times":
        _take_from_sentence(draft, before)


def _of_its_own(draft: Draft, text: str) -> bool:
    """Whether words behind a number tell of what it is, if of no metric: `5 queries`, `5% in landing performance`."""
    behind = draft.sentence.symbols[draft.index + 1 : draft.index + 2]
    counted = behind == "E" or (behind == "w" and shape("own-noun").match(text, draft.end) is not None)
    if counted and draft.kind == "score":
        return True
    return stretch("of-performance", draft.sentence.symbols, draft.index + 1) is not None


def _of_one_unit(draft: Draft, last: Draft) -> bool:
    """`a throughput of 25 tokens/s, where BirdNet has 22 tokens/s`."""
    named = last.metric_slot not in (None, _BY_UNIT)
    return named and last.kind == draft.kind and last.numbers[-1].unit == draft.numbers[-1].unit


def _take_from_sentence(draft: Draft, before: list[Draft]) -> None:
    """Give a score the only metric of its sentence, or the one that all claims of the sentence before are of."""
    count = len(draft.numbers)
    letter = "E" if draft.is_amount or draft.topic == "efficiency" else "M"
    here = [m for m in draft.sentence.mentions if m.symbol == letter and _can_be_in(m, draft)]
    if len(here) == 1 and here[0].start < draft.start and "P" not in draft.sentence.symbols[draft.index + 1 :][:2]:
        members = here[0].each
        vague = known_metric(members[0]) is None or members[0].word in words("vague-alone")
        if vague or not is_on_scale(draft, members[0]):
            return
        only = here[0] if len(members) == count else members[0]
        draft.take_metrics(spread_out(only, count), "only-in-sentence")
    elif before and not draft.tells_measure:
        same = _same_metric([d for d in before if d.family == draft.family and (d.kind == "score" or d.is_quality)])
        # a metric behind the number is no other: `80% on A, where 90% accuracy is usual`
        alone = same is not None and all(each.word == same.word for mention in here for each in mention.each)
        fits = same is not None and _can_be_in(same, draft) and is_on_scale(draft, same)
        if alone and fits and same is not None and same.symbol == letter:
            draft.take_metric(same, "carried-sentence")


def _take_from_scores_before(draft: Draft, earlier: list[Draft], before: list[Draft], text: str) -> None:
    """Give a plain gain (`it outperforms BirdNet by 5%`) the one listed metric of the claims in the sentence before,
    unless it is one over a score right before it: `in 9 s, an improvement of 5%`."""
    if earlier and earlier[-1].kind == "score":
        return
    if draft.measure != "open" or draft.family in OWN_MEASURE or "M" in draft.sentence.symbols:
        return
    vague = shape("vague-gain").search(text, draft.sentence.start, draft.sentence.end) is not None
    if vague or stretch("of-another", draft.sentence.symbols, draft.index + 1):
        return
    same = _same_metric([d for d in before if d.is_quality and d.kind != "factor"])
    if same is not None and known_metric(same) is not None:
        draft.take_metric(same, "carried-right-before", loose=True)


def _changed(draft: Draft) -> Mention | None:
    """The only measure of a sentence, where it stands before a change and a verb or noun acts on it: `enhances recall
    on B, with gains of 5%`."""
    mentions, symbols = draft.sentence.mentions, draft.sentence.symbols
    places = [place for place, mention in enumerate(mentions) if mention.symbol in ("M", "E")]
    if draft.family in OWN_MEASURE or len(places) != 1 or places[0] > draft.index:
        return None
    if stretch("of-another", symbols, draft.index + 1):
        return None
    place = places[0]
    measure = mentions[place]
    acted_on = stretch("acted-on", symbols, 0, place) or stretch("acts", symbols, place + 1, draft.index)
    cut = measure.symbol == "E" and draft.sense == "down" and acted_on is not None and acted_on.group()[0] == "d"
    alone = stretch("beats-besides", symbols, place, draft.index) is None
    changed = cut or (measure.symbol == "M" and acted_on is not None and alone)
    return measure if changed and measure.word not in words("vague-alone") else None


def _can_be_in(metric: Mention, draft: Draft) -> bool:
    """Whether a metric is one of time, where a draft's number is one, and so on."""
    return not draft.is_amount or shape(f"of-{draft.family}").search(metric.word) is not None


def _take(draft: Draft, source: Draft, slot: str) -> None:
    """Give a draft the metrics of another: one each where they are as many, else the only one, or the last."""
    count = len(draft.numbers)
    as_many = len(source.metrics) == count
    draft.take_metrics(source.metrics if as_many else [source.metrics[-1]] * count, slot)


def _same_metric(drafts: list[Draft]) -> Mention | None:
    found = {(m.word if m else None): m for d in drafts for ms in d.metrics for m in ms}
    return next(iter(found.values())) if len(found) == 1 else None


def _named_alike(draft: Draft, source: Draft, text: str) -> Mention | None:
    """`PESQ (19%), SSNR (39%) and ear comfort (8%)`: after a metric with its number in brackets, more of them."""
    symbols, mentions = draft.sentence.symbols, draft.sentence.mentions
    metric = source.metrics[0][0] if source.metrics and len(source.metrics[0]) == 1 else None
    if metric is None or symbols[source.index - 1] != "(":
        return None
    if stretch("named-with-number", symbols, source.index, draft.index) is None:
        return None
    if text[metric.end : mentions[source.index - 1].start].strip():
        return None
    name = mentions[draft.index - 2]
    return name if name.symbol == "S" else phrase(text, name.start, mentions[draft.index - 1].start)


def _told_before(draft: Draft, before: list[Draft]) -> list[Mention] | None:
    """`has 81% precision and 80% recall. With strings, the values rise to 85% and 79%`: a metric before for each."""
    if "M" in draft.sentence.symbols or sum(len(d.numbers) for d in before) != len(draft.numbers):
        return None
    return _listed_before(draft, before)


def _listed_before(draft: Draft, earlier: list[Draft]) -> list[Mention] | None:
    """`81% precision and 80% recall, where NAME has 72% and 70%`: as many metrics before as there are numbers."""
    found: list[Mention] = []
    if draft.kind == "factor":
        return None
    for last in reversed(earlier):
        if len(found) >= len(draft.numbers) or last.kind != "score" or not last.metric_slot:
            break
        for metrics in reversed(last.metrics):
            if len(metrics) != 1 or metrics[0] is None:
                return None
            found.insert(0, metrics[0])
    distinct = len({metric.word for metric in found}) == len(found)
    return found if len(found) == len(draft.numbers) > 1 and distinct else None
