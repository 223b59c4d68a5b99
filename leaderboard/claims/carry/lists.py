"""Numbers of one list that stand apart (`49.6 (+1.2), 60.3 (+0.7)`): one metric or benchmark of a list for each."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft
from leaderboard.claims.runs import outside
from leaderboard.mentions import Mention

# Between two numbers of one list, brackets left out.
_NEXT = re.compile(r"[,+]+[Y>t]?")
_SLOT = "shared-list"
# Slots that find a benchmark from within a bracket to its outside, and none.
_FAR = frozenset((None, "benchmark-right-open", "benchmark-left-open", "benchmark-left-by"))


def share_lists(drafts: list[Draft]) -> None:
    """`on A, B and C to 49.6 (+1.2), 60.3 (+0.7) and 69.2 (+1.4)`: to each number its own, and so to its bracket."""
    for listed in _lists(drafts):
        count = sum(len(draft.numbers) for draft in listed)
        for draft in listed:
            if _has_one_for_each(draft.metrics, count):
                _share_metrics(listed, draft.metrics[0])
                break
        for draft in listed:
            if _has_one_for_each(draft.benchmarks, count):
                _share_benchmarks(listed, draft.benchmarks[0])
                break
        for draft in drafts:
            host = next((d for d in reversed(listed) if d.index < draft.index), None)
            if host is not None and outside(draft.sentence.symbols, host.index, draft.index) == "(":
                _take(draft, host)


def _lists(drafts: list[Draft]) -> list[list[Draft]]:
    """The lists of numbers that stand apart, each of two drafts or more."""
    found: list[list[Draft]] = []
    for draft in drafts:
        between = outside(draft.sentence.symbols, found[-1][-1].index, draft.index) if found else ""
        if "(" in between and ")" not in between:
            continue
        if found and _NEXT.fullmatch(between):
            found[-1].append(draft)
        else:
            found.append([draft])
    return [listed for listed in found if len(listed) > 1]


def _has_one_for_each(shared: list[list[Mention | None]], count: int) -> bool:
    return bool(shared) and len(shared[0]) == count > 1 and all(found == shared[0] for found in shared)


def _share_metrics(listed: list[Draft], metrics: list[Mention | None]) -> None:
    left = iter(metrics)
    for draft in listed:
        draft.metrics = [[next(left)] for _ in draft.numbers]
        draft.metric_slot, draft.metric_confidence = _SLOT, 0.85


def _share_benchmarks(listed: list[Draft], benchmarks: list[Mention | None]) -> None:
    left = iter(benchmarks)
    for draft in listed:
        draft.benchmarks = [[next(left)] for _ in draft.numbers]
        draft.benchmark_slot, draft.benchmark_confidence = _SLOT, 0.85


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
