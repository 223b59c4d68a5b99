"""Files and text to copy of exactly what a view shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from leaderboard import export
from leaderboard.boards import Entry
from leaderboard.model import Paper
from leaderboard.pages import reading
from leaderboard.pages.theme import aside
from leaderboard.pages.values import counted

COPYABLE = 200
_MIME = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": "application/octet-stream",
}
_LABELS = {".csv": "Download CSV", ".json": "JSON", ".md": "Markdown", ".parquet": "Parquet"}


def downloads(lines: Sequence[export.Line], name: str) -> None:
    """The view's lines as CSV and the other formats, as a Markdown table, and BibTeX of their papers.

    A file is made when it is asked for, so the buttons cost nothing.
    """
    if not lines:
        return
    with st.container(horizontal=True, key="downloads"):
        for ending in export.FORMATS:
            st.download_button(
                _LABELS.get(ending, ending[1:].upper()),
                _maker(lines, ending),
                file_name=export.file_name(name, ending),
                mime=_MIME.get(ending, "text/plain"),
                on_click="ignore",
                type="primary" if ending == ".csv" else "secondary",
                icon=":material/download:" if ending == ".csv" else None,
                help=f"{counted(len(lines), 'row')}, exactly those of this view",
                key=f"download{ending}",
            )
        copy = st.popover("Copy", icon=":material/content_copy:", key="copy", on_change="rerun")
        if not copy.open:
            return
        with copy:
            kind = st.radio("Copy as", ["Markdown table", "BibTeX"], horizontal=True)
            some = lines[:COPYABLE]
            if len(lines) > COPYABLE:
                aside(f"The first {COPYABLE} of {len(lines):,} rows; a file has all.")
            if kind == "BibTeX":
                st.code(export.bibtex(_papers(some)), language="bibtex", height=300)
            else:
                st.code(export.to_markdown(some), language="markdown", height=300)


def _maker(lines: Sequence[export.Line], ending: str) -> Callable[[], bytes]:
    return lambda: export.render(lines, ending)


def _papers(lines: Sequence[export.Line]) -> list[Paper]:
    """The papers of some lines, each once; of one that the store does not have, what its row says."""
    papers: dict[str, Paper] = {}
    for line in lines:
        row = line.row if isinstance(line, Entry) else line
        if row.paper_id not in papers:
            known = reading.paper(row.paper_id)
            papers[row.paper_id] = known or Paper(row.paper_id, row.title, "", row.url, row.arxiv_id, row.date)
    return list(papers.values())
