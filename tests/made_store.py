"""A connection with the view `rows` over made-up rows, as a store gives it."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from leaderboard.model import Row
from leaderboard.store_files import ROWS_SCHEMA


def connect(rows: Sequence[Row]) -> duckdb.DuckDBPyConnection:
    """An in-memory database whose table `rows` holds them in order."""
    db = duckdb.connect()
    made = pa.Table.from_pylist([row.as_dict() for row in rows], schema=ROWS_SCHEMA)
    db.register("made", made)
    db.execute("CREATE TABLE rows AS SELECT * FROM made")
    return db
