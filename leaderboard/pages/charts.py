"""The chart of a board: best result over time where dates are known, else results in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from leaderboard.boards import Board, Entry
from leaderboard.boards.values import BOUND_WORDS, BOUNDS, entry_value, readable
from leaderboard.pages.addresses import source_address

# Blue and orange of Okabe and Ito's colours, told apart with any colour vision; the lighter pair on a dark page.
_LIGHT, _DARK = ("#0072B2", "#D55E00"), ("#56B4E9", "#E69F00")
MOST_IN_ORDER, MOST_OVER_TIME = 12, 300
OVER_TIME, LINE = 210, 22
# What the axis and its title take of a chart's height.
_MARGIN = 84
_PICK = "picked"
_REST = {4: "-01-01", 7: "-01"}
_TICKS = 6
_FEW_DAYS, _FEW_MONTHS = 45, 200
"""In days: where six ticks would name one month, or one day, more than once."""


@dataclass(frozen=True, slots=True)
class BoardChart:
    """A chart, and what it shows in words."""

    chart: Any
    words: str


def board_chart(board: Board, dated: Board | None) -> BoardChart | None:
    """The chart of the entries that fit the board's scale; None where there are fewer than two.

    `board` has its first entries in order, `dated` those of a known date.
    """
    over_time = [entry for entry in dated.entries if entry.counted is not None] if dated else []
    if dated and len({entry.row.date for entry in over_time}) > 1:
        return _over_time(dated, over_time)
    shown = [entry for entry in board.entries if entry.counted is not None]
    return _in_order(board, shown[:MOST_IN_ORDER]) if len(shown) > 1 else None


def picked(state: Any) -> str | None:
    """The address of the source of the mark that was clicked, out of Streamlit's selection state."""
    marks = state.get("selection", {}).get(_PICK) or []
    return marks[0].get("source") if marks else None


def _records(entries: Sequence[Entry]) -> pd.DataFrame:
    data = pd.DataFrame(_record(entry, number) for number, entry in enumerate(entries))
    data["date"] = pd.to_datetime(data["date"], format="%Y-%m-%d", errors="coerce")
    return data


def _record(entry: Entry, number: int) -> dict[str, object]:
    """What a mark shows; `low` and `high` are the ends of its spread or of its range."""
    row, value, spread = entry.row, entry.counted or 0.0, entry.board_spread or 0.0
    ends = [end for end in (value - spread, value + spread, row.board_low, row.board_value) if end is not None]
    date = row.date or ""
    return {
        "value": value,
        "low": min(ends),
        "high": max(ends),
        "bound": BOUNDS[row.bound].strip(),
        "date": date[:10] + _REST.get(len(date), ""),
        "day": date or "not known",
        "shown": entry_value(entry),
        "system": row.system or "not named",
        "order": f"{number:03}",
        "name": (row.system_label or "not named")[:28],
        "quote": " ".join(filter(None, [BOUND_WORDS[row.bound], readable(row.quote)])),
        "paper": row.title,
        "who": "authors' own" if row.role == "own" else "quoted for others",
        "source": source_address(row),
    }


def _layers(data: pd.DataFrame, x: Any, y: Any, ends: dict[str, Any]) -> list[alt.Chart]:
    """Spreads and ranges as lines, marks, and the sign of a bound beside its mark."""
    layers: list[alt.Chart] = []
    if (data["low"] != data["high"]).any():
        layers.append(alt.Chart(data).mark_rule(opacity=0.5, strokeWidth=1.5, color=_colours()[0]).encode(**ends))
    layers.append(_marks(data, x=x, y=y))
    bounded = data[data["bound"] != ""]
    if len(bounded):
        signs = alt.Chart(bounded).mark_text(dx=-12, align="right", fontSize=13, color=_colours()[0])
        layers.append(signs.encode(x=x, y=y, text="bound:N"))
    return layers


def _marks(data: pd.DataFrame, **place: Any) -> alt.Chart:
    tooltip = [
        alt.Tooltip("shown:N", title="Result"),
        alt.Tooltip("quote:N", title="As written"),
        alt.Tooltip("system:N", title="System"),
        alt.Tooltip("paper:N", title="Paper"),
        alt.Tooltip("day:N", title="Date"),
    ]
    several = data["who"].nunique() > 1
    marks: alt.Chart = (
        alt.Chart(data)
        .mark_point(filled=True, size=70, opacity=0.9, cursor="pointer")
        .encode(
            tooltip=tooltip,
            color=_who("color", several),
            shape=_who("shape", several),
            **place,
        )
        .add_params(alt.selection_point(name=_PICK, fields=["source"]))
    )
    return marks


