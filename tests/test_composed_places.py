"""On what a number was measured, in every wording, frame and list, and carried over from sentences before."""

from __future__ import annotations

from itertools import product

import pytest

from tests.composed import Told, misread

NAMES = ("GustQA", "BirdCam-9", "Tern Street", "ImageNet")
PLACES = (
    "on {}",
    "on the {} dataset",
    "on the {} benchmark",
    "on the {} corpus",
    "on the challenging {} benchmark",
    "on the large-scale {} dataset",
    "on the widely used {}",
    "on the public {} dataset",
    "on the {} question answering dataset",
    "on the {} leaderboard",
    "on a new benchmark called {}",
    "on {}, a widely used benchmark",
    "on the dataset {}",
    "on the {} benchmark dataset",
    "for the {} dataset",
    "in the {} challenge",
    "over the {} dataset",
    "when evaluated on {}",
    "evaluated on the {} dataset",
)
FRAMES = (
    ("KiteNet reaches 81.2% accuracy {}.", "81.2%"),
    ("KiteNet reaches an accuracy of 81.2% {}.", "81.2%"),
    ("The accuracy {} is 81.2%.", "81.2%"),
    ("KiteNet performs best {} with an accuracy of 81.2%.", "81.2%"),
    ("KiteNet achieves state-of-the-art results {}, with 81.2% accuracy.", "81.2%"),
    ("KiteNet reaches 81.2% accuracy, a new state of the art, {}.", "81.2%"),
    ("Experiments {} show that KiteNet reaches 81.2% accuracy.", "81.2%"),
    ("KiteNet outperforms WrenNet by 3.7% {}.", "3.7%"),
    ("KiteNet outperforms WrenNet {} by 3.7%.", "3.7%"),
    ("KiteNet gives a 3.7% gain in accuracy {}.", "3.7%"),
    ("KiteNet is 2.6x faster than WrenNet {}.", "2.6x"),
    ("KiteNet gives a 2.6x speedup {}.", "2.6x"),
)
FRONT_FRAMES = (
    ("{}, KiteNet reaches 81.2% accuracy.", "81.2%"),
    ("{}, our method achieves an accuracy of 81.2%.", "81.2%"),
    ("{}, it surpasses the state of the art by 3.7%.", "3.7%"),
    ("{}, KiteNet is 2.6x faster than WrenNet.", "2.6x"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_is_found_wherever_it_stands(name: str) -> None:
    places = [place.format(name) for place in PLACES]
    cases = [(frame.format(place), [(number, name)]) for (frame, number), place in product(FRAMES, places)]
    fronts = [place[0].upper() + place[1:] for place in places]
    cases += [(frame.format(place), [(number, name)]) for (frame, number), place in product(FRONT_FRAMES, fronts)]
    assert not misread(cases, "benchmark_text")


PARTS = (
    ("the test set of {}", "the test set", "test set"),
    ("the {} test set", "the test set", "test set"),
    ("the {} validation set", "the validation set", "validation set"),
    ("the {} dev set", "the dev set", "dev set"),
    ("the held-out test set of {}", "a held-out test set", "held-out test set"),
    ("the hidden test set of {}", "the hidden test set", "hidden test set"),
    ("the test split of {}", "the test split", "test split"),
    ("the test partition of {}", "the test partition", "test partition"),
    ("the validation data of {}", "the validation data", "validation data"),
    ("the holdout set of {}", "a holdout set", "holdout set"),
    ("the {} test server", "the test server", "test server"),
    ("the private leaderboard of {}", "the private leaderboard", "private leaderboard"),
    ("{} test-clean", "test-clean", "test-clean"),
    ("{} minival", "minival", "minival"),
    ("the dev-other subset of {}", "the dev-other subset", "dev-other"),
    ("the hard subset of {}", "the hard subset", "hard subset"),
    ("{}'s rain subset", "the rain subset", "rain subset"),
    ("the unseen split of {}", "the unseen split", "unseen split"),
    ("the easy level of {}", "the easy level", "easy level"),
    ("Track 2 of {}", "Track 2", "Track 2"),
    ("the English part of {}", None, "English part"),
    ("the English portion of {}", None, "English portion"),
    ("{} val", None, "val"),
    ("{} (val)", None, "val"),
    ("{} test", None, "test"),
)
PART_FRAMES = (
    ("KiteNet reaches 81.2% accuracy on {}.", ["81.2%"]),
    ("On {}, KiteNet reaches 81.2% accuracy.", ["81.2%"]),
    ("The accuracy on {} is 81.2%.", ["81.2%"]),
    ("Evaluated on {}, KiteNet reaches 81.2% accuracy.", ["81.2%"]),
    ("KiteNet reaches 81.2% accuracy and 61.5% recall on {}.", ["81.2%", "61.5%"]),
    (
        "KiteNet reaches an accuracy of 81.2%, a precision of 69.3%, and a recall of 61.5% on {}.",
        ["81.2%", "69.3%", "61.5%"],
    ),
    ("On {}, KiteNet reaches 81.2% accuracy and 61.5% recall.", ["81.2%", "61.5%"]),
    ("KiteNet reaches an accuracy of 81.2% for hawks and 61.5% for wrens on {}.", ["81.2%", "61.5%"]),
    ("KiteNet reaches 81.2% accuracy on {}, compared to 61.5% for WrenNet.", ["81.2%", "61.5%"]),
    ("KiteNet reaches an accuracy of 81.2% on {}, while WrenNet reaches 61.5%.", ["81.2%", "61.5%"]),
    ("KiteNet reaches 81.2% accuracy on {}, outperforming WrenNet by 3.7%.", ["81.2%", "3.7%"]),
    ("KiteNet reaches 81.2% accuracy on {}, which is 3.7% better than WrenNet.", ["81.2%", "3.7%"]),
    ("KiteNet raises the accuracy on {} from 61.5% to 81.2%.", ["61.5%", "81.2%"]),
    ("KiteNet raises the accuracy from 61.5% to 81.2% on {}.", ["61.5%", "81.2%"]),
    ("KiteNet outperforms WrenNet by 3.7% on {}.", ["3.7%"]),
    ("KiteNet improves the accuracy on {} by 3.7%.", ["3.7%"]),
)


@pytest.mark.parametrize(("named", "alone", "part"), PARTS)
def test_a_part_of_a_benchmark_is_of_all_that_was_measured_on_it(named: str, alone: str | None, part: str) -> None:
    wordings: list[tuple[str, str, str | None]] = [("", named.format(name), name) for name in ("GustQA", "ImageNet")]
    if alone:
        wordings += [("", alone, None), ("We evaluate KiteNet on GustQA. ", alone, "GustQA")]
    cases = []
    for (frame, numbers), (before, wording, name) in product(PART_FRAMES, wordings):
        must: list[Told] = [(number, name, part) for number in numbers]
        cases.append((before + frame.format(wording), must))
    assert not misread(cases, "benchmark_text", "split")
