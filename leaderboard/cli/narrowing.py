"""The options of `show` and `export` that narrow and order a board, and what is said of the results left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from leaderboard.boards import Board, Filters
from leaderboard.boards.board import Order
from leaderboard.counted import counted

NONE = "none"

Splits = Annotated[
    list[str] | None,
    typer.Option(
        "--split",
        metavar="NAME",
        help=f"Only this split, in any wording; `{NONE}`: where none is named. May repeat.",
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--setting", metavar="KIND", help=f"Only settings of this kind (zero-shot, {NONE}, …). May repeat."),
]
Own = Annotated[bool, typer.Option("--own", help="Only the authors' own results, not those that they quote.")]
Each = Annotated[bool, typer.Option("--best-of-paper", help="Of each paper only its best.")]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="From a year, month or day on: 2023, 2023-05, 2023-05-17.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="To the end of a year, a month or a day.")]
Sure = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="SHARE", help="Leave out what is less sure, as the page does; 0 leaves out nothing."
    ),
]
Sort = Annotated[Order, typer.Option(metavar="ORDER", help="By `rank`, `system`, `date` or `confidence`.")]


def filters_of(
    splits: Sequence[str] | None,
    settings: Sequence[str] | None,
    own: bool,
    each: bool,
    since: str | None,
    until: str | None,
    sure: float,
) -> Filters:
    """The filters that the options ask for.

    Raises:
        typer.BadParameter: a date or the confidence cannot be.
    """
    try:
        return Filters(
            splits=_named(splits),
            setting_kinds=_named(settings),
            own_only=own,
            best_of_paper=each,
            since=since,
            until=until,
            min_confidence=sure,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def say_left_out(name: str, boards: Sequence[Board]) -> None:
    """Tell of the results that are left out for want of confidence; where none is left, exit code 1 and why."""
    hidden, total = sum(board.hidden for board in boards), sum(board.total for board in boards)
    if hidden:
        typer.echo(f"{name}: {left_out(counted(hidden, 'result'), boards[0].filters.min_confidence)}", err=True)
    elif not total:
        typer.echo(f"{name}: no result fits these options{_choices(boards)}.", err=True)
    if not total:
        raise typer.Exit(1)


def left_out(hidden: str, least: float) -> str:
    """That so many are less sure than is asked for, and how they are seen."""
    return f"{hidden} less sure than {least:g} left out; --min-confidence 0 shows all."


def _named(given: Sequence[str] | None) -> tuple[str | None, ...]:
    return tuple(None if name == NONE else name for name in given or ())


def _choices(boards: Sequence[Board]) -> str:
    """What could have been asked for of a board."""
    if len(boards) != 1:
        return ""
    there = (("splits", boards[0].splits), ("settings", boards[0].setting_kinds))
    told = [f"its {what} are {', '.join(facet.name or NONE for facet in facets)}" for what, facets in there]
    return f"; {'; '.join(told)}"
