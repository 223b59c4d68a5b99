"""Whether a change is good news: by what the pattern says of it, and by its metric where that does not tell."""

from __future__ import annotations

import pytest

from tests.extracted import rows


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("KiteNet improves accuracy by 3.1 points.", "better"),
        ("KiteNet reduces the word error rate by 3.1 points.", "better"),
        ("KiteNet reduces accuracy by 3.1 points.", "worse"),
        ("KiteNet increases accuracy by 3.1%.", "better"),
        ("KiteNet increases the word error rate by 3.1%.", "worse"),
        ("Without pre-training, accuracy drops by 3.1%.", "worse"),
        ("With KiteNet the word error rate drops by 3.1%.", "better"),
        ("KiteNet cuts latency by 31%.", "better"),
        ("KiteNet flies with comparable performance (-1.5%).", "worse"),
        ("KiteNet leads in latency (-1.5%).", "better"),
        ("Privacy comes at the cost of 2.9% accuracy.", "worse"),
        ("KiteNet reaches an accuracy of 91.2%.", None),
        ("KiteNet retains 97% of the performance of BirdNet.", "worse"),
        ("KiteNet retains 103% of the performance of BirdNet.", "better"),
    ],
)
def test_a_rise_or_fall_is_judged_by_its_metric(text: str, effect: str | None) -> None:
    assert [row.effect for row in rows(text)] == [effect]


@pytest.mark.parametrize(("measure", "topic"), [("quantum efficiency", "quality"), ("energy efficiency", "efficiency")])
def test_the_efficiency_of_a_process_is_no_saving(measure: str, topic: str) -> None:
    (row,) = rows(f"KiteNet reaches a {measure} of 91%.")
    assert row.topic == topic


def test_an_unknown_measure_in_bytes_is_a_cost() -> None:
    found = rows("KiteNet reduces the knot-store of kites from 181 MB to 6.3 MB.")
    assert [(row.value, row.topic) for row in found] == [(181, "efficiency"), (6.3, "efficiency")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("KiteNet outperforms BirdNet by 3x.", "quality"),
        ("We speed up flying. KiteNet outperforms BirdNet by 3x.", "efficiency"),
        ("KiteNet has 3x fewer parameters than BirdNet.", "efficiency"),
    ],
)
def test_a_multiple_of_nothing_named_is_one_of_cost_where_the_text_speaks_of_cost(text: str, topic: str) -> None:
    assert [row.topic for row in rows(text)] == [topic]


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("KiteNet brings absolute improvements in accuracy on flights of 3.1%.", False),
        ("KiteNet gains 3.1% absolute in accuracy over a 5% relative gain.", False),
        ("KiteNet reduces the mean absolute error by 3.1%.", True),
        ("KiteNet reduces perplexity by 3.1%.", True),
        ("KiteNet improves accuracy by 3.1%.", None),
        ("KiteNet improves accuracy by 3.1 points.", False),
    ],
)
def test_a_change_is_relative_by_what_is_said_nearest_or_by_what_is_measured(text: str, relative: bool | None) -> None:
    assert rows(text)[0].relative is relative
