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
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import duckdb

from leaderboard import __version__
from leaderboard.model import Extraction, Paper, Row
from leaderboard.sources import title_key
from leaderboard.store_files import (
    PAPERS,
    PAPERS_SCHEMA,
    PART_PAPERS,
    PART_ROWS,
    ROWS,
    ROWS_SCHEMA,
    StoreError,
    check,
    fault,
    listed,
    paths,
    sql_type,
    sweep,
    write_file,
)
from leaderboard.store_views import cursor_of, paper_of, papers_of, quoted, rows_of
from leaderboard.versions import code_version, patterns_version

__all__ = [
    "PAPERS_SCHEMA",
    "PART_SIZE",
    "ROWS_SCHEMA",
    "Store",
    "StoreError",
    "Written",
    "cursor_of",
    "paper_of",
    "papers_of",
    "rows_of",
    "write",
]

PART_SIZE = 2_000
"""Papers a part: a run that is stopped loses about a second of work; a store of a million papers opens as fast."""
_UNWRITABLE = (
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
)

Extract = Callable[[Iterable[Paper]], Iterable[Extraction]]
"""One extraction a paper, in the order of the papers; it may read ahead."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run put into a store; `skipped` papers were there already, from an earlier run just like it."""

    papers: int
    rows: int
    skipped: int


def write(
    directory: str | Path,
    papers: Iterable[Paper],
    extract: Extract | None = None,
    *,
    on_extraction: Callable[[Extraction], None] | None = None,
    again: bool = False,
    part_size: int = PART_SIZE,
) -> Written:
    """Extract the papers, each of an id of its own, and keep each batch as a part; one that is there already is left
    as it is, unless `again`, or unless its files are damaged.

    `extract` is how, such as by many processes (`parallel.extractor`); without it one paper after the other.
    `on_extraction` hears of each paper extracted.

    Raises:
        StoreError: `directory` is a file, cannot be written, or is full.
        ValueError: two papers have one id; the parts before the second of them stay. Or `part_size` is below 1.
    """
    if part_size < 1:
        raise ValueError(f"part_size={part_size!r} is below 1: no paper would be kept")
    directory = Path(directory)
    with _told_of(directory):
        directory.mkdir(parents=True, exist_ok=True)
        sweep(directory)
        there = set() if again else _current(directory)
    batches = _Batches(papers, part_size, there)
    run = time.time_ns()
    rows = 0
    kept: list[Extraction] = []
    for extraction in (extract or _one_by_one)(batches.missing()):
        if on_extraction:
            on_extraction(extraction)
        kept.append(extraction)
        if len(kept) == batches.due[0][1]:
            part, _ = batches.due.popleft()
            with _told_of(directory):
                _write_part(directory, part, run, kept)
            rows += sum(len(extraction.rows) for extraction in kept)
            kept = []
    return Written(batches.papers, rows, batches.skipped)


@contextmanager
def _told_of(directory: Path) -> Iterator[None]:
    """What fails in here is told of the store; reading papers and printing rows, which may fail too, stay outside."""
    try:
        yield
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        raise StoreError(f"{directory}: cannot be written as a store: {error.strerror}; name another folder") from error


def _one_by_one(papers: Iterable[Paper]) -> Iterator[Extraction]:
    from leaderboard.extract import extract  # slow to load, and reading a store needs none of it

    return map(extract, papers)


class _Batches:
    """Papers cut into parts, always at the same places; `due` are name and size of those handed out."""

    def __init__(self, papers: Iterable[Paper], size: int, there: set[str]) -> None:
        self._papers = iter(papers)
        self._size = size
        self._there = there
        self._met: set[int] = set()  # hashes of ids, which take less room
        self.due: deque[tuple[str, int]] = deque()
        self.papers = self.skipped = 0

    def missing(self) -> Iterator[Paper]:
        """The papers of the parts that are not there."""
        while batch := list(islice(self._papers, self._size)):
            self._meet(batch)
            part = _part_name(batch)
            self.papers += len(batch)
            if part in self._there:
                self.skipped += len(batch)
            else:
                self.due.append((part, len(batch)))
                yield from batch

    def _meet(self, batch: Sequence[Paper]) -> None:
        for paper in batch:
            if (met := hash(paper.paper_id)) in self._met:
                raise ValueError(f"two papers have the id {paper.paper_id!r}; `sources.merge` tells them apart")
            self._met.add(met)


