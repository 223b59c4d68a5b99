"""The nouns every step shares: a paper, a row, and what extraction found in one abstract."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

Kind = Literal["score", "change", "factor"]
Topic = Literal["quality", "efficiency"]
Bound = Literal["exact", "up_to", "at_least", "about"]
Effect = Literal["better", "worse"]
Role = Literal["own", "other"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as its sources gave it; `abstract` has its white space collapsed and trimmed.

    `date` is ISO to the precision known (`2023`, `2023-10`, `2023-10-05`). `sources` names where the paper
    was read from, in reading order.
    """

    paper_id: str
    title: str
    abstract: str
    url: str | None = None
    arxiv_id: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no text, such as the NaN or the day of a data frame, and one text where several belong.

        Raises:
            TypeError: a field is of another type.
        """
        for name in ("paper_id", "title", "abstract", "url", "arxiv_id", "date"):
            value = getattr(self, name)
            if not isinstance(value, str) and (value is not None or name in ("paper_id", "title", "abstract")):
                raise TypeError(f"{name} of paper {self.paper_id!r} is of type {type(value).__name__}, not text")
        for name in ("authors", "categories", "sources"):
            if isinstance(value := getattr(self, name), str):
                raise TypeError(f"{name} of paper {self.paper_id!r} is one text; write {name}=({value!r},)")


@dataclass(frozen=True, slots=True)
class Row:
    """One normalised claim. Offsets count code points of the paper's abstract.

    `abstract[quote_start:end] == quote`; `start` is the number's first digit or leading point. `snippet` is the words
    around it, from `snippet_start` on, all within its sentence. `value`, `low`, `spread` and `unit` are as written;
    `board_value`, `board_low` and `board_unit` are on the board's scale. Where no system is named, `system` is None and
    `system_label` the paper's title.
    """

    paper_id: str
    title: str
    url: str | None
    arxiv_id: str | None
    date: str | None
    source: str | None
    value: float
    low: float | None
    spread: float | None
    unit: str | None
    board_value: float | None
    board_low: float | None
    board_unit: str | None
    kind: Kind
    topic: Topic
    bound: Bound
    effect: Effect | None
    relative: bool | None
    metric: str | None
    metric_text: str | None
    metric_id: str | None
    higher_is_better: bool | None
    metric_inferred: bool
    benchmark: str | None
    benchmark_text: str | None
    benchmark_id: str | None
    split: str | None
    task: str | None
    system: str | None
    system_label: str | None
    system_inferred: bool
    role: Role
    baseline: str | None
    setting: str | None
    quote: str
    quote_start: int
    end: int
    start: int
    sentence_start: int
    sentence_end: int
    snippet: str
    snippet_start: int
    metric_start: int | None
    metric_end: int | None
    benchmark_start: int | None
    benchmark_end: int | None
    system_start: int | None
    system_end: int | None
    baseline_start: int | None
    baseline_end: int | None
    pattern: str
    confidence: float

    def as_dict(self) -> dict[str, Any]:
        """Every key of the schema in its order, None where there is nothing."""
        return {name: getattr(self, name) for name in ROW_FIELDS}


ROW_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Row))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number that a named pattern says is no claim; offsets as in `Row`."""

    start: int
    end: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one abstract gave: its rows, the numbers rejected by name, and what nothing explains.

    `unexplained` holds (start, end) of numbers that nothing explains where the abstract claims nothing else; beside
    other claims such a number is one too.
    """

    paper: Paper
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]
    unexplained: tuple[tuple[int, int], ...]
