"""The command `find`: claims by the words in them, on a board or on none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from leaderboard import export as files
from leaderboard.boards import LOW, ListingFilters, listing
from leaderboard.boards.values import BOUNDS, readable
from leaderboard.cli.narrowing import Since, Sure, Until, left_out
from leaderboard.cli.stored import From, connect
from leaderboard.cli.tables import print_table
from leaderboard.counted import counted
from leaderboard.model import Kind, Row


def find(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="All of these: a system, a title, a task, a benchmark, ...")
    ],
    kind: Annotated[Kind | None, typer.Option(metavar="KIND", help="Only `score`, `change` or `factor`.")] = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Sure = LOW,
    snippets: Annotated[bool, typer.Option("--words", help="With the words around each number.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write them to a file, as `export` does.")
    ] = None,
    store: From = None,
) -> None:
    """List the claims of all papers that hold some words: scores, gains and savings, the latest first.

    For example:

        leaderboard find GPT-4

        leaderboard find speech recognition --since 2024 --to speech.csv

        leaderboard find ResNet-50 --kind factor --words

    Double quotes inside the word find a whole name alone, so not GPT-4o:

        leaderboard find '"GPT-4"'

    **Exit codes**: 0; 1 where no claim holds these words; 2 where the store or the file cannot be used.
    """
    try:
        filters = ListingFilters(" ".join(words), kind=kind, since=since, until=until, min_confidence=min_confidence)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    db = connect(store)
    found = listing(db, "all", filters, limit=None)
    if found.hidden:
        typer.echo(left_out(counted(found.hidden, "claim"), min_confidence), err=True)
    if not found.rows:
        typer.echo(f"No claim holds `{filters.search}`." if not found.hidden else "No claim is left.", err=True)
        raise typer.Exit(1)
    if to is None:
        _print(found.rows, snippets)
        return
    count = files.write(found.rows, to, db)
    where = "standard output" if files.is_standard_output(to) else to
    typer.echo(f"{counted(count, 'claim')} written to {where}", err=True)


def _print(rows: Sequence[Row], snippets: bool) -> None:
    head = ("value", "kind", "benchmark", "metric", "system", "against", "paper", "date", "effect", "result", "sure")
    lines = [
        (BOUNDS[row.bound] + readable(row.quote), row.kind, row.benchmark or "", row.metric or "", row.system or "",
         row.baseline or "", row.title, row.date or "", row.effect or "", row.role, f"{row.confidence:.2f}",
         *([row.snippet] if snippets else []))
        for row in rows
    ]  # fmt: skip
    print_table((*head, *(["words"] if snippets else [])), lines, prose=("paper", "words"))
