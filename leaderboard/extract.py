"""From papers to rows: the whole way from an abstract's text to its normalised claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from leaderboard.claims.carry import Told, carry, is_of_this, share_scored_metric
from leaderboard.claims.decide import decide
from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import KINDS
from leaderboard.claims.evaluated import Evaluated
from leaderboard.claims.introduction import disown_introduced, introduction_end, is_of_nobody
from leaderboard.claims.names import introduced_benchmark, name_claims, paper_names, titled_benchmark
from leaderboard.claims.nature import measures_nature
from leaderboard.claims.reject import told_alone
from leaderboard.claims.role import set_roles
from leaderboard.confidence import sure
from leaderboard.mentions import Mention, Sentence, read_sentence
from leaderboard.model import Extraction, Paper, Rejected, Row
from leaderboard.numbers import numbers
from leaderboard.rows import Context, rows_of
from leaderboard.text import View, sentences, view
from leaderboard.words import shape

_DIGIT = re.compile(r"\d")


def extract(paper: Paper) -> Extraction:
    """The claims of one abstract, the numbers rejected by name, and those that nothing explains."""
    return extract_traced(paper)[0]


def extract_traced(paper: Paper) -> tuple[Extraction, list[tuple[Draft, Row]]]:
    """The same, and each row with the draft it was made of: which patterns and slots decided it."""
    if not _DIGIT.search(paper.abstract):
        return Extraction(paper, (), (), ()), []
    seen = view(paper.abstract)
    text, lowered = seen.text, seen.text.lower()
    claimed: dict[int, list[Draft]] = {}
    rejected: list[Rejected] = []
    left: dict[int, list[Draft]] = {}
    spans = list(sentences(text))
    evaluated = Evaluated(text, spans, lowered)
    for position, (start, end) in enumerate(spans):
        found = list(numbers(text, start, end))
        reasons = [told_alone(number, text) for number in found]
        if all(reasons):  # no need to read it: most numbers are parts of names
            rejected += [Rejected(*seen.span(n.start, n.end), r) for n, r in zip(found, reasons, strict=True) if r]
            continue
        sentence = read_sentence(text, start, end, lowered, found)
        evaluated.note(position, sentence)
        drafts, no_claims, open_drafts = decide(sentence, text)
        if drafts:
            claimed[position] = drafts
        if open_drafts:
            left[position] = open_drafts
        rejected += [Rejected(*seen.span(r.start, r.end), r.pattern) for r in no_claims]
    if claimed and measures_nature(paper.title, lowered):
        measured = [n for drafts in claimed.values() for draft in drafts for n in draft.numbers]
        rejected += [Rejected(*seen.span(n.start, n.end), "nature") for n in measured]
        claimed = {}
    if claimed and left:
        claimed, left = _with_left(claimed, left), {}
    unexplained = [seen.span(n.start, n.end) for drafts in left.values() for draft in drafts for n in draft.numbers]
    rows = list(_rows(paper, seen, claimed, evaluated)) if claimed else []
    for rule, holds in (("names-nothing", _names_nothing), ("introduction", is_of_nobody)):
        if bare := [row for draft, row in rows if holds(draft, row)]:
            rejected += [Rejected(row.quote_start, row.end, rule) for row in bare]
            rows = [(draft, row) for draft, row in rows if row not in bare]
    return Extraction(paper, tuple(row for _, row in rows), tuple(rejected), tuple(unexplained)), rows


def _names_nothing(draft: Draft, row: Row) -> bool:
    """Whether nothing says what a number is of, what it was measured on, or whose, and hardly that it is a claim."""
    entry = KINDS.named(draft.pattern)
    told = row.metric_text or row.benchmark_text or draft.role_pattern
    return entry is not None and entry.named and not told


def _with_left(claimed: dict[int, list[Draft]], left: dict[int, list[Draft]]) -> dict[int, list[Draft]]:
    """The claims of each sentence with those that nothing else explains, in the order of the text."""
    return {
        position: sorted([*claimed.get(position, ()), *left.get(position, ())], key=lambda draft: draft.index)
        for position in sorted({*claimed, *left})
    }


def _rows(
    paper: Paper, seen: View, claimed: dict[int, list[Draft]], evaluated: Evaluated
) -> Iterator[tuple[Draft, Row]]:
    """The rows of an abstract's claims, by the place of their sentence: each takes what it does not say from others."""
    text = seen.text
    context = Context(paper, seen, paper_names(paper.title, paper.abstract, text))
    own = cache(partial(_own_benchmark, context, evaluated))
    introduction = introduction_end(text, context.names)
    before: list[Draft] = []
    for position, drafts in claimed.items():
        if drafts[0].sentence.end <= introduction:
            disown_introduced(drafts)
        told = Told(claims=tuple(claimed.get(position - 1, ())))
        if "B" not in drafts[0].sentence.symbols or any(is_of_this(draft, text) for draft in drafts):
            # only then are other sentences read
            tested, back, plain = evaluated.before(position)
            brought = partial(_brought_before, own, context, drafts[0].sentence)
            source = partial(evaluated.source, position)
            told = replace(told, tested=tested, back=back, plain=plain, introduced=brought, source=source)
        set_roles(drafts, text)
        carry(drafts, text, before, told)
        name_claims(drafts, text, context.names)
        before = drafts
    share_scored_metric([draft for drafts in claimed.values() for draft in drafts], text)
    rows = [(draft, row) for drafts in claimed.values() for draft in drafts for row in rows_of(draft, context)]
    near = any(row.benchmark_text for _, row in rows)
    for draft, row in rows:
        yield draft, sure(row, draft, near)


def _brought_before(own: Callable[[], Mention | None], context: Context, sentence: Sentence) -> Mention | None:
    """The paper's own benchmark, unless it is only named behind a sentence that does not say it is of what they bring:
    what comes before was measured elsewhere."""
    brought = own()
    if brought is None or not context.names.introduces or brought.start < sentence.end:
        return brought
    told = shape("brought-data").search(context.view.text, sentence.start, sentence.end)
    return brought if told is not None else None


def _own_benchmark(context: Context, evaluated: Evaluated) -> Mention | None:
    """The benchmark that the paper itself brings, that its title speaks of, or that it was entered for."""
    text = context.view.text
    named = introduced_benchmark(context.names.introduces, text) or titled_benchmark(context.paper.title, text)
    return named or evaluated.entered()
