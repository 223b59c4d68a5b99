"""The files of a store: what columns they have, which are there, and how one is written."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard.model import Row

PAPERS, ROWS = "papers", "rows"
_STALE_SECONDS = 24 * 3600

_MANY = pa.list_(pa.string())
_TYPES = {float: pa.float64(), int: pa.int32(), bool: pa.bool_()}
_VERSIONS = ("patterns_version", "package_version")


def _arrow_type(hint: Any) -> Any:
    """The type of a column for a field's: what is neither number nor truth value is text."""
    return next((_TYPES[part] for part in get_args(hint) or (hint,) if part in _TYPES), pa.string())


ROWS_SCHEMA = pa.schema(
    [
        *((name, _arrow_type(hint)) for name, hint in get_type_hints(Row).items()),
        *((name, pa.string()) for name in _VERSIONS),
    ]
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

PART_PAPERS = pa.schema([*PAPERS_SCHEMA, ("part", pa.string()), ("written", pa.int64())])
PART_ROWS = pa.schema([*ROWS_SCHEMA, ("part", pa.string())])
"""Columns of the files."""


class StoreError(ValueError):
    """A folder that cannot be used as a store; the message says why."""


def listed(directory: Path) -> list[str]:
    """The names of a store's parts; those of papers count, since they are written last.

    Raises:
        StoreError: there is no such folder, or what it holds is no store. An empty folder is an empty store.
    """
    suffix = f".{PAPERS}.parquet"
    try:
        names = [path.name for path in directory.iterdir() if not path.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _no_store(directory) from error
    parts = sorted(name.removesuffix(suffix) for name in names if name.endswith(suffix))
    if not parts and any(not name.endswith(f".{ROWS}.parquet") for name in names):
        raise _no_store(directory)
    return parts


def paths(directory: Path, parts: Sequence[str], name: str) -> list[Path]:
    """The files of `parts` that hold `name`: papers or rows."""
    return [directory / f"{part}.{name}.parquet" for part in parts]


def fault(directory: Path, part: str) -> str | None:
    """What is wrong with a part, as far as the ends of its files tell: None where nothing is."""
    for name, schema in ((PAPERS, PART_PAPERS), (ROWS, PART_ROWS)):
        (path,) = paths(directory, [part], name)
        if not path.exists():
            return f"{path}: is missing"
        try:
            there = {field.name: field.type for field in pq.read_schema(path)}
        except (pa.ArrowException, OSError) as error:
            return f"{path}: cannot be read ({str(error).splitlines()[0]})"
        for field in schema:
            if field.name not in there:
                return f"{path}: lacks the column `{field.name}`"
            if there[field.name] != field.type:
                return f"{path}: the column `{field.name}` is {there[field.name]}, not {field.type}"
    return None


def check(directory: Path, parts: Sequence[str]) -> None:
    """Make sure that the parts are whole and have our columns.

    Raises:
        StoreError: one is not; the message names its file and the mend.
    """
    for part in parts:
        if told := fault(directory, part):
            if "the column" in told:
                raise StoreError(
                    f"{told}, as another version writes it; `leaderboard extract {directory} --into NEW` reads its "
                    "papers again"
                )
            raise StoreError(
                f"{told}; delete {directory / part}.*.parquet and write its papers again with "
                f"`leaderboard extract INPUT --into {directory}`"
            )


def _no_store(directory: Path) -> StoreError:
    return StoreError(f"{directory} holds no store; write one with `leaderboard extract INPUT --into {directory}`")


def sql_type(kind: Any) -> str:
    """The name of a column's type in SQL."""
    return {pa.float64(): "DOUBLE", pa.int32(): "INTEGER", pa.bool_(): "BOOLEAN", _MANY: "VARCHAR[]"}.get(
        kind, "VARCHAR"
    )


def write_file(directory: Path, name: str, records: list[dict[str, Any]], schema: pa.Schema) -> None:
    """Write records under a hidden name first, then in one step under its own."""
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


def sweep(directory: Path) -> None:
    """Remove what runs killed a day ago or earlier left half written."""
    for left in directory.glob(".*.parquet.*.tmp"):
        with suppress(FileNotFoundError):  # another writer sweeps too
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()
