"""What boards are made of: a summary of each, an entry of one, the filters, and what they say about conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Real
from typing import Any

from leaderboard.boards.rank import Standing
from leaderboard.model import Role, Row
from leaderboard.sources.ids import iso_date

LOW = 0.5
"""Claims less sure than this are left out, and counted, on the page, the command line and here, until asked for."""


@dataclass(frozen=True, slots=True)
class BoardSummary:
    """One line of the list of boards.

    `metric_key` is empty and `metric` None where the texts name no metric. `best` is on the board's scale and never a
    bound; None where there is none. `best_system` (None where none is named), `best_role`, `best_title`, `best_paper`
    (its id) and `best_start` (of the number in its abstract) belong to it. `last_date` is the latest date of any of its
    papers, to the precision known. `entries` counts claims read twice once; `link` leads to where the benchmark was
    published. `search_text` holds, in lower case, all that `search_boards` looks at.
    """

    benchmark_key: str
    metric_key: str
    benchmark: str
    metric: str | None
    benchmark_id: str | None
    metric_id: str | None
    task: str | None
    field: str | None
    link: str | None
    unit: str | None
    higher_is_better: bool | None
    entries: int
    papers: int
    best: float | None
    best_system: str | None
    best_role: Role | None
    best_title: str | None
    best_paper: str | None
    best_start: int | None
    last_date: str | None
    search_text: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What of a board to show; the default, all that is not of low confidence. Scale and conflicts never depend on it.

    `splits` and `setting_kinds` name what to keep, any of them, None inside standing for "none named"; empty keeps
    all. Any wording of a split will do: `test` keeps `test set` too. `since` and `until` are ISO dates to any
    precision, both included; entries without a date are left out where either is given, or `dated_only`. Entries under
    `min_confidence` are hidden and counted (`Board.hidden`); with 0.0 there are none. `best_of_paper` leaves one entry
    a paper, the best of those that the others keep.

    Raises:
        ValueError: a date is none, `min_confidence` is not within 0 to 1, or a text stands where several belong.
    """

    splits: tuple[str | None, ...] = ()
    setting_kinds: tuple[str | None, ...] = ()
    own_only: bool = False
    dated_only: bool = False
    since: str | None = None
    until: str | None = None
    min_confidence: float = LOW
    best_of_paper: bool = False

    def __post_init__(self) -> None:
        check_filters(self)
        for name in ("splits", "setting_kinds"):
            if isinstance(given := getattr(self, name), str):
                raise ValueError(f"{name}={given!r} is one text; write {name}=({given!r},)")


def check_filters(filters: Any) -> None:
    """What the filters of boards and of listings have in common: dates and a confidence.

    Raises:
        ValueError: one of them cannot be; the message says how it is written.
    """
    for name in ("since", "until"):
        date = getattr(filters, name)
        if date is not None and iso_date(str(date)) != date:
            raise ValueError(f"{name}={date!r} is no date; write '2023', '2023-05' or '2023-05-17'")
    sure = filters.min_confidence
    if not (isinstance(sure, Real) and 0 <= float(sure) <= 1):
        raise ValueError(f"min_confidence={filters.min_confidence!r} is not within 0 to 1")


def check_part(limit: int | None, offset: int) -> None:
    """What a part of a board and of a listing have in common.

    Raises:
        ValueError: one of them is below 0.
    """
    if offset < 0 or (limit or 0) < 0:
        raise ValueError(f"limit={limit!r} and offset={offset!r} count entries; neither can be below 0")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a board.

    `row` is the claim, its `board_value`, `board_low` and `board_unit` settled with the whole board in view;
    `board_spread` likewise. `counted` is the value it is ranked by (a range's worse end), None where it does not
    fit the scale. `rank` is None where the entry is listed but not ranked; `unranked` then says why. `tied` is true
    where another entry shares the rank, by an equal value or by overlapping spreads. `best` marks rank 1.
    `repeats` is how many claims this entry stands for. `conflict` says, in a sentence, which other papers give
    this system another value. `setting_kind` is the kind of `row.setting` (`zero-shot`, ...).
    """

    row: Row
    rank: int | None
    tied: bool
    best: bool
    counted: float | None
    board_spread: float | None
    unranked: str | None
    repeats: int
    conflict: str | None
    setting_kind: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two papers or more give one system different values, on one split and in one setting."""

    system: str
    split: str | None
    setting: str | None
    values: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that a filter can take (None: none named), how many have it, and how it is mostly written."""

    value: str | None
    count: int
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """One board as filtered: best first; entries that cannot be ranked keep their place by value, or come last.

    `total` counts the entries shown before any `limit`; `hidden` those that only `min_confidence` keeps back; `all`
    those of the board without filters. `records` are the entries that, when their paper appeared, were the best so
    far, oldest first (dated, ranked entries only). `splits` and `setting_kinds` are taken before filtering.
    """

    benchmark_key: str
    metric_key: str
    benchmark: str
    metric: str | None
    benchmark_id: str | None
    metric_id: str | None
    unit: str | None
    higher_is_better: bool | None
    entries: tuple[Entry, ...]
    total: int
    hidden: int
    all: int
    records: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]
    splits: tuple[Facet, ...]
    setting_kinds: tuple[Facet, ...]
    filters: Filters

    @property
    def ranked(self) -> bool:
        """Whether the metric's direction is known, so that entries have ranks at all."""
        return self.higher_is_better is not None

    @property
    def name(self) -> str:
        """`ImageNet, top-1 accuracy`."""
        return f"{self.benchmark}, {self.metric or 'metric not named'}"
