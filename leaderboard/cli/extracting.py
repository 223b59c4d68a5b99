"""The command `extract`."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.paths import folder
from leaderboard.counted import counted
from leaderboard.model import Extraction, Paper
from leaderboard.sources import FIELDS, Skipped, load_known, merge, read
from leaderboard.stats import Stats, render

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input; gzipped or not."),
]
Into = Annotated[
    Path | None, typer.Option("--into", metavar="DIR", parser=folder, help="Keep rows and papers in this store.")
]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Write one row a line, as JSON, to standard output.")]
WithStats = Annotated[
    bool, typer.Option("--stats", help="Count papers, claims, rejected numbers by pattern, and what nothing explains.")
]
Papers = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Your table of known papers: CSV with `title` and any of `arxiv_id`, `url`, `date`."
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help=f"Which column is a field: {', '.join(FIELDS)}. May repeat."),
]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, help="Processes; one for few papers, else one a core.", show_default=False),
]


def extract(
    inputs: Inputs,
    into: Into = None,
    jsonl: AsLines = False,
    stats: WithStats = False,
    papers: Papers = None,
    column: Columns = None,
    jobs: Jobs = None,
) -> None:
    """Read papers, find what their abstracts claim, and keep it, print it or count it.

    Kinds of input are told by content: Daily-Papers pages saved as text, the arXiv metadata snapshot, CSV, JSON lines
    and Parquet with title and abstract. What is not read is named on standard error.

        leaderboard extract pages/ --into my-store

        leaderboard extract arxiv.json.gz --jsonl | head

        leaderboard extract 'tables/*.csv' --column title=Headline --column abstract=Summary --stats

    A run that was stopped is simply run again: `--into` skips what is there. Without `--from`, the other commands read
    the store last written from the same folder.

    **Exit codes**: 0 papers were read; 1 none was; 2 an input, a table or the store cannot be used;
    130 stopped by Ctrl-C or SIGTERM.
    """
    if into is None and not jsonl and not stats:
        raise typer.BadParameter("say what to do with the rows: --into DIR, --jsonl or --stats")
    told = Told()
    known = load_known(papers) if papers else None
    found = merge(read(inputs, columns=_mapping(column or ()), known=known, on_skip=told.skip))
    with _stoppable(into):
        counts = _run(told.counted(found), into, jsonl, stats, jobs)
    if stats:
        typer.echo("\n".join(render(counts)), err=jsonl)
    if not told.papers:
        typer.echo("No paper was read.", err=True)
        raise typer.Exit(1)


_EVERY = 60.0
"""Seconds between two lines that say how far we are, where there is no terminal to show it: in a log."""


@dataclass
class Told:
    """What is said on standard error while papers are read: skips, and how far we are."""

    papers: int = 0

    def skip(self, skipped: Skipped) -> None:
        """Name a file or line that was not read, and what mends it, an option of ours too."""
        option = skipped.fault.option
        use = f"{', or' if skipped.fault.mend else ';'} use `{option}`" if option else ""
        typer.echo(f"{skipped}{use}", err=True)

    def counted(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        """The papers as they come, counted."""
        if not sys.stderr.isatty():
            due = time.monotonic() + _EVERY
            for paper in papers:
                self.papers += 1
                if time.monotonic() >= due:
                    due += _EVERY
                    typer.echo(f"{counted(self.papers, 'paper')} so far", err=True)
                yield paper
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} papers"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            for paper in progress.track(papers, total=None):
                self.papers += 1
                yield paper


def _run(papers: Iterable[Paper], into: Path | None, jsonl: bool, stats: bool, jobs: int | None) -> Stats:
    from leaderboard.parallel import extractor, warm

    warm()
    counts = Stats()

    def hear(extraction: Extraction) -> None:
        if stats:
            counts.add(extraction)
        if jsonl:
            _print_rows(extraction)

    with extractor(jobs) as extract_all:
        if into is None:
            for extraction in extract_all(papers):
                hear(extraction)
        else:
            from leaderboard.store import write
            from leaderboard.stores import remember

            # What is to be printed or counted has to be extracted, also where it is in the store already.
            written = write(into, papers, extract_all, on_extraction=hear, again=jsonl or stats)
            remember(into)
            before = f", {written.skipped:,} of them there already" if written.skipped else ""
            read_in, rows = counted(written.papers, "paper"), counted(written.rows, "row")
            typer.echo(f"{read_in} read into {into}{before}; {rows} written", err=True)
    return counts


@contextmanager
def _stoppable(into: Path | None) -> Iterator[None]:
    """Ctrl-C, or being told to end, ends the processes that extract too, and says what is kept."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler) if _is_main_thread() else None
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(f"Stopped{_kept(into) if into else ''}", err=True)
        raise typer.Exit(130) from None
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _kept(into: Path) -> str:
    """What to say of the papers that are kept; where there are any, the store is remembered, whole or not."""
    from leaderboard.store import Store, StoreError
    from leaderboard.stores import remember

    try:
        with Store(into).connection() as db:
            (count,) = db.execute("SELECT count(*) FROM papers").fetchall()[0]
    except StoreError:  # stopped before it was a store
        count = 0
    if count:
        remember(into)
    there = f"{counted(count, 'paper')} {'is' if count == 1 else 'are'} in {into}"
    return f"; {there}; run the same command again to go on"


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()  # others may set no signals


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def _print_rows(extraction: Extraction) -> None:
    for row in extraction.rows:
        sys.stdout.write(_encode(row.as_dict()) + "\n")


def _mapping(given: Sequence[str]) -> dict[str, str]:
    columns = dict(pair.split("=", 1) for pair in given if "=" in pair)
    for pair in given:
        if "=" not in pair or pair.split("=", 1)[0] not in FIELDS:
            raise typer.BadParameter(f"`{pair}` should read FIELD=NAME, with FIELD one of {', '.join(FIELDS)}")
    return columns
