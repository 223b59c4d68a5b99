"""Records out of JSON lines, CSV and Parquet, one at a time: (line or record number, record) or what is wrong there."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from leaderboard.sources.detect import HEAD, dialect
from leaderboard.sources.record import FIELDS

Record = Mapping[str, Any]
Numbered = tuple[int, Record | str]

# What columns are called where they are not called as we do.
_ALIASES = {"id": ("paper_id",), "date": ("published", "publication_date", "year"), "arxiv_id": ("arxiv",),
            "authors": ("author",), "categories": ("category",)}  # fmt: skip


def named(names: list[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which of the columns holds which of `FIELDS`: as mapped, else of the same name, else of a usual other one."""
    by_name = {name.strip().lower(): name for name in reversed(names)}
    found = {}
    for field in FIELDS:
        wanted = (columns[field],) if field in columns else (field, *_ALIASES.get(field, ()))
        match = next((by_name[name.strip().lower()] for name in wanted if name.strip().lower() in by_name), None)
        if match is not None:
            found[field] = match
    return found


def json_lines(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Numbered]:
    """The object of each line that is not blank."""
    layouts: dict[tuple[str, ...], dict[str, str]] = {}
    for number, line in enumerate(stream, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, f"not JSON ({_reason(error)}); mend or delete the line"
            continue
        if not isinstance(record, dict):
            yield number, 'not a JSON object; write {"title": …, "abstract": …} on one line'
            continue
        keys = tuple(record)
        if len(layouts) > 1000:
            layouts.clear()
        layout = layouts.get(keys) or layouts.setdefault(keys, named(list(keys), columns))
        yield number, {field: record[name] for field, name in layout.items()}


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "nested too deep" if isinstance(error, RecursionError) else "not UTF-8"


def csv_rows(stream: io.BufferedReader, columns: Mapping[str, str]) -> Iterator[Numbered]:
    """The records under the header; numbered by the line each ends on."""
    csv.field_size_limit(1 << 30)
    head = stream.peek(HEAD).decode("utf-8-sig", errors="replace")
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    reader = csv.reader(lines, delimiter=dialect(head, columns) or ",")
    layout: dict[str, int] | None = None
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, f"not CSV ({error}); check the quotes of the line"
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if layout is None:
            layout = {field: cells.index(name) for field, name in named(cells, columns).items()}
            width = len(cells)
            continue
        if len(cells) > width:
            yield reader.line_num, f"{len(cells)} cells under {width} columns; put texts with the delimiter in quotes"
            continue
        yield reader.line_num, {field: cells[at] for field, at in layout.items() if at < len(cells)}


def parquet_rows(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Numbered]:
    """The records of a Parquet file, numbered from 1; a pipe is put into a temporary file first."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with tempfile.TemporaryFile() as spool:
        if not stream.seekable():
            shutil.copyfileobj(stream, spool)
            spool.seek(0)
        number = 0
        try:
            file = pq.ParquetFile(stream if stream.seekable() else spool)
            layout = named(file.schema_arrow.names, columns)
            if not {"title", "abstract"} <= layout.keys():
                yield 0, f"no title and abstract among the columns {', '.join(file.schema_arrow.names)}; map them"
                return
            for batch in file.iter_batches(batch_size=1000, columns=sorted(set(layout.values()))):
                for record in batch.to_pylist():
                    number += 1
                    yield number, {field: record[name] for field, name in layout.items()}
        except (pa.ArrowException, OSError) as error:
            yield number, f"not readable as Parquet ({str(error).splitlines()[0]}); write the file again"
