"""Files and text to copy of exactly what a view shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from leaderboard import export
from leaderboard.bibliography import bibtex
from leaderboard.counted import counted
from leaderboard.model import Paper, Row
from leaderboard.pages import reading
from leaderboard.pages.theme import aside
from leaderboard.sheets import FORMATS, Sheet, render_sheet, sheet_markdown

COPYABLE = 200
_MIME = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": "application/octet-stream",
}
_LABELS = {".csv": "Download CSV", ".json": "JSON", ".md": "Markdown", ".parquet": "Parquet"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What a view has to give, made when it is asked for: `render` takes a file's ending, the others how many lines.

    `texts` are to copy, by what each is called.
    """

    name: str
    count: int
    render: Callable[[str], bytes]
    texts: dict[str, Callable[[int], str]]


def lines_of(count: int, lines: Callable[[int | None], Sequence[export.Line]], name: str) -> Offer:
    """A view's rows or board entries, with all of their fields; `lines` gives the first so many, or all for None."""
    return Offer(
        name,
        count,
        lambda ending: export.render(lines(None), ending),
        {
            "Markdown table": lambda most: export.to_markdown(lines(most)),
            "LaTeX table": lambda most: export.to_latex(lines(most), reading.connection()),
            "BibTeX": lambda most: export.to_bibtex(lines(most), reading.connection()),
        },
    )


def rows_at_hand(rows: Sequence[Row], name: str) -> Offer:
    """As `lines_of`, of rows that are all read already."""
    return lines_of(len(rows), lambda most: rows[:most], name)


def sheet_of(sheet: Sheet, name: str, papers: Callable[[int], Iterable[Paper]]) -> Offer:
    """A view's table that is none of rows; `papers` gives those of its first lines."""
    return Offer(
        name,
        len(sheet.lines),
        partial(render_sheet, sheet),
        {
            "Markdown table": lambda most: sheet_markdown(replace(sheet, lines=sheet.lines[:most])),
            "BibTeX": lambda most: bibtex(papers(most)),
        },
    )


def downloads(offer: Offer, key: str) -> None:
    """The view's lines as files, and to copy as a table or as BibTeX of their papers.

    A file is made when it is asked for, so the buttons cost nothing. `key` tells two offers of a view apart.
    """
    if not offer.count:
        return
    with st.container(horizontal=True, key=f"downloads_{key}"):
        for ending in FORMATS:
            st.download_button(
                _LABELS[ending],
                partial(offer.render, ending),
                file_name=export.file_name(offer.name, ending),
                mime=_MIME[ending],
                on_click="ignore",
                type="primary" if ending == ".csv" else "secondary",
                icon=":material/download:" if ending == ".csv" else None,
                help=f"{counted(offer.count, 'row')}, exactly those of this view",
                key=f"download_{key}{ending}",
            )
        if st.button("Copy", icon=":material/content_copy:", key=f"copy_{key}"):
            _copy(offer, key)


@st.dialog("Copy", width="large")
def _copy(offer: Offer, key: str) -> None:
    """In the middle of the window, which has room also where the button is at its foot."""
    kind = st.radio("Copy as", list(offer.texts), horizontal=True, key=f"copy_as_{key}") or next(iter(offer.texts))
    if offer.count > COPYABLE:
        aside(f"The first {COPYABLE} of {offer.count:,} rows; a file has all.")
    text = offer.texts[kind](COPYABLE) or "% no paper is known here"
    st.code(text, language=None, height=300)  # the colours of a language are too pale in the dark
