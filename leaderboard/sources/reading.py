"""Files to papers: find the inputs, tell their kind, read each lazily, and say what was left out."""

from __future__ import annotations

import glob
import io
import re
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from leaderboard.model import Paper
from leaderboard.sources import decoding, pages, tables
from leaderboard.sources.columns import mapping
from leaderboard.sources.csv_rows import csv_rows
from leaderboard.sources.detect import Kind, Opened, dialect, kind_of, opened
from leaderboard.sources.known import KnownPapers, SourceError, bundled
from leaderboard.sources.record import paper_of
from leaderboard.sources.skips import Fault, OnSkip, Skipped, Sparing, logged
from leaderboard.sources.unknown import why_unknown

STDIN = "-"
_PART = re.compile(r"[0-9a-f]{32}\.(?:papers|rows)\.parquet")
"""The names of a store's files."""


class Reading:
    """The papers of some inputs, read anew and lazily each time it is gone through."""

    def __init__(
        self, inputs: Sequence[str | Path], columns: Mapping[str, str], known: KnownPapers, on_skip: OnSkip
    ) -> None:
        self._columns = columns
        self._known = known
        self._on_skip = on_skip
        self._files = list(dict.fromkeys(file for given in inputs for file in _files(str(given), on_skip)))
        self._spool: BinaryIO | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that will be opened, in order; `-` is standard input."""
        return tuple(self._files)

    def __iter__(self) -> Iterator[Paper]:
        return self._papers(self._on_skip)

    def quietly(self) -> Iterator[Paper]:
        """The papers, without saying again what is skipped. Standard input is kept for the next time."""
        if STDIN in self._files and self._spool is None:
            self._spool = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - it lives as long as this does
            while piece := sys.stdin.buffer.read(1 << 20):
                self._spool.write(piece)
        return self._papers(lambda _: None)

    def _papers(self, on_skip: OnSkip) -> Iterator[Paper]:
        for file in self._files:
            name = "standard input" if file == STDIN else _readable(Path(file).as_posix())
            told = Sparing(name, on_skip)
            try:
                with self._open(file) as stream:
                    yield from self._read(name, stream, told)
            except (EOFError, zlib.error) as error:
                told.skip(None, _torn(error))
            except OSError as error:
                told.skip(None, Fault("cannot be read on", "check the file", str(error)))
            told.close()

    @contextmanager
    def _open(self, file: str) -> Iterator[BinaryIO]:
        if file != STDIN:
            with open(file, "rb") as stream:
                yield stream
        elif self._spool is not None:
            self._spool.seek(0)
            yield self._spool
        else:
            yield sys.stdin.buffer

    def _read(self, name: str, stream: BinaryIO, told: Sparing) -> Iterator[Paper]:
        file = opened(stream)
        kind = kind_of(file, self._columns)
        if kind is None:
            told.skip(None, why_unknown(file, self._columns))
            return
        whole = _rewound(stream, file.whole) if kind == "parquet" and stream.seekable() else file.whole
        line = -1
        try:
            for line, record in _records(kind, file, whole, self._columns, told):
                note = partial(told.skip, line or None)
                paper = record if isinstance(record, Fault) else paper_of(record, name, self._known, note)
                if isinstance(paper, Fault):
                    told.skip(line or None, paper)
                else:
                    yield paper
        except (EOFError, zlib.error) as error:
            told.skip(max(line, 0) + 1, _torn(error))
            return
        if line < 0:
            told.skip(None, Fault(f"{kind}, but without a record"))
        if file.unpacked is not None and (rest := file.unpacked.rest) is not None:
            reason = "the packed data ends in an error, and what came before it is read"
            told.skip(None, Fault(reason, "pack the file again", str(rest)))


def read(
    inputs: str | Path | Sequence[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    known: KnownPapers | None = None,
    on_skip: OnSkip | None = None,
) -> Reading:
    """The papers of files, folders (with all below them), globs and `-` (standard input), one or more, in that order,
    lazily.

    Pages saved as text, the arXiv metadata snapshot and other JSON lines, CSV and Parquet are told by their content,
    gzipped or not. `columns` maps our names of fields (`title`, `abstract`, `id`, …: `record.FIELDS`) to the file's.
    `known` adds to the bundled table of known papers and goes before it. `on_skip` hears of what is
    not read, or not as it stands; without it that is logged as a warning. A paper met twice comes twice: see `merge`.

    Raises:
        SourceError: an input is not there, or `columns` names a field that we do not have.
    """
    table = bundled() if known is None else bundled() | known
    several = [inputs] if isinstance(inputs, str | Path) else inputs
    return Reading(several, mapping(columns), table, on_skip or logged)


def _torn(error: Exception) -> Fault:
    return Fault("cannot be read from here on", "pack the file again", str(error))


def _files(given: str, on_skip: OnSkip) -> Iterator[str]:
    if given == STDIN:
        yield given
        return
    if not given.strip():  # a shell's variable that is not set; as a path it would be the current folder
        raise SourceError("an input has no name; name a file, a folder, a glob or -")
    path = Path(given)
    if path.is_dir():
        below = sorted(p for p in path.rglob("*") if not _hidden(p.relative_to(path)))
        for linked in (p for p in below if p.is_symlink() and p.is_dir()):
            on_skip(
                Skipped(
                    _readable(str(linked)), None, Fault("a link to a folder is not followed", "name that folder too")
                )
            )
        found = [p for p in below if p.is_file() or not p.exists()]  # a link to nothing is told when it is opened
        if not found:
            on_skip(Skipped(given, None, Fault("the folder holds no file")))
        yield from map(str, _without_stores(found))
    elif path.exists():
        yield given
    else:
        matches = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []
        if not matches:
            raise SourceError(f"{given}: no such file, folder or glob; check the path")
        for match in matches:
            yield from _files(match, on_skip)


def _without_stores(files: Sequence[Path]) -> list[Path]:
    """The files but for those of a store beside or below them, which were made of them; where there are no others, a
    store was named itself, and its papers are read again."""
    others = [path for path in files if not _PART.fullmatch(path.name)]
    return others or [path for path in files if not path.name.endswith(".rows.parquet")]


def _readable(name: str) -> str:
    """A file's name as text; what is no character in it, which no store takes, is a question mark."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _rewound(stream: BinaryIO, whole: io.BufferedReader) -> io.BufferedReader:
    """The file itself, unless it is packed: Parquet is read from its end, and needs no copy where one can seek."""
    reached = stream.tell()
    stream.seek(0)
    plain = stream.read(4) == b"PAR1"
    stream.seek(0 if plain else reached)
    return cast(io.BufferedReader, stream) if plain else whole


def _records(
    kind: Kind, file: Opened, whole: io.BufferedReader, columns: Mapping[str, str], told: Sparing
) -> Iterator[tables.Numbered]:
    if kind == "parquet":
        yield from tables.parquet_rows(cast(BinaryIO, whole), columns)
        return
    lines = decoding.lines(whole, file.encoding, told.skip)
    if kind == "json lines":
        yield from tables.json_lines(lines, columns)
    elif kind == "csv":
        yield from csv_rows(lines, columns, dialect(file.text, columns) or ",")
    else:
        for number, title, abstract in pages.parse(lines):
            record = {"title": title, "abstract": abstract}
            yield number, record if abstract else Fault("a title without an abstract", detail=title[:60])
