"""The same paper from several places is one paper."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.model import Paper
from leaderboard.sources import merge, read


def _paper(
    title: str, source: str = "a", paper_id: str | None = None, arxiv: str | None = None, text: str = "t"
) -> Paper:
    return Paper(paper_id or title.lower(), title, text, arxiv_id=arxiv, sources=(source,))


def test_the_same_title_is_one_paper_with_all_its_sources() -> None:
    papers = [_paper("Owls"), _paper("Wrens"), _paper("OWLS.", "b", text="other"), _paper("Owls", "c")]
    assert list(merge(papers)) == [Paper("owls", "Owls", "t", sources=("a", "b", "c")), papers[1]]


def test_the_same_arxiv_id_is_one_paper_under_any_title_and_fills_what_was_missing() -> None:
    page = Paper("owls", "Owls", "t", arxiv_id="2310.01234", sources=("page",))
    record = Paper("2310.01234", "All Owls", "u", "https://x", "2310.01234", "2023-10", sources=("arxiv",))
    (paper,) = merge([page, record])
    assert paper == Paper("owls", "Owls", "t", "https://x", "2310.01234", "2023-10", sources=("page", "arxiv"))


def test_two_arxiv_ids_or_two_ids_of_one_file_are_two_papers_with_one_title() -> None:
    preprints = [_paper("Notes", "a", "2310.00001", "2310.00001"), _paper("Notes", "b", "2310.00002", "2310.00002")]
    assert list(merge(preprints)) == preprints
    records = [_paper("Notes", "a", "1"), _paper("Notes", "a", "2")]
    assert list(merge(records)) == records


def test_an_id_that_another_paper_took_gives_way_to_the_hash_of_the_text() -> None:
    _, second = merge([_paper("C birds", paper_id="c-birds"), _paper("Ç birds", paper_id="c-birds", text="u")])
    assert second.paper_id == hashlib.sha256(b"u").hexdigest()[:12]


def test_an_iterator_is_gone_through_once_and_lazily() -> None:
    endless = (_paper(f"Owl {n}") for n in iter(int, 1))
    assert next(iter(merge(endless))).title == "Owl 0"


def test_standard_input_beside_a_file_is_read_once_and_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"title": "Owls", "abstract": "t"}) + "\n"
    (tmp_path / "file").write_text(line)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    (paper,) = merge(read(["-", tmp_path / "file"]))
    assert paper.sources == ("standard input", str(tmp_path / "file"))


papers = st.builds(
    _paper,
    title=st.sampled_from("ABCD"),
    source=st.sampled_from("xyz"),
    paper_id=st.sampled_from(["1", "2", None]),
    arxiv=st.sampled_from(["2310.00001", "2310.00002", None]),
    text=st.sampled_from("tu"),
)


@given(st.lists(papers))
def test_every_source_is_kept_and_every_id_is_one_papers(given_papers: list[Paper]) -> None:
    merged = list(merge(given_papers))
    assert len({paper.paper_id for paper in merged}) == len(merged)
    assert {s for paper in merged for s in paper.sources} == {s for paper in given_papers for s in paper.sources}
    assert {paper.title for paper in merged} <= {paper.title for paper in given_papers}


@given(st.lists(papers))
def test_one_pass_finds_the_same_papers(given_papers: list[Paper]) -> None:
    merged = list(merge(given_papers))
    assert [paper.abstract for paper in merge(iter(given_papers))] == [paper.abstract for paper in merged]
