"""The commands `boards`, `show` and `export`: boards as text and as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from leaderboard import boards as library
from leaderboard import export as files
from leaderboard.boards.board import Order
from leaderboard.boards.figures import figure
from leaderboard.boards.values import direction, entry_value
from leaderboard.cli.narrowing import Each, Own, Settings, Since, Sort, Splits, Sure, Until, filters_of, say_left_out
from leaderboard.cli.stored import From, connect
from leaderboard.cli.tables import print_table
from leaderboard.counted import counted

Benchmark = Annotated[
    str, typer.Argument(metavar="BENCHMARK", help="A benchmark by its name or any alias: ImageNet, MSCOCO, ...")
]
Metric = Annotated[
    str | None, typer.Option(help="Which metric's board; by default the benchmark's usual one.", show_default=False)
]


def boards(
    search: Annotated[
        str, typer.Argument(metavar="WORDS", help="Only boards that hold these words.", show_default=False)
    ] = "",
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
         b.best_system or b.best_title or "", b.best_role or "", b.last_date or "")
        for b in found
    ]  # fmt: skip
    print_table(("benchmark", "metric", "scores", "papers", "best", "by", "result", "last"), lines, one_line=True)


def show(
    benchmark: Benchmark,
    metric: Metric = None,
    split: Splits = None,
    setting: Settings = None,
    own: Own = False,
    each: Each = False,
    since: Since = None,
    until: Until = None,
    min_confidence: Sure = library.LOW,
    sort: Sort = "rank",
    words: Annotated[bool, typer.Option("--words", help="With the words around each number.")] = False,
    store: From = None,
) -> None:
    """Show one board, best first: a table at a terminal, to a pipe a line a result with cells divided by tabs.

    For example:

        leaderboard show imagenet

        leaderboard show COCO --metric "mask AP" --own --since 2023

    Ranks are those among the results that the options leave.

    **Exit codes**: 0; 1 where there is no such board (names that are alike are suggested) or no result is left; 2 where
    the store cannot be read.
    """
    filters = filters_of(split, setting, own, each, since, until, min_confidence)
    board = _find(connect(store), benchmark, metric, filters, sort)
    say_left_out(board.name, [board])
    unit = f", in {board.unit}" if board.unit else ""
    typer.echo(f"{board.name}{unit}, {direction(board.higher_is_better)}", err=not sys.stdout.isatty())
    lines = [
        (str(e.rank or ""), entry_value(e), e.row.system or "", e.row.title, e.row.date or "", e.row.split or "",
         e.row.setting or "", e.row.role, f"{e.row.confidence:.2f}", e.unranked or "", e.conflict or "",
         *([e.row.snippet] if words else []))
        for e in board.entries
    ]  # fmt: skip
    head = ("rank", "value", "system", "paper", "date", "split", "setting", "result", "sure", "unranked", "conflict")
    print_table((*head, *(["words"] if words else [])), lines, prose=("paper", "unranked", "conflict", "words"))


def export(
    benchmark: Benchmark,
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FILE", help="Ends in .csv, .json, .md, .parquet, .tex or .bib; `-.json` prints."),
    ],
    metric: Metric = None,
    every: Annotated[bool, typer.Option("--all", help="The boards of all its metrics, one below the other.")] = False,
    split: Splits = None,
    setting: Settings = None,
    own: Own = False,
    each: Each = False,
    since: Since = None,
    until: Until = None,
    min_confidence: Sure = library.LOW,
    sort: Sort = "rank",
    store: From = None,
) -> None:
    """Write a benchmark's board to a file, in the format that its ending names.

    For example:

        leaderboard export ImageNet --to imagenet.csv

        leaderboard export LibriSpeech --metric WER --to wer.parquet

        leaderboard export COCO --all --to -.json | jq .

        leaderboard export ImageNet --to table.tex && leaderboard export ImageNet --to table.bib

    The table in LaTeX cites the papers that the BibTeX of the same command holds.

    `url` is empty for a paper of which neither a link, an arXiv id nor a DOI is known; `paper_id` and `title` always
    tell which it is.

    **Exit codes**: 0; 1 where there is no such board, or no result is left to write; 2 where the store or the file
    cannot be used.
    """
    if every and metric is not None:
        raise typer.BadParameter("--metric names one board and --all means every one: give one of the two")
    filters = filters_of(split, setting, own, each, since, until, min_confidence)
    db = connect(store)
    if every:
        key, there = _metrics(db, benchmark)
        boards = [board for b in there if (board := library.board(db, key, b.metric_key, filters, order=sort))]
        name = f"{there[0].benchmark}, {counted(len(boards), 'metric')}"
    else:
        boards = [_find(db, benchmark, metric, filters, sort)]
        name = boards[0].name
    say_left_out(name, boards)
    entries = [entry for board in boards for entry in board.entries]
    count = files.write(entries, to, db)
    where = "standard output" if files.is_standard_output(to) else to
    typer.echo(f"{name}: {counted(count, 'score')} written to {where}", err=True)


def _metrics(db: duckdb.DuckDBPyConnection, benchmark: str) -> tuple[str, tuple[library.BoardSummary, ...]]:
    """The key of a benchmark and its boards; without any, names that are alike and exit code 1."""
    keys = library.find_benchmark_keys(db, benchmark)
    if not keys:
        near = library.suggest(db, benchmark)
        hint = f" Did you mean {', '.join(near)}?" if near else " `leaderboard boards` lists what there is."
        typer.echo(f"No board of `{benchmark}`.{hint}", err=True)
        raise typer.Exit(1)
    there = [library.metrics_of(db, key) for key in keys]
    if len(keys) > 1:
        told = (
            f"`{key}` ({of[0].benchmark}, {of[0].task or 'task not known'})"
            for key, of in zip(keys, there, strict=True)
        )
        typer.echo(
            f"`{benchmark}` names {len(keys)} benchmarks here, and the first is meant: {'; '.join(told)}.", err=True
        )
    return keys[0], there[0]


def _find(
    db: duckdb.DuckDBPyConnection, benchmark: str, metric: str | None, filters: library.Filters, order: Order
) -> library.Board:
    key, there = _metrics(db, benchmark)
    chosen = there[0] if metric is None else library.with_metric(there, metric)
    board = library.board(db, key, chosen.metric_key, filters, order=order) if chosen else None
    names = ", ".join(b.metric or "(not named)" for b in there)
    if board is None:
        typer.echo(f"No board of `{benchmark}` with the metric `{metric}`. It has: {names}.", err=True)
        raise typer.Exit(1)
    if metric is None and len(there) > 1:
        typer.echo(f"Metrics of {board.benchmark}: {names}.", err=True)
    return board
