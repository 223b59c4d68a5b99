"""Tables as they are shown, as files: CSV, JSON, Markdown, Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

Cell = str | float | int | bool | None

FORMATS: tuple[str, ...] = (".csv", ".json", ".md", ".parquet")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names of a table's columns, and its lines with a cell for each; null where there is nothing."""

    columns: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def render_sheet(sheet: Sheet, ending: str) -> bytes:
    """The content of such a file, for a download; `ending` is one of `FORMATS`."""
    if ending == ".parquet":
        columns = {
            name: _column([line[place] for line in sheet.lines]) for place, name in enumerate(_distinct(sheet.columns))
        }
        sink = io.BytesIO()
        pq.write_table(pa.table(columns), sink)
        return sink.getvalue()
    if ending == ".json":
        records = [dict(zip(_distinct(sheet.columns), line, strict=True)) for line in sheet.lines]
        text = json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    else:
        text = sheet_markdown(sheet) if ending == ".md" else csv_text(sheet.columns, sheet.lines)
    # A lone surrogate of a damaged source has no UTF-8 form.
    return text.encode("utf-8", errors="replace")


def csv_text(columns: Sequence[str], lines: Iterable[Iterable[object]]) -> str:
    """Comma-separated, a header first; null is empty, and no text can run as a formula (`safe_cell`)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(_csv_cell, columns))
    writer.writerows(map(_csv_cell, line) for line in lines)
    return out.getvalue()


def sheet_markdown(sheet: Sheet) -> str:
    """A table to paste; columns of numbers line up to the right."""
    numbers = [
        all(isinstance(line[place], int | float | None) for line in sheet.lines) for place in range(len(sheet.columns))
    ]
    return markdown_text(
        [markdown_cell(name) for name in sheet.columns],
        ([markdown_cell("" if cell is None else str(cell)) for cell in line] for line in sheet.lines),
        [name for name, number in zip(sheet.columns, numbers, strict=True) if number],
    )


def markdown_text(head: Sequence[str], lines: Iterable[Sequence[str]], right: Sequence[str] = ()) -> str:
    """Finished cells as a table; the columns named in `right` line up to the right."""
    rule = ["---:" if name in right else "---" for name in head]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *lines))


def markdown_cell(text: str) -> str:
    """The text with nothing in it that Markdown would take for a mark."""
    return re.sub(r"([\\`*_\[\]<>|~$])", r"\\\1", " ".join(text.split()))


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it rather than runs it: an apostrophe goes before `=`, `+`, `-`, `@`, ....

    `plain_cell` takes it away again.
    """
    return "'" + text if _FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """What `safe_cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


# White space and apostrophes in front count too: some programs trim them. Wide forms are read as the plain ones.
_FORMULA = re.compile(r"[\s'\x00-\x1f\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212]")


def _csv_cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe_cell(value) if isinstance(value, str) else value


def _column(cells: Sequence[Cell]) -> object:
    """As one type: where numbers and texts meet, texts."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if len(kinds) > 1 and not kinds <= {int, float}:
        return pa.array([None if cell is None else str(cell) for cell in cells], pa.string())
    return pa.array(list(cells), None if kinds else pa.string())


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, a number after one that was there before."""
    return [name if name not in names[:place] else f"{name} {place + 1}" for place, name in enumerate(names)]
