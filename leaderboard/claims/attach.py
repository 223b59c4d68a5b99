"""Where a claim's metric and benchmark stand: the first slot pattern that holds for its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from leaderboard.canonical import find_metric
from leaderboard.claims.brackets import without_bracket
from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.entries import BENCHMARKS, METRICS, AttachedSlot, MetricSlot, PatternFile
from leaderboard.claims.noun_phrase import phrases, short_form
from leaderboard.claims.runs import run_of
from leaderboard.claims.slots import slots
from leaderboard.cues import letters
from leaderboard.lexicon import Metric
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape, words

AttachedT = TypeVar("AttachedT", bound=AttachedSlot)
Fits = Callable[[Mention], bool]

_REACH = 40


def attach(draft: Draft, text: str) -> None:
    """Give a draft the metric and the benchmark that its own clause holds."""
    _attach_metric(draft, text)
    _attach_benchmark(draft, text)


def _attach_metric(draft: Draft, text: str) -> None:
    """The metric that a slot takes, else the unit or the comparative that tells what was measured."""
    count = len(draft.numbers)
    found = _metric_of_slot(draft, text)
    if found is not None:
        metric, slot = found
        metric = _listed(_unowned(metric) if draft.measure == "reference" else metric, draft)
        if len(metric.members) != count:
            metric = _nouns_listed(metric, draft, text) or metric
        draft.take_metrics(spread_out(metric, count), slot.name, loose=slot.loose)
    elif _tells_by_unit(draft, text):
        start = _unit_place(draft, text)
        unit = Mention("E", start, start + len(draft.numbers[-1].unit or ""))
        draft.take_metric(unit, "metric-is-unit", loose=True)
    elif draft.kind != "score":
        faster = _faster(draft)
        if faster:
            draft.take_metric(faster, "metric-comparative", loose=True)


def _attach_benchmark(draft: Draft, text: str) -> None:
    """The benchmark that a slot takes: the only one of a sentence, whatever is said of it, or one tested on."""
    only = draft.sentence.symbols.count("B") == 1
    found = _slot_past_bracket(BENCHMARKS, draft, text, lambda named: only or _is_benchmark(named, text))
    if found is not None:
        benchmark, slot = found
        spread = spread_out(_listed(benchmark, draft), len(draft.numbers))
        draft.take_benchmarks(spread, slot.name, side=slot.side, loose=slot.loose)


def _metric_of_slot(draft: Draft, text: str) -> tuple[Mention, MetricSlot] | None:
    """The metric that the first slot takes, if it can be that of the claim, in its short form if it has one."""
    found = _slot_past_bracket(METRICS, draft, text)
    if found is None:
        return None
    metric, slot = found
    if not (_suits(metric, slot, draft) and _is_of(metric, draft, text) and _is_name(metric, text)):
        return None
    if metric.symbol in ("r", "d") or (metric.symbol == "L" and metric.word in words("paid")):
        return replace(metric, symbol="F"), slot
    if metric.symbol == "S" and not metric.members:
        return short_form(text, metric), slot
    return metric, slot


def _tells_by_unit(draft: Draft, text: str) -> bool:
    """Whether the unit of a score says what was measured: `12 fps`, `7 GFLOPs`; not of `400 Gb/s`, nor where a model
    merely comes with it, or where it is said behind another number."""
    if draft.kind != "score" or draft.family not in ("rate", "compute"):
        return False
    if _unit_place(draft, text) < 0:
        return False
    if draft.family == "compute":
        return draft.yields != "all"
    return shape("data-rate").fullmatch(draft.numbers[-1].unit or "") is None


def _unit_place(draft: Draft, text: str) -> int:
    """Where a draft's unit stands in its last number; negative where it was said of another."""
    return text.rfind(draft.numbers[-1].unit or "", draft.numbers[-1].start, draft.end)


