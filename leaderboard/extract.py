"""From papers to rows: the whole way from an abstract's text to its normalised claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from leaderboard.claims.background import Background
from leaderboard.claims.carry import carry, share_scored_metric
from leaderboard.claims.decide import decide
from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import KINDS
from leaderboard.claims.evaluated import Evaluated
from leaderboard.claims.introduction import disown_introduction, introduction_end, is_of_nobody
from leaderboard.claims.names import name_claims, paper_names
from leaderboard.claims.nature import measures_nature
from leaderboard.claims.reject import told_alone
from leaderboard.claims.role import set_roles
from leaderboard.confidence import sure
from leaderboard.mentions import read_sentence
from leaderboard.model import Extraction, Paper, Rejected, Row
from leaderboard.numbers import Number, numbers
from leaderboard.rows import Context, rows_of
from leaderboard.text import View, sentences, view
from leaderboard.usual_metric import measured_as_told

_DIGIT = re.compile(r"\d")
# Claims of sentences, by the place of their sentence in the abstract.
Drafts: TypeAlias = dict[int, list[Draft]]


def extract(paper: Paper) -> Extraction:
    """The claims of one abstract, the numbers rejected by name, and those that nothing explains."""
    return extract_traced(paper)[0]


def extract_traced(paper: Paper) -> tuple[Extraction, list[tuple[Draft, Row]]]:
    """The same, and each row with the draft it was made of: which patterns and slots decided it."""
    if not _DIGIT.search(paper.abstract):
        return Extraction(paper, (), (), ()), []
    seen = view(paper.abstract)
    spans = list(sentences(seen.text))
    lowered = seen.text.lower()
    evaluated = Evaluated(seen.text, spans, lowered)
    claimed, left, no_claims = _decided(seen.text, lowered, spans, evaluated)
    if claimed and measures_nature(paper.title, lowered):
        no_claims += [Rejected(n.start, n.end, "nature") for n in _numbers(claimed)]
        claimed = {}
    if claimed and left:
        claimed, left = _with_left(claimed, left), {}
    rejected = [Rejected(*seen.span(no.start, no.end), no.pattern) for no in no_claims]
    unexplained = [seen.span(n.start, n.end) for n in _numbers(left)]
    rows = list(_rows(paper, seen, claimed, evaluated)) if claimed else []
    for rule, holds in (("names-nothing", _names_nothing), ("introduction", is_of_nobody)):
        rejected += [Rejected(row.quote_start, row.end, rule) for draft, row in rows if holds(draft, row)]
        rows = [(draft, row) for draft, row in rows if not holds(draft, row)]
    return Extraction(paper, tuple(row for _, row in rows), tuple(rejected), tuple(unexplained)), rows


def _decided(
    text: str, lowered: str, spans: list[tuple[int, int]], evaluated: Evaluated
) -> tuple[Drafts, Drafts, list[Rejected]]:
    """The claims of the sentences at `spans`, what they leave open, and the numbers that are no claims."""
    claimed: Drafts = {}
    left: Drafts = {}
    rejected: list[Rejected] = []
    for position, (start, end) in enumerate(spans):
        found = list(numbers(text, start, end))
        reasons = [told_alone(number, text) for number in found]
        if all(reasons):  # no need to read it: most numbers are parts of names
            rejected += [Rejected(n.start, n.end, reason) for n, reason in zip(found, reasons, strict=True) if reason]
            continue
        sentence = read_sentence(text, start, end, lowered, found)
        evaluated.note(position, sentence)
        drafts, no_claims, open_drafts = decide(sentence, text)
        if drafts:
            claimed[position] = drafts
        if open_drafts:
            left[position] = open_drafts
        rejected += no_claims
    return claimed, left, rejected


def _numbers(drafts: Drafts) -> list[Number]:
    return [number for of_sentence in drafts.values() for draft in of_sentence for number in draft.numbers]


def _names_nothing(draft: Draft, row: Row) -> bool:
    """Whether nothing says what a number is of, what it was measured on, or whose, and hardly that it is a claim."""
    entry = KINDS.named(draft.pattern)
    told = row.metric_text or row.benchmark_text or draft.role_pattern
    return entry is not None and entry.named and not told


def _with_left(claimed: Drafts, left: Drafts) -> Drafts:
    """The claims of each sentence with those that nothing else explains, in the order of the text."""
    return {
        position: sorted([*claimed.get(position, ()), *left.get(position, ())], key=lambda draft: draft.index)
        for position in sorted({*claimed, *left})
    }


def _rows(paper: Paper, seen: View, claimed: Drafts, evaluated: Evaluated) -> Iterator[tuple[Draft, Row]]:
    """The rows of an abstract's claims, in its order: each claim takes what it does not say from others."""
    text = seen.text
    context = Context(paper, seen, paper_names(paper.title, paper.abstract, text))
    background = Background(paper.title, text, context.names, evaluated)
    introduction = introduction_end(text, context.names)
    before: list[Draft] = []
    for position, drafts in claimed.items():
        if drafts[0].sentence.end <= introduction:
            disown_introduction(drafts)
        said = background.before(position, drafts, tuple(claimed.get(position - 1, ())))
        set_roles(drafts, text)
        carry(drafts, text, before, said)
        name_claims(drafts, text, context.names)
        before = drafts
    every = [draft for drafts in claimed.values() for draft in drafts]
    share_scored_metric(every, text)
    made = [(draft, row) for draft in every for row in rows_of(draft, context)]
    rows = measured_as_told([row for _, row in made])
    near = any(row.benchmark_text for row in rows)
    for (draft, _), row in zip(made, rows, strict=True):
        yield draft, sure(row, draft, near)
