"""The commands `boards`, `show` and `export`: boards as text and as files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from leaderboard import boards as library
from leaderboard import export as files
from leaderboard.boards.board import shown
from leaderboard.boards.figures import figure
from leaderboard.cli.stored import From, connect
from leaderboard.counted import counted

Benchmark = Annotated[str, typer.Argument(help="A benchmark by its name or any alias: ImageNet, MSCOCO, ...")]
Metric = Annotated[
    str | None, typer.Option(help="Which metric's board; by default the benchmark's usual one.", show_default=False)
]


def boards(
    search: Annotated[str, typer.Argument(help="Only boards that hold these words.", show_default=False)] = "",
    store: From = None,
) -> None:
    """List the boards, those of most papers first.

    For example:

        leaderboard boards

        leaderboard boards speech --from my-store

    **Exit codes**: 0; 1 where there is no such board; 2 where the store cannot be read.
    """
    found = library.search_boards(library.list_boards(connect(store)), search)
    if not found:
        typer.echo(
            f"No board holds `{search}`."
            if search
            else "No paper of the store claims a score on a benchmark that it names.",
            err=True,
        )
        raise typer.Exit(1)
    lines = [
        (b.benchmark, b.metric or "(not named)", str(b.entries), str(b.papers), figure(b.best, b.unit),
         b.best_system or b.best_title or "", b.last_date or "")
        for b in found
    ]  # fmt: skip
    _table(("benchmark", "metric", "scores", "papers", "best", "by", "last"), lines, one_line=True)


def show(benchmark: Benchmark, metric: Metric = None, store: From = None) -> None:
    """Show one board, best first.

    For example:

        leaderboard show imagenet

        leaderboard show COCO --metric "mask AP"

    **Exit codes**: 0; 1 where there is no such board (names that are alike are suggested); 2 where the store cannot be
    read.
    """
    board = _find(connect(store), benchmark, metric)
    direction = {True: "higher is better", False: "lower is better", None: "unranked: which way is better is not known"}
    unit = f", in {board.unit}" if board.unit else ""
    typer.echo(f"{board.name}{unit}, {direction[board.higher_is_better]}", err=not sys.stdout.isatty())
    lines = [
        (str(e.rank or ""), shown(e), e.row.system or "", e.row.title, e.row.date or "", e.row.split or "",
         e.row.setting or "", e.row.role, e.unranked or "", e.conflict or "")
        for e in board.entries
    ]  # fmt: skip
    _table(("rank", "value", "system", "paper", "date", "split", "setting", "result", "unranked", "conflict"), lines)


def export(
    benchmark: Benchmark,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Ends in .csv, .json, .md or .parquet.")],
    metric: Metric = None,
    every: Annotated[bool, typer.Option("--all", help="The boards of all its metrics, one below the other.")] = False,
    store: From = None,
) -> None:
    """Write a benchmark's board to a file, in the format that its ending names.

    For example:

        leaderboard export ImageNet --to imagenet.csv

        leaderboard export LibriSpeech --metric WER --to wer.parquet

        leaderboard export COCO --all --to coco.json

    `url` is empty for a paper of which neither a link, an arXiv id nor a DOI is known; `paper_id` and `title` always
    tell which it is.

    **Exit codes**: 0; 1 where there is no such board; 2 where the store or the file cannot be used.
    """
    if every and metric is not None:
        raise typer.BadParameter("--metric names one board and --all means every one: give one of the two")
    db = connect(store)
    if every:
        key, there = _metrics(db, benchmark)
        boards = [board for b in there if (board := library.board(db, key, b.metric_key))]
        name = f"{there[0].benchmark}, {counted(len(boards), 'metric')}"
    else:
        boards = [_find(db, benchmark, metric)]
        name = boards[0].name
    count = files.write([entry for board in boards for entry in board.entries], to)
    typer.echo(f"{name}: {counted(count, 'score')} written to {to}", err=True)


def _metrics(db: duckdb.DuckDBPyConnection, benchmark: str) -> tuple[str, tuple[library.BoardSummary, ...]]:
    """The key of a benchmark and its boards; without any, names that are alike and exit code 1."""
    key = library.find_benchmark_key(db, benchmark)
    if key is None:
        near = library.suggest(db, benchmark)
        hint = f" Did you mean {', '.join(near)}?" if near else " `leaderboard boards` lists what there is."
        typer.echo(f"No board of `{benchmark}`.{hint}", err=True)
        raise typer.Exit(1)
    return key, library.metrics_of(db, key)


def _find(db: duckdb.DuckDBPyConnection, benchmark: str, metric: str | None) -> library.Board:
    key, there = _metrics(db, benchmark)
    chosen = there[0] if metric is None else library.with_metric(there, metric)
    board = library.board(db, key, chosen.metric_key) if chosen else None
    names = ", ".join(b.metric or "(not named)" for b in there)
    if board is None:
        typer.echo(f"No board of `{benchmark}` with the metric `{metric}`. It has: {names}.", err=True)
        raise typer.Exit(1)
    if metric is None and len(there) > 1:
        typer.echo(f"Metrics of {board.benchmark}: {names}.", err=True)
    return board


def _table(head: Sequence[str], lines: Sequence[Sequence[str]], *, one_line: bool = False) -> None:
    """A drawn table at a terminal, with what does not fit folded, or cut where each is to have `one_line`; to a pipe
    a line each, whole, cells divided by tabs."""
    if not sys.stdout.isatty():
        for line in (head, *lines):
            sys.stdout.write("\t".join(" ".join(cell.split()) for cell in line) + "\n")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    kept = [i for i in range(len(head)) if any(line[i] for line in lines)]
    cells = [[Text(" ".join(line[i].split())) for i in kept] for line in lines]
    widths = [max(len(head[i]), *(row[n].cell_len for row in cells)) for n, i in enumerate(kept)]
    if one_line:
        _narrow(widths, console.width - 2 * len(kept))
    table = Table(box=None, header_style="bold", pad_edge=False)
    for i, width in zip(kept, widths, strict=True):
        right = head[i] in ("rank", "value", "scores", "papers", "best")
        table.add_column(
            head[i],
            justify="right" if right else "left",
            no_wrap=one_line or head[i] in ("rank", "value", "date", "result"),
            overflow="ellipsis" if one_line else "fold",
            width=width if one_line else None,
        )
    for row in cells:
        table.add_row(*row)
    console.print(table)


def _narrow(widths: list[int], room: int) -> None:
    """Take from the widest column until all fit."""
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
