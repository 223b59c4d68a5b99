"""One board: its ranked results, their chart, filters, conflicts, and files of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from leaderboard.boards import Board, BoardSummary, Conflict, Entry, with_metric
from leaderboard.boards.board import Order
from leaderboard.boards.figures import figure
from leaderboard.boards.values import entry_value
from leaderboard.counted import counted
from leaderboard.export import file_name
from leaderboard.pages import reading
from leaderboard.pages.addresses import (
    UNNAMED,
    address,
    board_address,
    given,
    paper,
    sorting_address,
    source_address,
    system,
)
from leaderboard.pages.charts import MOST_OVER_TIME, board_chart, picked
from leaderboard.pages.downloads import downloads, lines_of
from leaderboard.pages.filters import PAGE, filter_bar
from leaderboard.pages.markup import Column, Html, Piece, away, badge, go, join, quoted, small, table, tag
from leaderboard.pages.metrics import metric_words
from leaderboard.pages.moves import move_to, moves
from leaderboard.pages.reading import PER_PAGE
from leaderboard.pages.snippets import row_snippet
from leaderboard.pages.theme import CHART_ROOM, aside, draw, heading, note
from leaderboard.pages.widgets import pages, sort_order

MOST_METRICS, MOST_CONFLICTS = 6, 30
_ORDERS: tuple[Order, ...] = ("rank", "system", "date", "confidence")


def show() -> None:
    """The board that `benchmark` and `metric` in the address name, softly where they name none."""
    asked = given("benchmark")
    if asked is None:
        heading("Boards", back=_back())
        note("This address names no benchmark. ", go("./", "Choose one from all boards"), ".")
        return
    key = reading.benchmark_key(asked)
    if key is None:
        _unknown(asked)
        return
    metrics = reading.metrics(key)
    metric = given("metric")
    summary = with_metric(metrics, "" if metric == UNNAMED else metric) if metric else None
    wrong = metric if summary is None else None
    _board(summary or metrics[0], metrics, wrong)


def _board(summary: BoardSummary, metrics: Sequence[BoardSummary], wrong: str | None) -> None:
    told = metric_words(summary.metric_id, summary.unit, summary.higher_is_better)
    metric = summary.metric or "metric not named"
    heading(
        f"{summary.benchmark}: {metric}",
        join([summary.task and f"{summary.task[:1].upper()}{summary.task[1:]}.", told, _about(summary)], " "),
        back=_back(),
        shown=join([f"{summary.benchmark}: ", tag("span", metric, class_="lb-whole")]),
    )
    if wrong:
        note(f"This benchmark has no results by “{wrong}”; its usual one is shown.")
    if len(metrics) > 1:
        draw(_metrics(summary, metrics))
    chosen = filter_bar(summary)
    board = reading.board(summary.benchmark_key, summary.metric_key, chosen.filters)
    if board is None:
        return
    clear = go(board_address(summary.benchmark_key, summary.metric_key), "Clear the filters")
    if chosen.words:
        shown = f"{counted(board.total, 'result')} of {board.all:,}: {'; '.join(chosen.words)}. "
        aside(shown, clear, ".")
    if board.total:
        _results(board, sort_order(_ORDERS), chosen.bar)
    elif board.hidden and not chosen.words:
        note(f"{counted(board.hidden, 'result')} here, all of low confidence: the switch above shows them.")
    else:
        note("Nothing on this board fits these filters. ", clear, ".")


def _about(summary: BoardSummary) -> Html | None:
    """Where the benchmark was published, if the lexicon knows."""
    return away(summary.link, "About it ↗") if summary.link else None


def _results(board: Board, order: Order, bar: DeltaGenerator) -> None:
    with bar:  # above the table: a board of fifty rows has its foot far down on a phone
        downloads(lines_of(board.total, reading.entries_of(board, order), board.name), "board")
    # The table comes before the chart above it, which takes longer, so that results are there at once.
    chart = st.container(key="chart")
    room = chart.empty()
    if board.total > 1:
        room.html(CHART_ROOM.source)
    listed, first = pages(board.total, PER_PAGE, PAGE)
    keys = (board.benchmark_key, board.metric_key)
    shown = reading.board(*keys, board.filters, offset=first, order=order)
    with listed:
        draw(_table(board, shown.entries if shown else (), order))
    _conflicts(board)
    with chart:
        if not _chart(board):
            room.empty()


def _metrics(summary: BoardSummary, metrics: Sequence[BoardSummary]) -> Html:
    """The benchmark's metrics, each with what it is; those past the first few fold away."""
    chips = [_chip(s, now=s.metric_key == summary.metric_key) for s in metrics]
    first = max(MOST_METRICS, next(i for i, s in enumerate(metrics) if s.metric_key == summary.metric_key) + 1)
    more = chips[first:]
    sides = go(address("compare", benchmark=summary.benchmark_key), "Side by side")
    rest = tag("details", tag("summary", f"{len(more)} more"), tag("span", *more, class_="lb-chips")) if more else None
    return tag("nav", *chips[:first], rest, sides, class_="lb-chips", aria_label="Metrics of this benchmark")


