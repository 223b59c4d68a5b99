"""Figures as people read them: few digits, their unit, and no more certainty than the text had."""

from __future__ import annotations

import re

from leaderboard.boards import Entry
from leaderboard.boards.figures import number, tail
from leaderboard.model import Row
from leaderboard.text import view

BOUNDS = {"up_to": "≤ ", "at_least": "≥ ", "about": "≈ ", "exact": ""}
BOUND_WORDS = {"up_to": "at most", "at_least": "at least", "about": "about", "exact": ""}
_MARKUP = re.compile(r"[\\${}]|&#?\w+;|</?[a-z]")


def is_marked_up(text: str) -> bool:
    """Whether a text has signs of LaTeX or HTML."""
    return _MARKUP.search(text) is not None


def readable(quote: str) -> str:
    """A number as it is meant where it is written in LaTeX or HTML: `2.4×` for `2.4\\times`."""
    return view(quote).text.strip() if is_marked_up(quote) else quote


def entry_value(entry: Entry) -> str:
    """The value of a board's entry on the board's scale, `84.3 ± 0.4%` or `60–70%`; as written where it fits none."""
    row = entry.row
    if row.board_value is None:
        return readable(row.quote)
    low = f"{number(row.board_low)}–" if row.board_low is not None else ""
    spread = f" ± {number(entry.board_spread)}" if entry.board_spread is not None else ""
    return BOUNDS[row.bound] + low + (_as_written(row) or number(row.board_value)) + spread + tail(row.board_unit)


def _as_written(row: Row) -> str | None:
    """The value with the decimals that the text gives it (`89.0`), where the board's scale is the text's own."""
    digits = re.search(r"\d[\d,]*\.(\d+)", row.quote)
    if row.board_value != row.value or row.low is not None or digits is None:
        return None
    is_all = float(digits[0].replace(",", "")) == abs(row.value)  # not so of `1.2e-4` and `3.5M`
    return f"{row.value:,.{len(digits[1])}f}" if is_all else None


def direction(higher_is_better: bool | None) -> str:
    """Which way is better, in words."""
    if higher_is_better is None:
        return "direction not known, so nothing is ranked"
    return "higher is better" if higher_is_better else "lower is better"
