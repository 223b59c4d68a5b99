"""The store: a folder of Parquet parts, written whole or not at all, read through DuckDB.

A part is the papers of one batch and their rows, two files that share a name: the SHA-256 of the batch, of the patterns
and of the package. The rows are written first and a part counts once its papers are there, each file appearing under
its name when it is complete; so a run killed at any moment is simply run again, and skips what it had done. Parts of
many writers never meet, so no lock is needed.

A paper that a later run reads again takes the earlier one's place, also with other patterns, under another id (same
arXiv id, or same title as in `sources.merge`) and when it has no rows any more: the run that wrote last wins, in the
views of every `Store` opened after it. Nothing is deleted, so whoever reads is never disturbed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard.model import ROW_FIELDS, Extraction, Paper, Row
from leaderboard.sources import title_key
from leaderboard.versions import code_version, package_version, patterns_version

PART_SIZE = 5_000
_PAPERS, _ROWS = "papers", "rows"
_STALE_SECONDS = 24 * 3600
_UNWRITABLE = (errno.EEXIST, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)

_MANY = pa.list_(pa.string())
_TYPES = {"value": pa.float64(), "low": pa.float64(), "spread": pa.float64(), "board_value": pa.float64(),
          "board_low": pa.float64(), "confidence": pa.float64(), "relative": pa.bool_(),
          "higher_is_better": pa.bool_(), "metric_inferred": pa.bool_(), "system_inferred": pa.bool_()}  # fmt: skip
_OFFSET = re.compile(r"(?:.*_)?(?:start|end)")
_VERSIONS = ("patterns_version", "package_version")


def _row_type(name: str) -> Any:
    return _TYPES.get(name) or (pa.int32() if _OFFSET.fullmatch(name) else pa.string())


ROWS_SCHEMA = pa.schema(
    [*((name, _row_type(name)) for name in ROW_FIELDS), *((name, pa.string()) for name in _VERSIONS)]
)
"""Columns of the view `rows`: those of `Row`, then the versions that made it."""

PAPERS_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("paper_id", "title", "abstract", "url", "arxiv_id", "date")),
        *((name, _MANY) for name in ("authors", "categories", "sources")),
        *((name, pa.string()) for name in (*_VERSIONS, "title_key")),
    ]
)
"""Columns of the view `papers`: those of `Paper`, the versions that read it, and what equal titles share."""

_PART_PAPERS = pa.schema([*PAPERS_SCHEMA, ("part", pa.string()), ("written", pa.int64())])
_PART_ROWS = pa.schema([*ROWS_SCHEMA, ("part", pa.string())])

_TEXT_ORDER = "start, quote_start, benchmark, metric, system"

Extract = Callable[[Sequence[Paper]], Iterable[Extraction]]


class StoreError(ValueError):
    """A folder that cannot be used as a store; the message says why."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run put into a store; `skipped` papers were there already, from an earlier run just like it."""

    papers: int
    rows: int
    skipped: int


def write(
    directory: Path,
    papers: Iterable[Paper],
    extract: Extract,
    *,
    on_extraction: Callable[[Extraction], None] | None = None,
    again: bool = False,
    part_size: int = PART_SIZE,
) -> Written:
    """Extract the papers batch by batch and keep each batch as a part; a batch that is there already is left as it
    is, unless `again`.

    `on_extraction` hears of each paper extracted.

    Raises:
        StoreError: `directory` is a file, cannot be written, or is full.
    """
    directory = Path(directory)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _sweep(directory)
        run = time.time_ns()
        current = set() if again else _current(directory)
        count = rows = skipped = 0
        remaining = iter(papers)
        while batch := list(islice(remaining, part_size)):
            part = _part_name(batch)
            count += len(batch)
            if part in current:
                skipped += len(batch)
                continue
            found = list(_heard(extract(batch), on_extraction))
            _write_part(directory, part, run, found)
            rows += sum(len(extraction.rows) for extraction in found)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        raise StoreError(f"{directory}: cannot be written as a store: {error.strerror}") from error
    return Written(count, rows, skipped)


class Store:
    """A store as it is when opened; parts written later are seen by the next `Store`."""

    def __init__(self, directory: str | Path) -> None:
        """Look at the folder's parts.

        Raises:
            StoreError: there is no such folder.
        """
        self.directory = Path(directory)
        if not self.directory.is_dir():
            raise StoreError(
                f"{directory}: no such store; write one with `leaderboard extract INPUT --into {directory}`"
            )
        self._parts = _parts(self.directory)

    def connection(self) -> duckdb.DuckDBPyConnection:
        """A new in-memory database with the views `rows` and `papers`; a thread takes a cursor of it."""
        db = duckdb.connect()
        db.execute("SET preserve_insertion_order = false")
        _define_views(db, self.directory, self._parts)
        return db

    def paper(self, paper_id: str) -> Paper | None:
        """The paper of this id with its abstract; null where there is none."""
        with self.connection() as db:
            return paper_of(db, paper_id)

    def rows(self, paper_id: str) -> tuple[Row, ...]:
        """The rows of a paper in the order of its text."""
        with self.connection() as db:
            return rows_of(db, paper_id)


def paper_of(db: duckdb.DuckDBPyConnection, paper_id: str) -> Paper | None:
    """The paper of this id in a connection's view `papers`; null where there is none."""
    query = f"SELECT {_columns(Paper.__slots__)} FROM papers WHERE paper_id = ? LIMIT 1"
    cells: Sequence[Any] | None = db.execute(query, [paper_id]).fetchone()
    return None if cells is None else Paper(*(_frozen(cell) for cell in cells))


