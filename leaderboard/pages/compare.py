"""Two or more systems on every board that they share, or the metrics of one benchmark side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from leaderboard.boards import Entry, SharedBoard, SideBySide
from leaderboard.boards.sql import lower
from leaderboard.boards.values import entry_value
from leaderboard.counted import counted
from leaderboard.pages import reading
from leaderboard.pages.addresses import address, board_address, given, source_address
from leaderboard.pages.downloads import Offer, downloads, sheet_of
from leaderboard.pages.markup import Column, Html, Piece, facts, go, hint, join, small, table, tag
from leaderboard.pages.metrics import metric_words
from leaderboard.pages.theme import aside, draw, heading, note
from leaderboard.pages.widgets import choices, pages
from leaderboard.sheets import Sheet

METRICS, PER_PAGE, PAGE = 6, 50, "sides_page"


def show() -> None:
    """Systems over benchmarks; with `benchmark` in the address, that benchmark's metrics."""
    if asked := given("benchmark"):
        _metrics(asked)
        return
    heading("Compare", "Two or more systems on every benchmark, metric, split and setting that they share.")
    known = list(reading.systems())
    if len(known) < 2:
        add = go("./try", "add some")
        note("Fewer than two systems are named on boards here. Read more papers into the store, or ", add, ".")
        return
    asked_for = st.query_params.get_all("system")
    chosen = st.multiselect(
        "Systems",
        list(dict.fromkeys([*known, *asked_for])),
        key="system",
        bind="query-params",
        placeholder="two or more; type to search",
        accept_new_options=True,
    )
    chosen = _known(chosen)
    if len(chosen) < 2:
        note(f"Choose {'another system' if chosen else 'two systems or more'}", _worth(chosen), ".")
        return
    found = reading.comparison(tuple(chosen))
    if not found.boards:
        note(f"{_and(chosen)} share no board. Compare systems that were measured alike", _worth(chosen), ".")
        return
    wins = [sum(board.winner == place for board in found.boards) for place in range(len(found.systems))]
    told = ", ".join(f"{system} leads {wins[place]}" for place, system in enumerate(found.systems))
    aside(f"{counted(len(found.boards), 'shared board')}: {told}.")
    alone = [system for at, system in enumerate(found.systems) if all(b.entries[at] is None for b in found.boards)]
    if alone:
        note(f"{_and(alone)} met none of the others", _worth(alone), ".")
    draw(_shared(found.systems, found.boards))
    entries = [entry for board in found.boards for entry in board.entries]
    downloads(_offer(_shared_sheet(found.systems, found.boards), f"compare {' '.join(chosen)}", entries), "compare")


def _known(asked: Sequence[str]) -> list[str]:
    """Those of the systems that boards name, each once; it is said which they do not name."""
    unknown = reading.unknown_systems(tuple(asked))
    for name, near in unknown.items():
        links = [go(address("compare", system=[other if c == name else c for c in asked]), other) for other in near]
        note(f"No board here names a system “{name}”. ", join(["Did you mean ", _or(links), "?"]) if near else None)
    return list({lower(name): name for name in reversed(asked) if name not in unknown}.values())[::-1]


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _or(links: Sequence[Html]) -> Html:
    return join([join(links[:-1], ", ") if links[:-1] else None, links[-1]], " or ")


def _worth(chosen: Sequence[str]) -> Html | None:
    """Pairs that meet somewhere, as links to their comparison."""
    pairs = reading.rivals(tuple(chosen))
    links = [go(address("compare", system=pair), " and ".join(pair)) for pair in pairs]
    return join([", such as ", join(links, ", ")]) if links else None


def _shared(systems: Sequence[str], boards: Sequence[SharedBoard]) -> Html:
    columns = [Column("Benchmark", wide=True), Column("Metric"), *(Column(system, num=True) for system in systems)]
    rows = [
        (
            join(
                [
                    go(board_address(b.benchmark_key, b.metric_key), b.benchmark),
                    small(", ".join(filter(None, [b.split, b.setting]))),
                ],
                " ",
            ),
            hint(b.metric, _metric_words(b)) if b.metric else small("not named"),
            *(_value(entry, best=b.winner == place) for place, entry in enumerate(b.entries)),
        )
        for b in boards
    ]
    return table("Shared boards", columns, rows)


