"""Lists whose numbers stand apart (`49.6 (+1.2), 60.3 (+0.7)`): one metric or benchmark of a list for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.claims.draft import Draft
from leaderboard.claims.runs import outside, run_of
from leaderboard.mentions import Mention

# Between two members of a list, brackets left out; a metric may be said of each.
_NEXT = re.compile(r"M?[,+]+(?:Mq)?[Y><t]?")
_IN_BRACKET = re.compile(r"M?\([^)]*$")
_RESPECTIVELY = re.compile(r"[^N]*y")
_SLOT = "shared-list"
# Slots that find a benchmark from within a bracket to its outside, and none.
_FAR = frozenset((None, "benchmark-right-open", "benchmark-left-open", "benchmark-left-by"))

# A member of a list: a draft, or two where it is `from A to B`.
Member = tuple[Draft, ...]


def share_lists(drafts: list[Draft]) -> None:
    """`on A, B and C to 49.6 (+1.2), 60.3 (+0.7) and 69.2 (+1.4)`: to each number its own, and so to its bracket."""
    for members in _lists(drafts):
        count = sum(len(member[0].numbers) for member in members)
        listed = [draft for member in members for draft in member]
        metrics = _one_for_each((draft for draft in listed if draft.metrics), "metrics", count)
        if metrics:
            _share_metrics(members, metrics)
        benchmarks = _one_for_each((draft for draft in listed if draft.benchmarks), "benchmarks", count)
        if benchmarks:
            _share_benchmarks(members, benchmarks)
        for draft in drafts:
            host = next((d for d in reversed(listed) if d.index < draft.index), None)
            if host is not None and _IN_BRACKET.match(outside(draft.sentence.symbols, host.index, draft.index)):
                _take(draft, host)


def _lists(drafts: list[Draft]) -> list[list[Member]]:
    """The lists of numbers that stand apart, each of two members or more."""
    found: list[list[Member]] = []
    for draft in drafts:
        between = outside(draft.sentence.symbols, found[-1][-1][-1].index, draft.index) if found else ""
        if "(" in between and ")" not in between:
            continue
        if found and between == ">" and len(found[-1][-1]) == 1:
            found[-1][-1] += (draft,)
        elif found and _NEXT.fullmatch(between):
            found[-1].append((draft,))
        else:
            found.append([(draft,)])
    return [members for members in found if len(members) > 1 and _alike(members)]


def _alike(members: list[Member]) -> bool:
    """Whether all members are of one form and of one metric, or those of several metrics are told respectively."""
    if len({len(member) for member in members}) > 1:
        return False
    named = [member[0] for member in members if member[0].metrics]
    words = [[m.word if m else None for found in draft.metrics for m in found] for draft in named]
    if all(each == words[0] for each in words):
        return len(named) < 2 or len({(draft.kind, draft.family) for draft in named}) == 1
    last = members[-1][-1]
    return _RESPECTIVELY.match(outside(last.sentence.symbols, last.index, len(last.sentence.symbols))) is not None


def _one_for_each(drafts: Iterator[Draft], field: str, count: int) -> list[Mention | None] | None:
    """The list of as many names as a list has numbers, which one of its drafts found for all of them."""
    for draft in drafts:
        shared: list[list[Mention | None]] = getattr(draft, field)
        if any(found != shared[0] for found in shared):
            continue
        if len(shared[0]) == count:
            return shared[0]
        run = _run(draft, shared[0], count)
        if run is not None:
            return list(run.members)
    return None


def _run(draft: Draft, found: list[Mention | None], count: int) -> Mention | None:
    for place, mention in enumerate(draft.sentence.mentions):
        if found and found[0] is not None and found[0] in (mention, *mention.members):
            return run_of(draft.sentence, place, count, draft.index)
    return None


def _share_metrics(members: list[Member], metrics: list[Mention | None]) -> None:
    left = iter(metrics)
    for member in members:
        each = [[next(left)] for _ in member[0].numbers]
        for draft in member:
            draft.metrics, draft.metric_slot, draft.metric_confidence = each, _SLOT, 0.85


def _share_benchmarks(members: list[Member], benchmarks: list[Mention | None]) -> None:
    left = iter(benchmarks)
    for member in members:
        each = [[next(left)] for _ in member[0].numbers]
        for draft in member:
            draft.benchmarks, draft.benchmark_slot, draft.benchmark_confidence = each, _SLOT, 0.85


def _take(draft: Draft, host: Draft) -> None:
    """What a number in a bracket does not name in there is that of the number before the bracket."""
    if len(draft.numbers) != len(host.numbers):
        return
    if host.metric_slot == _SLOT and not draft.metric_slot:
        draft.metrics = [list(found) for found in host.metrics]
        draft.metric_slot, draft.metric_confidence = _SLOT, 0.8
    if host.benchmark_slot == _SLOT and draft.benchmark_slot in _FAR:
        draft.benchmarks = [list(found) for found in host.benchmarks]
        draft.benchmark_slot, draft.benchmark_confidence = _SLOT, 0.8
