"""Records out of CSV, one at a time; a quote that is not closed does not swallow the records below it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence

from leaderboard.sources.columns import NEEDED, lacking, named, twice, unmet
from leaderboard.sources.skips import Fault
from leaderboard.sources.tables import Numbered

_LONGEST = 1 << 20
"""Characters after which a record over several lines is taken for an unclosed quote."""


class _Lines(Iterator[str]):
    """The lines for `csv.reader`: it is known which the record being read took, and they can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: list[str] = []
        self._size = 0
        self.taken: list[str] = []
        self.number = 0
        self.wanted_more = False

    def __next__(self) -> str:
        line = None
        if self._size <= _LONGEST:
            line = self._again.pop() if self._again else next(self._lines, None)
        if line is None:
            self.wanted_more = bool(self.taken)
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        self.number += 1
        return line

    def begin(self) -> None:
        """Begin a record."""
        self.taken, self._size, self.wanted_more = [], 0, False

    def put_back(self, lines: Sequence[str]) -> None:
        """Give these lines, which the record took last, once more."""
        self._again += reversed(lines)
        self.number -= len(lines)


def csv_rows(lines: Iterable[str], columns: Mapping[str, str], delimiter: str) -> Iterator[Numbered]:
    """The records under the header; numbered by the line each ends on."""
    source = _Lines(lines)
    records = _records(source, csv.reader(source, delimiter=delimiter))
    names = next(records, [])
    if isinstance(names, Fault):
        yield source.number, names
        return
    if (missing := lacking(names, columns)) is not None:
        yield source.number, missing
        return
    for fault in (*twice(names, columns), *unmet(names, columns)):
        yield source.number, fault
    if any(name.startswith(" ") for name in names):  # `title, abstract`: quotes come after the blanks
        records = _records(source, csv.reader(source, delimiter=delimiter, skipinitialspace=True))
    layout = {field: names.index(name) for field, name in named(names, columns).items()}
    nul_told = False
    for cells in records:
        if isinstance(cells, Fault):
            yield source.number, cells
        elif unclosed := _unclosed(source, layout, len(names), delimiter):
            yield unclosed
        elif len(cells) > len(names):
            detail = f"{len(cells)} under {len(names)}"
            yield source.number, Fault("more cells than columns", "put texts with the delimiter in quotes", detail)
        else:
            if not nul_told and any("\0" in cell for cell in cells):
                nul_told = True
                yield source.number, Fault("NUL bytes from here on are read as blanks", "take them out of the file")
            yield source.number, {field: cells[at] for field, at in layout.items() if at < len(cells)}


def _records(source: _Lines, reader: Iterator[list[str]]) -> Iterator[list[str] | Fault]:
    """The cells of each record that is not blank, or what is wrong with it."""
    csv.field_size_limit(1 << 30)
    while True:
        source.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault("not CSV", "check the quotes of the line", str(error))
            continue
        if any(cell.strip() for cell in cells):
            yield cells


def _unclosed(source: _Lines, layout: Mapping[str, int], width: int, delimiter: str) -> Numbered | None:
    """What to say of the record just read where a quote in it is not closed; the records it swallowed are put back."""
    if len(source.taken) == 1 and not source.wanted_more:
        return None
    swallowed = _swallowed(source, layout, width, delimiter)
    if swallowed is None:
        return None
    begun, last = source.number - len(source.taken) + 1, source.number - len(swallowed)
    source.put_back(swallowed)
    detail = f"lines {begun} to {last} are not read" if last > begun else None
    return begun, Fault("a quote opened here is not closed", "close it, or double quotes inside a cell", detail)


def _swallowed(source: _Lines, layout: Mapping[str, int], width: int, delimiter: str) -> list[str] | None:
    """Of a record over several lines, those that are records of their own; None where its quotes are in order.

    They are not where the file ends inside a quote, or text follows a closing one (that would have opened a cell
    further down), or where a line inside reads as a record in all respects.
    """
    below = source.taken[1:]
    torn = source.wanted_more or _cells(source.taken, delimiter) is None
    mine, *alone = (next(csv.reader([line], delimiter=delimiter), []) for line in source.taken)
    # A line of prose has a comma too: of two columns, each line must be a record that begins as titles and texts do.
    sure = width > 2 or all(len(cells) == width and all(cell[:1].isupper() for cell in cells) for cells in alone)
    for at, (line, cells) in enumerate(zip(below, alone, strict=True)):
        if len(cells) != width or not all(any(map(str.isalpha, cells[layout[field]])) for field in NEEDED):
            continue
        if torn or (sure and _cells([line], delimiter) is not None and _alike(cells, mine)):
            return below[at:]
    return [] if torn else None


def _cells(lines: Sequence[str], delimiter: str) -> list[str] | None:
    """The cells of a record whose quotes are in order; None where they are not."""
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _alike(cells: Sequence[str], record: Sequence[str]) -> bool:
    """Whether cells are like those of a record: none begins with a blank, as after a comma in a text, and where the
    record has one word they have."""
    return not any(cell[:1].isspace() for cell in cells) and not any(
        " " in cell.strip() and " " not in its.strip() for cell, its in zip(cells, record, strict=False)
    )
