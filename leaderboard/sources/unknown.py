"""Why a file is of no kind that we read, and how to mend it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from itertools import islice

from leaderboard.sources.columns import NEEDED, lacking, plain
from leaderboard.sources.detect import NO_TEXT, Opened, dialect, header
from leaderboard.sources.known import is_table

_NAME_LENGTH = 60
_HEADER_WITHIN = 20


def why_unknown(file: Opened, columns: Mapping[str, str]) -> str:
    """What to say of a file of no kind."""
    packed = next((told for mark, told in NO_TEXT if file.head.startswith(mark)), None)
    if packed is not None:
        return packed
    text = file.text.lstrip("\ufeff \t\r\n")
    if not text:
        return "the file is empty"
    if text.startswith("["):
        return "a JSON list, skipped; write one object a line, as `jq -c '.[]'` does"
    if text.startswith("{"):
        return "no line is a JSON object of its own, skipped; write one object a line, as `jq -c .` does"
    if "\0" in text:
        line = len(re.split(r"\r\n?|\n", file.text[: file.text.index("\0")]))
        return f"no kind that we read: NUL bytes, the first in line {line}; unpack it, or save it as text in UTF-8"
    if not columns and is_table(file.text):
        return "a table of known papers, no abstracts; give it as `--papers FILE` for its links and dates"
    if (names := _names(text, columns)) is not None:
        return lacking(names, columns) or ""
    if (late := _late_header(file.text, columns)) is not None:
        return f"line {late} names the columns, which the first should; delete the lines above it"
    return "no kind that we read (page text, JSON lines, CSV or Parquet with title and abstract), skipped"


def _names(text: str, columns: Mapping[str, str]) -> list[str] | None:
    """The names of columns in the first line; null where it has none."""
    read = ((header(text, delimiter), delimiter) for delimiter in ",\t;|")
    return next((names for names, delimiter in read if _is_header(names, text, delimiter, columns)), None)


def _late_header(text: str, columns: Mapping[str, str]) -> int | None:
    """Which of the first lines names a title and an abstract column; null where none does."""
    for number, line in enumerate(text.splitlines()[:_HEADER_WITHIN], 1):
        if dialect(line, columns) is not None:
            return number
    return None


def _is_header(names: list[str], text: str, delimiter: str, columns: Mapping[str, str]) -> bool:
    """Whether a first line reads as names of columns: one that we know, or as many as the lines below have cells."""
    if not all(name.strip() and len(name) <= _NAME_LENGTH for name in names) or len(names) < 2:
        return False
    wanted = {plain(name) for name in (*NEEDED, *columns.values())}
    if not wanted.isdisjoint(map(plain, names)):
        return True
    try:
        rows = [row for row in islice(csv.reader(text.splitlines(), delimiter=delimiter), 1, 5) if row]
    except csv.Error:
        return False
    return bool(rows) and all(len(row) == len(names) for row in rows)
