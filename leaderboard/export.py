"""Boards and listings as files: CSV, JSON, Markdown, Parquet, a LaTeX table, and BibTeX of their papers."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from leaderboard import __version__
from leaderboard.bibliography import bib_keys, bibtex, tex
from leaderboard.boards.model import Entry
from leaderboard.boards.values import BOUNDS, entry_value, readable
from leaderboard.model import ROW_FIELDS, Paper, Row
from leaderboard.sheets import FORMATS, csv_text, markdown_cell, markdown_text
from leaderboard.store import ROWS_SCHEMA, papers_of
from leaderboard.versions import patterns_version

COLUMNS: tuple[str, ...] = ("rank", *ROW_FIELDS, "patterns_version", "package_version")
"""The columns of every exported table, in order; `rank` is empty where there is none."""

ENDINGS = (*FORMATS, ".tex", ".bib")
"""The endings of the files that we write."""

Line = Entry | Row


class ExportError(ValueError):
    """The file's ending names no format that we write; the message lists those we do."""


def write(lines: Iterable[Line], path: str | Path, db: DuckDBPyConnection | None = None) -> int:
    """Write entries or rows, exactly as given, in the format of the path's ending; returns how many.

    `-.csv` and the like are standard output. A LaTeX table (`.tex`) cites the papers that BibTeX (`.bib`) of the same
    lines holds; without the store (`db`) that has their authors, both know what rows say.

    Raises:
        ExportError: the ending is none of `ENDINGS`.
        OSError: the file cannot be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        stdout = "; -.csv is standard output" if str(path) == "-" else ""
        raise ExportError(f"{path}: the ending must be one of {', '.join(ENDINGS)}{stdout}")
    given = list(lines)
    content = render(given, ending, db)
    if is_standard_output(path):
        sys.stdout.buffer.write(content)
    else:
        path.write_bytes(content)
    return len(given)


def is_standard_output(path: Path) -> bool:
    """Whether the name stands for standard output: `-.csv`, in no folder."""
    return str(path) == f"-{path.suffix}"


def render(lines: Sequence[Line], ending: str, db: DuckDBPyConnection | None = None) -> bytes:
    """The content of such a file, for a download; `ending` is one of `ENDINGS`."""
    if ending == ".parquet":
        return _parquet(lines)
    if ending in (".tex", ".bib"):
        text = to_latex(lines, db) if ending == ".tex" else to_bibtex(lines, db)
    else:
        text = {".csv": to_csv, ".json": to_json, ".md": to_markdown}[ending](lines)
    # A lone surrogate of a damaged source has no UTF-8 form.
    return text.encode("utf-8", errors="replace")


def records(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """One dictionary a line, its keys `COLUMNS`."""
    versions = {"patterns_version": patterns_version(), "package_version": __version__}
    return [
        {"rank": line.rank, **line.row.as_dict(), **versions}
        if isinstance(line, Entry)
        else {"rank": None, **line.as_dict(), **versions}
        for line in lines
    ]


def to_csv(lines: Iterable[Line]) -> str:
    """Comma-separated, a header first; null is empty, and no text can run as a formula (`sheets.safe_cell`)."""
    return csv_text(COLUMNS, ([record[column] for column in COLUMNS] for record in records(lines)))


def to_json(lines: Iterable[Line]) -> str:
    """A list of objects, one a line of the table; null where there is nothing."""
    return json.dumps(records(lines), ensure_ascii=False, indent=1) + "\n"


def to_markdown(lines: Iterable[Line]) -> str:
    """A table to paste: rank, value, system, paper, date, split, setting, whose result, and how sure we are; benchmark
    and metric too, where the lines are of several."""
    given = list(lines)
    several = _several(given)
    head = ("Rank", "Value", *map(str.capitalize, several), "System", "Paper", "Date", "Split", "Setting", "Result")
    cells = (_markdown_cells(line, several) for line in given)
    table = markdown_text((*head, "Confidence"), cells, ("Rank", "Value", "Confidence"))
    return f"{table}\npatterns {patterns_version()}, package {__version__}\n"


def to_latex(lines: Iterable[Line], db: DuckDBPyConnection | None = None) -> str:
    """A table for a paper, with the rules of `booktabs`: rank, system, value, and what differs of benchmark,
    metric, split and setting. A quoted result is said to be one. `db` as in `write`."""
    given = list(lines)
    keys = bib_keys(_cited(given, db))
    named = [*_several(given), *(name for name in ("split", "setting") if any(getattr(_row(g), name) for g in given))]
    metric = None if "metric" in named or not given else _row(given[0]).metric
    head = " & ".join(["Rank", "System", tex(metric or "Value"), *map(str.capitalize, named)])
    body = "".join(f"{' & '.join(_latex_cells(line, named, keys))} \\\\\n" for line in given)
    return (
        f"% patterns {patterns_version()}, package {__version__}; needs \\usepackage{{booktabs}}\n"
        f"\\begin{{tabular}}{{rlr{'l' * len(named)}}}\n\\toprule\n{head} \\\\\n\\midrule\n"
        f"{body}\\bottomrule\n\\end{{tabular}}\n"
    )


def to_bibtex(lines: Iterable[Line], db: DuckDBPyConnection | None = None) -> str:
    """The papers that `to_latex` of the same lines cites."""
    return bibtex(_cited(lines, db))


def _cited(lines: Iterable[Line], db: DuckDBPyConnection | None) -> list[Paper]:
    """The papers of the lines in their order, each once; of one that the store does not have, what its row says."""
    rows = {row.paper_id: row for row in map(_row, lines)}
    known = {paper.paper_id: paper for paper in papers_of(db, rows)} if db is not None else {}
    return [known.get(i) or Paper(i, row.title, "", row.url, row.arxiv_id, row.date) for i, row in rows.items()]


def file_name(name: str, ending: str) -> str:
    """A file name for a view: `ImageNet, top-1 accuracy` and `.csv` give `imagenet-top-1-accuracy.csv`."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-")
    return (slug or "leaderboard") + ending


