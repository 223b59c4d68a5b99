"""The table of known papers: what arXiv id, address and date a title has, for sources that do not say."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leaderboard.resources import resource
from leaderboard.sources.ids import arxiv_id, arxiv_id_of_number, iso_date


class SourceError(ValueError):
    """An input that cannot be read at all; the message names the file and the mend."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the table knows of a paper, besides its title; None where it does not."""

    arxiv_id: str | None
    url: str | None
    date: str | None


def title_key(title: str) -> str:
    """What two spellings of one title share: case, punctuation and white space do not count."""
    return re.sub(r"[\W_]+", " ", title.casefold()).strip() or " ".join(title.split())


class KnownPapers:
    """Known papers by title and by arXiv id; a later entry for the same paper replaces an earlier one."""

    def __init__(self, entries: Iterable[tuple[str, Entry]] = ()) -> None:
        self._by_title: dict[str, Entry] = {}
        self._by_arxiv: dict[str, Entry] = {}
        for title, entry in entries:
            self._by_title[title_key(title)] = entry
            if entry.arxiv_id:
                self._by_arxiv[entry.arxiv_id] = entry

    def find(self, title: str, arxiv_id: str | None) -> Entry | None:
        """What is known: by arXiv id where there is one, else by title."""
        return self._by_arxiv.get(arxiv_id) if arxiv_id else self._by_title.get(title_key(title))

    def __or__(self, other: KnownPapers) -> KnownPapers:
        """Both tables in one, `other` before this."""
        both = KnownPapers()
        both._by_title = self._by_title | other._by_title
        both._by_arxiv = self._by_arxiv | other._by_arxiv
        return both


def is_table(text: str) -> bool:
    """Whether a text that begins so is a table of known papers, to its first line."""
    names = text.lstrip("\ufeff").split("\n", 1)[0].strip().split(",")
    return "title" in names and not {"arxiv_id", "url", "date"}.isdisjoint(names)


KNOWN = "papers.csv"
"""The table of known papers that comes with the package, in `golden/`."""


@cache
def bundled() -> KnownPapers:
    """The table that comes with the package."""
    path = resource("golden") / KNOWN
    return load(path) if path.is_file() else KnownPapers()


def load(path: Path) -> KnownPapers:
    """The table of a CSV file with the columns `title` and any of `arxiv_id`, `url`, `date`; may be gzipped.

    Raises:
        SourceError: it cannot be read, or has no such columns.
    """
    try:
        opened = gzip.open if path.read_bytes()[:2] == b"\x1f\x8b" else open
        with opened(path, "rt", encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{path}: the table of known papers cannot be read: not UTF-8 ({error}); save it as UTF-8"
        ) from error
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{path}: the table of known papers cannot be read: {reason}; check the file") from error
    if rows and not ("title" in rows[0] and {"arxiv_id", "url", "date"} & rows[0].keys()):
        raise SourceError(f"{path}:1: a table of known papers has the columns `title` and any of `arxiv_id,url,date`")
    entries = []
    for number, row in enumerate(rows, 2):
        stated, date = (row.get("arxiv_id") or "").strip(), (row.get("date") or "").strip()
        arxiv = arxiv_id(stated) or arxiv_id_of_number(stated)
        if stated and arxiv is None:
            raise SourceError(f"{path}: record {number}: `{stated}` is no arXiv id; write it like 2310.01234")
        if date and iso_date(date) is None:
            raise SourceError(f"{path}: record {number}: `{date}` is no date; write it like 2023-10-05 or 2023-10")
        entry = Entry(arxiv, (row.get("url") or "").strip() or None, iso_date(date))
        entries.append((row["title"] or "", entry))
    return KnownPapers(entries)
