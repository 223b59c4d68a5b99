"""Bytes of a file to lines of text, whatever they were written in."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from leaderboard.sources.skips import Fault

Tell = Callable[[int, Fault], None]
"""Hears of a line, by its number, what was amiss with it though it was read."""

# Longest first: the mark of UTF-32 begins with that of UTF-16. What reads "utf-16" takes the mark for what it is.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_UTF8 = "utf-8-sig"
# A byte that is not UTF-8 is decoded as half a surrogate pair, which no text holds, and known by it.
_ODD = re.compile("[\udc80-\udcff]")
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)}


def encoding_of(head: bytes) -> str:
    """What the text of a file that begins so is encoded in: told by its mark, or by a zero in every second byte."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return encoding
    sample = head[:1000]
    for encoding, full, empty in (("utf-16-le", sample[::2], sample[1::2]), ("utf-16-be", sample[1::2], sample[::2])):
        if len(sample) > 3 and 0 not in full and empty.count(0) > 0.9 * len(empty):
            return encoding
    return _UTF8


def lines(stream: io.BufferedReader[Any], encoding: str, tell: Tell) -> Iterator[str]:
    """The lines, with their ends (LF, CR LF or CR); bytes that are not UTF-8 are read as Windows-1252: told once."""
    errors = "surrogateescape" if encoding == _UTF8 else "replace"
    told = False
    for number, line in enumerate(io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=""), 1):
        if not line.isascii() and _ODD.search(line):
            if not told:
                reason = "not UTF-8: bytes from here on are read as Windows-1252"
                tell(number, Fault(reason, "save the file as UTF-8"))
                told = True
            line = line.translate(_WINDOWS)
        yield line