def _listed(found: Mention, draft: Draft) -> Mention:
    """The looser list that a mention is one of, where that has as many members as there are numbers."""
    count, mentions = len(draft.numbers), draft.sentence.mentions
    if count == 1 or len(found.members) == count or found not in mentions:
        return found
    return run_of(draft.sentence, mentions.index(found), count, draft.index) or found


def _unowned(metric: Mention) -> Mention:
    """`88% of human accuracy` is of accuracy: what is before the measure there only tells whose."""
    while " " in metric.word and not metric.members:
        first, rest = metric.word.split(" ", 1)
        same = metric.ref is not None and find_metric(rest) is metric.ref
        if not (same or first in words("before-optimum")):
            break
        metric = replace(metric, start=metric.end - len(rest), word=rest)
    return metric


def _nouns_listed(found: Mention, draft: Draft, text: str) -> Mention | None:
    """`the delay, the rope wear and recall by 5%, 7% and 9%`: as many measures as numbers, plain nouns among them, of
    which a metric is one; None where there is no such list, or none that `respectively` or its first member tells."""
    count = len(draft.numbers)
    if count == 1 or found.symbol not in ("M", "E", "S") or draft.tells_measure:
        return None
    around = _plain_around(found, draft)
    end = around[-1].end if around else 0
    for start in (m.start for m in around if m.start <= found.start and m.symbol not in ("+", ",")):
        listed = _with_last(start, found, count, text) or phrases(text, start, end, count)
        more = phrases(text, start, end, count + 1)
        if listed is None or len(listed.each) != count or listed.end < found.end or more is None or more.members:
            continue
        told = listed.each[0].ref is not None or draft.is_respective
        joined = shape("joins-last").search(text, listed.each[-2].end, listed.each[-1].start)
        if told and joined and not _elliptic(listed):
            return listed
    return None


def _with_last(start: int, last: Mention, count: int, text: str) -> Mention | None:
    """The list from a place up to a metric, or some, that end it; None where they are not as many as there must be."""
    before = count - len(last.each)
    others = phrases(text, start, last.start, before) if before > 0 else None
    if others is None or len(others.each) != before:
        return None
    joint = "list-joint" if last.members else "measure-joined"
    if shape(joint).fullmatch(text, others.end, last.start) is None:
        return None
    return Mention(last.symbol, others.start, last.end, last.ref, (*others.each, *last.each), last.word)


def _plain_around(found: Mention, draft: Draft) -> list[Mention]:
    """The mentions around one that may be members of a list of measures, and what joins them."""
    mentions = draft.sentence.mentions
    at = next((i for i, m in enumerate(mentions) if m.start <= found.start < m.end), None)
    if at is None:
        return []
    first = last = at
    listed = letters("measure-list")
    while first > 0 and mentions[first - 1].symbol in listed:
        first -= 1
    while last + 1 < len(mentions) and mentions[last + 1].symbol in listed:
        last += 1
    return list(mentions[first : last + 1])


def _elliptic(listed: Mention) -> bool:
    """`kite and gust accuracy`: one measure, of each."""
    *others, last = listed.each
    return last.ref is not None and " " in last.word and any(m.ref is None and m.symbol == "M" for m in others)


def _slot_past_bracket(
    file: PatternFile[AttachedT], draft: Draft, text: str, fits: Fits = lambda _: True
) -> tuple[Mention, AttachedT] | None:
    """What `_slot` finds; if nothing, or only a benchmark from afar, then past a bracket: `5.2% (18% more) on B`."""
    found = _slot(file, draft, text, fits)
    from_afar = found is not None and file is BENCHMARKS and found[1].loose
    bare = without_bracket(draft.sentence, draft.index) if found is None or from_afar else None
    if bare is None:
        return found
    return _slot(file, replace(draft, sentence=bare), text, fits) or found


def _slot(file: PatternFile[AttachedT], draft: Draft, text: str, fits: Fits) -> tuple[Mention, AttachedT] | None:
    """What the first slot of a file takes that holds for a draft and takes what `fits`: a mention or a noun phrase."""
    for pattern, mention in slots(file, draft, text):
        found: Mention | None = mention
        if pattern.phrase:
            found = phrases(text, mention.start, draft.sentence.end, len(draft.numbers))
        if found is not None and fits(found):
            return found, pattern.entry
    return None


