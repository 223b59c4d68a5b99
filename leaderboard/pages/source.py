"""Where a figure comes from: the abstract with the claim's words in their colours, and why the row is what it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from leaderboard.model import Paper, Row
from leaderboard.pages import reading
from leaderboard.pages.addresses import board_address, given, paper_link, source_address
from leaderboard.pages.downloads import downloads, rows_at_hand
from leaderboard.pages.highlight import claim_spans, describe, field_spans, legend, marked
from leaderboard.pages.markup import Column, Html, Piece, away, facts, go, join, small, table, tag
from leaderboard.pages.theme import draw, heading, note
from leaderboard.pages.values import BOUND_WORDS, number

KINDS = {"score": "a level reached", "change": "a difference", "factor": "a multiple"}


def show() -> None:
    """The paper that `paper` in the address names, with the claim whose number starts at `at`."""
    asked = given("paper")
    paper = reading.paper(asked) if asked else None
    if paper is None:
        heading("No such paper", back=go("./", "← All boards"))
        said = f"No paper here has the id “{asked}”. " if asked else "This address names no paper. "
        note(said, "It may be in another store. ", go("./", "See all boards"), ".")
        return
    rows = reading.rows_of(paper.paper_id)
    at = given("at")
    row = next((r for r in rows if str(r.start) == at), None)
    heading(paper.title, _about(paper), back=_back(row))
    if at and row is None:
        note("No claim starts at the place that this address names: patterns may have changed. All are marked below.")
    _paper(paper, rows, row)


def _paper(paper: Paper, rows: Sequence[Row], row: Row | None) -> None:
    text, why = st.columns([3, 2], gap="large")
    with text:
        others = [other for other in rows if row is None or other.start != row.start]
        fields = field_spans(row) if row else ()
        if row:
            draw(legend(span.kind for span in fields))
        sentence = (row.sentence_start, row.sentence_end) if row else None
        draw(marked(paper.abstract, [*fields, *claim_spans(others)], sentence))
        if reading.is_summary(paper):
            draw(tag("p", small("This is our own summary of the paper's results; the abstract is the paper's.")))
    with why:
        if row:
            st.subheader("Why this row", anchor=False)
            draw(why_this_row(row))
        elif not rows:
            note("No number of this abstract was read as a claim.")
    if rows:
        st.subheader("Claims of this paper", anchor=False)
        draw(claims_table(rows, row))
        downloads(rows_at_hand(rows, f"{paper.paper_id} claims"), "source")


def why_this_row(row: Row) -> Html:
    """The row's fields, what was read where, the pattern that fired and how sure it is."""
    doc = reading.pattern_doc(row.pattern)
    pairs: list[tuple[str, Piece]] = [
        ("Number", join([tag("strong", row.quote), small(_shape(row))], " ")),
        ("Kind", f"{row.kind}: {KINDS[row.kind]} ({row.topic})"),
        ("Metric", _read(row.metric, row.metric_text, row.metric_start, row, inferred=row.metric_inferred)),
        ("Benchmark", _benchmark(row)),
        ("System", _read(row.system_label, row.system, row.system_start, row, inferred=row.system_inferred)),
        ("Compared with", row.baseline),
        ("Split", row.split),
        ("Setting", row.setting),
        ("Whose", "the authors' own result" if row.role == "own" else "quoted for others' work"),
        ("Effect", row.effect),
        ("Pattern", join([tag("code", row.pattern), small(doc) if doc else None], " ")),
        ("Confidence", f"{row.confidence:.2f}"),
    ]
    return facts(pairs)


def claims_table(rows: Sequence[Row], chosen: Row | None = None, *, links: bool = True) -> Html:
    """The claims of a paper in the order of the text, the chosen one set off."""
    columns = [
        Column("Number", num=True),
        Column("Kind"),
        Column("Metric"),
        Column("Benchmark"),
        Column("System"),
        Column("Confidence", num=True),
    ]
    ordered = sorted(rows, key=lambda r: r.start)
    cells = [
        (
            go(source_address(r), r.quote, label=f"{describe(r)}: read its words") if links else r.quote,
            r.kind,
            r.metric or small("not named"),
            r.benchmark or small("not named"),
            r.system_label or small("not named"),
            f"{r.confidence:.2f}",
        )
        for r in ordered
    ]
    place = next((i for i, r in enumerate(ordered) if chosen and r.start == chosen.start), None)
    return table("Claims of this paper", columns, cells, marked=place)


def _shape(row: Row) -> str:
    parts = [BOUND_WORDS[row.bound]]
    if row.low is not None:
        parts.append(f"from {number(row.low)} to {number(row.value)}")
    if row.spread is not None:
        parts.append(f"± {number(row.spread)}")
    if row.kind == "change" and row.relative is not None:
        parts.append("relative" if row.relative else "absolute")
    return ", ".join(filter(None, parts))


def _read(name: str | None, written: str | None, start: int | None, row: Row, *, inferred: bool) -> Piece:
    if name is None:
        return small("the text names none")
    if inferred:
        return join([name, small("inferred, not in the text")], " ")
    notes = []
    if written and written != name:
        notes.append(f"written “{written}”")
    if start is not None and not row.sentence_start <= start < row.sentence_end:
        notes.append("carried over from another sentence")
    return join([name, small("; ".join(notes)) if notes else None], " ")


def _benchmark(row: Row) -> Piece:
    read = _read(row.benchmark, row.benchmark_text, row.benchmark_start, row, inferred=False)
    key = reading.board_of(row)
    return join([read, go(board_address(*key), "see its board")], " · ") if key else read


def _about(paper: Paper) -> Html:
    target, what = paper_link(paper.title, paper.url, paper.arxiv_id, paper.paper_id)
    authors = ", ".join(paper.authors[:4]) + (" and others" if len(paper.authors) > 4 else "")
    return join([authors, paper.date, away(target, f"{what} ↗")], " · ")


def _back(row: Row | None) -> Html:
    key = reading.board_of(row) if row else None
    return (
        go(board_address(*key), f"← {row.benchmark}: {row.metric or 'metric not named'}")
        if row and key
        else go("./", "← All boards")
    )
