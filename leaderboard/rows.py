"""From claims to normalised rows: canonical names, values on the board's scale, effects, systems and settings."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.claims.draft import Draft
from leaderboard.claims.names import Names
from leaderboard.effect import effect_of, relative, topic_of
from leaderboard.lexicon import Benchmark, Metric, lexicon
from leaderboard.mentions import Mention
from leaderboard.model import Paper, Row
from leaderboard.names import find_benchmark, find_metric
from leaderboard.numbers import Number
from leaderboard.scale import board_scale
from leaderboard.settings import settings_in
from leaderboard.text import View
from leaderboard.words import words


@dataclass(frozen=True, slots=True)
class Context:
    """What all rows of a paper share."""

    paper: Paper
    view: View
    names: Names


def rows_of(draft: Draft, context: Context) -> list[Row]:
    """One row for each pair of number, metric, benchmark and system of a draft."""
    out = []
    for position, number in enumerate(draft.numbers):
        metrics = draft.metrics[position] if position < len(draft.metrics) else [None]
        benchmarks = draft.benchmarks[position] if position < len(draft.benchmarks) else [None]
        systems = draft.systems[position] if position < len(draft.systems) else [None]
        baseline = draft.baselines[position] if position < len(draft.baselines) else None
        split = draft.splits[position] if position < len(draft.splits) else None
        out += [
            _row(draft, number, metric, benchmark, system, baseline, split, context)
            for metric in metrics or [None]
            for benchmark in benchmarks or [None]
            for system in systems or [None]
        ]
    return out


def _written(mention: Mention | None, view: View) -> tuple[str | None, int | None, int | None]:
    if mention is None:
        return None, None, None
    start, end = view.whole(mention.start, mention.end)
    return view.source[start:end], start, end


def _row(
    draft: Draft,
    number: Number,
    metric: Mention | None,
    benchmark: Mention | None,
    system: Mention | None,
    baseline: Mention | None,
    split: Mention | None,
    context: Context,
) -> Row:
    paper, view = context.paper, context.view
    quote_start, end = view.span(number.start, number.end)
    start = view.span(number.first, number.end)[0]
    metric_text, metric_start, metric_end = _written(metric, view)
    if (
        metric is not None
        and metric_text is not None
        and (metric.symbol in "GL" or metric_text.lower() in words("unnamed-metric"))
    ):
        metric_text = metric_start = metric_end = None
    benchmark_text, benchmark_start, benchmark_end = _written(benchmark, view)
    entry: Metric | None = None
    if metric_text and metric is not None:
        entry = find_metric(view.text[metric.start : metric.end], paper.abstract)
    bench: Benchmark | None = None
    readable = view.text[benchmark.start : benchmark.end] if benchmark is not None else None  # `miniKite`
    if benchmark is not None and readable is not None:
        bench = benchmark.ref if isinstance(benchmark.ref, Benchmark) else find_benchmark(readable, paper.abstract)
    topic = topic_of(draft, number, metric, entry, view.text)
    inferred = False
    named: Metric | None = entry
    if metric_text is None and (draft.kind, topic) == ("score", "quality") and bench is not None and bench.metric:
        named, inferred = lexicon().metric(bench.metric), True
    sentence = draft.sentence
    system_text, system_start, system_end = _written(system, view)
    baseline_text, baseline_start, baseline_end = _written(baseline, view)
    if baseline is not None and baseline.members:
        baseline_text = "; ".join(_written(member, view)[0] or "" for member in baseline.members)
    if system is None and draft.role == "own" and context.names.titled != benchmark_text:
        system_text = context.names.titled
    value = number.value
    low = number.low
    scaled = board_scale(value, low, number.unit, named)
    higher = named.higher_is_better if named else None
    sentence_start, sentence_end = view.span(sentence.start, sentence.end)
    settings = settings_in(view.text, sentence.start, sentence.end)
    return Row(
        paper_id=paper.paper_id, title=paper.title, url=paper.url, arxiv_id=paper.arxiv_id, date=paper.date,
        source=paper.sources[0] if paper.sources else None,
        value=value, low=low, spread=number.spread, unit=number.unit,
        board_value=scaled.value, board_low=scaled.low, board_unit=scaled.unit,
        kind=draft.kind, topic=topic, bound=number.bound, effect=effect_of(draft, number, higher, metric_text, topic),
        relative=relative(draft, number, topic, named),
        metric=named.name if named else metric_text, metric_text=metric_text, metric_id=named.id if named else None,
        higher_is_better=higher, metric_inferred=inferred and named is not None,
        benchmark=bench.name if bench else readable, benchmark_text=benchmark_text,
        benchmark_id=bench.id if bench else None,
        split=_written(split, view)[0], task=bench.task if bench else None,
        system=system_text, system_label=system_text or context.names.titled or paper.title,
        system_inferred=system_text is None,
        role=draft.role, baseline=baseline_text, setting="; ".join(settings) or None,
        quote=view.source[quote_start:end], quote_start=quote_start, end=end, start=start,
        sentence_start=sentence_start, sentence_end=sentence_end,
        metric_start=metric_start, metric_end=metric_end, benchmark_start=benchmark_start, benchmark_end=benchmark_end,
        system_start=system_start, system_end=system_end, baseline_start=baseline_start, baseline_end=baseline_end,
        pattern=draft.pattern, confidence=0.0,
    )  # fmt: skip