class Store:
    """A store as it is when opened; parts written later are seen by the next `Store`."""

    def __init__(self, directory: str | Path) -> None:
        """Look at the folder's parts.

        Raises:
            StoreError: there is no such folder, or it holds no store.
        """
        self.directory = Path(directory)
        self._parts = listed(self.directory)

    def connection(self) -> duckdb.DuckDBPyConnection:
        """A new in-memory database with the views `rows` and `papers`; a thread takes a cursor of it.

        Raises:
            StoreError: a part is damaged, or not ours.
        """
        check(self.directory, self._parts)
        try:
            db = duckdb.connect()
            db.execute("SET preserve_insertion_order = false")
            _define_views(db, self.directory, self._parts)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise StoreError(
                f"{self.directory}: cannot be read ({reason}); write it again with "
                f"`leaderboard extract INPUT --into {self.directory}`"
            ) from error
        return db

    def paper(self, paper_id: str) -> Paper | None:
        """The paper of this id with its abstract; None where there is none."""
        with self.connection() as db:
            return paper_of(db, paper_id)

    def rows(self, paper_id: str) -> tuple[Row, ...]:
        """The rows of a paper in the order of its text."""
        with self.connection() as db:
            return rows_of(db, paper_id)


def _define_views(db: duckdb.DuckDBPyConnection, directory: Path, parts: list[str]) -> None:
    if not parts:
        for name, schema in ((PAPERS, PAPERS_SCHEMA), (ROWS, ROWS_SCHEMA)):
            columns = ", ".join(f'NULL::{sql_type(field.type)} AS "{field.name}"' for field in schema)
            db.execute(f"CREATE VIEW {name} AS SELECT {columns} WHERE false")
        return
    for name, schema in ((PAPERS, PART_PAPERS), (ROWS, PART_ROWS)):
        files = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths(directory, parts, name))
        # All have these columns, see `check`; to unite them by name took most of the time of opening.
        db.execute(f"CREATE VIEW stored_{name} AS SELECT {quoted(schema.names)} FROM read_parquet([{files}])")
    replaced = _note_replaced(db)
    for name, schema in ((PAPERS, PAPERS_SCHEMA), (ROWS, ROWS_SCHEMA)):
        without = "ANTI JOIN replaced USING (part, paper_id)" if replaced else ""
        db.execute(f"CREATE VIEW {name} AS SELECT {quoted(schema.names)} FROM stored_{name} {without}")


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


def _current(directory: Path) -> set[str]:
    """Parts that are whole and hold nothing replaced; others are written again where the same papers come again."""
    try:
        parts = [part for part in listed(directory) if fault(directory, part) is None]
    except StoreError:  # other files, among which a store begins
        return set()
    if not parts:
        return set()
    with duckdb.connect() as db:
        _define_views(db, directory, parts)
        tables = {row[0] for row in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        outdated = db.execute("SELECT DISTINCT part FROM replaced").fetchall() if "replaced" in tables else []
    return set(parts) - {row[0] for row in outdated}


def _part_name(papers: Sequence[Paper]) -> str:
    digest = hashlib.sha256(f"{patterns_version()} {code_version()}".encode())
    for paper in papers:
        digest.update(json.dumps(asdict(paper)).encode())
    return digest.hexdigest()[:32]


def _write_part(directory: Path, part: str, run: int, found: Sequence[Extraction]) -> None:
    marks = {"patterns_version": patterns_version(), "package_version": __version__, "part": part}
    rows = [{**row.as_dict(), **marks} for extraction in found for row in extraction.rows]
    papers = [{**asdict(e.paper), **marks, "title_key": title_key(e.paper.title), "written": run} for e in found]
    write_file(directory, f"{part}.{ROWS}.parquet", rows, PART_ROWS)
    write_file(directory, f"{part}.{PAPERS}.parquet", papers, PART_PAPERS)
