"""What stands before an abstract speaks of itself is of others, or no claim."""

from __future__ import annotations

from leaderboard.extract import extract
from leaderboard.model import Paper
from tests.extracted import rows

DRY = "Dry nets reach 71% recall on KnotSet."
OWN = "We tie a net, with a recall of 88% on KnotSet."


def test_what_stands_before_an_abstract_speaks_of_itself_is_of_others() -> None:
    assert [(row.value, row.role) for row in rows(f"{DRY} {OWN}")] == [(71, "other"), (88, "own")]
    assert [row.role for row in rows(f"{OWN} {DRY}")] == ["own", "own"]


def test_of_nobody_by_name_it_is_no_claim() -> None:
    found = extract(Paper("net", "Nets", f"Wet nets see a drop of 34% in recall. {OWN}"))
    assert [row.value for row in found.rows] == [88]
    assert [number.pattern for number in found.rejected] == ["introduction"]


def test_an_abstract_that_never_speaks_of_itself_or_opens_with_its_own_name_has_no_introduction() -> None:
    assert rows(DRY)[0].role == "own"
    assert rows(f"DryNet reaches 71% recall on KnotSet. {OWN}", "DryNet: a net of nets")[0].role == "own"
