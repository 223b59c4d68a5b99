"""The option `--from` of the commands that read a store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from leaderboard.cli.paths import folder
from leaderboard.store import Store
from leaderboard.stores import bundled_store, remembered

From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="DIR",
        parser=folder,
        envvar="LEADERBOARD_FROM",
        help="The store to read; by default the one last written from this folder, else the bundled corpus.",
        show_default=False,
    ),
]


def choose(given: Path | None, corpora: list[Path] | None = None) -> Path:
    """The store to read, said on standard error where nobody named it."""
    if given is not None:
        return given
    store = remembered()
    if store is not None:
        typer.echo(f"Reading {os.path.relpath(store)}, the store last written from here.", err=True)
        return store
    if os.isatty(2):
        typer.echo("Reading the bundled corpus; the first time this takes a few seconds.", err=True)
    return bundled_store(corpora or ())


def connect(given: Path | None) -> duckdb.DuckDBPyConnection:
    """The connection to the store; where it holds no paper yet, it is said how to fill it, with exit code 1.

    Raises:
        StoreError: there is none, or it is damaged.
    """
    store = choose(given)
    db = Store(store).connection()
    if db.execute("SELECT paper_id FROM papers LIMIT 1").fetchone() is None:
        typer.echo(f"{store} holds no paper yet; fill it with `leaderboard extract INPUT --into {store}`", err=True)
        raise typer.Exit(1)
    return db