def _colours() -> tuple[str, str]:
    return _DARK if st.context.theme.type == "dark" else _LIGHT


def _who(channel: str, several: bool) -> Any:
    scale = alt.Scale(
        domain=["authors' own", "quoted for others"],
        range=list(_colours()) if channel == "color" else ["circle", "diamond"],
    )
    legend = alt.Legend(title=None, orient="top") if several else None
    return (alt.Color if channel == "color" else alt.Shape)("who:N", scale=scale, legend=legend)


def _axis_title(board: Board) -> str:
    metric = board.metric or "value"
    return f"{metric} ({board.unit})" if board.unit else metric


def _scale(data: pd.DataFrame, padding: int) -> alt.Scale:
    """That of the values; where all are one, with room around it, else its tick is told to six decimals."""
    low, high = data["low"].min(), data["high"].max()
    if low < high:
        return alt.Scale(zero=False, nice=True, padding=padding)
    room = abs(low) / 20 or 1
    return alt.Scale(zero=False, nice=True, domain=[low - room, high + room])


def _dates(data: pd.DataFrame) -> alt.Axis:
    """The axis of the dates, without one label twice."""
    days = (data["date"].max() - data["date"].min()).days
    if days < _FEW_DAYS and (data["day"].str.len() > len("2023-10")).any():
        step = alt.TimeIntervalStep(interval="day", step=days // _TICKS + 1)
        return alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=step)
    count = alt.TimeIntervalStep(interval="month", step=1) if days < _FEW_MONTHS else _TICKS
    return alt.Axis(format="%b %Y", labelOverlap=True, tickCount=count)


def _over_time(board: Board, entries: Sequence[Entry]) -> BoardChart:
    data = _records(entries)
    y = alt.Y("value:Q", title=_axis_title(board), scale=_scale(data, padding=8))
    x = alt.X("date:T", title=None, scale=alt.Scale(padding=12), axis=_dates(data))
    layers: list[alt.Chart] = []
    risen = len(board.records) > 1  # a line needs two
    if risen:
        best = _records(board.records)
        layers.append(
            alt.Chart(best)
            .mark_line(interpolate="step-after", color=_colours()[0], opacity=0.6, strokeWidth=2)
            .encode(x=x, y=y)
        )
    layers += _layers(data, x, y, {"x": x, "y": alt.Y("low:Q", title=""), "y2": "high:Q"})
    chart = alt.layer(*layers).properties(height=OVER_TIME)
    first = f"The first {len(entries)} of {board.total:,}" if board.total > MOST_OVER_TIME else f"{len(entries)}"
    words = f"{first} dated results on {board.name}{'; the line follows the best so far' if risen else ''}."
    return BoardChart(chart, words)


def _in_order(board: Board, entries: Sequence[Entry]) -> BoardChart:
    data = _records(entries)
    y = alt.Y(
        "order:N",
        title=None,
        axis=alt.Axis(
            labelExpr=_labels(data), labelLimit=150, labelOverlap=False, labelFlush=False, ticks=False, domain=False
        ),
    )
    x = alt.X(
        "value:Q",
        title=_axis_title(board),
        scale=_scale(data, padding=12),
        axis=alt.Axis(tickCount=6),
    )
    height = LINE * len(entries) + _MARGIN
    layers = _layers(data, x, y, {"y": y, "x": alt.X("low:Q", title=""), "x2": "high:Q"})
    chart = alt.layer(*layers).properties(height=height)
    first = f"The first {len(entries)} of {board.total:,}" if board.total > len(entries) else f"{len(entries)}"
    return BoardChart(chart, f"{first} results on {board.name}, in order.")


def _labels(data: pd.DataFrame) -> str:
    """A Vega expression that turns an entry's place in the order into its system's name."""
    names = [str(name).replace("\\", "\\\\").replace("'", "\\'") for name in data["name"]]
    return "[" + ",".join(f"'{name}'" for name in names) + "][toNumber(datum.value)]"
