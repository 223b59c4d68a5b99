"""What checks reached: the floors that figures may not fall below, and the history of runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from leaderboard.golden.check import Check
from leaderboard.golden.scoring import Level, Score
from leaderboard.resources import resource

Floors = Mapping[str, Mapping[Level, float]]
SLACK = 0.01
"""How far under a figure its floor may stay."""

_FLOORS: TypeAdapter[dict[str, dict[Level, float]]] = TypeAdapter(dict[str, dict[Level, float]])


class Reached(BaseModel):
    """The figures of one part of a check: `levels` as (precision, recall, F1, annotated rows), `fields` as shares."""

    model_config = ConfigDict(frozen=True)
    papers: int
    levels: dict[Level, tuple[float, float, float, int]]
    fields: dict[str, float]


class Run(BaseModel):
    """A recorded check: when, with which patterns, over how many of the annotated papers, and its parts' figures."""

    model_config = ConfigDict(frozen=True)
    date: datetime
    patterns: str
    found: int
    missing: int
    parts: dict[str, Reached]


def run(check: Check, date: datetime) -> Run:
    """A check as it is recorded."""
    parts = {name: _reached(score) for name, score in check.parts.items()}
    return Run(date=date, patterns=check.patterns, found=check.found, missing=check.missing, parts=parts)


def append(entry: Run, path: Path) -> None:
    """Add a run to a history file, a line each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry.model_dump(mode="json"), ensure_ascii=False) + "\n")


def history(path: Path | None = None) -> tuple[Run, ...]:
    """The recorded runs, oldest first; by default those that travel with the package, none where there is no file."""
    path = path or resource("golden") / "history.jsonl"
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Run.model_validate_json(line) for line in lines if line.strip())


def read_floors(path: Path) -> Floors:
    """The floors of a JSON file: part, level, F1.

    Raises:
        OSError: the file cannot be read.
        pydantic.ValidationError: it holds something else.
    """
    return _FLOORS.validate_json(path.read_bytes())


def write_floors(floors: Floors, path: Path) -> None:
    """Write floors as `read_floors` reads them."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def below(check: Check, floors: Floors) -> Iterator[str]:
    """What is under its floor, a sentence each; a part that was not scored is under any floor."""
    for part, level, floor in _each(floors):
        reached = check.parts.get(part)
        if reached is None:
            yield f"{part} {level}: nothing was scored, so the floor of {floor:.3f} is not held"
        elif reached.levels[level].f1 < floor:
            yield f"{part} {level}: F1 {reached.levels[level].f1:.4f} is under its floor of {floor:.3f}"


def loose(check: Check, floors: Floors) -> Iterator[str]:
    """Which floors lie more than `SLACK` under what was reached, a sentence each."""
    for part, level, floor in _each(floors):
        if part in check.parts and check.parts[part].levels[level].f1 > floor + SLACK:
            yield f"{part} {level}: F1 {check.parts[part].levels[level].f1:.4f}; its floor of {floor:.3f} can rise"


def raised(check: Check, floors: Floors) -> Floors:
    """The floors brought to within `SLACK` of what was reached, none of them lowered."""
    new: dict[str, dict[Level, float]] = {part: dict(levels) for part, levels in floors.items()}
    for part, score in check.parts.items():
        levels = new.setdefault(part, {})
        for level, figures in score.levels.items():
            # Cut, not rounded, and half the slack kept: a later repair of one row must not break the gate.
            levels[level] = max(levels.get(level, 0.0), int((figures.f1 - SLACK / 2) * 1000) / 1000)
    return new


def _each(floors: Floors) -> Iterator[tuple[str, Level, float]]:
    return ((part, level, floor) for part, levels in floors.items() for level, floor in levels.items())


def _reached(score: Score) -> Reached:
    # More digits than are ever shown: a figure rounded twice may come out another.
    levels = {
        level: (round(f.precision, 6), round(f.recall, 6), round(f.f1, 6), f.expected)
        for level, f in score.levels.items()
    }
    shares = score.agreement | {f"{name} F1": figures.f1 for name, figures in score.sparse.items()}
    return Reached(papers=score.papers, levels=levels, fields={name: round(share, 6) for name, share in shares.items()})
