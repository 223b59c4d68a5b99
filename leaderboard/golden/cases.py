"""The golden cases (`golden/cases/*.yaml`): passages of our own words with the rows that they must give."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from leaderboard.golden.pairing import Claim
from leaderboard.model import Bound, Effect, Kind, Paper, Role, Topic
from leaderboard.patterns import Entry, load_entries, once
from leaderboard.resources import resource
from leaderboard.text import collapse

_NUMBER = re.compile(r"\.?\d(?:[\d,]*\d)?(?:\.\d+)?")


class CaseRow(Entry):
    """An expected row; `quote` is found at its `nth` place, and gives `value` and a `%` where they are left out."""

    quote: str
    nth: int = Field(default=1, ge=1)
    value: float | None = None
    low: float | None = None
    spread: float | None = None
    unit: str | None = None
    kind: Kind
    topic: Topic = "quality"
    bound: Bound = "exact"
    effect: Effect | None = None
    relative: bool | None = None
    metric: str | None = None
    benchmark: str | None = None
    split: str | None = None
    task: str | None = None
    system: str | None = None
    role: Role = "own"
    baseline: str | None = None
    setting: str | None = None


class Case(Entry):
    """A passage and all of its rows; a case without rows says that nothing in it is a claim."""

    name: str
    text: str
    title: str = ""
    rows: tuple[CaseRow, ...] = ()

    @property
    def abstract(self) -> str:
        """The text as an abstract, in which offsets count."""
        return collapse(self.text)

    @model_validator(mode="after")
    def _quotes_are_there(self) -> Case:
        for row in self.rows:
            place(self.abstract, row)
        return self

    def claims(self) -> tuple[Claim, ...]:
        """The expected rows as claims."""
        return tuple(_claim(self.abstract, row) for row in self.rows)

    def paper(self, paper_id: str) -> Paper:
        """The case as a paper to extract from."""
        return Paper(paper_id=paper_id, title=self.title, abstract=self.abstract)


@cache
def cases() -> dict[str, Case]:
    """All cases by id: `case/` + the file's name + `/` + the case's name.

    Raises:
        PatternError: a case cannot be used; the message names file and line.
    """
    return {
        f"case/{path.stem}/{case.name}": case
        for path in sorted((resource("golden") / "cases").glob("*.yaml"))
        for case in load_cases(path)
    }


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file.

    Raises:
        PatternError: a case cannot be used, or two have one name.
    """
    repeated = once()
    return load_entries(path, Case, lambda case: repeated(case.name))


def place(text: str, row: CaseRow) -> int:
    """Where the row's quote begins.

    Raises:
        ValueError: the text does not hold the quote that often as a number of its own.
    """
    # A quote is a whole number: `5%` is not found in `12.5%`.
    pattern = re.compile(rf"(?<![\d.]){re.escape(row.quote)}(?!\d)")
    starts = [match.start() for match in pattern.finditer(text)]
    if len(starts) < row.nth:
        raise ValueError(f"quote {row.quote!r} stands {len(starts)} times in the text, not {row.nth}")
    return starts[row.nth - 1]


def _claim(text: str, row: CaseRow) -> Claim:
    begin = place(text, row)
    first = _NUMBER.search(row.quote)
    numbers = [float(number.replace(",", "")) for number in _NUMBER.findall(row.quote)]
    given = row.model_dump(exclude={"nth", "value", "unit"})
    return Claim(
        **given,
        value=row.value if row.value is not None else (numbers[0] if row.low is None else numbers[-1]),
        unit=row.unit or ("%" if "%" in row.quote else None),
        start=begin + (first.start() if first else 0),
        quote_start=begin,
        end=begin + len(row.quote),
    )
