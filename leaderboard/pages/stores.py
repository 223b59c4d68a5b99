"""The store that the page reads, and a session's own rows beside it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import streamlit as st
from duckdb import DuckDBPyConnection

from leaderboard.boards import settle
from leaderboard.model import Extraction
from leaderboard.sources import title_key
from leaderboard.store import Store
from leaderboard.store_files import PAPERS
from leaderboard.stores import default_store, is_bundled


class Source:
    """One state of the data: a store as it was when opened, and what one session added to it.

    `stamp` tells two states apart, for caches. `words` says in a sentence what is shown.
    """

    def __init__(self, connection: DuckDBPyConnection, words: str, stamp: str) -> None:
        self._connection = connection
        self.words = words
        self.stamp = stamp

    def connection(self) -> DuckDBPyConnection:
        """The connection with the views `rows` and `papers`; threads take a cursor of it."""
        return self._connection.cursor()


def opened() -> Source:
    """The data of this session: the store alone, or with what was added under "Try it"."""
    base = opened_for_all()
    added: dict[str, Extraction] = st.session_state.get("added", {})
    if not added:
        return base
    stamp = stamp_with(base.stamp, added.values())
    mixed: Source | None = st.session_state.get("mixed")
    if mixed is None or mixed.stamp != stamp:
        mixed = with_added(Store(_folder()).connection(), added.values(), base.words, stamp)
        st.session_state["mixed"] = mixed
    return mixed


def stamp_with(stamp: str, added: Iterable[Extraction]) -> str:
    """The stamp of a state with some papers added: another for another text, since all sessions share the caches."""
    return f"{stamp}+{hashlib.sha256(repr([e.paper for e in added]).encode()).hexdigest()}"


def opened_for_all() -> Source:
    """The data of the store, which all sessions share."""
    store = _folder()
    return _opened(str(store), _stamp(store))


def with_added(connection: DuckDBPyConnection, added: Iterable[Extraction], words: str, stamp: str) -> Source:
    """The data of `connection` with some papers added, each in place of a stored one as in `sources.merge`."""
    found = list(added)
    papers = pa.Table.from_pylist([{**asdict(e.paper), "title_key": title_key(e.paper.title)} for e in found])
    rows = pa.Table.from_pylist([row.as_dict() for e in found for row in e.rows])
    for name, extra in (("papers", papers), ("rows", rows)):
        connection.execute(f"ALTER VIEW {name} RENAME TO kept_{name}")
        connection.register(f"given_{name}", extra)
        connection.execute(f"CREATE TABLE added_{name} AS SELECT * FROM kept_{name} LIMIT 0")
        if extra.num_rows:
            connection.execute(f"INSERT INTO added_{name} BY NAME SELECT * FROM given_{name}")
        connection.unregister(f"given_{name}")
    same = (
        "kept.paper_id = new.paper_id",
        "kept.arxiv_id = new.arxiv_id",
        "kept.title_key = new.title_key AND (kept.arxiv_id IS NULL OR new.arxiv_id IS NULL)",
    )
    replaced = " UNION ".join(
        f"SELECT kept.paper_id FROM kept_papers kept JOIN added_papers new ON {each}" for each in same
    )
    connection.execute(f"CREATE TABLE replaced_papers AS {replaced}")
    for name in ("papers", "rows"):
        connection.execute(
            f"CREATE VIEW {name} AS SELECT * FROM kept_{name} ANTI JOIN replaced_papers USING (paper_id) "
            f"UNION ALL BY NAME SELECT * FROM added_{name}"
        )
    return Source(connection, words + "This session's own papers are among them. ", stamp)


def forget() -> None:
    """Choose and open the store anew, such as after it was written by other means."""
    _folder.clear()
    _opened.clear()


def corpora() -> tuple[str, ...]:
    """Where abstracts of known papers are, as `leaderboard app --corpus` was told."""
    return tuple(filter(None, os.environ.get("LEADERBOARD_CORPUS", "").split(os.pathsep)))


@st.cache_resource(show_spinner=False)
def _folder() -> Path:
    given = os.environ.get("LEADERBOARD_FROM")
    return Path(given) if given else default_store(corpora())


@st.cache_resource(show_spinner=False, max_entries=2)
def _opened(folder: str, stamp: str) -> Source:
    connection = Store(folder).connection()
    settle(connection)
    return Source(connection, _words(folder), stamp)


def _stamp(folder: Path) -> str:
    """Changes when the folder's parts do, so that a store written anew is read anew: a part under its old name too."""
    parts = sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob(f"*.{PAPERS}.parquet"))
    return f"{folder}:{hash(tuple(parts))}"


def _words(folder: str) -> str:
    if is_bundled(Path(folder)):
        return "These are bundled papers: real figures, in sentences of our own. "
    return ""
