"""Try it: paste an abstract or drop files, see their rows, and add them to the boards of this session."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from leaderboard.boards.values import readable
from leaderboard.counted import counted
from leaderboard.extract import extract
from leaderboard.model import Extraction, Paper, Row
from leaderboard.pages import reading
from leaderboard.pages.downloads import downloads, rows_at_hand
from leaderboard.pages.highlight import claim_spans, marked, rejected_spans
from leaderboard.pages.markup import Column, Html, go, prose, small, table, tag
from leaderboard.pages.theme import aside, draw, heading, note, section
from leaderboard.pages.why import no_claims
from leaderboard.sources import Skipped, merge, read
from leaderboard.sources.ids import slug, text_id
from leaderboard.text import collapse

SHOWN = 20
EXAMPLE = (
    "KiteNet: small and quick",
    "Most image models are too slow for a phone. KiteNet reaches 81.4% top-1 accuracy on ImageNet, 1.3 points above "
    "the network that we start from, and runs 2.4x faster on a phone. On COCO it gets 43.2 box AP with 28M parameters. "
    "It is trained on 8 GPUs for 300 epochs.",
)
_FOUND = "tried"


def show() -> None:
    """Two ways in, one result below; nothing leaves the machine."""
    heading("Try it", "Paste an abstract or drop files. They are read here, on this machine, and are sent nowhere.")
    paste, drop = st.columns([3, 2], gap="large")
    with paste, st.form("paste", border=False):
        text = st.text_area("Abstract", height=150, key="abstract", placeholder="paste it here")
        title = st.text_input(
            "Title (optional)", key="title", placeholder="names the system where the abstract does not"
        )
        with st.container(horizontal=True):
            pasted = st.form_submit_button("Read it", type="primary")
            shown = st.form_submit_button("Show me an example", on_click=_fill_in)
    with drop, st.form("files", border=False):
        files = st.file_uploader(
            "Files: Daily-Papers pages saved as text, arXiv metadata, CSV, JSON lines or Parquet",
            accept_multiple_files=True,
        )
        dropped = st.form_submit_button("Read the files")
    if pasted or shown:
        _try_text(text or "", title or "")
    elif dropped:
        _try_files(files)
    found: tuple[Extraction, ...] = st.session_state.get(_FOUND, ())
    if found:
        _results(found)


def _fill_in() -> None:
    st.session_state["title"], st.session_state["abstract"] = EXAMPLE


def _try_text(text: str, title: str) -> None:
    abstract = collapse(text)
    if not abstract:
        note("There is no text to read: paste an abstract first.")
        st.session_state[_FOUND] = ()
        return
    paper = Paper(slug(title) or text_id(abstract), title.strip() or "Pasted abstract", abstract, sources=("pasted",))
    st.session_state[_FOUND] = (extract(paper),)


def _try_files(files: Sequence[UploadedFile]) -> None:
    st.session_state[_FOUND] = ()
    if not files:
        note("There is no file to read: drop one first.")
        return
    found: list[Extraction] = []
    skipped: list[Skipped] = []
    with st.status("Reading …", expanded=False) as status, tempfile.TemporaryDirectory() as folder:
        names = _kept(files, Path(folder))
        for paper in merge(read(list(names), on_skip=skipped.append)):
            found.append(extract(replace(paper, sources=tuple(names[source] for source in paper.sources))))
            if len(found) % 50 == 0:
                status.update(label=f"Reading: {counted(len(found), 'paper')} so far")
        status.update(label=f"Read {counted(len(found), 'paper')}", state="complete" if found else "error")
    for skip in skipped[:SHOWN]:
        note(prose(told(skip, names)))
    if len(skipped) > SHOWN:
        note(f"{len(skipped) - SHOWN:,} more like these; ", tag("code", "leaderboard extract"), " names them all.")
    if not found:
        note("No papers were found. A file needs a title and an abstract for each paper.")
    st.session_state[_FOUND] = tuple(found)


def _kept(files: Sequence[UploadedFile], folder: Path) -> dict[str, str]:
    """The files written into a folder: their paths, and the names that they were dropped with."""
    names = {}
    for number, file in enumerate(files):
        path = folder / str(number)
        path.write_bytes(file.getbuffer())
        names[path.as_posix()] = file.name
    return names


def told(skip: Skipped, names: Mapping[str, str]) -> str:
    """What was not read, by the name of its file, and the mend; what only the command line has is no mend here."""
    return f"{names[skip.file]}{'' if skip.line is None else f', line {skip.line}'}: {skip.fault}"


def _results(found: Sequence[Extraction]) -> None:
    rows = [row for extraction in found for row in extraction.rows]
    rejected = sum(len(extraction.rejected) for extraction in found)
    section(f"{counted(len(rows), 'claim')} in {counted(len(found), 'paper')}")
    if rejected:
        said = f"{counted(rejected, 'number')} {'is no claim' if rejected == 1 else 'are no claims'}"
        aside(f"{said}: struck through below, and listed with the pattern that says so.")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Add to this session's boards", disabled=not rows):
            reading.add(found)
            st.toast(f"Added {counted(len(rows), 'claim')}")
        if reading.added():
            link = tag("p", go("./", f"Boards with {counted(reading.added(), 'added paper')}"), class_="lb-lead")
            st.html(link.source, width="content")
            if st.button("Remove what was added"):
                reading.clear_added()
                st.rerun()
    if reading.added():
        aside(
            "What is added is on the boards of this session alone, until the page is loaded anew; its numbers lead to "
            "why they are claims."
        )
    for extraction in found[:SHOWN]:
        _one(extraction)
    if len(found) > SHOWN:
        aside(f"The first {SHOWN} papers are shown; the files below hold all.")
    if rows:
        downloads(rows_at_hand(rows, "tried claims"), "tried")


def _one(extraction: Extraction) -> None:
    section(extraction.paper.title, level=3)
    added = reading.is_added(extraction.paper.paper_id)
    spans = [*claim_spans(extraction.rows, links=added), *rejected_spans(extraction.rejected)]
    draw(marked(extraction.paper.abstract, spans))
    if not extraction.rows:
        note(
            "No number of this text was read as a claim. What each was taken for is below."
            if extraction.rejected or extraction.unexplained
            else "No number that could be a claim stands in this text."
        )
    else:
        draw(_claims(extraction.rows))
    if extraction.rejected or extraction.unexplained:
        with st.expander(f"Numbers that are no claims ({len(extraction.rejected) + len(extraction.unexplained)})"):
            draw(no_claims(extraction))


def _claims(rows: Sequence[Row]) -> Html:
    """The claims of a paper in the order of the text."""
    columns = [
        Column("Number", num=True),
        *map(Column, ("Kind", "Metric", "Benchmark", "System")),
        Column("Confidence", num=True),
    ]
    cells = [
        (
            tag("strong", readable(row.quote)),
            row.kind,
            row.metric or small("not named"),
            row.benchmark or small("not named"),
            row.system or small("not named"),
            f"{row.confidence:.2f}",
        )
        for row in sorted(rows, key=lambda row: row.start)
    ]
    return table("Claims of this paper", columns, cells)
