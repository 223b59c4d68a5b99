"""Why a file is of no kind that we read, and how to mend it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from itertools import islice

from leaderboard.sources.columns import NEEDED, lacking, plain
from leaderboard.sources.detect import NO_TEXT, Opened, dialect, header
from leaderboard.sources.known import is_table
from leaderboard.sources.skips import Fault

_NAME_LENGTH = 60
_HEADER_WITHIN = 20


def why_unknown(file: Opened, columns: Mapping[str, str]) -> Fault:
    """What is wrong with a file of no kind."""
    packed = next((fault for mark, fault in NO_TEXT if file.head.startswith(mark)), None)
    if packed is not None:
        return packed
    text = file.text.lstrip("\ufeff \t\r\n")
    if not text:
        return Fault("the file is empty")
    if text.startswith("["):
        return Fault("a JSON list", "write one object a line, as `jq -c '.[]'` does")
    if text.startswith("{"):
        return Fault("no line is a JSON object of its own", "write one object a line, as `jq -c .` does")
    if "\0" in text:
        line = len(re.split(r"\r\n?|\n", file.text[: file.text.index("\0")]))
        return Fault("NUL bytes, as no text has", "unpack it, or save it as text in UTF-8", f"the first in line {line}")
    if not columns and is_table(file.text):
        return Fault("a table of known papers: links and dates, no abstracts", option="--papers FILE")
    if (names := _names(text, columns)) is not None and (fault := lacking(names, columns)) is not None:
        return fault
    if (late := _late_header(file.text, columns)) is not None:
        return Fault(f"line {late} names the columns, which the first should", "delete the lines above it")
    return Fault("of no kind that we read", "give page text, JSON lines, CSV or Parquet with title and abstract")


def _names(text: str, columns: Mapping[str, str]) -> list[str] | None:
    """The names of columns in the first line; None where it has none."""
    read = ((header(text, delimiter), delimiter) for delimiter in ",\t;|")
    return next((names for names, delimiter in read if _is_header(names, text, delimiter, columns)), None)


def _late_header(text: str, columns: Mapping[str, str]) -> int | None:
    """Which of the first lines names a title and an abstract column; None where none does."""
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