def _suits(metric: Mention, slot: MetricSlot, draft: Draft) -> bool:
    """Whether a claim of this kind can be of that metric, found there."""
    of_measure = draft.kind == "score" or draft.measure in ("told", "reference")
    if metric.symbol == "E" and draft.topic == "quality" and of_measure:
        return False
    if metric.word.endswith("efficiency") and (draft.family == "time" or _is_pace(draft.numbers[-1].unit or "")):
        return False  # `efficiency (45 FPS)`
    if draft.is_amount and isinstance(metric.ref, Metric) and metric.ref.unit == "%" and not metric.members:
        return False
    if metric.symbol == "S" and _is_variant(metric, draft):
        return False
    of_quality = metric.symbol == "M" and isinstance(metric.ref, Metric) and metric.end <= draft.start
    if of_quality and draft.topic == "efficiency" and not draft.is_amount:
        return False  # `94% recall at $4 per test`
    if draft.kind != "score":
        return slot.of_speed or not draft.sentence.symbols.startswith("F", draft.index + 1)
    if draft.family == "rate":
        near = not (slot.afar or slot.loose)
        return metric.symbol == "E" and (near or _is_pace(metric.word))
    if slot.afar and draft.is_amount:
        return metric.symbol == "E"
    amount = metric.symbol == "E" and isinstance(metric.ref, Metric) and metric.ref.id in words("amounts")
    cut = draft.family is None and stretch("amount-cut", draft.sentence.symbols[: draft.index])
    return not amount or bool(cut)


def _is_pace(text: str) -> bool:
    return shape("pace").search(text.lower()) is not None


def _is_name(metric: Mention, text: str) -> bool:
    """Whether a short name can be one of a metric: no unit (`9.4 Nm`), no confidence interval."""
    written = text[metric.start : metric.end]
    if metric.symbol != "S":
        return True
    owner = written.endswith(("'s", "’s"))  # `BirdNet's gain of 3%`
    return not (owner or metric.word in words("no-metric") or shape("unit-name").fullmatch(written))


def _is_variant(name: Mention, draft: Draft) -> bool:
    """`Kite-B` beside `Kite-A`: one system of several, no measure."""
    stem, joined, _ = name.word.rpartition("-")
    others = (m for m in draft.sentence.mentions if m.symbol == "S" and m.word != name.word)
    return bool(joined) and any(other.word.rpartition("-")[0] == stem for other in others)


def _is_of(metric: Mention, draft: Draft, text: str) -> bool:
    """Whether a time is of the metric before it: not so in `reaches 0.91 SSIM within 3 minutes`."""
    between = text[metric.end : draft.start]
    return not (draft.is_amount and metric.symbol == "M" and shape("meanwhile").search(between))


def _is_benchmark(mention: Mention, text: str) -> bool:
    """A benchmark is what was measured on unless something was trained or built on it."""
    before = max(0, mention.start - _REACH)
    return mention.symbol == "B" and shape("trained-right-before").search(text, before, mention.start) is None


def _faster(draft: Draft) -> Mention | None:
    """The comparative that tells what a change or a factor is of: `5% faster`, `smaller by 3x`, more `efficient`."""
    symbols, mentions = draft.sentence.symbols, draft.sentence.mentions
    behind = stretch("faster-behind", symbols, draft.index + 1, draft.index + 4)
    if behind is not None:
        return _without_more(mentions[behind.end() - 1])
    if draft.family != "times":
        return None
    back = symbols.rfind("F", max(0, draft.index - 4), draft.index)
    return _without_more(mentions[back]) if back >= 0 else None


def _without_more(comparative: Mention) -> Mention:
    bare = comparative.word.removeprefix("more ")
    return replace(comparative, start=comparative.end - len(bare), word=bare)
