"""Records out of JSON lines and Parquet, one at a time: (line or record number, record) or what is wrong there."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from leaderboard.sources.columns import lacking, named, twice, unmet
from leaderboard.sources.skips import Fault

Record = Mapping[str, Any]
Numbered = tuple[int, Record | Fault]


def json_lines(lines: Iterable[str], columns: Mapping[str, str]) -> Iterator[Numbered]:
    """The object of each line that is not blank."""
    layouts: dict[tuple[str, ...], tuple[dict[str, str], Fault | None]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, Fault("not JSON", "mend or delete the line", _detail(error, line))
            continue
        if not isinstance(record, dict):
            yield number, Fault("not a JSON object", 'write {"title": …, "abstract": …} on one line')
            continue
        keys = tuple(record)
        if len(layouts) > 1000:
            layouts.clear()
        if keys not in layouts:
            layouts[keys] = named(keys, columns), lacking(keys, columns)
        layout, missing = layouts[keys]
        yield number, missing or {field: record[name] for field, name in layout.items()}


def _detail(error: Exception, line: str) -> str:
    if "\0" in line:
        return f"a NUL byte at character {line.index(chr(0)) + 1}"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number too long"


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
            names = file.schema_arrow.names
            if missing := lacking(names, columns):
                yield 0, missing
                return
            for fault in (*unmet(names, columns), *twice(names, columns)):
                yield 0, fault
            layout = named(names, columns)
            for batch in file.iter_batches(batch_size=1000, columns=sorted(set(layout.values()))):
                places = map(batch.schema.names.index, layout.values())
                for record in zip(*(_cells(batch.column(place)) for place in places), strict=True):
                    number += 1
                    yield number, dict(zip(layout, record, strict=True))
        except (pa.ArrowException, OSError, ValueError) as error:
            yield number, Fault("not readable as Parquet", "write the file again", str(error).splitlines()[0])


def _cells(column: Any) -> list[Any]:
    """Days and times as text: Python has none before the year 1 or after 9999, where a broken date may lie."""
    import pyarrow as pa

    return list((column.cast(pa.string()) if pa.types.is_temporal(column.type) else column).to_pylist())
