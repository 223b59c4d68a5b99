"""Numbers as abstracts write them: value, range, spread, unit and bound."""

from __future__ import annotations

import pytest

from leaderboard.bounds import BoundWords, bounds
from leaderboard.numbers import Number, numbers


def read(text: str) -> list[Number]:
    """The numbers of a text that are not part of a name."""
    return [n for n in numbers(text, 0, len(text)) if n.family != "name"]


@pytest.mark.parametrize(
    ("text", "value", "low", "unit"),
    [
        ("recall of 88.53%", 88.53, None, "%"),
        ("gains of 4–6%", 6, 4, "%"),
        ("between 3 and 5 points", 5, 3, "points"),
        ("ranging from 12 to 38%", 38, 12, "%"),
        ("by anywhere from 12 to 38%", 38, 12, "%"),
        ("from 12% to 38% higher recall", 38, 12, "%"),
        ("a 2.7× speedup", 2.7, None, "x"),
        ("an MSE of 3.66*10^-7", 3.66e-7, None, None),
        ("an MSE of 8.9x10-4", 8.9e-4, None, None),
        ("an MSE of 1.1·10^(-4)", 1.1e-4, None, None),
        ("reduced by ×2.3", 2.3, None, "x"),
        ("an 18-fold rise", 18, None, "x"),
        ("17 frames per second", 17, None, "frames per second"),
        ("10,000 kites", 10_000, None, None),
        ("from 0,43% up", 0.43, None, "%"),
        ("40.18G operations", 40.18e9, None, None),
        ("a rating of 4.25/5", 4.25, None, None),
        ("4.2 out of 10", 4.2, None, None),
        ("a fifth, 1/5 of it", 0.2, None, None),
        ("lower than10% error", 10, None, "%"),
        ("a 10- to 20-fold speedup", 20, 10, "x"),
    ],
)
def test_a_number_is_read_with_its_lower_end_and_its_unit(
    text: str, value: float, low: float | None, unit: str | None
) -> None:
    (number,) = read(text)
    assert (number.value, number.low, number.unit) == (value, low, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 35.6% to 46.7%", [35.6, 46.7]),
        ("from 75.2% to 79% and 79.1% to 83%", [75.2, 79, 79.1, 83]),
        ("from the usual 32K to 43K, it rises from 29.1 to 32.0", [32_000, 43_000, 29.1, 32.0]),
        ("down from 8.7 to 8.4", [8.7, 8.4]),
        ("by 5% (83% to 88%)", [5, 83, 88]),
        ("by 5% (2% to 9%)", [5, 9]),
        ("images of 224 × 224", [224, 224]),
        ("a gain of 2.5 h-mIoU", [2.5]),
    ],
)
def test_two_ends_that_are_no_range_are_two_numbers(text: str, values: list[float]) -> None:
    assert [n.value for n in read(text)] == values


def test_ranges_of_a_list_stay_ranges() -> None:
    found = read("ranging from 5.4% to 28.4% in recall and from 2.0% to 40.5% in fit")
    assert [(n.low, n.value) for n in found] == [(5.4, 28.4), (2.0, 40.5)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to 5%", "up_to"),
        ("fewer than 5%", "up_to"),
        ("sub-5% error", "up_to"),
        ("at least by 5%", "at_least"),
        ("approximately more than 5%", "at_least"),
        ("surpassed 5%", "at_least"),
        ("24%+ better", "at_least"),
        ("28+% better", "at_least"),
        ("600+ FPS", "at_least"),
        ("0.7+ and up", "at_least"),
        ("86% or higher", "at_least"),
        ("4% or less", "up_to"),
        ("approaching 100%", "about"),
        ("~5%", "about"),
        ("exactly 5%", "exact"),
        ("over other approaches by 5%", "exact"),
    ],
)
def test_the_words_and_signs_around_a_number_bound_it(text: str, bound: str) -> None:
    (number,) = read(text)
    assert number.bound == bound


@pytest.mark.parametrize("text", ["an error of 2.5 × 10^500", "1e999% of it", "9" * 5000])
def test_a_number_larger_than_any_measure_is_none(text: str) -> None:
    assert read(text) == []


def test_a_spread_stands_behind_its_value() -> None:
    (number,) = read("44.43 ± 0.17")
    assert (number.value, number.spread) == (44.43, 0.17)


@pytest.mark.parametrize(
    "text", ["a 10-shot kite", "50%-sampled kites", "300 x-ray images", "Kite-3", "Kite2", "a sub-4 kite"]
)
def test_a_number_in_a_word_is_part_of_a_name(text: str) -> None:
    assert not [n for n in read(text) if n.unit]


@pytest.mark.parametrize(("text", "start"), [("is -1.5%", 3), ("is +3.2 points", 3), ("by ×2.3", 3)])
def test_a_sign_belongs_to_its_number(text: str, start: int) -> None:
    (number,) = read(text)
    assert number.start == start


@pytest.mark.parametrize("entry", bounds(), ids=lambda entry: entry.name)
def test_the_words_of_a_bound_make_one_of_the_number_in_their_examples_only(entry: BoundWords) -> None:
    def told(marked: str) -> str:
        text = marked.replace("[", "").replace("]", "")
        return next(n.bound for n in numbers(text, 0, len(text)) if n.first >= marked.index("["))

    assert [example for example in entry.examples if told(example) != entry.name] == []
    assert [counter for counter in entry.counters if told(counter) == entry.name] == []
