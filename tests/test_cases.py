"""The golden cases themselves: well formed, of every family, and in nobody else's words."""

from __future__ import annotations

import math
import re

import pytest

from leaderboard.golden.cases import Case, cases

FAMILIES = [
    "scores",
    "changes",
    "factors",
    "lists",
    "from_to",
    "versus",
    "ranges_spreads_bounds",
    "carry_over",
    "roles",
    "efficiency",
    "negatives",
    "damaged_text",
    "latex",
    "typography",
    "names",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_cases(family: str) -> None:
    assert sum(name.split("/")[1] == family for name in cases()) >= 8


def test_there_are_at_least_250_cases_each_with_a_name_and_a_text_of_its_own() -> None:
    every = list(cases().values())
    assert len(every) >= 250
    assert len({case.text for case in every}) == len(every)


def test_they_claim_something_of_every_kind_and_nothing() -> None:
    assert {row.kind for case in cases().values() for row in case.rows} == {"score", "change", "factor"}
    assert any(not case.rows for case in cases().values())


@pytest.mark.parametrize("name", cases())
def test_a_case_says_what_its_words_say(name: str) -> None:
    case = cases()[name]
    for row in case.claims():
        assert case.abstract[row.quote_start : row.end] == row.quote
        written = numbers(row.quote)
        for value in (row.value, row.low):
            assert value is None or any(math.isclose(value, number) for number in written)
        # A change has an effect, and what is measured is copied from the text or its title.
        assert (row.effect is None) == (row.kind == "score")
        assert row.kind == "change" or row.relative is None
        for copied in (row.metric, row.benchmark, row.split, row.task, row.setting):
            assert copied is None or copied in case.abstract
        for names in (row.system, row.baseline):
            assert all(part in case.abstract + case.title for part in (names or "").split("; "))


def numbers(quote: str) -> list[float]:
    """All numbers in a quote, `1/4` as a quarter."""
    share = re.fullmatch(r"(\d+)/(\d+)", quote)
    if share:
        return [int(share[1]) / int(share[2])]
    plain = re.sub(r"x201[34]", " ", quote).replace(",", "")
    return [float(number) for number in re.findall(r"\d*\.?\d+", plain)]


def test_a_case_is_refused_where_its_quote_is_not_in_its_text() -> None:
    with pytest.raises(ValueError, match="stands 0 times"):
        Case.model_validate({"name": "a", "text": "It gets 7%.", "rows": [{"quote": "8%", "kind": "score"}]})