def _chip(summary: BoardSummary, *, now: bool) -> Html:
    name = summary.metric or "not named"
    told = metric_words(summary.metric_id, summary.unit, summary.higher_is_better)
    inner = (name, " ", small(f"{summary.entries:,}"), tag("span", told, class_="lb-tip", aria_hidden="true"))
    if now:
        return tag("span", *inner[:3], class_="lb-chip", aria_current="page")
    target = board_address(summary.benchmark_key, summary.metric_key)
    return tag("a", *inner, href=target, class_="lb-go lb-chip", aria_label=f"{name}, {summary.entries}. {told}")


def _chart(board: Board) -> bool:
    """Draw the chart, if the board has what makes one."""
    keys = (board.benchmark_key, board.metric_key)
    dated = reading.board(*keys, replace(board.filters, dated_only=True), limit=MOST_OVER_TIME)
    made = board_chart(board, dated)
    if made is None:
        return False

    def follow() -> None:
        target = picked(st.session_state[key])
        if target:
            move_to(target)

    key = f"chart-{moves()}"
    st.altair_chart(made.chart, on_select=follow, key=key, alt=made.words)
    aside(made.words, " A mark leads to its words. Save as ", *_saves(board.name), ".")
    return True


def _saves(name: str) -> list[Piece]:
    kinds = ((".svg", "SVG"), (".png", "PNG"))
    buttons: list[Piece] = [
        tag("button", label, type="button", class_="lb-save", data_name=file_name(name, ending), data_kind=ending[1:])
        for ending, label in kinds
    ]
    return [buttons[0], " or ", buttons[1]]


def _table(board: Board, entries: Sequence[Entry], order: Order) -> Html:
    def sorting(name: str) -> str:
        return sorting_address("board", None if name == "rank" else name, PAGE)

    def state(name: str, way: str) -> str | None:
        return way if order == name else None

    told = metric_words(board.metric_id, board.unit, board.higher_is_better)
    sure = "How often rows like this one were right, from 0 to 1, where careful readers had written down what is right."
    columns = [
        Column("Rank", num=True, sort=sorting("rank"), sorted=state("rank", "ascending")),
        Column(board.metric or "Result", told, num=True),
        Column("System", sort=sorting("system"), sorted=state("system", "ascending")),
        Column("Paper", wide=True),
        Column("Date", sort=sorting("date"), sorted=state("date", "descending")),
        Column("Setting", "The split, and how it was measured: zero-shot, with how many samples, at what size."),
        Column("Confidence", sure, num=True, sort=sorting("confidence"), sorted=state("confidence", "descending")),
    ]
    return table(board.name, columns, [_cells(entry) for entry in entries])


def _cells(entry: Entry) -> tuple[Piece, ...]:
    row = entry.row
    marks: list[Piece] = []
    if entry.tied:
        marks.append(badge("tie", "an equal value, or spreads that overlap"))
    if entry.conflict:
        marks.append(badge("conflict", entry.conflict))
    if row.role == "other":
        marks.append(quoted())
    if reading.is_added(row.paper_id):
        marks.append(badge("this session", "added under “Try it”; gone when the page is loaded anew"))
    if row.metric_inferred:
        marks.append(badge("usual metric", "the text names no metric; this is the benchmark's usual one"))
    if entry.repeats > 1:
        marks.append(badge(f"×{entry.repeats}", f"claimed {entry.repeats} times in this paper"))
    value = go(
        source_address(row),
        tag("span", entry_value(entry), class_="lb-value"),
        label=f"{entry_value(entry)}: read its words",
    )
    return (
        str(entry.rank) if entry.rank is not None else badge("–", entry.unranked),
        value,
        join([system(row.system) if row.system else small("not named"), *marks], " "),
        join([paper(row), row_snippet(row)]),
        row.date or "",
        join([row.split, row.setting], ", "),
        f"{row.confidence:.2f}",
    )


def _conflicts(board: Board) -> None:
    if not board.conflicts:
        return
    with st.expander(f"{counted(len(board.conflicts), 'conflict')}: papers that give one system different values"):
        told = [_conflict(conflict, board.unit) for conflict in board.conflicts[:MOST_CONFLICTS]]
        draw(tag("ul", *told, class_="lb-list"))
        if len(board.conflicts) > MOST_CONFLICTS:
            aside(f"The first {MOST_CONFLICTS}. Each row in conflict is marked in the table.")


def _conflict(conflict: Conflict, unit: str | None) -> Html:
    values = join(
        (
            join(
                [
                    go(address("source", paper=value.paper_id, at=value.start), figure(value.counted, unit)),
                    f" in {value.title}",
                    None if value.role == "own" else " (quoted)",
                ]
            )
            for value in conflict.values
        ),
        "; ",
    )
    under = ", ".join(filter(None, [conflict.split, conflict.setting]))
    return tag("li", tag("strong", conflict.system), f" ({under})" if under else None, ": ", values)


def _unknown(asked: str) -> None:
    heading("No such board", back=_back())
    near = [go(board_address(name), name) for name in reading.near(asked)]
    note(
        f"No benchmark here is called “{asked}”. ",
        join(["Did you mean ", join(near, ", "), "? "]) if near else None,
        go("./", "See all boards"),
        ".",
    )


def _back() -> Html:
    return go("./", "← All boards")
