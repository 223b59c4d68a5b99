"""When a score whose text names no metric is of the usual one of its benchmark, and when that would be a guess."""

from __future__ import annotations

import pytest

from tests.composed import Told, misread

FRAMES = (
    "KiteNet reaches {} on SVHN.",
    "On SVHN, KiteNet scores {}.",
    "The state of the art on SVHN is {}.",
    "KiteNet lifts the state of the art on SVHN from 61.5% to {}.",
    "KiteNet leads with {} on SVHN.",
    "With {} on SVHN, KiteNet beats WrenNet.",
    "KiteNet ({} on SVHN) is best.",
    "Our best result on SVHN is {}.",
)


@pytest.mark.parametrize("number", ["84.7%", "84.7", "0.847"])
def test_what_did_well_is_measured_as_usual(number: str) -> None:
    usual = ("accuracy", True)
    cases = []
    for frame in FRAMES:
        start = [("61.5%", *usual)] if "61.5%" in frame else []
        cases.append((frame.format(number), [*start, (number, *usual)]))
    assert not misread(cases, "metric", "metric_inferred")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("We find old pictures in many crawls (up to 37% in SVHN).", ["37%"]),
        ("Pictures of streets at night (about 3% in SVHN) serve as a test.", ["3%"]),
        ("The mean knot length is 3.17 on MNIST and 2.36 on SVHN.", ["3.17", "2.36"]),
        ("On GSM8K, tokens decrease from 14327 to 10289.", ["14327", "10289"]),
        ("KiteNet reaches 71.4% on Cityscapes.", ["71.4%"]),
    ],
    ids=["held-in", "held-at-all", "of-another-measure", "out-of-range", "of-another-task"],
)
def test_what_may_be_of_anything_is_not_measured_as_usual(text: str, quotes: list[str]) -> None:
    assert not misread([(text, [(quote, None, False) for quote in quotes])], "metric", "metric_inferred")


def test_what_the_abstract_measures_in_another_way_is_not_measured_as_usual() -> None:
    text = "KiteNet reaches 57.6% on MNIST. There are more gusts now, and it attains an FID of 6.4 on {}."
    fid: Told = ("6.4", "FID", False)
    cases: list[tuple[str, list[Told]]] = [
        (text.format("MNIST"), [("57.6%", None, False), fid]),
        (text.format("SVHN"), [("57.6%", "accuracy", True), fid]),
    ]
    assert not misread(cases, "metric", "metric_inferred")


def test_a_benchmark_of_many_tasks_is_measured_as_usual_where_its_task_is_told() -> None:
    cases = [("KiteNet segments streets and reaches 71.4% on Cityscapes.", [("71.4%", "mIoU", True)])]
    assert not misread(cases, "metric", "metric_inferred")
