"""What is asked of the views `rows` and `papers` that a connection to a store has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from leaderboard.model import ROW_FIELDS, Paper, Row

_TEXT_ORDER = "start, quote_start, benchmark, metric, system"


def cursor_of(db: object) -> duckdb.DuckDBPyConnection:
    """A cursor of a connection, so that threads may share it.

    Raises:
        TypeError: it is none, such as a `Store` or its folder.
    """
    if not isinstance(db, duckdb.DuckDBPyConnection):
        raise TypeError(f"{db!r} is no connection to a store; `Store(FOLDER).connection()` is one")
    return db.cursor()


def paper_of(db: duckdb.DuckDBPyConnection, paper_id: str) -> Paper | None:
    """The paper of this id in a connection's view `papers`; None where there is none."""
    query = f"SELECT {quoted(Paper.__slots__)} FROM papers WHERE paper_id = ?::VARCHAR LIMIT 1"
    cells: Sequence[Any] | None = cursor_of(db).execute(query, [paper_id]).fetchone()
    return None if cells is None else Paper(*(_frozen(cell) for cell in cells))


def papers_of(db: duckdb.DuckDBPyConnection, paper_ids: Iterable[str]) -> tuple[Paper, ...]:
    """Those of the papers that a connection's view `papers` has, each once, where its id first comes."""
    wanted = list(dict.fromkeys(paper_ids))
    query = f"SELECT {quoted(Paper.__slots__)} FROM papers WHERE paper_id IN (SELECT unnest(?))"
    papers = (Paper(*map(_frozen, cells)) for cells in cursor_of(db).execute(query, [wanted]).fetchall())
    found = {paper.paper_id: paper for paper in papers}
    return tuple(found[paper_id] for paper_id in wanted if paper_id in found)


def rows_of(db: duckdb.DuckDBPyConnection, paper_id: str) -> tuple[Row, ...]:
    """The rows of a paper in a connection's view `rows`, in the order of its text."""
    query = f"SELECT {quoted(ROW_FIELDS)} FROM rows WHERE paper_id = ?::VARCHAR ORDER BY {_TEXT_ORDER}"
    return tuple(Row(*cells) for cells in cursor_of(db).execute(query, [paper_id]).fetchall())


def _frozen(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell


def quoted(names: Iterable[str]) -> str:
    """Names of columns for a query: `end` is a word of SQL."""
    return ", ".join(f'"{name}"' for name in names)
