"""Open a file and tell its kind by what is in it, never by its name."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal, cast

from leaderboard.sources.columns import lacking
from leaderboard.sources.decoding import encoding_of
from leaderboard.sources.pages import looks_like_page
from leaderboard.sources.skips import Fault

Kind = Literal["page", "json lines", "csv", "parquet"]
HEAD = 1 << 16
_REPACK = "unpack it, or pack it with gzip"
NO_TEXT = (
    (b"PK\x03\x04", Fault("a zip archive or a spreadsheet", "unpack it, or save the sheet as CSV")),
    (b"%PDF-", Fault("a PDF", "give its title and abstract as text, CSV, JSON lines or Parquet")),
    (b"\xfd7zXZ\0", Fault("packed with xz", _REPACK)),
    (b"\x28\xb5\x2f\xfd", Fault("packed with zstd", _REPACK)),
    *((b"BZh%d1AY&SY" % level, Fault("packed with bzip2", _REPACK)) for level in range(1, 10)),
)
"""The bytes that files begin with which we do not read though some of their lines may look as if, and what to do."""


class Replayed(io.RawIOBase):
    """A stream that cannot seek, with the bytes already read from it put back in front."""

    def __init__(self, head: bytes, rest: io.BufferedIOBase | BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer from the head, then from the rest."""
        room = memoryview(cast(bytearray, buffer))
        piece = self._head[: len(room)] or self._more(len(room))
        self._head = self._head[len(piece) :]
        room[: len(piece)] = piece
        return len(piece)

    def _more(self, room: int) -> bytes:
        return self._rest.read(room)


class Unpacked(Replayed):
    """What a gzipped stream holds. Where something else follows, it ends, and `rest` says so."""

    def __init__(self, packed: io.BufferedReader[Any]) -> None:
        super().__init__(b"", packed)
        self.rest: gzip.BadGzipFile | None = None
        self._file = gzip.GzipFile(fileobj=packed)
        self._failed: Exception | None = None
        self._begun = False

    def _more(self, room: int) -> bytes:
        try:
            if self._failed is None:
                piece = self._file.read1(room)
                self._begun |= bool(piece)
                return piece
        except (OSError, EOFError, zlib.error) as error:
            self._failed = error
            if self._begun and isinstance(error, gzip.BadGzipFile):
                self.rest = error
        if self.rest is None and self._failed is not None:
            raise self._failed
        return b""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was opened: the text it begins with (whole lines, where there are any), and all of it, unpacked."""

    head: bytes
    text: str
    encoding: str
    whole: io.BufferedReader[Any]
    unpacked: Unpacked | None


def opened(stream: BinaryIO) -> Opened:
    """Look at the first bytes of a stream; it may be gzipped."""
    unpacked = None
    head = stream.read(HEAD)
    whole = io.BufferedReader(cast(io.RawIOBase, Replayed(head, stream)), HEAD)
    if head.startswith(b"\x1f\x8b"):
        unpacked = Unpacked(whole)
        packed = io.BufferedReader(cast(io.RawIOBase, unpacked), HEAD)
        head = _first(packed)
        whole = io.BufferedReader(cast(io.RawIOBase, Replayed(head, packed)), HEAD)
    encoding = encoding_of(head)
    text = head.decode(encoding, errors="replace")
    if len(head) >= HEAD:  # the last line may be cut short
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text
    return Opened(head, text, encoding, whole, unpacked)


def _first(stream: io.BufferedReader[Any]) -> bytes:
    """As much as a whole head, or what can be read before the stream ends or fails."""
    head = b""
    try:
        while len(head) < HEAD and (piece := stream.read1(HEAD - len(head))):
            head += piece
    except (EOFError, zlib.error):
        if not head:
            raise
    return head


def kind_of(file: Opened, columns: Mapping[str, str]) -> Kind | None:
    """The kind of a file; None for one that we do not read. `columns` as in `read`."""
    if file.head.startswith(b"PAR1"):
        return "parquet"
    if any(file.head.startswith(mark) for mark, _ in NO_TEXT):
        return None
    if _is_json_lines(file.text):
        return "json lines"
    if dialect(file.text, columns) is not None:
        return "csv"
    return "page" if "\0" not in file.text and looks_like_page(file.text) else None


def header(text: str, delimiter: str) -> list[str]:
    """The cells of the first line."""
    first = re.split(r"[\r\n]", text.lstrip("\ufeff\r\n"), maxsplit=1)[0]
    try:
        return next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return []


def dialect(text: str, columns: Mapping[str, str]) -> str | None:
    """The delimiter with which the first line names a title and an abstract column; None where none does."""
    return next((delimiter for delimiter in ",\t;|:" if lacking(header(text, delimiter), columns) is None), None)


def _is_json_lines(text: str) -> bool:
    """Whether one of the first lines is an object; one bad line does not hide the others."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    if lines and lines[0].lstrip().startswith("["):
        return False  # a JSON list, perhaps with a line for each member
    if not any(line.lstrip().startswith("{") for line in lines[:2]):
        return False
    return len(lines) == 1 or any(_is_object(line) for line in lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
