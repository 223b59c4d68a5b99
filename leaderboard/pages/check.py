"""Check: how right the rows are, by level, field, kind and pattern, with every error one click from its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from leaderboard.counted import counted
from leaderboard.golden import check as golden
from leaderboard.golden.check import PARTS, Check
from leaderboard.golden.record import Run, history
from leaderboard.golden.scoring import Figures, Score
from leaderboard.pages import stores
from leaderboard.pages.addresses import given
from leaderboard.pages.downloads import downloads, sheet_of
from leaderboard.pages.errors import ERRORS_PAGE, error_list, error_view
from leaderboard.pages.markup import Column, Html, Piece, join, small, table, tag
from leaderboard.pages.theme import CHART_ROOM, aside, draw, heading, note, section
from leaderboard.pages.widgets import radio
from leaderboard.sheets import Cell, Sheet

_FIGURES = ("Precision", "Recall", "F1")
_WHAT = "Precision: the share of what was found that is right. Recall: the share of what is right that was found."


def show() -> None:
    """Figures of a check made here, or the last recorded ones where none was made; with `error`, that error alone."""
    corpora = stores.corpora()
    check = _checked(corpora)
    names = [name for name in PARTS if name in check.parts]
    if given("error"):
        error_view(check, given("part") or _usual(names))
        return
    heading("Check", "How often the rows are right, against rows that careful readers wrote down.")
    runs = history()
    if corpora:
        aside(f"{counted(check.found, 'annotated paper')} found, {check.missing:,} not.")
    else:
        note(
            "The abstracts of the annotated papers are not ours to ship. Start the page with ",
            tag("code", "leaderboard app --corpus PATH"),
            " to check those that you hold; until then, here is the last recorded run, and our own cases below it.",
        )
        _recorded(runs)
    if names:
        part = radio("Figures of", "part", names, _usual(names), page=ERRORS_PAGE)
        _figures(check.parts[part], part)
        error_list(check, part)
    else:
        note("There is nothing to check here: no cases are at hand and no annotated paper was found.")
    if corpora:
        _recorded(runs)


def _usual(names: Sequence[str]) -> str:
    return "read" if "read" in names else "cases"


@st.cache_resource(show_spinner="Checking the golden set …", max_entries=2)
def _checked(corpora: tuple[str, ...]) -> Check:
    return golden.check(corpora)


def _recorded(runs: Sequence[Run]) -> None:
    section("Recorded runs")
    if not runs:
        note("No run is recorded yet. ", tag("code", "leaderboard check"), " makes one.")
        return
    last = runs[-1]
    levels = list(next(iter(last.parts.values())).levels)
    rows: list[tuple[Piece, ...]] = [
        (
            join([name, small(PARTS.get(name))], " "),
            f"{part.papers:,}",
            *(f"{part.levels[level][2]:.3f}" for level in levels),
        )
        for name, part in last.parts.items()
    ]
    columns = [Column("Part", wide=True), Column("Papers", num=True)]
    draw(
        table(
            "The last recorded run",
            [*columns, *(Column(f"{level} F1", num=True) for level in levels)],
            rows,
            narrow=True,
        )
    )
    aside(f"{counted(len(runs), 'run')}; the last on {last.date:%Y-%m-%d}, with patterns {last.patterns}.")
    if len(runs) > 1:
        with st.container(key="chart"):
            draw(CHART_ROOM)
            st.altair_chart(_over_time(runs), alt="Row F1 of the recorded runs over time")


def _over_time(runs: Sequence[Run]) -> Any:
    points = pd.DataFrame(
        {"date": run.date, "F1": part.levels["row"][2], "part": name, "patterns": run.patterns}
        for run in runs
        for name, part in run.parts.items()
    )
    days = len({run.date.date() for run in runs})
    shown = "%d %b %Y" if days > 4 else "%d %b, %H:%M"  # no day twice
    axis = alt.Axis(format=shown, tickCount=4, labelOverlap=True, labelFlush=True)
    chart = (
        alt.Chart(points)
        .mark_line(point=True, strokeWidth=2)
        .encode(
            x=alt.X("date:T", title=None, axis=axis),
            y=alt.Y("F1:Q", title="row F1", scale=alt.Scale(zero=False, nice=True)),
            color=alt.Color("part:N", title=None, legend=alt.Legend(orient="top", columns=3)),
            tooltip=["part:N", alt.Tooltip("F1:Q", format=".3f"), "date:T", "patterns:N"],
        )
    )
    return chart.properties(height=220)


def _figures(score: Score, part: str) -> None:
    section(f"By level: {PARTS[part]}")
    draw(_table("By level", "Level", score.levels))
    aside(_WHAT)
    left, right = st.columns(2, gap="large")
    with left:
        section("By field")
        draw(_by_field(score))
    with right:
        section("By kind")
        draw(_table("By kind", "Kind", score.by_kind))
        section("By confidence")
        bands = [(f"{b.low:.2f} to {b.high:.2f}", f"{b.rows:,}", f"{b.share:.3f}") for b in score.bands]
        draw(_right_of("By confidence", "Confidence", "Right", bands))
    with st.expander("By pattern"):
        rows = [(tag("code", name), f"{f.found:,}", f"{f.precision:.3f}") for name, f in score.by_pattern.items()]
        draw(_right_of("By pattern", "Pattern", "Precision", rows))
    downloads(sheet_of(Sheet(_COLUMNS, tuple(_lines(score))), f"check {part}", lambda _: ()), "figures")


def _table(caption: str, first: str, figures: Mapping[Any, Figures]) -> Html:
    columns = [Column(first), *(Column(name, num=True) for name in (*_FIGURES, "Expected", "Found"))]
    rows = [(str(name), *_shares(f), f"{f.expected:,}", f"{f.found:,}") for name, f in figures.items()]
    return table(caption, columns, rows, narrow=True)


def _right_of(caption: str, first: str, share: str, rows: Sequence[tuple[Piece, ...]]) -> Html:
    """Of how many extracted rows which share is right."""
    return table(caption, [Column(first), Column("Rows", num=True), Column(share, num=True)], rows, narrow=True)


def _by_field(score: Score) -> Html:
    # Of rows paired by their number each side has one value, so the share that agrees is all three figures at once.
    rows: list[tuple[Piece, ...]] = [(name, *[f"{share:.3f}"] * 3) for name, share in score.agreement.items()]
    rows += [(name, *_shares(figures)) for name, figures in score.sparse.items()]
    told = "Of rows whose number both sides claim."
    return table("By field", [Column("Field", told), *(Column(name, num=True) for name in _FIGURES)], rows, narrow=True)


def _shares(figures: Figures) -> tuple[str, str, str]:
    return f"{figures.precision:.3f}", f"{figures.recall:.3f}", f"{figures.f1:.3f}"


_COLUMNS = ("By", "Name", *_FIGURES, "Expected", "Found")


def _lines(score: Score) -> Iterator[tuple[Cell, ...]]:
    for name, share in score.agreement.items():
        yield "field", name, share, share, share, None, None
    groups: Mapping[str, Mapping[Any, Figures]] = {
        "level": score.levels,
        "field": score.sparse,
        "kind": score.by_kind,
    }
    for by, figures in groups.items():
        for name, f in figures.items():
            yield by, str(name), f.precision, f.recall, f.f1, f.expected, f.found
    for band in score.bands:
        yield "confidence", f"{band.low:.2f} to {band.high:.2f}", band.share, None, None, None, band.rows
    for pattern, f in score.by_pattern.items():
        yield "pattern", pattern, f.precision, None, None, None, f.found
