"""Boards and listings as files: CSV, JSON, Markdown, Parquet, and BibTeX of their papers."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard.boards.board import shown
from leaderboard.boards.model import Entry
from leaderboard.model import ROW_FIELDS, Paper, Row
from leaderboard.sheets import FORMATS, csv_text, markdown_cell, markdown_text
from leaderboard.store_files import ROWS_SCHEMA
from leaderboard.versions import package_version, patterns_version

COLUMNS: tuple[str, ...] = ("rank", *ROW_FIELDS, "patterns_version", "package_version")
"""The columns of every exported table, in order; `rank` is empty where there is none."""

Line = Entry | Row


class ExportError(ValueError):
    """The file's ending names no format that we write; the message lists those we do."""


def write(lines: Iterable[Line], path: str | Path) -> int:
    """Write entries or rows, exactly as given, in the format of the path's ending; returns how many.

    Raises:
        ExportError: the ending is none of `FORMATS`.
        OSError: the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        raise ExportError(f"{path}: the ending must be one of {', '.join(FORMATS)}")
    given = list(lines)
    path.write_bytes(render(given, path.suffix.lower()))
    return len(given)


def render(lines: Sequence[Line], ending: str) -> bytes:
    """The content of such a file, for a download; `ending` is one of `FORMATS`."""
    if ending == ".parquet":
        return _parquet(lines)
    text = {".csv": to_csv, ".json": to_json, ".md": to_markdown}[ending](lines)
    # A lone surrogate of a damaged source has no UTF-8 form.
    return text.encode("utf-8", errors="replace")


def records(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """One dictionary a line, its keys `COLUMNS`."""
    versions = {"patterns_version": patterns_version(), "package_version": package_version()}
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
    """A table to paste: rank, value, system, paper, date, split, setting, whose result, and how sure we are."""
    head = ("Rank", "Value", "System", "Paper", "Date", "Split", "Setting", "Result", "Confidence")
    table = markdown_text(head, map(_markdown_cells, lines), ("Rank", "Value", "Confidence"))
    return f"{table}\npatterns {patterns_version()}, package {package_version()}\n"


def bibtex(papers: Iterable[Paper]) -> str:
    """An entry a paper, keys unique (`smith2023learning`), with the arXiv number where it is known."""
    taken: set[str] = set()
    entries = []
    for paper in papers:
        key = _bib_key(paper, taken)
        taken.add(key)
        fields = {
            "title": "{" + _tex(paper.title) + "}",
            "author": " and ".join(_tex(author) for author in paper.authors),
            "year": (paper.date or "")[:4],
            "eprint": paper.arxiv_id or "",
            "archivePrefix": "arXiv" if paper.arxiv_id else "",
            "url": _url(paper.url or ""),
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        entries.append(f"@misc{{{key},\n{body}}}\n")
    return "\n".join(entries)


def file_name(name: str, ending: str) -> str:
    """A file name for a view: `ImageNet, top-1 accuracy` and `.csv` give `imagenet-top-1-accuracy.csv`."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-")
    return (slug or "leaderboard") + ending


def _markdown_cells(line: Line) -> list[str]:
    row = line.row if isinstance(line, Entry) else line
    value = shown(line) if isinstance(line, Entry) else row.quote
    if isinstance(line, Entry) and line.counted is not None:
        if line.board_spread is not None:
            value += f" ± {line.board_spread:.10g}"
        if row.bound != "exact":
            value = f"{row.bound.replace('_', ' ')} {value}"
    rank = str(line.rank) if isinstance(line, Entry) and line.rank is not None else ""
    paper = markdown_cell(row.title)
    if row.url is not None and re.fullmatch(r"https?://[^\s<>()|\\]+", row.url):
        paper = f"[{paper}]({row.url})"
    texts = (row.system_label, row.date, row.split, row.setting, row.role)
    system, *rest = (markdown_cell(text or "") for text in texts)
    return [rank, markdown_cell(value), system, paper, *rest, f"{row.confidence:.2f}"]


def _parquet(lines: Iterable[Line]) -> bytes:
    schema = pa.schema([("rank", pa.int32()), *ROWS_SCHEMA])
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records(lines), schema=schema), sink)
    return sink.getvalue()


def _bib_key(paper: Paper, taken: set[str]) -> str:
    author = paper.authors[0].replace(",", " ").split() if paper.authors else []
    # `Smith, Ann` puts the family name first, `Ann Smith` last.
    family = (author[0] if "," in paper.authors[0] else author[-1]) if author else ""
    words = [word for word in re.findall(r"[a-z0-9]+", paper.title.lower()) if word not in _STOP]
    parts = (re.sub(r"[^a-z0-9]", "", family.lower()), (paper.date or "")[:4], words[0] if words else "")
    stem = "".join(parts) or "paper"
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}-{count}"
    return key


_STOP = frozenset({"a", "an", "the", "on", "of", "for", "in", "to", "and", "towards", "with"})
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    c: "\\" + c for c in "&%$#_{}"
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))


def _url(url: str) -> str:
    """BibTeX only minds braces, backslashes and blanks in an address; they are written in per cent form."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found.group()):02X}", url)
