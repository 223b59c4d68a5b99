"""What holds over every real abstract of the corpus, which is read once for all of these."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from leaderboard.extract import extract
from leaderboard.golden import check as golden
from leaderboard.golden.blind import is_blind
from leaderboard.golden.cases import cases
from leaderboard.golden.pairing import Claim
from leaderboard.golden.scoring import score
from leaderboard.model import Extraction, Paper
from leaderboard.resources import resource
from leaderboard.sources import merge, read

RUN = 8  # words in a row that nobody shares by chance
BLOCK = RUN // 2


@pytest.fixture(scope="module")
def pages(corpus: Path) -> list[Paper]:
    return list(read([corpus / "pages"]))


@pytest.fixture(scope="module")
def snapshot(corpus: Path) -> list[Paper]:
    return list(read([corpus / "arxiv-sample.jsonl.gz"]))


def annotation(corpus: Path, name: str) -> list[dict[str, Any]]:
    """The papers of one file of the annotation as it was given to us."""
    lines = (corpus.parent / "golden" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def annotated(corpus: Path, name: str) -> set[tuple[str, str]]:
    """The id of each annotated paper and the hash of its abstract."""
    return {(paper["id"], paper["sha256"]) for paper in annotation(corpus, name)}


def hashed(papers: Iterable[Paper]) -> set[tuple[str, str]]:
    return {(paper.paper_id, hashlib.sha256(paper.abstract.encode()).hexdigest()) for paper in papers}


def test_all_papers_of_the_pages_come_out_as_annotated(corpus: Path, pages: list[Paper]) -> None:
    merged = list(merge(pages))
    assert hashed(merged) == annotated(corpus, "pages")
    assert len(merged) == len(hashed(merged))
    assert any(len(paper.sources) > 1 for paper in merged)


def test_all_annotated_papers_of_the_snapshot_come_out_exactly(corpus: Path, snapshot: list[Paper]) -> None:
    expected = annotated(corpus, "arxiv")
    wanted = {identifier for identifier, _ in expected}
    assert hashed(paper for paper in snapshot if paper.paper_id in wanted) == expected


def test_figures_are_those_of_the_full_annotation(
    corpus: Path, pages: list[Paper], snapshot: list[Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shipped rows, found by hash and restored, against the annotation itself."""
    given = [paper for name in ("pages", "arxiv") for paper in annotation(corpus, name) if not is_blind(paper["id"])]
    whole = {paper["id"]: [Claim.of(row) for row in paper["rows"]] for paper in given}
    found: dict[str, list[Claim]] = {}

    def extracted(paper: Paper) -> Extraction:
        if paper.paper_id not in whole:
            return Extraction(paper, (), (), ())
        extraction = extract(paper)
        found[paper.paper_id] = [Claim.of(row) for row in extraction.rows]
        return extraction

    monkeypatch.setattr(golden, "read", lambda _: chain(pages, snapshot))
    monkeypatch.setattr(golden, "extract", extracted)
    checked = golden.check([corpus])
    assert checked.missing == 0
    expected = score(whole, found)
    assert replace(checked.parts["read"], misses=()) == replace(expected, misses=())


def case_texts() -> list[str]:
    return [case.abstract for case in cases().values()]


def digest_texts() -> list[str]:
    return (resource("golden") / "digest.txt").read_text(encoding="utf-8").split("\n\n")[1::2]


def pieces(text: str) -> list[str]:
    """The words of a text, each part of a compound and of a number apart."""
    return re.findall(r"[a-z0-9]+", text.lower())


def words(text: str) -> list[str]:
    """The words of a text, names and numbers whole: a digest tells many of both."""
    return [bare for word in text.lower().split() if (bare := word.strip(".,;:!?()[]\"'"))]


def runs(words: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    """Every run of so many words."""
    return zip(*(words[skip:] for skip in range(length)), strict=False)


@pytest.mark.parametrize(("texts", "cut"), [(case_texts, pieces), (digest_texts, words)], ids=["cases", "digest"])
def test_our_texts_share_no_run_of_words_with_an_abstract(
    texts: Callable[[], list[str]], cut: Callable[[str], list[str]], pages: list[Paper], snapshot: list[Paper]
) -> None:
    """A run that an abstract shares holds one of its blocks, which begin at every fourth word."""
    ours = {run for text in texts() for run in runs(cut(text), RUN)}
    blocks = {block for run in ours for block in runs(run, BLOCK)}
    borrowed = set()
    for paper in chain(pages, snapshot):
        theirs = cut(paper.abstract)
        if not blocks.isdisjoint(zip(*(theirs[skip::BLOCK] for skip in range(BLOCK)), strict=False)):
            borrowed |= ours.intersection(runs(theirs, RUN))
    assert not borrowed
