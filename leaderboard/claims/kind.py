"""Of which kind a number is: the first pattern of `kinds.yaml` that holds, or that of the list it continues."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.claims.brackets import left_bracket, outside
from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import KINDS
from leaderboard.claims.matching import Place, first, place_of
from leaderboard.mentions import Sentence
from leaderboard.numbers import Number
from leaderboard.stretches import stretch
from leaderboard.words import seek_all, shape


def kind_of(sentence: Sentence, index: int, group: tuple[Number, ...], text: str) -> Draft:
    """The number group at `index` as a claim: of the kind that the first pattern which holds gives."""
    place = place_of(text, sentence, index, group)
    entry = first(KINDS, group[-1].family, place)
    if entry is None:
        raise LookupError("the last pattern of kinds.yaml holds for every number")
    if shape("at-most").search(place.before):
        group = tuple(replace(n, bound="up_to") if n.bound == "exact" else n for n in group)
    relative = _said_relative(place) if entry.relative is None else entry.relative
    return Draft(
        sentence, index, group, entry.kind, entry.name, topic=entry.topic, sense=entry.sense, effect=entry.effect,
        relative=relative, role=entry.role, yields=entry.yields, measure=entry.measure,
    )  # fmt: skip


def _said_relative(place: Place) -> bool | None:
    """Whether the nearest word that says so calls a change relative, or absolute; None where none does."""
    before = len(place.before)
    said = [(before - m.end(), m.group()) for m in seek_all("told-how", place.before, max(0, before - 90))]
    said += [(m.start(), m.group()) for m in seek_all("told-how", place.after, 0, 40)]
    return min(said)[1].lower().startswith("rel") if said else None


def continue_list(draft: Draft, drafts: list[Draft], sentence: Sentence, text: str) -> None:
    """A number that only continues a list (`by 5% on A and 7% on B`) is what the number before it is."""
    if not drafts or draft.yields is None:
        return
    last, between = _last_of_level(draft, drafts, sentence.symbols)
    between = re.sub("Xa+", "X", between)  # `the best reported results in`
    if draft.numbers[0].low is not None:
        between = between.removesuffix("<")  # `from 1% to 2% on A and from 3% to 4% on B`
    if last is None or (between.endswith("(") and sentence.symbols.startswith("^N", draft.index + 1)):
        return  # nothing to go on from, or `+3.4 points (33.9 vs. 30.5)`
    twice_told = between == "(" and draft.kind == "score" and last.kind != "score"  # `10 points (14%)`
    if not twice_told and not _goes_on(last, draft, between):
        return
    if last.kind == "score" and draft.kind == "score":
        if draft.yields == "all":
            draft.pattern, draft.role, draft.measure = last.pattern, last.role, last.measure
        return
    if last.kind == "score" or (draft.kind == "score" and ";" in between):
        return
    if _opens_anew(last, draft, text):
        return
    draft.kind, draft.sense, draft.effect, draft.topic = last.kind, last.sense, last.effect, last.topic
    draft.relative = last.relative if draft.relative is None else draft.relative
    draft.pattern, draft.measure = last.pattern, last.measure
    bound = last.numbers[0].bound
    if draft.numbers[0].bound == "exact" and not {"G", "Y"} & set(between):
        draft.numbers = tuple(replace(n, bound=bound) if n.bound == "exact" else n for n in draft.numbers)


def share_most(draft: Draft, drafts: list[Draft], symbols: str) -> None:
    """`up to 5% higher recall and 7% fewer steps`: the most that a gain may be holds for those listed behind."""
    if not drafts or draft.kind == "score" or drafts[-1].kind != draft.kind or drafts[-1].numbers[-1].bound != "up_to":
        return
    told_behind = KINDS[drafts[-1].pattern].told_behind and KINDS[draft.pattern].told_behind
    if told_behind and stretch("gains-listed", symbols[drafts[-1].index + 1 : draft.index]):
        draft.numbers = tuple(replace(n, bound="up_to") if n.bound == "exact" else n for n in draft.numbers)


def _last_of_level(draft: Draft, drafts: list[Draft], symbols: str) -> tuple[Draft | None, str]:
    """The number before a draft and what stands in between: `81% (+2%) and 75% (+3%)` goes on outside its brackets."""
    last = drafts[-1]
    if not left_bracket(symbols, last.index, draft.index):
        between = symbols[last.index + 1 : draft.index]
        return last, outside(symbols, last.index, draft.index) if between.startswith("(") else between
    outer = [d for d in drafts if not left_bracket(symbols, d.index, draft.index)]
    return (outer[-1], outside(symbols, outer[-1].index, draft.index)) if outer else (None, "")


def _goes_on(last: Draft, draft: Draft, between: str) -> bool:
    """Whether a number is the next of a list with the one before: of one unit, or such as a next member may have."""
    return (
        (last.family == draft.family or _next_metric(last, draft, between) or _next_points(last, draft))
        and stretch("goes-on", between) is not None
        and between.count(")") <= between.count("(")  # the bracket that listed is closed
        and not stretch("rivals-own", between)
        and not KINDS[last.pattern].pair
    )


def _next_points(last: Draft, draft: Draft) -> bool:
    """`by 9.1 points on A, 7.6 on B`: points that are not said again, and none like a level."""
    small = abs(draft.numbers[0].value) < max(20, 3 * abs(last.numbers[-1].value))
    return (last.family, draft.family) == ("points", None) and last.kind == "change" and small


def _next_metric(last: Draft, draft: Draft, between: str) -> bool:
    """`a gain of 0.8 dB PSNR and 0.02 SSIM`, `by 12.1 DS and 15.4% SR`: each of its own unit, none like a level."""
    entry = KINDS[last.pattern]
    gain = entry.sense == "better" and bool(entry.before) and not entry.after
    small = abs(draft.numbers[0].value) < (1 if draft.family is None else 30)
    return gain and small and stretch("next-metric", between) is not None


def _opens_anew(last: Draft, draft: Draft, text: str) -> bool:
    """`5% lower error, and a 97% accuracy`, `a gain of 5%, and an accuracy of 97%`: what was said of the last number is
    not said of one with an article."""
    if draft.kind != "score" or draft.yields != "kind":
        return False
    if not KINDS[draft.pattern].told_behind:
        return shape("level-said").search(text[max(draft.sentence.start, draft.start - 70) : draft.start]) is not None
    article = shape("one").search(text, max(0, draft.start - 4), draft.start)
    return KINDS[last.pattern].told_behind and article is not None
