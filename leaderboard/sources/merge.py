"""One paper out of every place it was read from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from leaderboard.model import Paper
from leaderboard.sources.ids import text_id
from leaderboard.sources.known import title_key
from leaderboard.sources.reading import Reading


def merge(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Each paper once, where it was first read, with all its sources.

    Two are the same where their arXiv id is, or their title; not where both have arXiv ids that differ, or where one
    file gives them different ids. The first gives the text; arXiv id, url and date come from the first that has them.
    An id that another paper took gives way to `text_id`.

    What was read is kept as 64-bit keys in a temporary database on disk, so memory does not grow. Papers that can be
    gone through again (`read` of several files, a list) are: the first time only their keys are taken, so that every
    paper has all its sources when it comes. One file is gone through once, as is an
    iterator that cannot be begun again: a paper then has what was met up to it.
    """
    again = len(papers.files) > 1 if isinstance(papers, Reading) else not isinstance(papers, Iterator)
    with closing(_Book()) as book:
        if again:
            for number, paper in enumerate(papers.quietly() if isinstance(papers, Reading) else papers):
                book.enter(number, paper)
        for number, paper in enumerate(papers):
            if (not book.is_repeat(number)) if again else (book.enter(number, paper) == number):
                yield book.complete(number, paper)


class _Book:
    """Who was met: a paper's number is its place in reading order, and that of a repeat is the first one's."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;
            CREATE TABLE arxiv (key INTEGER PRIMARY KEY, number INTEGER);
            CREATE TABLE title (key INTEGER PRIMARY KEY, number INTEGER, arxiv INTEGER, place INTEGER, id INTEGER);
            CREATE TABLE taken (key INTEGER PRIMARY KEY, number INTEGER);
            CREATE TABLE repeat (number INTEGER, first INTEGER, source TEXT, arxiv_id TEXT, url TEXT, date TEXT);
            CREATE INDEX repeat_number ON repeat (number); CREATE INDEX repeat_first ON repeat (first);
            BEGIN;
            """
        )
        self._repeats = 0

    def close(self) -> None:
        """Let the temporary database go."""
        self._db.close()

    def enter(self, number: int, paper: Paper) -> int:
        """The number of the paper that this one is: its own, or that of an earlier one."""
        arxiv = _key(paper.arxiv_id) if paper.arxiv_id else 0
        title, place, identifier = _key(title_key(paper.title)), _key(paper.sources[:1]), _key(paper.paper_id)
        first = self._first(arxiv, title, place, identifier)
        if first is not None:
            self._repeats += 1
            for source in paper.sources or (None,):
                self._db.execute(
                    "INSERT INTO repeat VALUES (?, ?, ?, ?, ?, ?)",
                    (number, first, source, paper.arxiv_id, paper.url, paper.date),
                )
        known = number if first is None else first
        if arxiv:
            self._db.execute("INSERT OR IGNORE INTO arxiv VALUES (?, ?)", (arxiv, known))
        self._db.execute("INSERT OR IGNORE INTO title VALUES (?, ?, ?, ?, ?)", (title, known, arxiv, place, identifier))
        return known

    def _first(self, arxiv: int, title: int, place: int, identifier: int) -> int | None:
        if arxiv and (found := self._db.execute("SELECT number FROM arxiv WHERE key = ?", (arxiv,)).fetchone()):
            return int(found[0])
        row = self._db.execute("SELECT number, arxiv, place, id FROM title WHERE key = ?", (title,)).fetchone()
        if row is None:
            return None
        first, its_arxiv, its_place, its_id = row
        differ = (arxiv and its_arxiv and arxiv != its_arxiv) or (place == its_place and identifier != its_id)
        return None if differ else int(first)

    def is_repeat(self, number: int) -> bool:
        """Whether an earlier paper is this one."""
        query = "SELECT 1 FROM repeat WHERE number = ? LIMIT 1"
        return self._repeats > 0 and self._db.execute(query, (number,)).fetchone() is not None

    def complete(self, number: int, paper: Paper) -> Paper:
        """The paper with what its repeats add, under an id that no other has."""
        identifier = self._free(number, paper)
        if identifier != paper.paper_id:
            paper = replace(paper, paper_id=identifier)
        if not self._repeats:
            return paper
        sources, arxiv_id, url, date = list(paper.sources), paper.arxiv_id, paper.url, paper.date
        query = "SELECT source, arxiv_id, url, date FROM repeat WHERE first = ? ORDER BY number, rowid"
        for source, its_arxiv, its_url, its_date in self._db.execute(query, (number,)):
            sources += [source] if source and source not in sources else []
            arxiv_id, url, date = arxiv_id or its_arxiv, url or its_url, date or its_date
        return replace(paper, sources=tuple(sources), arxiv_id=arxiv_id, url=url, date=date)

    def _free(self, number: int, paper: Paper) -> str:
        for identifier in _ids(paper):
            if self._db.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (_key(identifier), number)).rowcount:
                return identifier
        return f"{text_id(paper.abstract)}-{number}"


def _ids(paper: Paper) -> Iterator[str]:
    """What a paper may be called, best first."""
    yield paper.paper_id
    yield text_id(paper.abstract)
    yield text_id(f"{paper.title}\n{paper.abstract}")


def _key(what: object) -> int:
    text = str(what).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True) or 1
