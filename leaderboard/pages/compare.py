"""Two or more systems on every board that they share, or the metrics of one benchmark side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from leaderboard.boards import Entry, SharedBoard
from leaderboard.pages import reading
from leaderboard.pages.addresses import address, board_address, given, source_address
from leaderboard.pages.downloads import downloads
from leaderboard.pages.markup import Column, Html, Piece, go, join, small, table, tag
from leaderboard.pages.theme import draw, heading, note
from leaderboard.pages.values import counted, entry_value

METRICS = 6


def show() -> None:
    """Systems over benchmarks; with `benchmark` in the address, that benchmark's metrics."""
    if asked := given("benchmark"):
        _metrics(asked)
        return
    heading("Compare", "Two or more systems on every benchmark, metric, split and setting that they share.")
    known = reading.systems()
    if len(known) < 2:
        note(
            "Fewer than two systems are named on boards here. Read more papers into the store, or ",
            go("./try", "add some"),
            ".",
        )
        return
    asked_for = [name.lower() for name in st.query_params.get_all("system")]
    chosen = st.multiselect(
        "Systems",
        list(dict.fromkeys([*known, *asked_for])),
        key="system",
        bind="query-params",
        placeholder="two or more",
    )
    if len(chosen) < 2:
        some = list(known)[:2]
        note("Choose two systems or more, such as ", go(address("compare", system=some), " and ".join(some)), ".")
        return
    found = reading.comparison(tuple(chosen))
    if not found.boards:
        note(f"{' and '.join(chosen)} share no board. Choose systems that were measured on the same benchmark.")
        return
    wins = [sum(board.winner == place for board in found.boards) for place in range(len(found.systems))]
    told = ", ".join(f"{system} leads {wins[place]}" for place, system in enumerate(found.systems))
    draw(tag("p", f"{counted(len(found.boards), 'shared board')}: {told}.", class_="lb-lead"))
    draw(_shared(found.systems, found.boards))
    downloads([entry for board in found.boards for entry in board.entries if entry], f"compare {' '.join(chosen)}")


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
            join([b.metric, {True: "↑", False: "↓", None: None}[b.higher_is_better]], " "),
            *(_value(entry, best=b.winner == place) for place, entry in enumerate(b.entries)),
        )
        for b in boards
    ]
    return table("Shared boards", columns, rows)


def _metrics(asked: str) -> None:
    key = reading.benchmark_key(asked)
    if key is None:
        heading("Compare", back=go("./", "← All boards"))
        note(f"No benchmark here is called “{asked}”. ", go("./", "See all boards"), ".")
        return
    metrics = reading.metrics(key)[:METRICS]
    name = metrics[0].benchmark
    heading(f"{name}: metrics side by side", back=go(board_address(key), f"← {name}"))
    found = reading.side_by_side(key, tuple(m.metric_key for m in metrics))
    columns = [
        Column("System", wide=True),
        Column("Setting", "split and setting"),
        *(Column(b.metric or "not named", num=True) for b in found.boards),
    ]
    rows: list[tuple[Piece, ...]] = [
        (
            join([system or "not named", small(title)], " "),
            ", ".join(filter(None, [split, setting])),
            *(_value(entry, best=bool(entry and entry.best)) for entry in entries),
        )
        for (title, system, split, setting), entries in found.lines
    ]
    draw(table(f"{name}: metrics side by side", columns, rows))
    downloads([entry for _, entries in found.lines for entry in entries if entry], f"{name} metrics")


def _value(entry: Entry | None, *, best: bool) -> Piece:
    if entry is None:
        return None
    shown = entry_value(entry)
    quoted = small(" quoted") if entry.row.role == "other" else None
    inner = tag("strong", shown) if best else shown
    return join([go(source_address(entry.row), inner, label=f"{shown}: read its words"), quoted])
