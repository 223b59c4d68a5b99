"""All boards: searched as one types, by field and task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from leaderboard.boards import BoardSummary
from leaderboard.boards.figures import figure
from leaderboard.counted import counted
from leaderboard.pages import reading
from leaderboard.pages.addresses import address, board_address, given, results_address, sorting_address, system
from leaderboard.pages.downloads import downloads, sheet_of
from leaderboard.pages.markup import Column, Html, Piece, go, join, quoted, small, table, tag
from leaderboard.pages.theme import aside, draw, heading, note
from leaderboard.pages.widgets import choice, pages, sort_order, text
from leaderboard.sheets import Sheet

PER_PAGE, PAGE = 40, "boards_page"


def show() -> None:
    """The list of boards, fullest first."""
    summaries = reading.summaries()
    heading("Leaderboards", _lead(summaries))
    if missing := given("missing"):
        note(f"There is no view called “{missing}” here. These are all boards.")
    if not summaries:
        note(
            "No score on a named benchmark is in this store yet. Read papers into it with ",
            tag("code", "leaderboard extract FILE --into DIR"),
            ", or ",
            go("./try", "paste an abstract"),
            ".",
        )
        return
    _list(summaries)


@st.fragment
def _list(summaries: tuple[BoardSummary, ...]) -> None:
    bar, beside = st.container(horizontal=True, vertical_alignment="bottom", key="find"), st.container()
    with bar:
        query = text("Find a board", "q", "benchmark, metric or task", width=340, page=PAGE, search=True)
        field = choice(
            "Field",
            "field",
            sorted({s.field for s in summaries if s.field}),
            width=160,
            page=PAGE,
            beside=beside,
            undoes="task",
        )
        tasks = sorted({s.task for s in summaries if s.task and field in (None, s.field)})
        task = choice("Task", "task", tasks, width=184, page=PAGE, beside=beside)
    found = reading.search(summaries, query, field, task)
    if not found:
        note(
            f"No board matches “{query}”. " if query else "No board matches. ",
            join(["It may be a system or a paper: ", _everywhere(query), ". "]) if query else None,
            "Try fewer words, another spelling, or ",
            go("./", "show all boards"),
            ".",
        )
        return
    order = sort_order(list(_ORDERS))
    found = sorted(found, key=_ORDERS[order], reverse=True) if order != "papers" else found
    told = f"{counted(len(found), 'board')}, {_SAID[order]} first"
    aside(told, *((". Systems and papers: ", _everywhere(query)) if query else ()))
    listed, first = pages(len(found), PER_PAGE, PAGE)
    with listed:
        draw(_table(found[first : first + PER_PAGE], order))
    asked = " ".join(filter(None, ["boards", query, field, task]))
    offer = sheet_of(
        _sheet(found), asked, lambda most: reading.papers_of(s.best_paper for s in found[:most] if s.best_paper)
    )
    downloads(offer, "boards")


def _everywhere(query: str) -> Html:
    return go(results_address(query), f"search all results for “{query}”")


def _best(summary: BoardSummary) -> Piece:
    if summary.best is None:
        return small("none ranked")
    shown = figure(summary.best, summary.unit)
    target = address("source", paper=summary.best_paper, at=summary.best_start)
    return go(target, shown, label=f"{shown}: read its words")


def _by(summary: BoardSummary) -> Piece:
    title = small(summary.best_title) if summary.best_title else None
    by = system(summary.best_system) if summary.best_system else title
    return join([by, quoted() if summary.best_role == "other" else None], " ")


def _lead(summaries: Sequence[BoardSummary]) -> Html:
    benchmarks = len({s.benchmark_key for s in summaries})
    scores = sum(s.entries for s in summaries)
    return join(
        [
            f"{counted(scores, 'result')} that papers claim in their abstracts, on {counted(benchmarks, 'benchmark')}. "
            f"Open a board to see them ranked; each leads to the sentence that it was read from. {reading.where()}",
            go("./try", "Read your own"),
            ".",
        ]
    )


# Each with the most or the latest first; boards come by papers, and each sort keeps that among equals.
_ORDERS: dict[str, Callable[[BoardSummary], Any]] = {
    "papers": lambda summary: summary.papers,
    "results": lambda summary: summary.entries,
    "latest": lambda summary: summary.last_date or "",
}
_SAID = {"papers": "most papers", "results": "most results", "latest": "latest"}


def _table(summaries: Sequence[BoardSummary], order: str) -> Html:
    def sorting(name: str) -> str:
        return sorting_address("", None if name == "papers" else name, PAGE)

    def state(name: str) -> str | None:
        return "descending" if name == order else None

    once = "A claim that a paper makes twice counts once."
    latest = "The date of the latest paper, where it is known."
    columns = [
        Column("Benchmark", wide=True),
        Column("Metric"),
        Column(
            "Best",
            "The best exact result on the board's scale; bounds and rows of low confidence do not count.",
            num=True,
        ),
        Column("By"),
        Column("Results", once, num=True, sort=sorting("results"), sorted=state("results")),
        Column("Papers", num=True, sort=sorting("papers"), sorted=state("papers")),
        Column("Latest", latest, sort=sorting("latest"), sorted=state("latest")),
    ]
    rows = [
        (
            join(
                [go(board_address(s.benchmark_key, s.metric_key), s.benchmark), small(s.task) if s.task else None], " "
            ),
            s.metric or small("not named"),
            _best(s),
            _by(s),
            f"{s.entries:,}",
            f"{s.papers:,}",
            s.last_date or small("not known"),
        )
        for s in summaries
    ]
    return table("Boards", columns, rows)


def _sheet(summaries: Sequence[BoardSummary]) -> Sheet:
    columns = ("Benchmark", "Task", "Metric", "Best", "Unit", "By", "Paper", "Results", "Papers", "Latest")
    lines = tuple(
        (s.benchmark, s.task, s.metric, s.best, s.unit, s.best_system, s.best_title, s.entries, s.papers, s.last_date)
        for s in summaries
    )
    return Sheet(columns, lines)
