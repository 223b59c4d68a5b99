"""The annotated rows of real papers (`golden/annotated/*.jsonl`): facts about abstracts that are not ours to ship.

A long copied value is kept as the places of its pieces, `[[start, end], …]`, and read again from the abstract.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from leaderboard.golden.blind import is_blind
from leaderboard.golden.pairing import Claim
from leaderboard.model import Bound, Effect, Kind, Role, Topic
from leaderboard.patterns import PatternError, misfit, numbered_lines
from leaderboard.resources import resource

Origin = Literal["given", "ours", "drawn"]
Part = Literal["read", "ours", "drawn", "blind", "unseen"]
HIDDEN: frozenset[str] = frozenset({"blind", "unseen"})
"""The parts of whose papers figures are all that is ever shown."""
COPIED = ("metric", "benchmark", "split", "task", "system", "baseline", "setting")
LONGEST_NAME = 40
_JOIN = "; "
Copied = str | list[list[int]] | None


class AnnotatedRow(BaseModel):
    """What a row may hold: a copied wording is text, or the places of its pieces."""

    model_config = ConfigDict(extra="forbid", strict=True)
    start: int
    value: float | None
    kind: Kind
    topic: Topic
    low: float | None = None
    spread: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    effect: Effect | None = None
    relative: bool | None = None
    metric: Copied = None
    benchmark: Copied = None
    split: Copied = None
    task: Copied = None
    system: Copied = None
    role: Role | None = None
    baseline: Copied = None
    setting: Copied = None
    quote: str | None = None
    quote_start: int | None = None
    end: int | None = None


class _Checked(BaseModel):
    rows: tuple[AnnotatedRow, ...]


class AnnotatedPaper(BaseModel):
    """One line: `sha256` is that of the abstract, white space collapsed; rows of your own may have the `abstract`.

    `origin` tells who annotated it: it was `given` to us, one of us did who saw our rows (`ours`), or from nothing
    (`drawn`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    title: str
    sha256: str = ""
    abstract: str | None = None
    rows: tuple[dict[str, Any], ...]
    origin: Origin = "given"

    @model_validator(mode="after")
    def _text_is_known(self) -> AnnotatedPaper:
        if not self.sha256 and self.abstract is None:
            raise ValueError("neither `sha256` nor `abstract` is there; add one")
        return self

    @property
    def part(self) -> Part:
        """Which part of a check the paper is scored in."""
        if is_blind(self.id):
            return "blind" if self.origin == "given" else "unseen"
        return "read" if self.origin == "given" else self.origin

    def claims(self, abstract: str) -> tuple[Claim, ...]:
        """The annotated claims, their long values read from the abstract.

        Raises:
            PatternError: the abstract does not hold a row's quote where the row says.
        """
        for number, row in enumerate(self.rows, 1):
            quote, start, end = row.get("quote"), row.get("quote_start"), row.get("end")
            if None not in (quote, start, end) and abstract[start:end] != quote:
                place = f"characters {start} to {end} of the abstract are not its `quote`"
                raise PatternError(f"annotated paper `{self.id}`, row {number}: {place}; mend `quote_start` and `end`")
        return tuple(Claim.of({name: _restored(value, abstract) for name, value in row.items()}) for row in self.rows)


@cache
def annotated_papers() -> dict[str, AnnotatedPaper]:
    """All annotated papers by the hash of their abstracts."""
    papers: dict[str, AnnotatedPaper] = {}
    for path in sorted((resource("golden") / "annotated").glob("*.jsonl")):
        papers |= {paper.sha256: paper for paper in read_annotated(path)}
    return papers


def read_annotated(path: Path) -> list[AnnotatedPaper]:
    """The papers of one file, a line each.

    Raises:
        PatternError: a line is not an annotated paper; the message names it.
    """
    papers = []
    for where, line in numbered_lines(path):
        try:
            papers.append(AnnotatedPaper.model_validate_json(line))
            _Checked(rows=papers[-1].rows)  # type: ignore[arg-type]
        except ValidationError as error:
            raise PatternError(f"{where}: {misfit(error)}") from error
    return papers


def text_hash(abstract: str) -> str:
    """How an abstract is recognised."""
    return hashlib.sha256(abstract.encode()).hexdigest()


def without_text(row: dict[str, Any], abstract: str) -> dict[str, Any]:
    """An annotated row as it may be shipped: each value longer than a name becomes the places of its pieces.

    A piece that the abstract does not hold as it stands (the annotation mended it) is dropped.
    """
    return {name: _placed(value, abstract) if name in COPIED else value for name, value in row.items()}


def _placed(value: str | None, abstract: str) -> str | list[list[int]] | None:
    if value is None or len(value) <= LONGEST_NAME:
        return value
    pieces = [value] if value in abstract else value.split(_JOIN)
    starts = [(abstract.find(piece), len(piece)) for piece in pieces]
    return [[start, start + length] for start, length in starts if start >= 0] or None


def _restored(value: Any, abstract: str) -> Any:
    if not isinstance(value, list):
        return value
    return _JOIN.join(abstract[start:end] for start, end in value)
