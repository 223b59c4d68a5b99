"""Check extraction against the golden set: our cases always, the annotated papers where their abstracts are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leaderboard.extract import extract
from leaderboard.golden.annotated import HIDDEN, AnnotatedPaper, annotated_papers, text_hash
from leaderboard.golden.cases import cases
from leaderboard.golden.pairing import Claim
from leaderboard.golden.scoring import Miss, Score, score
from leaderboard.model import Paper
from leaderboard.sources import read
from leaderboard.text import sentences, view
from leaderboard.versions import patterns_version

Annotated = tuple[Paper, tuple[Claim, ...]]
"""A paper and what it is known to claim."""

PARTS = {
    "own": "rows of your own",
    "cases": "our own cases",
    "read": "annotated papers that may be read",
    "ours": "papers annotated by us, beginning from our rows",
    "drawn": "papers drawn at random, annotated by us from nothing",
    "blind": "the blind fifth: figures only",
    "unseen": "blind papers drawn at random, annotated by us from nothing: figures only",
}
"""The parts of a check, and what each is."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found. `parts` has the figures of each of `PARTS` for which papers were found; the misses of those
    that are blind are not kept.

    `found` and `missing` count annotated papers with and without their abstract at hand; `papers` holds what an error
    is shown beside (never a blind paper), by paper id. `absent` names papers of your own whose abstract is not at hand.
    """

    parts: Mapping[str, Score]
    found: int
    missing: int
    papers: Mapping[str, Paper]
    patterns: str
    absent: tuple[str, ...] = ()

    @property
    def judged(self) -> Score | None:
        """What a floor on F1 holds for: rows of your own, else the papers that may be read, else the cases."""
        return next((self.parts[part] for part in ("own", "read", "cases") if part in self.parts), None)

    def sentence(self, miss: Miss) -> tuple[int, int]:
        """The stretch of the paper's abstract whose sentence the miss stands in."""
        claim = miss.expected or miss.got
        abstract = self.papers[miss.paper_id].abstract
        return sentence_at(abstract, claim.start if claim else 0)


def check(corpora: Sequence[str | Path] = ()) -> Check:
    """Score the cases, and the annotated papers whose abstracts are found by their hash in `corpora`.

    `corpora` are inputs as `sources.read` takes them.
    """
    at_hand = _at_hand(read(corpora) if corpora else ())
    parts: dict[str, dict[str, Annotated]] = {part: {} for part in PARTS}
    parts["cases"] = {name: (case.paper(name), case.claims()) for name, case in cases().items()}
    for found, abstract in at_hand:
        paper = Paper(paper_id=found.id, title=found.title, abstract=abstract)
        parts[found.part][found.id] = (paper, found.claims(abstract))
    missing = len(annotated_papers()) - len(at_hand)
    return replace(checked_parts(parts), found=len(at_hand), missing=missing)


def checked_parts(parts: Mapping[str, Mapping[str, Annotated]]) -> Check:
    """The check of some parts, each of papers by id; how many were found is for the caller to say."""
    scores = {part: _score(papers) for part, papers in parts.items() if papers}
    scores |= {part: replace(scores[part], misses=()) for part in HIDDEN & scores.keys()}
    shown = {name: paper for part in parts.keys() - HIDDEN for name, paper in parts[part].items()}
    return Check(
        parts=scores,
        found=0,
        missing=0,
        papers={name: paper for name, (paper, _) in shown.items()},
        patterns=patterns_version(),
    )


def sentence_at(abstract: str, offset: int) -> tuple[int, int]:
    """The sentence of an abstract that an offset stands in."""
    readable = view(abstract)
    spans = (readable.span(start, end) for start, end in sentences(readable.text))
    return next(((start, end) for start, end in spans if offset < end), (0, len(abstract)))


def _at_hand(papers: Iterable[Paper]) -> list[tuple[AnnotatedPaper, str]]:
    wanted = dict(annotated_papers())
    found = ((wanted.pop(text_hash(paper.abstract), None), paper.abstract) for paper in papers)
    return [(annotated, abstract) for annotated, abstract in found if annotated]


def _score(papers: Mapping[str, Annotated]) -> Score:
    gold = {name: claims for name, (_, claims) in papers.items()}
    found = {name: [Claim.of(row) for row in extract(paper).rows] for name, (paper, _) in papers.items()}
    return score(gold, found)
