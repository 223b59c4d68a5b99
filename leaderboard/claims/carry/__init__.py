"""What a clause does not say is taken from the clause or sentence before it, and only where that is plain."""

from __future__ import annotations

from leaderboard.claims.carry.benchmark import SaidBefore, carry_benchmark, is_of_this
from leaderboard.claims.carry.lists import share_lists
from leaderboard.claims.carry.metric import carry_metric, share_metric
from leaderboard.claims.carry.pairing import pair_benchmarks
from leaderboard.claims.carry.whole_abstract import share_scored_metric
from leaderboard.claims.draft import Draft

__all__ = ["SaidBefore", "carry", "is_of_this", "share_scored_metric"]


def carry(drafts: list[Draft], text: str, before: list[Draft], said: SaidBefore) -> None:
    """Fill what drafts lack: from each other, from a sentence before, from the benchmark that the paper brings."""
    share_lists(drafts)
    pair_benchmarks(drafts)
    share_metric(drafts)
    for number, draft in enumerate(drafts):
        earlier = drafts[:number]
        carry_metric(draft, earlier, drafts[number + 1 :], before, text)
        carry_benchmark(draft, earlier, said, text)