def _row(line: Line) -> Row:
    return line.row if isinstance(line, Entry) else line


def _several(lines: Sequence[Line]) -> list[str]:
    """Which of benchmark and metric the lines differ in."""
    return [name for name in ("benchmark", "metric") if len({getattr(_row(line), name) for line in lines}) > 1]


def _rank(line: Line) -> str:
    return str(line.rank) if isinstance(line, Entry) and line.rank is not None else ""


def _value(line: Line) -> str:
    return entry_value(line) if isinstance(line, Entry) else BOUNDS[line.bound] + readable(line.quote)


def _markdown_cells(line: Line, several: Sequence[str]) -> list[str]:
    row = _row(line)
    paper = markdown_cell(row.title)
    if row.url is not None and re.fullmatch(r"https?://[^\s<>()|\\]+", row.url):
        paper = f"[{paper}]({row.url})"
    which = (getattr(row, name) for name in several)
    texts = (_value(line), *which, row.system, row.date, row.split, row.setting, row.role)
    cells = [markdown_cell(text or "") for text in texts]
    return [_rank(line), *cells[:-4], paper, *cells[-4:], f"{row.confidence:.2f}"]


def _latex_cells(line: Line, named: Sequence[str], keys: Mapping[str, str]) -> list[str]:
    row = _row(line)
    system = f"{tex(row.system or 'not named')} \\cite{{{keys[row.paper_id]}}}"
    system += " (quoted)" if row.role == "other" else ""
    return [_rank(line), system, tex(_value(line)), *(tex(getattr(row, name) or "") for name in named)]


def _parquet(lines: Iterable[Line]) -> bytes:
    schema = pa.schema([("rank", pa.int32()), *ROWS_SCHEMA])
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records(lines), schema=schema), sink)
    return sink.getvalue()
