"""Open a file and tell its kind by what is in it, never by its name."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Mapping
from typing import Any, BinaryIO, Literal, cast

from leaderboard.sources.pages import looks_like_page

Kind = Literal["page", "json lines", "csv", "parquet"]
HEAD = 1 << 16


class Replayed(io.RawIOBase):
    """A stream that cannot seek, with the bytes already read from it put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer from the head, then from the rest."""
        room = memoryview(cast(bytearray, buffer))
        piece = self._head[: len(room)] or self._rest.read(len(room))
        self._head = self._head[len(piece) :]
        room[: len(piece)] = piece
        return len(piece)


def opened(stream: BinaryIO) -> tuple[bytes, io.BufferedReader[Any]]:
    """The first bytes of a stream and the whole of it, unpacked where it is gzipped."""
    head = stream.read(HEAD)
    whole = io.BufferedReader(cast(io.RawIOBase, Replayed(head, stream)), HEAD)
    if not head.startswith(b"\x1f\x8b"):
        return head, whole
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=whole))
    head = unpacked.read(HEAD)
    return head, io.BufferedReader(cast(io.RawIOBase, Replayed(head, unpacked)), HEAD)


def kind_of(head: bytes, columns: Mapping[str, str]) -> Kind | None:
    """The kind of file that begins with `head`; null for one that we do not read. `columns` as in `read`."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if b"\0" in head:
        return None
    text = head.decode("utf-8-sig", errors="replace")
    # The last line may be cut short, unless it is the only one.
    whole = text if len(head) < HEAD else text[: text.rfind("\n") + 1] or text
    if _is_json_lines(whole):
        return "json lines"
    if dialect(whole, columns) is not None:
        return "csv"
    return "page" if looks_like_page(whole) else None


def dialect(text: str, columns: Mapping[str, str]) -> str | None:
    """The delimiter with which the first line names a title and an abstract column; null where none does."""
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0].rstrip("\r")
    for delimiter in ",\t;|":
        try:
            names = {name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])}
        except csv.Error:
            continue
        if all(columns.get(name, name).strip().lower() in names for name in ("title", "abstract")):
            return delimiter
    return None


def _is_json_lines(text: str) -> bool:
    """Whether one of the first lines is an object; one bad line does not hide the others."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    if lines and lines[0].lstrip().startswith("["):
        return False  # a JSON list, perhaps with a line for each member
    if not any(line.lstrip().startswith("{") for line in lines[:2]):
        return False
    return any(_is_object(line) for line in lines) or (len(lines) == 1 and len(text) >= HEAD)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
