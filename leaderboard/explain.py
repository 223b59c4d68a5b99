"""Why each number of a text is a row or none: the mentions of its sentence, the patterns asked, the one that decided.

from leaderboard.explain import explain
for sentence in explain(paper).sentences: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from leaderboard.claims.draft import Draft
from leaderboard.claims.entries import FILES, REJECTING
from leaderboard.cues import symbol_of
from leaderboard.extract import extract_traced
from leaderboard.mentions import Mention, read_sentence
from leaderboard.model import Extraction, Paper, Row
from leaderboard.patterns import Named, load_named
from leaderboard.resources import resource
from leaderboard.text import View, sentences, view


class Rule(Named):
    """What the name of a rule that is code stands for, of `patterns/rules.yaml`."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention: its letter in symbol strings, the class that the letter stands for, and its words in the abstract."""

    symbol: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a file of patterns said of a number: how many were `asked`, and the one that held (or a rule, or none)."""

    file: str
    asked: int
    pattern: str | None
    doc: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A number (offsets in the abstract): its rows and what decided of them, or none and the reason."""

    start: int
    end: int
    text: str
    rows: tuple[Row, ...]
    decisions: tuple[Decision, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceExplained:
    """A sentence (offsets in the abstract), what was seen in it, and the verdict on each of its numbers, in order."""

    start: int
    end: int
    text: str
    mentions: tuple[Seen, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole of an abstract, explained."""

    extraction: Extraction
    sentences: tuple[SentenceExplained, ...]


def explain(paper: Paper) -> Explanation:
    """Every sentence of a paper that holds a number, with what was made of it and by which patterns."""
    extraction, traced = extract_traced(paper)
    seen = view(paper.abstract)
    verdicts = sorted([*_claims(traced), *_no_claims(extraction)], key=lambda one: one.start)
    lowered = seen.text.lower()
    told = []
    for start, end in sentences(seen.text):
        first, last = seen.span(start, end)
        inside = tuple(v for v in verdicts if first <= v.start < last)
        if inside:
            read = read_sentence(seen.text, start, end, lowered)
            told.append(
                SentenceExplained(first, last, paper.abstract[first:last], tuple(_seen(read.mentions, seen)), inside)
            )
    return Explanation(extraction, tuple(told))


@cache
def pattern_docs() -> Mapping[str, str]:
    """What each pattern and each rule stands for, by its name."""
    docs = {name: rule.doc for name, rule in load_named(resource("patterns") / "rules.yaml", Rule).items()}
    docs |= {entry.name: entry.doc for file in FILES for entry in file.entries}
    return MappingProxyType(docs)


def _claims(traced: Iterable[tuple[Draft, Row]]) -> list[Verdict]:
    found: dict[tuple[int, int], tuple[Draft, list[Row]]] = {}
    for draft, row in traced:
        found.setdefault((row.quote_start, row.end), (draft, []))[1].append(row)
    return [
        Verdict(start, end, rows[0].quote, tuple(rows), tuple(_decisions(draft)))
        for (start, end), (draft, rows) in found.items()
    ]


def _decisions(draft: Draft) -> Iterable[Decision]:
    for file in FILES[1:]:
        names = [entry.name for entry in file.entries]
        fired = draft.fired(file.name)
        asked = names.index(fired) + 1 if fired in names else len(names)
        yield Decision(file.name, asked, fired, pattern_docs().get(fired) if fired else None)


def _no_claims(extraction: Extraction) -> Iterable[Verdict]:
    text = extraction.paper.abstract
    named = {file.name: [entry.name for entry in file.entries] for file in REJECTING}
    for no in extraction.rejected:
        file = next((name for name in named if no.pattern in named[name]), REJECTING[0].name)
        at = named[file].index(no.pattern) + 1 if no.pattern in named[file] else len(named[file])
        decision = Decision(file, at, no.pattern, pattern_docs().get(no.pattern))
        yield Verdict(no.start, no.end, text[no.start : no.end], (), (decision,), no.pattern)
    for start, end in extraction.unexplained:
        yield Verdict(start, end, text[start:end], (), (), "unexplained")


def _seen(mentions: Iterable[Mention], seen: View) -> Iterable[Seen]:
    labels = {letter: name.lower() for name, letter in reversed(symbol_of().items())}
    for mention in mentions:
        start, end = seen.span(mention.start, mention.end)
        yield Seen(mention.symbol, labels.get(mention.symbol, mention.symbol), seen.source[start:end])
