"""An abstract as HTML with one claim's fields in their colours and all other claims marked and linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaderboard.boards.values import readable
from leaderboard.model import Rejected, Row
from leaderboard.pages.addresses import source_address
from leaderboard.pages.markup import Html, go, join, tag

FIELDS = {
    "number": "the number",
    "metric": "its metric",
    "benchmark": "the benchmark",
    "system": "the system",
    "baseline": "what it is compared with",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the abstract to mark, `text[start:end]`, as one of `FIELDS`, `claim` or `rejected`."""

    start: int
    end: int
    kind: str
    title: str
    target: str | None = None


def field_spans(row: Row) -> tuple[Span, ...]:
    """The stretches that the fields of a row were read from."""
    places = {
        "number": (row.quote_start, row.end),
        "metric": (row.metric_start, row.metric_end),
        "benchmark": (row.benchmark_start, row.benchmark_end),
        "system": (row.system_start, row.system_end),
        "baseline": (row.baseline_start, row.baseline_end),
    }
    return tuple(
        Span(start, end, kind, FIELDS[kind])
        for kind, (start, end) in places.items()
        if start is not None and end is not None
    )


def claim_spans(rows: Iterable[Row], *, links: bool = True) -> tuple[Span, ...]:
    """The numbers of rows, each leading to its own source view where `links`."""
    return tuple(
        Span(
            row.quote_start, row.end, "claim", f"another claim: {describe(row)}", source_address(row) if links else None
        )
        for row in rows
    )


def rejected_spans(rejected: Iterable[Rejected]) -> tuple[Span, ...]:
    """The numbers that a named pattern says are no claims."""
    return tuple(Span(r.start, r.end, "rejected", f"no claim: {r.pattern}") for r in rejected)


def describe(row: Row) -> str:
    """A claim in a few words, such as `88.5% accuracy on CIFAR-10`."""
    words = [readable(row.quote), row.metric or row.kind]
    if row.benchmark:
        words.append(f"on {row.benchmark}")
    return " ".join(words)


def marked(text: str, spans: Sequence[Span], sentence: tuple[int, int] | None = None) -> Html:
    """`text` with every span marked; of spans that overlap the first given wins. `sentence` is set off softly."""
    taken: list[Span] = []
    for span in spans:
        inside = 0 <= span.start < span.end <= len(text)
        if inside and all(span.end <= other.start or span.start >= other.end for other in taken):
            taken.append(span)
    taken.sort(key=lambda span: span.start)
    if sentence is None or not 0 <= sentence[0] < sentence[1] <= len(text):
        return tag("p", *_pieces(text, 0, len(text), taken), class_="lb-abstract")
    first, last = sentence
    # A mark that crosses the sentence's edge widens the sentence rather than being cut.
    first = min([first, *(s.start for s in taken if s.start < first < s.end)])
    last = max([last, *(s.end for s in taken if s.start < last < s.end)])
    return tag(
        "p",
        *_pieces(text, 0, first, taken),
        tag("span", *_pieces(text, first, last, taken), class_="lb-sentence"),
        *_pieces(text, last, len(text), taken),
        class_="lb-abstract",
    )


def legend(kinds: Iterable[str]) -> Html:
    """What each colour means."""
    items = [tag("mark", FIELDS[kind], class_=f"lb-{kind}") for kind in kinds]
    return tag("p", join(items, " "), class_="lb-legend")


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> list[str | Html]:
    pieces: list[str | Html] = []
    at = start
    for span in spans:
        if span.start < start or span.end > end:
            continue
        pieces.append(text[at : span.start])
        mark = tag("mark", text[span.start : span.end], class_=f"lb-{span.kind}", title=span.title)
        pieces.append(
            go(span.target, mark, label=f"{text[span.start : span.end]}, {span.title}") if span.target else mark
        )
        at = span.end
    pieces.append(text[at:end])
    return pieces
