"""What a clause does not say is taken from the clause or sentence before it, and only where that is plain."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.grammar import load, matches
from leaderboard.mentions import Mention, Sentence

# `On B, ...` governs its whole sentence.
_LEADING = re.compile(r"[wyO]?,?[@nf][wODv]*B(?=[,w])")
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


def carry(
    drafts: list[Draft], text: str, before: list[Draft], previous: Sentence | None, introduced: Mention | None
) -> None:
    """Fill what drafts lack: from each other, from a sentence before, from the benchmark that the paper brings."""
    _share_right(drafts)
    for number, draft in enumerate(drafts):
        _role(draft, text)
        earlier = drafts[:number]
        _metric(draft, earlier, drafts[number + 1 :], before)
        _benchmark(draft, earlier, previous, text)
        if not draft.benchmark_slot and introduced is not None and not _efficient(draft):
            draft.benchmarks = [[introduced] for _ in draft.numbers]
            draft.benchmark_slot, draft.benchmark_confidence = "introduced", 0.6


def _share_right(drafts: list[Draft]) -> None:
    """`BLEU of 39, CIDEr of 127 and SPICE of 27 on B`: the benchmark said last is that of the list before it."""
    for draft, later in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        right = later.benchmark_slot in ("benchmark-right", "benchmark-right-bracket", "shared-right")
        left = draft.benchmark_slot in (None, "benchmark-left-open", "benchmark-left-by", "benchmark-right-open")
        between = draft.sentence.symbols[draft.index + 1 : later.index]
        if (
            right
            and left
            and draft.kind == later.kind
            and not _efficient(draft)
            and re.fullmatch(r"[MEPSwGRLvV()nfTq]*[,+&]{1,2}[MEPSwqvVn=]*", between)
            and len(later.benchmarks) == len(later.numbers)
        ):
            same = later.benchmarks[0] if all(b == later.benchmarks[0] for b in later.benchmarks) else None
            if same is None and len(draft.numbers) != len(later.numbers):
                continue
            draft.benchmarks = (
                [list(same) for _ in draft.numbers] if same is not None else [list(b) for b in later.benchmarks]
            )
            draft.benchmark_slot, draft.benchmark_confidence = "shared-right", 0.85


def _role(draft: Draft, text: str) -> None:
    if draft.kind != "score":
        return
    sentence = draft.sentence
    for pattern in load("roles"):
        entry = pattern.entry
        words = text[max(sentence.start, draft.start - 160) : draft.numbers[0].lead]
        if matches(pattern, sentence.symbols, draft.index, draft.family, words, "")[0]:
            draft.role, draft.role_pattern = entry.role or draft.role, entry.name
            return


def _same_mention(drafts: list[Draft], name: str) -> Mention | None:
    found = {(m.start if m else None): m for d in drafts for ms in getattr(d, name) for m in ms}
    return next(iter(found.values())) if len(found) == 1 else None


def _metric(draft: Draft, earlier: list[Draft], later: list[Draft], before: list[Draft]) -> None:  # noqa: C901 - one case after another, in the order they are tried
    if draft.metric_slot:
        return
    count = len(draft.numbers)
    source: Draft | None = None
    if later and later[0].metric_slot in _RIGHT and later[0].kind == draft.kind and later[0].family == draft.family:
        between = draft.sentence.symbols[draft.index + 1 : later[0].index]
        if re.fullmatch(r"[GRLghlwvV@BnDS()f]*[,+]+[wS]?", between):
            source = later[0]
    if (
        source is None
        and earlier
        and earlier[-1].metric_slot
        and (earlier[-1].kind != "factor" or draft.kind == "factor")
    ):
        last = earlier[-1]
        quality = _quality(last)
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
        same = _same_mention([d for d in before if d.kind == "score" or _quality(d)], "metrics")
        if same is not None and same.symbol == "M":
            draft.metrics = [[same] for _ in range(count)]
            draft.metric_slot, draft.metric_confidence = "carried-sentence", 0.6


def _names_its_own(draft: Draft, source: Draft) -> bool:
    """`PESQ (19%), SSNR (39%)`: after a metric with its number in brackets a name with one is a metric too."""
    symbols = draft.sentence.symbols
    listed = re.fullmatch(r"\)[,+]{1,2}S\(", symbols[source.index + 1 : draft.index])
    return listed is not None and symbols[source.index - 2 : source.index] == "M("


def _quality(draft: Draft) -> bool:
    return any(m is not None and m.symbol == "M" for ms in draft.metrics for m in ms)


def _efficient(draft: Draft) -> bool:
    return (
        draft.kind == "factor"
        or draft.topic == "efficiency"
        or any(m is not None and m.symbol in "EF" for ms in draft.metrics for m in ms)
    )


def _benchmark(draft: Draft, earlier: list[Draft], previous: Sentence | None, text: str) -> None:  # noqa: C901 - one case after another, in the order they are tried
    count = len(draft.numbers)
    listed = [ms for d in earlier if d.benchmark_slot and d.kind == "score" for ms in d.benchmarks]
    if (
        count > 1
        and draft.benchmark_slot in ("benchmark-left-by", "benchmark-left-open")
        and len(draft.benchmarks[0]) == 1
        and len(listed) == count
        and draft.benchmarks[0] == draft.benchmarks[-1]
    ):
        # `88% on A and 80% on B, 2% and 5% above the rest`: as many numbers as benchmarks before them.
        draft.benchmarks = [list(ms) for ms in listed]
        draft.benchmark_slot, draft.benchmark_confidence = "listed-before", 0.8
    if draft.benchmark_slot:
        return
    lead = _LEADING.match(draft.sentence.symbols)
    if lead and lead.end() <= draft.index:
        found = draft.sentence.mentions[lead.end() - 1]
        draft.benchmarks = spread_out(found, count)
        draft.benchmark_slot, draft.benchmark_confidence = "sentence-opens-with", 0.75
        return
    known = [d for d in earlier if d.benchmark_slot]
    if known:
        listed = [ms for d in known for ms in d.benchmarks]
        last = known[-1].benchmarks
        if count > 1 and len(last) == count:
            draft.benchmarks = [list(ms) for ms in last]
        elif count > 1 and len(listed) == count:
            draft.benchmarks = [list(ms) for ms in listed]
        elif all(ms == last[0] for ms in last) and (not _efficient(draft) or _efficient(known[-1])):
            draft.benchmarks = [list(last[0]) for _ in range(count)]
        else:
            return
        draft.benchmark_slot, draft.benchmark_confidence = "carried-sibling", 0.8
        return
    if _efficient(draft):
        return
    here = [m for m in draft.sentence.mentions if m.symbol == "B"]
    if len(here) == 1 and here[0].start < draft.start:
        members = list(here[0].members or (here[0],))
        draft.benchmarks = [[m] for m in members] if len(members) == count else [list(members) for _ in range(count)]
        draft.benchmark_slot, draft.benchmark_confidence = "only-in-sentence", 0.6
        return
    if here or previous is None:
        return
    there = [m for m in previous.mentions if m.symbol == "B"]
    evaluates = re.search(
        r"\b(?:evaluat|experiment|test|validat|benchmark|conduct|dataset|on the)",
        text[previous.start : previous.end],
        re.I,
    )
    if len(there) == 1 and not there[0].members and evaluates:
        draft.benchmarks = [[there[0]] for _ in range(count)]
        draft.benchmark_slot, draft.benchmark_confidence = "carried-sentence", 0.55
