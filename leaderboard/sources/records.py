"""Papers out of records that are in memory already, such as the rows of a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from leaderboard.model import Paper
from leaderboard.sources.columns import lacking, mapping, named
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

    Raises:
        SourceError: `columns` names a field that we do not have.
        TypeError: what is given holds no records, such as a data frame itself, which holds names.
    """
    table = bundled() if known is None else bundled() | known
    columns = mapping(columns)
    told = Sparing(source, on_skip or logged)
    for number, record in enumerate(records, 1):
        cells = _cells(number, record)
        fault = lacking(tuple(cells), columns)
        given = {field: cells[name] for field, name in named(tuple(cells), columns).items()}
        paper = fault or paper_of(given, source, table, partial(told.skip, number))
        if isinstance(paper, Fault):
            told.skip(number, paper)
        else:
            yield paper
    told.close()


def _cells(number: int, record: object) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        hint = 'give a list of dicts, of a data frame `frame.to_dict("records")`'
        raise TypeError(f"record {number} is of type {type(record).__name__}, not a dict; {hint}")
    return {str(name): _plain(cell) for name, cell in record.items()}


def _plain(cell: Any) -> Any:
    """A cell as a file would give it: an array of numpy as a list, and no NA of pandas, which is not even itself."""
    if type(cell).__name__ == "NAType":
        return None
    return cell.tolist() if getattr(cell, "ndim", 0) else cell
