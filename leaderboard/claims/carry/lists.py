"""Lists whose numbers stand apart (`49.6 (+1.2), 60.3 (+0.7)`): one metric or benchmark of a list for each."""

from __future__ import annotations

from leaderboard.claims.brackets import outside
from leaderboard.claims.draft import Draft
from leaderboard.claims.runs import run_of
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch

_SLOT = "shared-list"

# A member of a list: a draft, or two where it is `from A to B`.
Member = tuple[Draft, ...]


def share_lists(drafts: list[Draft]) -> None:
    """`on A, B and C to 49.6 (+1.2), 60.3 (+0.7) and 69.2 (+1.4)`: to each number its own, and so to its bracket."""
    for members in _lists(drafts):
        count = sum(len(member[0].numbers) for member in members)
        listed = [draft for member in members for draft in member]
        metrics = _one_for_each([(draft, draft.metrics) for draft in listed if draft.metrics], count)
        benchmarks = _one_for_each([(draft, draft.benchmarks) for draft in listed if draft.benchmarks], count)
        if benchmarks and any(m not in benchmarks for draft in listed for found in draft.benchmarks for m in found):
            benchmarks = None  # `drops by 5% for A and B, and by 7% for C`
        first = 0
        for member in members:
            places = slice(first, first := first + len(member[0].numbers))
            for draft in member:
                if metrics:
                    draft.take_metrics([[metric] for metric in metrics[places]], _SLOT)
                if benchmarks:
                    draft.take_benchmarks([[benchmark] for benchmark in benchmarks[places]], _SLOT)
        for draft in drafts:
            host = next((d for d in reversed(listed) if d.index < draft.index), None)
            if host is not None and stretch("within-bracket", outside(draft.sentence.symbols, host.index, draft.index)):
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
        elif found and stretch("apart-next", between):
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
    last, symbols = members[-1][-1], members[-1][-1].sentence.symbols
    return stretch("respectively-next", outside(symbols, last.index, len(symbols))) is not None


def _one_for_each(found: list[tuple[Draft, list[list[Mention | None]]]], count: int) -> list[Mention | None] | None:
    """The list of as many names as a list has numbers, which one of its drafts found for all of them."""
    for draft, shared in found:
        if any(each != shared[0] for each in shared):
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


def _take(draft: Draft, host: Draft) -> None:
    """What a number in a bracket does not name in there is that of the number before the bracket."""
    if len(draft.numbers) != len(host.numbers):
        return
    if host.metric_slot == _SLOT and not draft.metric_slot:
        draft.take_metrics(host.metrics, _SLOT)
    if host.benchmark_slot == _SLOT and (not draft.benchmark_slot or draft.benchmark_loose):
        draft.take_benchmarks(host.benchmarks, _SLOT)
