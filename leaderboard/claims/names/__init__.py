"""Whose claim it is: the system that a sentence speaks of, the one it is compared with, and the paper's own name."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.claims.names.baseline import name_baselines
from leaderboard.claims.names.own_benchmark import benchmark_called, own_benchmark, tests_models, titled_benchmark
from leaderboard.claims.names.own_system import own_system
from leaderboard.claims.names.settings import name_settings
from leaderboard.claims.names.splits import name_splits
from leaderboard.claims.names.system import name_system, share_system
from leaderboard.claims.role import disown_public, disown_tested

__all__ = ["Names", "benchmark_called", "name_claims", "paper_names", "titled_benchmark"]


@dataclass(frozen=True, slots=True)
class Names:
    """What a paper calls its own system, or the benchmark that it brings, where title or abstract tell.

    `tests_others`: it brings the benchmark to test models that are not its own.
    """

    system: str | None
    benchmark: str | None
    tests_others: bool = False


def paper_names(title: str, abstract: str, text: str) -> Names:
    """The names that a title and an abstract bring; `text`: the abstract's view."""
    benchmark = own_benchmark(title, text)
    system = None if benchmark else own_system(title, abstract)
    return Names(system, benchmark, benchmark is not None and tests_models(text))


def name_claims(drafts: list[Draft], text: str, names: Names) -> None:
    """Give the claims of a sentence the systems, baselines, splits and settings it names; `names`: the paper's own."""
    measures = frozenset(m.start for draft in drafts for m in mentions_in(draft.metrics))
    for place, draft in enumerate(drafts):
        name_system(draft, text, measures, names.system)
        if place:
            share_system(drafts[place - 1], draft)
        if names.benchmark:
            disown_public(draft, text)
        if names.tests_others:
            disown_tested(draft, text)
    name_baselines(drafts, text, measures)
    name_splits(drafts, text)
    name_settings(drafts, text)
