"""One board: its ranked results, their chart, filters, conflicts, and files of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from leaderboard.boards import Board, BoardSummary, Entry, Facet, Filters
from leaderboard.export import file_name
from leaderboard.pages import reading
from leaderboard.pages.addresses import UNNAMED, address, board_address, given, paper_link, source_address
from leaderboard.pages.charts import board_chart, picked
from leaderboard.pages.downloads import downloads
from leaderboard.pages.markup import Column, Html, Piece, away, badge, go, join, small, table, tag
from leaderboard.pages.metrics import metric_words
from leaderboard.pages.moves import move_to, moves
from leaderboard.pages.theme import aside, draw, heading, note
from leaderboard.pages.values import counted, direction, entry_value
from leaderboard.pages.widgets import choices, pages

LOW = 0.5
PER_PAGE = 50
_NONE = "none named"
_SORTS = {"rank", "system", "date", "confidence"}


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
    summary = next((s for s in metrics if (s.metric_key or UNNAMED) == metric), None)
    wrong = metric if summary is None else None
    _board(summary or metrics[0], metrics, wrong)


def _board(summary: BoardSummary, metrics: Sequence[BoardSummary], wrong: str | None) -> None:
    heading(
        f"{summary.benchmark}: {summary.metric or 'metric not named'}",
        join([summary.task, summary.unit and f"in {summary.unit}", direction(summary.higher_is_better)], " · "),
        back=_back(),
    )
    if wrong:
        note(f"This benchmark has no results by “{wrong}”; its fullest board is shown.")
    if len(metrics) > 1:
        draw(_metrics(summary, metrics))
    filters, sort = _filters(summary)
    board = reading.board(summary.benchmark_key, summary.metric_key, filters)
    if board is None:
        return
    entries = _sorted(board.entries, sort)
    if not entries:
        if board.hidden:
            note(f"{counted(board.hidden, 'result')} here, all of low confidence: the switch above shows them.")
        else:
            clear = go(board_address(summary.benchmark_key, summary.metric_key), "Clear them")
            note("Nothing on this board fits these filters. ", clear, ".")
        return
    _chart(board, entries)
    first = pages(len(entries), PER_PAGE, "board_page")
    draw(_table(board, entries[first : first + PER_PAGE], sort))
    _conflicts(board)
    downloads(entries, board.name)


def _filters(summary: BoardSummary) -> tuple[Filters, str]:
    # Asked for as a board without filters is, so that both are one query.
    whole = reading.board(summary.benchmark_key, summary.metric_key, Filters(min_confidence=LOW))
    splits_there, kinds_there, unsure = (whole.splits, whole.setting_kinds, whole.hidden) if whole else ((), (), 0)
    with st.expander(
        "Filter", icon=":material/tune:", expanded=any(given(n) for n in ("split", "setting", "own", "since", "until"))
    ):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            splits = choices("Split", "split", _options(splits_there))
            kinds = choices("Setting", "setting", _options(kinds_there))
            since = st.text_input("From date", key="since", bind="query-params", placeholder="2023-05", width=130)
            until = st.text_input("To date", key="until", bind="query-params", placeholder="2024", width=130)
        own = st.toggle("Authors' own results only", key="own", bind="query-params")
    low = False
    if unsure:
        low = st.toggle(f"Show results of low confidence ({unsure})", key="low", bind="query-params")
    filters = Filters(
        splits=tuple(None if s == _NONE else s for s in splits),
        setting_kinds=tuple(None if k == _NONE else k for k in kinds),
        own_only=own,
        since=_date(since, "From date"),
        until=_date(until, "To date"),
        min_confidence=0.0 if low else LOW,
    )
    sort = given("sort") or "rank"
    return filters, sort if sort in _SORTS else "rank"


def _date(text: str | None, label: str) -> str | None:
    text = (text or "").strip()
    if not text:
        return None
    if reading.is_date(text):
        return text
    note(f"{label}: “{text}” is no date. Write a year, 2023, a month, 2023-05, or a day, 2023-05-17.")
    return None


def _options(facets: Sequence[Facet]) -> list[str]:
    return [facet.value or _NONE for facet in facets] if len(facets) > 1 else [f.value for f in facets if f.value]


def _metrics(summary: BoardSummary, metrics: Sequence[BoardSummary]) -> Html:
    items: list[Piece] = [
        tag("strong", s.metric or "not named", title=metric_words(s.metric_id))
        if s.metric_key == summary.metric_key
        else go(board_address(s.benchmark_key, s.metric_key), f"{s.metric or 'not named'} ({s.entries})")
        for s in metrics
    ]
    items.append(go(address("compare", benchmark=summary.benchmark_key), "side by side"))
    return tag("p", "Metrics: ", join(items, " · "), class_="lb-lead")


def _sorted(entries: Sequence[Entry], sort: str) -> list[Entry]:
    if sort == "system":
        return sorted(entries, key=lambda e: (e.row.system_label or "").lower())
    if sort == "date":
        return sorted(entries, key=lambda e: e.row.date or "", reverse=True)
    if sort == "confidence":
        return sorted(entries, key=lambda e: -e.row.confidence)
    return list(entries)


def _chart(board: Board, entries: Sequence[Entry]) -> None:
    made = board_chart(board, entries)
    if made is None:
        return

    def follow() -> None:
        target = picked(st.session_state[key])
        if target:
            move_to(target)

    key = f"chart-{moves()}"
    st.altair_chart(made.chart, on_select=follow, key=key, alt=made.words)
    save = tag("button", "Save it as SVG", type="button", class_="lb-svg", data_name=file_name(board.name, ".svg"))
    aside(made.words, " A mark leads to its words. ", save, "; its toolbar saves a PNG.")


def _table(board: Board, entries: Sequence[Entry], sort: str) -> Html:
    def sorting(name: str) -> str:
        kept = {k: st.query_params.get_all(k) for k in st.query_params if k not in ("sort", "board_page")}
        return address("board", **kept, sort=None if name == "rank" else name)

    def state(name: str, way: str) -> str | None:
        return way if sort == name else None

    columns = [
        Column("Rank", num=True, sort=sorting("rank"), sorted=state("rank", "ascending")),
        Column(board.metric or "Result", metric_words(board.metric_id), num=True),
        Column("System", wide=True, sort=sorting("system"), sorted=state("system", "ascending")),
        Column("Paper", wide=True),
        Column("Date", sort=sorting("date"), sorted=state("date", "descending")),
        Column("Setting", "split and setting"),
        Column(
            "Confidence",
            "how sure the pattern is that the row is right",
            num=True,
            sort=sorting("confidence"),
            sorted=state("confidence", "descending"),
        ),
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
        marks.append(badge("quoted", "quoted by these authors for others' work"))
    if entry.repeats > 1:
        marks.append(badge(f"×{entry.repeats}", f"claimed {entry.repeats} times in this paper"))
    value = go(
        source_address(row),
        tag("span", entry_value(entry), class_="lb-value"),
        label=f"{entry_value(entry)}: read its words",
    )
    target, what = paper_link(row.title, row.url, row.arxiv_id, row.paper_id)
    system: Piece = row.system_label or "not named"
    if row.system_inferred:
        system = tag("span", system, " ", small("from the title"))
    return (
        str(entry.rank) if entry.rank is not None else badge("–", entry.unranked),
        value,
        join([system, *marks], " "),
        join([row.title, away(target, "↗", label=f"{what}: {row.title}")], " "),
        row.date or "",
        join([row.split, row.setting], ", "),
        f"{row.confidence:.2f}",
    )


def _conflicts(board: Board) -> None:
    if not board.conflicts:
        return
    with st.expander(f"{counted(len(board.conflicts), 'conflict')}: papers that give one system different values"):
        for conflict in board.conflicts:
            told = join(
                (
                    f"{value:g} in “{title}”{'' if role == 'own' else ' (quoted)'}"
                    for value, _, title, role in conflict.values
                ),
                "; ",
            )
            draw(tag("p", tag("strong", conflict.system), ": ", told))


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
