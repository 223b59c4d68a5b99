"""The annotated rows of real papers (`golden/annotated/*.jsonl`): facts about abstracts that are not ours to ship.

A long copied value is kept as the places of its pieces, `[[start, end], …]`, and read again from the abstract.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from leaderboard.golden.blind import is_blind
from leaderboard.golden.pairing import Claim
from leaderboard.resources import resource

Origin = Literal["given", "ours", "drawn"]
Part = Literal["read", "ours", "drawn", "blind", "unseen"]
HIDDEN: frozenset[str] = frozenset({"blind", "unseen"})
"""The parts of whose papers figures are all that is ever shown."""
COPIED = ("metric", "benchmark", "split", "task", "system", "baseline", "setting")
LONGEST_NAME = 40
_JOIN = "; "


class AnnotatedPaper(BaseModel):
    """One line: `sha256` is that of the abstract, white space collapsed.

    `origin` tells who annotated it: it was `given` to us, one of us did who saw our rows (`ours`), or from nothing
    (`drawn`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    title: str
    sha256: str
    rows: tuple[dict[str, Any], ...]
    origin: Origin = "given"

    @property
    def part(self) -> Part:
        """Which part of a check the paper is scored in."""
        if is_blind(self.id):
            return "blind" if self.origin == "given" else "unseen"
        return "read" if self.origin == "given" else self.origin

    def claims(self, abstract: str) -> tuple[Claim, ...]:
        """The annotated claims, their long values read from the abstract."""
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
        pydantic.ValidationError: a line is not an annotated paper.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [AnnotatedPaper.model_validate_json(line) for line in lines if line.strip()]


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
