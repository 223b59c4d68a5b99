"""Where a figure comes from: the abstract with the claim's words in their colours, and why the row is what it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from leaderboard.boards import board_keys
from leaderboard.boards.values import readable
from leaderboard.model import Paper, Row
from leaderboard.pages import reading
from leaderboard.pages.addresses import address, board_address, given, paper_link, row_mark, source_address
from leaderboard.pages.downloads import downloads, rows_at_hand
from leaderboard.pages.highlight import claim_spans, describe, field_spans, legend, marked
from leaderboard.pages.markup import Html, away, go, join, small, tag
from leaderboard.pages.theme import draw, heading, note, section
from leaderboard.pages.why import no_claims, why_this_row


def show() -> None:
    """The paper that `paper` in the address names, with the claim whose number starts at `at`."""
    asked = given("paper")
    paper = reading.paper(asked) if asked else None
    if paper is None:
        heading("No such paper", back=go("./", "← All boards"))
        said = f"No paper here has the id “{asked}”. " if asked else "This address names no paper. "
        note(
            said,
            "It may be in another store, or was added under “Try it” in a session that is over. ",
            go("./", "See all boards"),
            ".",
        )
        return
    rows = reading.rows_of(paper.paper_id)
    at = given("at")
    there = [row for row in rows if str(row.start) == at]
    row = next((row for row in there if row_mark(row) == given("row")), there[0] if there else None)
    heading(paper.title, _about(paper), back=_back(row))
    if at and row is None:
        note("No claim starts at the place that this address names: patterns may have changed. All are marked below.")
    _paper(paper, rows, row)


def _paper(paper: Paper, rows: Sequence[Row], row: Row | None) -> None:
    told = reading.explained(paper)
    text, why = st.columns([3, 2], gap="large")
    with text:
        others = [other for other in rows if row is None or other.start != row.start]
        fields = field_spans(row) if row else ()
        if row:
            draw(legend(span.kind for span in fields))
        sentence = (row.sentence_start, row.sentence_end) if row else None
        draw(marked(paper.abstract, [*fields, *claim_spans(others)], sentence))
        if reading.is_summary(paper):
            draw(tag("p", small("This is our own summary of the paper's results, not its abstract.")))
        if rows:
            section("Claims of this paper")
            draw(_claims(rows, row))
    with why:
        if row:
            section("Why this row")
            draw(why_this_row(row, told))
        elif rows:
            note("Choose a claim to see its words, and why it is the row that it is.")
        else:
            note("No number of this abstract was read as a claim.")
    no = len(told.extraction.rejected) + len(told.extraction.unexplained)
    if no:
        with st.expander(f"Numbers that are no claims ({no})"):
            draw(no_claims(told.extraction))
    if rows:
        downloads(rows_at_hand(rows, f"{paper.paper_id} claims"), "source")


def _claims(rows: Sequence[Row], chosen: Row | None) -> Html:
    """The claims in the order of the text, a line each, the chosen one set off."""
    lines = [
        tag(
            "li",
            go(
                source_address(row),
                tag("span", readable(row.quote), class_="lb-value"),
                label=f"{describe(row)}: read its words",
            ),
            " ",
            join([row.metric or row.kind, row.benchmark and f"on {row.benchmark}"], " "),
            small(*(f" · {told}" for told in (row.system, f"{row.confidence:.2f}") if told)),
            aria_current="true" if row is chosen else None,
        )
        for row in sorted(rows, key=lambda row: row.start)
    ]
    return tag("ul", *lines, class_="lb-claims")


def _about(paper: Paper) -> Html:
    target, what = paper_link(paper.title, paper.url, paper.arxiv_id, paper.paper_id)
    authors = ", ".join(paper.authors[:4]) + (" and others" if len(paper.authors) > 4 else "")
    return join([authors, paper.date, away(target, f"{what} ↗")], " · ")


def _back(row: Row | None) -> Html:
    if row is None:
        return go("./", "← All boards")
    if keys := board_keys(row):
        return go(board_address(*keys), f"← {row.benchmark}: {row.metric or 'metric not named'}")
    if row.kind == "score":
        return go(address("unnamed"), "← Scores without a benchmark")
    return go(address("changes"), "← Gains and savings")
