"""Check: how right the rows are, by level, field, kind and pattern, with every error beside its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from leaderboard.golden import check as golden
from leaderboard.golden.check import Check
from leaderboard.golden.pairing import Claim
from leaderboard.golden.record import Run, history
from leaderboard.golden.scoring import Figures, Miss, Score
from leaderboard.pages import stores
from leaderboard.pages.addresses import address, given
from leaderboard.pages.highlight import Span, marked
from leaderboard.pages.markup import Column, Html, Piece, go, join, small, table, tag
from leaderboard.pages.theme import aside, draw, heading, note
from leaderboard.pages.values import counted
from leaderboard.pages.widgets import choice, pages

PARTS = {
    "cases": "our own cases",
    "read": "annotated papers that may be read",
    "blind": "the blind fifth: figures only",
}
COMPARED = (
    "value",
    "unit",
    "kind",
    "topic",
    "metric",
    "benchmark",
    "split",
    "system",
    "baseline",
    "role",
    "bound",
    "effect",
)
PER_PAGE = 25


def show() -> None:
    """Figures of a check made here, or the last recorded ones where none was made."""
    heading("Check", "How often the rows are right, against rows that careful readers wrote down.")
    corpora = stores.corpora()
    runs = history()
    if not corpora:
        _recorded(runs)
        note(
            "The abstracts of the annotated papers are not ours to ship. Start the page with ",
            tag("code", "leaderboard app --corpus PATH"),
            " to check those that you hold; our own cases are checked below.",
        )
    check = _checked(corpora)
    if corpora:
        draw(tag("p", f"{counted(check.found, 'annotated paper')} found, {check.missing:,} not.", class_="lb-lead"))
    names = [name for name in golden.PARTS if name in check.parts]
    if not names:
        note("There is nothing to check here: no cases are at hand and no annotated paper was found.")
        return
    names_shown = ", ".join(f"{name}: {PARTS[name]}" for name in names)
    part = choice("Figures of", "part", names, width=320)
    aside(names_shown)
    part = part or ("read" if "read" in names else names[0])
    _figures(check.parts[part], part)
    _errors(check, check.parts[part].misses, part)
    if corpora:
        _recorded(runs)


@st.cache_data(show_spinner="Checking the golden set …", max_entries=2)
def _checked(corpora: tuple[str, ...]) -> Check:
    return golden.check(corpora)


def _recorded(runs: Sequence[Run]) -> None:
    st.subheader("Recorded runs", anchor=False)
    if not runs:
        note("No run is recorded yet. ", tag("code", "leaderboard check"), " makes one.")
        return
    last = runs[-1]
    rows = [
        (PARTS.get(name, name), f"{part.papers:,}", *(f"{part.levels[level][2]:.3f}" for level in part.levels))
        for name, part in last.parts.items()
    ]
    levels = list(next(iter(last.parts.values())).levels)
    columns = [Column("Papers of"), Column("Papers", num=True), *(Column(f"{level} F1", num=True) for level in levels)]
    draw(table("The last recorded run", columns, rows))
    aside(f"Last run {last.date:%Y-%m-%d}, patterns {last.patterns}.")
    if len(runs) > 1:
        points = pd.DataFrame(
            {"date": run.date, "F1": part.levels["row"][2], "papers": PARTS.get(name, name)}
            for run in runs
            for name, part in run.parts.items()
        )
        chart = alt.Chart(points).mark_line(point=True).encode(
            x=alt.X("date:T", title=None),
            y=alt.Y("F1:Q", title="row F1", scale=alt.Scale(zero=False)),
            color=alt.Color("papers:N", title=None, legend=alt.Legend(orient="top")),
        )  # fmt: skip
        st.altair_chart(chart.properties(height=220), alt="Row F1 of the recorded runs over time")


def _figures(score: Score, part: str) -> None:
    st.subheader(f"By level: {PARTS[part]}", anchor=False)
    draw(_figures_table("By level", "Level", score.levels))
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("By field", anchor=False)
        shares: list[tuple[Piece, ...]] = [
            (name, f"{share:.3f}", "share right") for name, share in score.agreement.items()
        ]
        shares += [(name, f"{figures.f1:.3f}", "F1") for name, figures in score.sparse.items()]
        draw(table("By field", [Column("Field"), Column("Right", num=True), Column("Measure")], shares))
    with right:
        st.subheader("By kind", anchor=False)
        draw(_figures_table("By kind", "Kind", score.by_kind))
        st.subheader("By confidence", anchor=False)
        bands = [(f"{b.low:.2f} to {b.high:.2f}", f"{b.rows:,}", f"{b.share:.3f}") for b in score.bands]
        draw(table("By confidence", [Column("Confidence"), Column("Rows", num=True), Column("Right", num=True)], bands))
    with st.expander("By pattern"):
        rows = [(tag("code", name), f"{f.found:,}", f"{f.precision:.3f}") for name, f in score.by_pattern.items()]
        draw(table("By pattern", [Column("Pattern"), Column("Rows", num=True), Column("Precision", num=True)], rows))


def _figures_table(caption: str, first: str, figures: Mapping[Any, Figures]) -> Html:
    columns = [Column(first), *(Column(name, num=True) for name in ("Precision", "Recall", "F1", "Expected", "Found"))]
    rows = [
        (name, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", f"{f.expected:,}", f"{f.found:,}")
        for name, f in figures.items()
    ]
    return table(caption, columns, rows)


def _errors(check: Check, misses: Sequence[Miss], part: str) -> None:
    st.subheader("Errors", anchor=False)
    if part == "blind":
        note("Errors of the blind fifth are not shown: whoever reads them can no longer be told by it.")
        return
    faults = sorted({fault for miss in misses for fault in miss.faults})
    fault = choice("What is wrong", "fault", faults)
    shown = [miss for miss in misses if fault is None or fault in miss.faults]
    if not shown:
        note("No errors here.")
        return
    chosen = given("error")
    if chosen is not None and chosen.isdigit() and int(chosen) < len(misses):
        _one(check, misses[int(chosen)])
    elif chosen is not None:
        note("There is no such error any more.")
    first = pages(len(shown), PER_PAGE, "errors_page")
    place = {id(miss): number for number, miss in enumerate(misses)}
    rows = [
        (
            go(address("check", part=part, fault=fault, error=str(place[id(miss)])), _number(miss)),
            ", ".join(miss.faults),
            _told(miss.expected),
            _told(miss.got),
        )
        for miss in shown[first : first + PER_PAGE]
    ]
    columns = [Column("Number"), Column("What is wrong"), Column("Expected", wide=True), Column("Got", wide=True)]
    draw(table("Errors", columns, rows))


def _one(check: Check, miss: Miss) -> None:
    paper = check.papers[miss.paper_id]
    claim = miss.expected or miss.got
    spans = []
    if claim and claim.quote_start is not None and claim.end is not None:
        spans.append(Span(claim.quote_start, claim.end, "number", "the number in question"))
    with st.container(border=True):
        draw(tag("p", tag("strong", paper.title)))
        draw(marked(paper.abstract, spans, check.sentence(miss)))
        rows = [
            (name, _value(miss.expected, name), _value(miss.got, name))
            for name in COMPARED
            if _value(miss.expected, name) or _value(miss.got, name)
        ]
        draw(table("Expected and got", [Column("Field"), Column("Expected"), Column("Got")], rows))


def _number(miss: Miss) -> str:
    claim = miss.expected or miss.got
    return claim.quote if claim else ""


def _told(claim: Claim | None) -> Piece:
    if claim is None:
        return small("nothing")
    return join([claim.kind, claim.metric, claim.benchmark and f"on {claim.benchmark}"], " ")


def _value(claim: Claim | None, name: str) -> str:
    value = getattr(claim, name, None) if claim else None
    return "" if value is None else str(value)
