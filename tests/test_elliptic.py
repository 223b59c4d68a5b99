"""Benchmarks of which a list writes only what differs."""

from __future__ import annotations

import pytest

from tests.extracted import rows


def benchmarks(abstract: str) -> list[str | None]:
    return [row.benchmark for row in rows(abstract)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("CIFAR-10/100", ["CIFAR-10", "CIFAR-100"]),
        ("CIFAR-10 and 100", ["CIFAR-10", "CIFAR-100"]),
        ("KITTI 2012 and 2015", ["KITTI 2012", "KITTI 2015"]),
        ("SQuAD 1.1 and 2.0", ["SQuAD", "SQuAD 2.0"]),
        ("AIME24/25", ["AIME 2024", "AIME 2025"]),
        ("SWE-bench Lite and Verified", ["SWE-bench Lite", "SWE-bench Verified"]),
        ("WMT14 English-German and English-French", ["WMT14 En-De", "WMT14 En-Fr"]),
        ("CIFAR-10 and ImageNet", ["CIFAR-10", "ImageNet"]),
    ],
)
def test_an_ending_in_a_list_stands_for_the_whole_name(names: str, found: list[str]) -> None:
    assert benchmarks(f"KiteNet reaches 71.2% and 80.1% accuracy on {names}, respectively.") == found


@pytest.mark.parametrize(
    "rest",
    [
        "CIFAR-10 and 100 classes more.",
        "CIFAR-10, 100 times over.",
        "CIFAR-10 and a GPU.",
        "CIFAR-10 and 10.1 points less.",
    ],
)
def test_a_number_that_counts_something_is_no_ending(rest: str) -> None:
    assert "CIFAR-100" not in benchmarks(f"KiteNet reaches 71.2% accuracy on {rest}")
