"""Scores of several metrics in one sentence, in every form, joined in every way, in every frame."""

from __future__ import annotations

from itertools import product

import pytest

from tests.composed import misread

METRICS = ("accuracy", "precision", "recall")
NUMBERS = ("81.2%", "77.4%", "69.3%")

FORMS = {
    "an M of N": "an {metric} of {number}",
    "M of N": "{metric} of {number}",
    "N M": "{number} {metric}",
    "a N M": "a {number} {metric}",
    "M (N)": "{metric} ({number})",
    "M: N": "{metric}: {number}",
    "M = N": "{metric} = {number}",
    "M N": "{metric} {number}",
    "N in M": "{number} in {metric}",
    "N of M": "{number} of {metric}",
}
MIXED = [("an M of N", "N M"), ("N M", "an M of N"), ("an M of N", "M of N"), ("a N M", "an M of N")]
JOINS = (
    "{0} and {1}",
    "{0}, and {1}",
    "{0}, {1}",
    "{0} with {1}",
    "{0}, with {1}",
    "{0} / {1}",
    "{0} as well as {1}",
    "{0}, {1} and {2}",
    "{0}, {1}, and {2}",
    "{0} and {1}, with {2}",
    "{0} with {1} and {2}",
)
FRAMES = (
    "KiteNet achieves {}.",
    "With KiteNet, we obtain {}.",
    "On GustQA, KiteNet reaches {}.",
    "KiteNet achieves {} on GustQA.",
    "KiteNet ({}) is best.",
    "KiteNet performs well on GustQA ({}).",
    "KiteNet attains {}, outperforming WrenNet.",
    "The results on GustQA are {}.",
    "Our method yields {} compared to WrenNet.",
)


@pytest.mark.parametrize("forms", [*((form, form) for form in FORMS), *MIXED], ids=" + ".join)
def test_each_number_is_of_its_own_metric(forms: tuple[str, str]) -> None:
    parts = [
        FORMS[forms[place > 0]].format(metric=metric, number=number)
        for place, (metric, number) in enumerate(zip(METRICS, NUMBERS, strict=True))
    ]
    cases = []
    for frame, join in product(FRAMES, JOINS):
        benchmark = "GustQA" if "GustQA" in frame else None
        count = join.count("{")
        must = [(NUMBERS[i], METRICS[i], benchmark) for i in range(count)]
        cases.append((frame.format(join.format(*parts)), must))
    assert not misread(cases, "metric_text", "benchmark_text")
