"""Papers out of records that are in memory already, such as the rows of a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from leaderboard.model import Paper
from leaderboard.sources.columns import lacking, named
from leaderboard.sources.known import KnownPapers, bundled
from leaderboard.sources.record import paper_of
from leaderboard.sources.skips import Fault, OnSkip, Sparing, logged


def from_records(
    records: Iterable[Mapping[Any, Any]],
    *,
    source: str = "records",
    columns: Mapping[str, str] | None = None,
    known: KnownPapers | None = None,
    on_skip: OnSkip | None = None,
) -> Iterator[Paper]:
    """The paper of each record, lazily, as `read` makes one of a line of a file: `frame.to_dict("records")` gives such.

    A record has a title, an abstract and any other of `FIELDS`; `columns`, `known` and `on_skip` as in `read`. `source`
    names where they are from, for `Paper.sources` and for what is said of a record, numbered from 1.
    """
    table = bundled() if known is None else bundled() | known
    told = Sparing(source, on_skip or logged)
    for number, record in enumerate(records, 1):
        names = [str(name) for name in record]
        fault = lacking(names, columns or {})
        given = {field: record[name] for field, name in named(names, columns or {}).items()}
        paper = fault or paper_of(given, source, table, partial(told.skip, number))
        if isinstance(paper, Fault):
            told.skip(number, paper)
        else:
            yield paper
    told.close()