def rows_of(db: duckdb.DuckDBPyConnection, paper_id: str) -> tuple[Row, ...]:
    """The rows of a paper in a connection's view `rows`, in the order of its text."""
    query = f"SELECT {_columns(ROW_FIELDS)} FROM rows WHERE paper_id = ? ORDER BY {_TEXT_ORDER}"
    return tuple(Row(*cells) for cells in db.execute(query, [paper_id]).fetchall())


def _frozen(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell


def _columns(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _parts(directory: Path) -> list[str]:
    suffix = f".{_PAPERS}.parquet"
    return sorted(p.name.removesuffix(suffix) for p in directory.glob(f"*{suffix}") if not p.name.startswith("."))


def _define_views(db: duckdb.DuckDBPyConnection, directory: Path, parts: list[str]) -> None:
    if not parts:
        for name, schema in ((_PAPERS, PAPERS_SCHEMA), (_ROWS, ROWS_SCHEMA)):
            columns = ", ".join(f'NULL::{_sql_type(field.type)} AS "{field.name}"' for field in schema)
            db.execute(f"CREATE VIEW {name} AS SELECT {columns} WHERE false")
        return
    for name in (_PAPERS, _ROWS):
        files = ", ".join("'" + str(directory / f"{p}.{name}.parquet").replace("'", "''") + "'" for p in parts)
        db.execute(f"CREATE VIEW stored_{name} AS SELECT * FROM read_parquet([{files}], union_by_name = true)")
    replaced = _note_replaced(db)
    for name, schema in ((_PAPERS, PAPERS_SCHEMA), (_ROWS, ROWS_SCHEMA)):
        columns = ", ".join(f'"{field.name}"' for field in schema)
        without = "ANTI JOIN replaced USING (part, paper_id)" if replaced else ""
        db.execute(f"CREATE VIEW {name} AS SELECT {columns} FROM stored_{name} {without}")


def _note_replaced(db: duckdb.DuckDBPyConnection) -> bool:
    """Make the table `replaced` (part, paper_id) of papers that a later run read again; one run replaces nothing."""
    runs = db.execute("SELECT count(DISTINCT written) FROM stored_papers").fetchone()
    if runs is None or runs[0] < 2:
        return False
    db.execute("""
        CREATE TABLE replaced AS
        WITH p AS (SELECT part, paper_id, written,
                hash(paper_id) AS own, hash(arxiv_id) AS arxiv, hash(title_key) AS title, arxiv_id IS NULL AS nameless
            FROM stored_papers),
        owns AS (SELECT own, max(written) AS newest FROM p GROUP BY own HAVING count(*) > 1),
        arxivs AS (SELECT arxiv, max(written) AS newest FROM p WHERE NOT nameless GROUP BY arxiv HAVING count(*) > 1),
        titles AS (SELECT title, max(written) AS newest, max(written) FILTER (nameless) AS newest_nameless
            FROM p GROUP BY title HAVING count(*) > 1)
        SELECT part, paper_id FROM p LEFT JOIN owns USING (own) LEFT JOIN arxivs USING (arxiv)
            LEFT JOIN titles USING (title)
        WHERE written < owns.newest OR (NOT nameless AND written < arxivs.newest)
            OR written < CASE WHEN nameless THEN titles.newest ELSE titles.newest_nameless END
    """)
    found = db.execute("SELECT count(*) FROM replaced").fetchone()
    return found is not None and found[0] > 0


def _sql_type(kind: Any) -> str:
    return {pa.float64(): "DOUBLE", pa.int32(): "INTEGER", pa.bool_(): "BOOLEAN", _MANY: "VARCHAR[]"}.get(
        kind, "VARCHAR"
    )


def _current(directory: Path) -> set[str]:
    """Parts that hold nothing replaced; others are written again where the same papers come again."""
    parts = _parts(directory)
    if not parts:
        return set()
    with duckdb.connect() as db:
        _define_views(db, directory, parts)
        tables = {row[0] for row in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        outdated = db.execute("SELECT DISTINCT part FROM replaced").fetchall() if "replaced" in tables else []
    return set(parts) - {row[0] for row in outdated}


def _heard(found: Iterable[Extraction], on_extraction: Callable[[Extraction], None] | None) -> Iterator[Extraction]:
    for extraction in found:
        if on_extraction:
            on_extraction(extraction)
        yield extraction


def _part_name(papers: Sequence[Paper]) -> str:
    digest = hashlib.sha256(f"{patterns_version()} {package_version()} {code_version()}".encode())
    for paper in papers:
        digest.update(json.dumps(asdict(paper)).encode())
    return digest.hexdigest()[:32]


def _write_part(directory: Path, part: str, run: int, found: Sequence[Extraction]) -> None:
    marks = {"patterns_version": patterns_version(), "package_version": package_version(), "part": part}
    rows = [{**row.as_dict(), **marks} for extraction in found for row in extraction.rows]
    papers = [{**asdict(e.paper), **marks, "title_key": title_key(e.paper.title), "written": run} for e in found]
    _write_file(directory, f"{part}.{_ROWS}.parquet", rows, _PART_ROWS)
    _write_file(directory, f"{part}.{_PAPERS}.parquet", papers, _PART_PAPERS)


def _write_file(directory: Path, name: str, records: list[dict[str, Any]], schema: pa.Schema) -> None:
    """Under a hidden name first, then in one step under its own."""
    hidden = directory / f".{name}.{os.getpid()}.{uuid.uuid4().hex[:8]}.tmp"
    try:
        table = pa.Table.from_pylist(records, schema=schema)
        with hidden.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(directory / name)
    finally:
        hidden.unlink(missing_ok=True)


def _sweep(directory: Path) -> None:
    """Remove what runs killed a day ago or earlier left half written."""
    for left in directory.glob(".*.parquet.*.tmp"):
        with suppress(FileNotFoundError):  # another writer sweeps too
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()
