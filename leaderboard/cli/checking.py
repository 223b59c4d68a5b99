"""The commands `check` and `diff`: thin over `golden`, `record` and `diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from leaderboard import diff as differences
from leaderboard.golden import record, report
from leaderboard.golden.check import Check
from leaderboard.golden.check import check as run_check
from leaderboard.golden.own import check_own
from leaderboard.patterns import misfit
from leaderboard.resources import resource

Corpora = Annotated[
    list[Path] | None,
    typer.Option(
        "--corpus",
        envvar="LEADERBOARD_CORPUS",
        metavar="PATH",
        help="Where abstracts of the annotated papers are: anything that `extract` reads. May be given again.",
    ),
]
Golden = Annotated[
    list[Path] | None,
    typer.Option(
        "--golden",
        metavar="FILE",
        help="Score these rows of yours alone: cases (.yaml) or annotated papers (.jsonl). May be given again.",
    ),
]
LeastF1 = Annotated[
    float | None,
    typer.Option(
        "--min-f1",
        min=0.0,
        max=1.0,
        help="Exit 1 where row F1 of your rows, else of the papers read, else of the cases, is under it.",
    ),
]
Floors = Annotated[
    bool, typer.Option("--floors", help="Exit 1 where a figure is under its floor in `golden/floors.json`.")
]
Raise = Annotated[bool, typer.Option("--raise-floors", help="Bring the floors up to what was reached, never down.")]
Misses = Annotated[
    bool,
    typer.Option(
        "--misses",
        help="Show each row whose number, value, kind, topic, metric or benchmark is wrong, beside its sentence; never "
        "a blind one.",
    ),
]
Breakdown = Annotated[bool, typer.Option("--breakdown", help="Show figures by kind, pattern and confidence too.")]
Record = Annotated[bool, typer.Option("--record", help="Add the figures to `golden/history.jsonl`.")]


def check(
    corpus: Corpora = None,
    golden: Golden = None,
    min_f1: LeastF1 = None,
    floors: Floors = False,
    raise_floors: Raise = False,
    misses: Misses = False,
    breakdown: Breakdown = False,
    record_run: Record = False,
) -> None:
    """Score extraction against the golden set: cases always, annotated papers where their abstracts are at hand.

    For example:

        leaderboard check

        leaderboard check --corpus my-abstracts/ --floors --misses

        leaderboard check --golden my-cases.yaml --misses

    A file of your own is written as those under `golden/`, whose README tells what a case and an annotated paper have.

    **Exit codes**: 0; 1 where a figure is under what was asked for; 2 where a corpus cannot be read or holds none of
    the annotated papers.
    """
    if golden and (floors or raise_floors or record_run):
        raise typer.BadParameter("--floors, --raise-floors and --record are about the golden set, not about --golden")
    checked = check_own(golden, corpus or ()) if golden else run_check(corpus or ())
    _say(report.figures(checked))
    if breakdown and checked.judged:
        _say(report.breakdown(checked.judged))
    if misses:
        _say(report.misses(checked))
    if record_run:
        record.append(record.run(checked, datetime.now(UTC)), resource("golden") / "history.jsonl")
    failures = [*_under(checked, min_f1), *(_held(checked, raise_floors) if floors or raise_floors else ())]
    if (corpus or golden) and not checked.found:
        named = ", ".join(map(str, corpus or golden or ()))
        typer.echo(f"{named}: holds the abstract of no annotated paper; name other places with --corpus", err=True)
        raise typer.Exit(2)
    if failures:
        if floors and not checked.found:
            failures.append("to have the annotated papers scored, name the place of their abstracts with --corpus")
        typer.echo("\n".join(failures), err=True)
        raise typer.Exit(1)


def diff(
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", help="Rows of the run before: a store folder or JSON lines, gzipped or not."),
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Rows of the run after.")],
    examples: Annotated[int, typer.Option(min=0, help="Rows shown of each pattern and sort of change.")] = 3,
) -> None:
    """Show which rows two runs make differently: gained, lost and changed, by pattern.

    For example:

        leaderboard extract abstracts.csv --jsonl > before.jsonl

        leaderboard diff before.jsonl after.jsonl

    **Exit codes**: 0, with or without a difference; 2 where one of the two cannot be read.
    """
    try:
        difference = differences.diff(old, new)
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    _say(differences.render(difference, examples))


def _under(checked: Check, least: float | None) -> Iterable[str]:
    if least is None:
        return ()
    reached = checked.judged.levels["row"].f1 if checked.judged else 0.0
    part = next(part for part in ("own", "read", "cases") if part in checked.parts or part == "cases")
    return (f"row F1 of {part} {reached:.4f} is under --min-f1 {least}",) if reached < least else ()


def _held(checked: Check, raise_floors: bool) -> list[str]:
    path = resource("golden") / "floors.json"
    try:
        floors = record.read_floors(path)
    except (OSError, ValidationError) as error:
        reason = misfit(error) if isinstance(error, ValidationError) else error.strerror
        typer.echo(f"{path}: no floors can be read: {reason}", err=True)
        raise typer.Exit(2) from error
    failures = list(record.below(checked, floors))
    if raise_floors:
        record.write_floors(record.raised(checked, floors), path)
    else:
        _say(record.loose(checked, floors))
    return failures


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
