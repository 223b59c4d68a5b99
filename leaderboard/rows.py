"""From claims to normalised rows: canonical names, values on the board's scale, effects and systems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from leaderboard.canonical import find_benchmark, find_metric
from leaderboard.claims.draft import Draft
from leaderboard.claims.names import Names
from leaderboard.effect import effect_of, relative, topic_of
from leaderboard.lexicon import Benchmark, Metric
from leaderboard.mentions import Mention
from leaderboard.model import Paper, Row
from leaderboard.numbers import Number
from leaderboard.scale import board_scale
from leaderboard.snippet import snippet_span
from leaderboard.text import View
from leaderboard.usual_metric import usual_metric
from leaderboard.words import shape, words

FoundT = TypeVar("FoundT")


@dataclass(frozen=True, slots=True)
class Context:
    """What all rows of a paper share."""

    paper: Paper
    view: View
    names: Names


def rows_of(draft: Draft, context: Context) -> list[Row]:
    """One row for each pair of number, metric, benchmark and system of a draft."""
    out = []
    for place, number in enumerate(draft.numbers):
        baseline, split = _at(draft.baselines, place), _at(draft.splits, place)
        setting = _at(draft.settings, place)
        out += [
            _row(
                draft,
                _in_points(number, metric, draft, context.view.text),
                _Said(metric, benchmark, system, baseline, split, setting),
                context,
            )
            for metric in _at(draft.metrics, place) or [None]
            for benchmark in _at(draft.benchmarks, place) or [None]
            for system in _at(draft.systems, place) or [None]
        ]
    return out


def _at(found: Sequence[FoundT], place: int) -> FoundT | None:
    """What was found for the number at a place; nothing where nothing was found for any."""
    return found[place] if place < len(found) else None


def _in_points(number: Number, metric: Mention | None, draft: Draft, text: str) -> Number:
    """`gains 3.1 BLEU points`: the unit of a change may stand behind its metric."""
    if draft.kind != "change" or number.family is not None or metric is None or metric.start < draft.end:
        return number
    between, behind = shape("up-to-metric"), shape("points-behind")
    told = between.fullmatch(text, draft.end, metric.start) and behind.match(text, metric.end)
    return replace(number, unit="points", family="points") if told else number


def _on_scale(number: Number, entry: Metric | None, text: str) -> Number:
    """`SSIM and PSNR of 0.81 and 27 dB`: what a unit said last cannot be of is a number without one."""
    if entry is None or number.unit is None or not text[number.end - 1].isdigit():
        return number
    bare = replace(number, unit=None, family=None)
    fits = [board_scale(n.value, n.low, n.unit, entry).value is not None for n in (number, bare)]
    return bare if fits == [False, True] else number


class _Said(NamedTuple):
    """What the text says of one row's number, each None where it says nothing."""

    metric: Mention | None
    benchmark: Mention | None
    system: Mention | None
    baseline: Mention | None
    split: Mention | None
    setting: str | None


class _Words(NamedTuple):
    """Words of the abstract and where they stand; all None for none."""

    text: str | None = None
    start: int | None = None
    end: int | None = None


def _words(mention: Mention | None, view: View) -> _Words:
    if mention is None:
        return _Words()
    start, end = view.whole(mention.start, mention.end)
    return _Words(view.source[start:end], start, end)


def _listed(mention: Mention | None, view: View) -> str | None:
    """The words of a mention, those of its members apart."""
    if mention is None:
        return None
    return "; ".join(_words(member, view).text or "" for member in mention.each)


def _metric(mention: Mention | None, context: Context) -> tuple[_Words, Metric | None]:
    """The words of a metric and its entry; none for `performance` and its like."""
    written = _words(mention, context.view)
    if mention is None or not written.text:
        return written, None
    if mention.symbol in "GL" or written.text.lower() in words("unnamed-metric"):
        return _Words(), None
    return written, find_metric(context.view.text[mention.start : mention.end], context.paper.abstract)


def _benchmark(mention: Mention | None, context: Context) -> tuple[str | None, Benchmark | None]:
    """The words of a benchmark as they are read (`miniKite`) and its entry."""
    if mention is None:
        return None, None
    readable = context.view.text[mention.start : mention.end]
    known = mention.ref if isinstance(mention.ref, Benchmark) else find_benchmark(readable, context.paper.abstract)
    return readable, known


def _may_mean(name: str | None, draft: Draft, text: str) -> bool:
    """Whether the paper's own name may be meant: it was told before, or the sentence speaks of what is the authors'."""
    if name is None or name not in text:
        return True
    end = draft.sentence.end
    return name.lower() in text[:end].lower() or shape("own-system").search(text, draft.sentence.start, end) is not None


def _row(draft: Draft, number: Number, said: _Said, context: Context) -> Row:
    paper, view = context.paper, context.view
    quote_start, end = view.span(number.start, number.end)
    start = view.span(number.first, number.end)[0]
    sentence_start, sentence_end = view.span(draft.sentence.start, draft.sentence.end)
    snippet_start, snippet_end = snippet_span(view.source, (sentence_start, sentence_end), (quote_start, end))
    measured, entry = _metric(said.metric, context)
    number = _on_scale(number, entry, view.text)
    readable, bench = _benchmark(said.benchmark, context)
    on, by, against = _words(said.benchmark, view), _words(said.system, view), _words(said.baseline, view)
    name = context.names.system
    own = said.system is None and draft.role == "own" and name not in (on.text, measured.text, against.text)
    reached_by = name if own and _may_mean(name, draft, view.text) else by.text
    topic = topic_of(draft, number, said.metric, entry, view.text)
    named = entry or (None if measured.text else usual_metric(draft, topic, bench, context.paper.title, view.text))
    higher = named.higher_is_better if named else None
    scaled = board_scale(number.value, number.low, number.unit, named)
    return Row(
        paper_id=paper.paper_id, title=paper.title, url=paper.url, arxiv_id=paper.arxiv_id, date=paper.date,
        source=paper.sources[0] if paper.sources else None,
        value=number.value, low=number.low, spread=number.spread, unit=number.unit,
        board_value=scaled.value, board_low=scaled.low, board_unit=scaled.unit,
        kind=draft.kind, topic=topic, bound=number.bound, effect=effect_of(draft, number, higher, measured.text, topic),
        relative=relative(draft, number, topic, named),
        metric=named.name if named else measured.text, metric_text=measured.text, metric_id=named.id if named else None,
        higher_is_better=higher, metric_inferred=named is not entry,
        benchmark=bench.name if bench else readable, benchmark_text=on.text,
        benchmark_id=bench.id if bench else None,
        split=_words(said.split, view).text, task=bench.task if bench else None,
        system=reached_by, system_label=reached_by or paper.title,
        system_inferred=by.text is None,
        role=draft.role, baseline=_listed(said.baseline, view), setting=said.setting,
        quote=view.source[quote_start:end], quote_start=quote_start, end=end, start=start,
        sentence_start=sentence_start, sentence_end=sentence_end,
        snippet=view.source[snippet_start:snippet_end], snippet_start=snippet_start,
        metric_start=measured.start, metric_end=measured.end, benchmark_start=on.start, benchmark_end=on.end,
        system_start=by.start, system_end=by.end, baseline_start=against.start, baseline_end=against.end,
        pattern=draft.pattern, confidence=0.0,
    )  # fmt: skip
