"""Which benchmark of a sentence goes with which number: each has its own, or a list shares the one said last."""

from __future__ import annotations

from leaderboard.claims.brackets import left_bracket, level_pairs, outside
from leaderboard.claims.draft import Draft, mentions_in, spread_out
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch


def pair_benchmarks(drafts: list[Draft]) -> None:
    """Settle among the claims of a sentence whose benchmark is whose."""
    for draft, later in level_pairs(drafts):
        _share_pair(draft, later)
    for draft, later in level_pairs(drafts):
        _leave(draft, later)
        _share(draft, later)
    for draft in drafts:
        _narrow(draft)
    for number, draft in enumerate(drafts):
        if draft.lacks_benchmark:
            _take_next(draft, drafts[:number])
        if draft.lacks_benchmark and number:
            _stand_apart(draft, drafts[:number])


def _share_pair(draft: Draft, later: Draft) -> None:
    """`on A from 70% to 75%`: what the first was measured on, the second was."""
    symbols = draft.sentence.symbols
    if symbols[draft.index + 1 : later.index] != ">" or len(draft.numbers) != len(later.numbers):
        return
    far_behind = later.benchmark_loose and later.benchmark_side == "right"
    elsewhere = far_behind and stretch("clause-before-benchmark", symbols, later.index + 1) is not None
    if _unsure(later) and (not _unsure(draft) or (elsewhere and draft.benchmark_slot)):
        later.take_benchmarks_of(draft)


def _unsure(draft: Draft) -> bool:
    if draft.benchmark_loose and draft.benchmark_side == "right":
        return True
    return draft.lacks_benchmark and stretch("benchmark-right-before", draft.sentence.symbols, 0, draft.index) is None


def _leave(draft: Draft, later: Draft) -> None:
    """`from 70% to 75% and on B from 61% to 66%`: a benchmark right before a number is none of the one before it."""
    if later.benchmark_side != "left" or draft.benchmarks != later.benchmarks:
        return
    place = draft.sentence.symbols.rfind("B", draft.index, later.index)
    if place > 0 and stretch("member-opens", draft.sentence.symbols[draft.index : place]):
        before = [m for m in draft.sentence.mentions[: draft.index] if m.symbol == "B"]
        draft.leave_benchmarks()
        if len(before) == 1:
            found = spread_out(before[0], len(draft.numbers))
            draft.take_benchmarks(found, "left-before", side="left", loose=True)


def _share(draft: Draft, later: Draft) -> None:
    """`BLEU of 39, CIDEr of 127 and SPICE of 27 on B`: the benchmark said last is that of the list before it."""
    if later.benchmark_side != "right" or not _unsure(draft):
        return
    symbols = draft.sentence.symbols
    if draft.benchmark_side == "left" and draft.kind != later.kind:
        return
    between = outside(symbols, draft.index, later.index)
    listed = _is_listed(draft, later, between)
    if stretch("own-place", between) and stretch("at-benchmark", symbols, later.index + 1):
        return
    if stretch("new-deed", between) and "B" in symbols[: draft.index]:
        return
    opening = stretch("benchmark-opens", symbols)  # `On A, ... 5%, and 3% on B`
    if opening is not None and opening.end() <= draft.index:
        return
    if not listed or between.count("(") != between.count(")") or len(later.benchmarks) != len(later.numbers):
        return
    same = all(benchmarks == later.benchmarks[0] for benchmarks in later.benchmarks)
    if not same and len(draft.numbers) != len(later.numbers):
        return
    draft.take_benchmarks(
        [later.benchmarks[0]] * len(draft.numbers) if same else later.benchmarks, "shared-right", side="right"
    )


def _is_listed(draft: Draft, later: Draft, between: str) -> bool:
    """Whether two numbers are of one list, the ends of a change, or what was saved and the quality it comes with."""
    saved = draft.is_efficiency and draft.kind != "score" and draft.sentence.symbols.count("B", draft.index) == 1
    if saved and stretch("spared-with", between):
        return True
    unlike = later.metric_slot or draft.kind != later.kind  # the metric of a list may still be the first one's alone
    if draft.is_efficiency and not later.is_efficiency and unlike:
        return False
    return (stretch("benchmark-list", between) or stretch("ends-of-change", between)) is not None


def _narrow(draft: Draft) -> None:
    """`On A and B, 5% on A and 7% on B`: what all were measured on, and then one by one."""
    if not draft.lacks_benchmark or not all(len(found) > 1 for found in draft.benchmarks):
        return
    symbols = draft.sentence.symbols
    place = symbols.find("B", draft.index)
    between = outside(symbols, draft.index, place)
    if place < 0 or "(" in between or not stretch("number-to-benchmark", "N" + between):
        return
    again = draft.sentence.mentions[place]
    if any(m.word == again.word for m in mentions_in(draft.benchmarks)):
        draft.take_benchmarks(spread_out(again, len(draft.numbers)), "next-right", side="right")


def _take_next(draft: Draft, earlier: list[Draft]) -> None:
    """`80% on A, 70% for X on B`: a benchmark that the number before took is not this one's, if another follows.

    What is saved, behind several benchmarks with a number each, is of none of them.
    """
    taken = [m for d in earlier if d.benchmark_side == "right" for m in mentions_in(d.benchmarks)]
    own = mentions_in(draft.benchmarks)
    if not taken or not all(m in taken for m in own):
        return
    match = stretch("next-benchmark", draft.sentence.symbols, draft.index + 1)
    if match is None:
        if own and draft.is_efficiency and len({m.word for m in taken}) > 1:
            draft.leave_benchmarks()
        return
    found: Mention = draft.sentence.mentions[match.start("slot")]
    draft.take_benchmarks(spread_out(found, len(draft.numbers)), "next-right", side="right")


def _stand_apart(draft: Draft, earlier: list[Draft]) -> None:
    """`80% on A and 70% for the plain task`: the benchmark of the number before is not that of the next in its list."""
    symbols = draft.sentence.symbols
    last = next((d for d in reversed(earlier) if not left_bracket(symbols, d.index, draft.index)), earlier[-1])
    place = symbols.rfind("B", last.index, draft.index)
    if place < 0 or last.benchmark_side != "right" or (last.kind, last.family) != (draft.kind, draft.family):
        return
    listed = stretch("list-behind-benchmark", outside(symbols, place, draft.index))
    if listed and stretch("plain-place", symbols, draft.index + 1):
        draft.take_benchmark(None, "place-unnamed")