def _metric_words(board: SharedBoard) -> str:
    unit = next((entry.row.board_unit for entry in board.entries if entry), None)
    return metric_words(board.metric_key, unit, board.higher_is_better)


def _shared_sheet(systems: Sequence[str], boards: Sequence[SharedBoard]) -> Sheet:
    lines = tuple(
        (b.benchmark, b.split, b.setting, b.metric, *(entry_value(e) if e else None for e in b.entries)) for b in boards
    )
    return Sheet(("Benchmark", "Split", "Setting", "Metric", *systems), lines)


def _metrics(asked: str) -> None:
    key = reading.benchmark_key(asked)
    if key is None:
        heading("Compare", back=go("./", "← All boards"))
        note(f"No benchmark here is called “{asked}”. ", go("./", "See all boards"), ".")
        return
    metrics = reading.metrics(key)
    name = metrics[0].benchmark
    heading(f"{name}: metrics side by side", back=go(board_address(key), f"← {name}"))
    names = {m.metric_key: m.metric or "not named" for m in metrics}
    wanted = choices("Metrics", "metric_shown", list(names.values()), page=PAGE, first=list(names.values())[:METRICS])
    keys = tuple(key for key, shown in names.items() if shown in wanted)
    if not keys:
        note("Choose at least one metric.")
        return
    found = reading.side_by_side(key, keys)
    if hidden := sum(board.hidden for board in found.boards):
        aside(f"Left out: {counted(hidden, 'result')} of low confidence, which each metric's own board can show.")
    listed, first = pages(len(found.lines), PER_PAGE, PAGE)
    with listed:
        draw(_sides(name, replace(found, lines=found.lines[first : first + PER_PAGE])))
    with st.expander("What these metrics are"):
        told = [(b.metric or "not named", metric_words(b.metric_id, b.unit, b.higher_is_better)) for b in found.boards]
        draw(facts(told))
    entries = [entry for line in found.lines for entry in line.entries]
    downloads(_offer(_sides_sheet(found), f"{name} metrics", entries), "metrics")


def _sides(name: str, found: SideBySide) -> Html:
    columns = [
        Column("System", wide=True),
        Column("Setting", "The split, and how it was measured."),
        *(
            Column(b.metric or "not named", metric_words(b.metric_id, b.unit, b.higher_is_better), num=True, kept=True)
            for b in found.boards
        ),
    ]
    rows: list[tuple[Piece, ...]] = [
        (
            join([line.system, small(line.title)], " "),
            ", ".join(filter(None, [line.split, line.setting])),
            *(_value(entry, best=bool(entry and entry.best)) for entry in line.entries),
        )
        for line in found.lines
    ]
    return table(f"{name}: metrics side by side", columns, rows)


def _sides_sheet(found: SideBySide) -> Sheet:
    lines = tuple(
        (line.system, line.title, line.split, line.setting, *(entry_value(e) if e else None for e in line.entries))
        for line in found.lines
    )
    return Sheet(("System", "Paper", "Split", "Setting", *(b.metric or "not named" for b in found.boards)), lines)


def _offer(sheet: Sheet, name: str, entries: Sequence[Entry | None]) -> Offer:
    return sheet_of(sheet, name, lambda most: reading.papers_of(e.row.paper_id for e in entries[:most] if e))


def _value(entry: Entry | None, *, best: bool) -> Piece:
    if entry is None:
        return None
    shown = entry_value(entry)
    quoted = small(" quoted") if entry.row.role == "other" else None
    inner = tag("strong", shown) if best else shown
    return join([go(source_address(entry.row), inner, label=f"{shown}: read its words"), quoted])
