"""Abstracts about nature claim nothing; a method of computing is measured, whatever it is used on."""

from __future__ import annotations

from leaderboard.extract import extract
from leaderboard.model import Paper
from tests.extracted import rows

STARS = "The accuracy of the photometry is 5%, and the flux of the star is 2.1 times larger than that of its dwarf."


def test_what_is_measured_on_nature_is_no_claim() -> None:
    found = extract(Paper("stars", "A kite-shaped nebula", STARS))
    assert found.rows == ()
    assert {number.pattern for number in found.rejected} == {"nature"}


def test_a_method_of_computing_is_measured_whatever_it_is_used_on() -> None:
    assert rows(STARS, "Learning the shape of nebulae")
    assert rows("KiteNet finds the star with 88.2% accuracy.")
