"""Counts over many extractions: what was claimed, what was rejected by name, and what nothing explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from leaderboard.counted import counted, unseen
from leaderboard.golden.blind import is_hidden
from leaderboard.model import Extraction

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
_WORDS_BESIDE = 2
_REACH = 60


@dataclass(slots=True)
class Stats:
    """Counts of the papers that are not hidden; feed it with `add`.

    `claims` are numbers claimed (each may give several rows), `surroundings` the words around unexplained numbers, with
    every number written N and the one in question in brackets.
    """

    papers: int = 0
    hidden: int = 0
    with_claims: int = 0
    claims: int = 0
    unexplained: int = 0
    rows_by_kind: Counter[str] = field(default_factory=Counter)
    rows_by_pattern: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    surroundings: Counter[str] = field(default_factory=Counter)

    @property
    def remainder(self) -> float:
        """The share of unexplained numbers, 0 to 1, among those that are claimed or unexplained."""
        return self.unexplained / ((self.claims + self.unexplained) or 1)

    def add(self, extraction: Extraction) -> None:
        """Count one extraction; of a hidden paper nothing but that it was there."""
        if is_hidden(extraction.paper.paper_id, extraction.paper.title):
            self.hidden += 1
            return
        claims = len({row.start for row in extraction.rows})
        self.papers += 1
        self.with_claims += claims > 0
        self.claims += claims
        self.unexplained += len(extraction.unexplained)
        self.rows_by_kind.update(row.kind for row in extraction.rows)
        self.rows_by_pattern.update(row.pattern for row in extraction.rows)
        self.rejected.update(rejected.pattern for rejected in extraction.rejected)
        self.surroundings.update(surroundings(extraction.paper.abstract, *span) for span in extraction.unexplained)


def surroundings(text: str, start: int, end: int) -> str:
    """The two words before and after `text[start:end]`, lower case, numbers as N, the number itself in brackets."""
    before = _TOKEN.findall(text[max(0, start - _REACH) : start])[-_WORDS_BESIDE:]
    after = _TOKEN.findall(text[end : end + _REACH])[:_WORDS_BESIDE]
    number = f"[{_NUMBER.sub('N', text[start:end])}]"
    return " ".join([*map(_told, before), number, *map(_told, after)])


def render(counts: Stats, most: int = 20) -> Iterator[str]:
    """The counts as lines of text, with the `most` frequent surroundings of unexplained numbers."""
    yield f"{counted(counts.papers, 'paper')}, {counts.with_claims:,} with claims" + (
        f"; {unseen(counts.hidden)}" if counts.hidden else ""
    )
    claims, rows = counted(counts.claims, "number"), counted(counts.rows_by_kind.total(), "row")
    yield f"{claims} claimed in {rows}: " + _told_counts(counts.rows_by_kind)
    yield f"{counted(counts.rejected.total(), 'number')} rejected by name"
    yield (
        f"{counted(counts.unexplained, 'number')} unexplained: {counts.remainder:.1%} of "
        f"{counts.claims + counts.unexplained:,} that are claimed or look like it"
    )
    yield from _table("rows by pattern", counts.rows_by_pattern)
    yield from _table("rejected by pattern", counts.rejected)
    yield from _table("around what is unexplained", counts.surroundings, most)


def _told(token: str) -> str:
    return "N" if token[0].isdigit() else token.lower()


def _told_counts(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common()) or "none"


def _table(heading: str, counts: Counter[str], most: int | None = None) -> Iterator[str]:
    if counts:
        yield ""
        yield f"{heading}:"
        yield from (f"{count:>8}  {name}" for name, count in counts.most_common(most))
