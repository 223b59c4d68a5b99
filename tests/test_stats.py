"""Counts over extractions, and the words around what nothing explains."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from leaderboard.model import ROW_FIELDS, Extraction, Paper, Rejected, Row
from leaderboard.stats import Stats, render, surroundings
from tests.ids import BLIND, OPEN

TEXT = "Foo reaches 88.5% accuracy on CIFAR-10 and cuts 31 ms off the 64 layers of Bar."


def made(start: int, **changes: Any) -> Row:
    nothing: dict[str, Any] = dict.fromkeys(ROW_FIELDS)
    return Row(**(nothing | {"start": start, "kind": "score", "pattern": "score-on"} | changes))


def extraction(paper_id: str = OPEN) -> Extraction:
    return Extraction(
        paper=Paper(paper_id=paper_id, title="A title", abstract=TEXT),
        rows=(made(12), made(12, benchmark="LVIS")),
        rejected=(Rejected(36, 38, "name-part"), Rejected(62, 64, "size")),
        unexplained=((48, 50),),
    )


def counted(*extractions: Extraction) -> Stats:
    counts = Stats()
    for one in extractions:
        counts.add(one)
    return counts


def test_numbers_rows_and_rejections_are_counted() -> None:
    counts = counted(extraction(), extraction())
    assert (counts.papers, counts.with_claims, counts.claims, counts.unexplained) == (2, 2, 2, 2)
    assert counts.rows_by_kind == {"score": 4}
    assert counts.rows_by_pattern == {"score-on": 4}
    assert counts.rejected == {"name-part": 2, "size": 2}
    assert counts.remainder == 0.5


def test_a_blind_paper_is_only_counted_as_left_out() -> None:
    counts = counted(extraction(BLIND))
    assert (counts.papers, counts.hidden, counts.claims, counts.unexplained) == (0, 1, 0, 0)
    assert not counts.surroundings


def test_the_surroundings_are_two_words_on_either_side_and_no_numbers() -> None:
    assert surroundings(TEXT, 48, 50) == "and cuts [N] ms off"
    assert surroundings("1,000 of 3.5", 0, 5) == "[N] of N"


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 9))
def test_the_surroundings_are_never_more_than_five_parts(text: str, start: int, length: int) -> None:
    before, _, after = surroundings(text, start, start + length).partition("[")
    assert len(before.split()) <= 2
    assert len(after.rpartition("]")[2].split()) <= 2


def test_the_report_gives_the_remainder_as_a_share() -> None:
    told = list(render(counted(extraction())))
    assert told[0] == "1 paper, 1 with claims"
    assert "1 number unexplained: 50.0% of 2 that are claimed or look like it" in told
    assert "       1  and cuts [N] ms off" in told


def test_nothing_read_is_no_remainder() -> None:
    assert Stats().remainder == 0.0
