"""A benchmark that a claim's own clause does not name: its siblings', the sentence's, or what the paper brings."""

from __future__ import annotations

import re

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.mentions import Mention, Sentence

# `On B, ...` governs its whole sentence.
_LEADING = re.compile(r"[wyO]?,?[@nf][wODv]*B(?=[,w])")


def share_benchmark(drafts: list[Draft]) -> None:
    """`BLEU of 39, CIDEr of 127 and SPICE of 27 on B`: the benchmark said last is that of the list before it."""
    for draft, later in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        right = later.benchmark_slot in (
            "benchmark-right",
            "benchmark-right-bracket",
            "shared-right",
            "benchmark-right-open",
        )
        left = draft.benchmark_slot in (None, "benchmark-left-open", "benchmark-left-by", "benchmark-right-open")
        between = draft.sentence.symbols[draft.index + 1 : later.index]
        if (
            right
            and left
            and draft.kind == later.kind
            and not draft.is_efficiency
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


def carry_benchmark(
    draft: Draft, earlier: list[Draft], previous: Sentence | None, introduced: Mention | None, text: str
) -> None:
    """Take the benchmark of the claims before a draft, of its sentence or the one before, or the one `introduced`."""
    _from_siblings(draft, earlier, previous, text)
    if not draft.benchmark_slot and introduced is not None and not draft.is_efficiency:
        draft.benchmarks = [[introduced] for _ in draft.numbers]
        draft.benchmark_slot, draft.benchmark_confidence = "introduced", 0.6


def _from_siblings(  # noqa: C901 - one case after another, in the order they are tried
    draft: Draft, earlier: list[Draft], previous: Sentence | None, text: str
) -> None:
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
        elif all(ms == last[0] for ms in last) and (not draft.is_efficiency or known[-1].is_efficiency):
            draft.benchmarks = [list(last[0]) for _ in range(count)]
        else:
            return
        draft.benchmark_slot, draft.benchmark_confidence = "carried-sibling", 0.8
        return
    if draft.is_efficiency:
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
