"""The digest tells the results of real papers: every figure is annotated, every sentence is ours."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from leaderboard.golden.annotated import COPIED, AnnotatedPaper, read_annotated
from leaderboard.resources import resource

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_FIGURE = re.compile(r"\d[\d,]*\.\d+|\d[\d,]*(?=\s?(?:%|percent))")


@cache
def digest() -> dict[str, str]:
    """Title to paragraph."""
    blocks = (resource("golden") / "digest.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return dict(zip(blocks[::2], blocks[1::2], strict=True))


@cache
def annotated() -> dict[str, AnnotatedPaper]:
    """Title to the annotated paper."""
    files = sorted((resource("golden") / "annotated").glob("*.jsonl"))
    return {paper.title: paper for file in files for paper in read_annotated(file)}


def numbers(text: str) -> set[str]:
    return {number.replace(",", "") for number in _NUMBER.findall(text)}


def figures(text: str) -> set[str]:
    """The numbers of a text that carry a decimal point or a percent sign."""
    return {number.replace(",", "") for number in _FIGURE.findall(text)}


def test_it_tells_of_many_papers_and_of_no_blind_one() -> None:
    unknown = [title for title in digest() if title not in annotated()]
    assert not unknown
    assert len(digest()) >= 150
    assert not [title for title in digest() if annotated()[title].part == "blind"]


def test_every_summary_is_longer_than_a_title() -> None:
    assert min(len(paragraph) for paragraph in digest().values()) >= 200


def test_known_boards_have_several_papers() -> None:
    papers: Counter[str] = Counter()
    for title in digest():
        rows = annotated()[title].rows
        named = {re.sub(r"[^a-z0-9]", "", row["benchmark"].lower()) for row in rows if is_board_row(row)}
        papers.update("coco" if name == "mscoco" else name for name in named)
    several = {name for name, count in papers.items() if count >= 2}
    assert papers["imagenet"] >= 10
    assert papers["coco"] >= 5
    assert len(several - {"imagenet", "coco"}) >= 12


def is_board_row(row: dict[str, Any]) -> bool:
    return row["kind"] == "score" and bool(row["benchmark"])


def test_every_score_on_a_benchmark_is_told() -> None:
    untold = {}
    for title, paragraph in digest().items():
        rows = annotated()[title].rows
        scores = {number for row in rows if is_board_row(row) for number in numbers(row["quote"])}
        untold[title] = scores - numbers(paragraph)
    assert not {title: missing for title, missing in untold.items() if missing}


def test_no_figure_is_made_up() -> None:
    """Every decimal and percentage is one that the annotation quotes, or part of a name that it copies."""
    made_up = {}
    for title, paragraph in digest().items():
        rows = annotated()[title].rows
        copied = [row[field] for row in rows for field in ("quote", *COPIED) if isinstance(row[field], str)]
        known = numbers(title).union(*map(numbers, copied))
        made_up[title] = figures(paragraph) - known
    assert not {title: extra for title, extra in made_up.items() if extra}
