"""Which benchmark of a sentence goes with which number: each has its own, or a list shares the one said last."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.runs import left_bracket, level_pairs, outside
from leaderboard.mentions import Mention

# Between numbers of one list: words and verbs, and a comma or `and`, but no other clause, benchmark or number.
_LISTED = re.compile(r"(?:[^N.;B@]|;w(?=[,+])){0,10}[,+&](?:[^N.;B@]|(?<=[ME])[.]){0,8}")
# What a new member of a list opens with: `, on B 66%`.
_SEPARATE = re.compile(r"[,+;][@nf][wODv]*$")
# The two ends of a change: `from 90 to 95 on B`, `90 is raised to 95 on B`, `90 at 30 fps on B`.
_FROM_TO = re.compile(r"[^N.;B@,+&]{0,4}[>at^]w?|<w?")
# Right before a number, its benchmark: `leads on B with 5%`.
_AT_BENCHMARK = re.compile(r"[@fn][wODv]*B(?:\([^()N]*\))?[&Y]$")
# Another clause or list member before the next benchmark.
_CLAUSE = re.compile(r"[^NB,;+]*[,;+][^B]*B")
# Between a number and the benchmark that it was measured on.
_AT_NUMBER = re.compile(r"N[^N,;.+B]*$")
# A benchmark behind a number that is none of the next number's: `N pairs for X on B`.
_NEXT = re.compile(r"[^N.;B]{0,10}[@fn][wODvqm]*(?:S[wDq]*q)?(?P<slot>B)")
# A list that goes on behind a benchmark: `80% on B and an F1 of 70%`.
_GOES_ON = re.compile(r"w?y?[,;]*[+]?(?:[MSw+]*[MGgRL][q<]*|w?[M]?[<>]?)|\)[,+]+")
# A number with its own place, named or not: `70% for KITE and 80% for B`.
_PLACED = re.compile(r"[MEPw]{0,2}[@nf]S[,+]+[MEPqw]*")
_PLACE = re.compile("[MEPw]{0,2}[@nf]B")
# What is said of another deed: `on A ... from 70% to 75%, and achieves 80% on B`.
_NEW_DEED = re.compile("[,+][aourd]")
# A number that has a name of its own in a bracket: `70% (Kite) and 80% (Tern)`.
_NAMED = re.compile(r"[MEP]*\([SX]\)")
# What a number of such a list is about where that is no benchmark: `70% for the plain task`, `70% detection accuracy`.
_PLAIN_PLACE = re.compile(r"(?:>N)?(?:[MEPG]*[@fn](?:#?[OwD]|#?S)|wM)")


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
    elsewhere = far_behind and _CLAUSE.match(symbols, later.index + 1) is not None
    if _unsure(later) and (not _unsure(draft) or (elsewhere and draft.benchmark_slot)):
        later.take_benchmarks_of(draft)


def _unsure(draft: Draft) -> bool:
    if draft.benchmark_loose and draft.benchmark_side == "right":
        return True
    return draft.lacks_benchmark and _AT_BENCHMARK.search(draft.sentence.symbols, 0, draft.index) is None


def _leave(draft: Draft, later: Draft) -> None:
    """`from 70% to 75% and on B from 61% to 66%`: a benchmark right before a number is none of the one before it."""
    if later.benchmark_side != "left" or draft.benchmarks != later.benchmarks:
        return
    place = draft.sentence.symbols.rfind("B", draft.index, later.index)
    if place > 0 and _SEPARATE.search(draft.sentence.symbols[draft.index : place]):
        before = [m for m in draft.sentence.mentions[: draft.index] if m.symbol == "B"]
        draft.leave_benchmarks()
        if len(before) == 1:
            found = spread_out(before[0], len(draft.numbers))
            draft.take_benchmarks(found, "left-before", side="left", loose=True)


def _share(draft: Draft, later: Draft) -> None:
    """`BLEU of 39, CIDEr of 127 and SPICE of 27 on B`: the benchmark said last is that of the list before it."""
    if later.benchmark_side != "right" or not _unsure(draft) or (draft.is_efficiency and not later.is_efficiency):
        return
    if _NAMED.match(draft.sentence.symbols, draft.index + 1):
        return
    if draft.benchmark_side == "left" and draft.kind != later.kind:
        return
    between = outside(draft.sentence.symbols, draft.index, later.index)
    listed = _LISTED.fullmatch(between) or _FROM_TO.fullmatch(between)
    if _PLACED.fullmatch(between) and _PLACE.match(draft.sentence.symbols, later.index + 1):
        return
    if _NEW_DEED.search(between) and "B" in draft.sentence.symbols[: draft.index]:
        return
    if not listed or between.count("(") != between.count(")") or len(later.benchmarks) != len(later.numbers):
        return
    same = all(benchmarks == later.benchmarks[0] for benchmarks in later.benchmarks)
    if not same and len(draft.numbers) != len(later.numbers):
        return
    draft.take_benchmarks(
        [later.benchmarks[0]] * len(draft.numbers) if same else later.benchmarks, "shared-right", side="right"
    )


def _narrow(draft: Draft) -> None:
    """`On A and B, 5% on A and 7% on B`: what all were measured on, and then one by one."""
    if not draft.lacks_benchmark or not all(len(found) > 1 for found in draft.benchmarks):
        return
    symbols = draft.sentence.symbols
    place = symbols.find("B", draft.index)
    between = outside(symbols, draft.index, place)
    if place < 0 or "(" in between or not _AT_NUMBER.search("N" + between):
        return
    named = draft.sentence.mentions[place]
    if any(m is not None and m.word == named.word for found in draft.benchmarks for m in found):
        draft.take_benchmarks(spread_out(named, len(draft.numbers)), "next-right", side="right")


def _take_next(draft: Draft, earlier: list[Draft]) -> None:
    """`80% on A, 70% for X on B`: a benchmark that the number before took is not this one's, if another follows.

    What is saved, behind several benchmarks with a number each, is of none of them.
    """
    taken = [m for d in earlier if d.benchmark_side == "right" for ms in d.benchmarks for m in ms if m is not None]
    own = [m for ms in draft.benchmarks for m in ms if m is not None]
    if not taken or not all(m in taken for m in own):
        return
    match = _NEXT.match(draft.sentence.symbols, draft.index + 1)
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
    named = symbols.rfind("B", last.index, draft.index)
    if named < 0 or last.benchmark_side != "right" or (last.kind, last.family) != (draft.kind, draft.family):
        return
    if _GOES_ON.fullmatch(outside(symbols, named, draft.index)) and _PLAIN_PLACE.match(symbols, draft.index + 1):
        draft.take_benchmarks([[None]] * len(draft.numbers), "place-unnamed")
