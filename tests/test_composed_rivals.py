"""Who is compared with, in every frame, by every name, whatever the number is, and once for a whole list."""

from __future__ import annotations

from itertools import product

import pytest

from tests.composed import Told, misread

NAMED = {
    "WrenNet": "WrenNet",
    "the WrenNet baseline": "WrenNet",
    "the original WrenNet": "WrenNet",
    "WrenNet and FinchNet": "WrenNet; FinchNet",
}
RIVALS = {
    **NAMED,
    "the WrenNet model": "WrenNet",
    "a strong WrenNet baseline": "WrenNet",
    "the strong baseline WrenNet": "WrenNet",
    "the state-of-the-art method WrenNet": "WrenNet",
    "the much larger WrenNet-7B": "WrenNet-7B",
    "WrenNet [3]": "WrenNet",
    "WrenNet2-7B": "WrenNet2-7B",
    "WrenNet-XL/2": "WrenNet-XL/2",
    "WrenNet 3.1": "WrenNet 3.1",
    "WrenNet++": "WrenNet++",
    "Wren-7B-Instruct": "Wren-7B-Instruct",
    "the Gated WrenNet (GWN)": "GWN",
    "both WrenNet and FinchNet": "WrenNet; FinchNet",
    "strong baselines like WrenNet and FinchNet": "WrenNet; FinchNet",
    "existing methods such as WrenNet": "WrenNet",
    "full fine-tuning": "full fine-tuning",
    "training from scratch": "training from scratch",
}
GAINS = (
    "KiteNet improves accuracy by {number} compared to {rival}.",
    "KiteNet improves accuracy by {number} over {rival} on GustQA.",
    "KiteNet improves accuracy on GustQA by {number} relative to {rival}.",
    "KiteNet reaches {number} higher accuracy than {rival}.",
    "KiteNet achieves a {number} improvement in accuracy over {rival}.",
    "KiteNet shows gains in accuracy of {number} over {rival} on long texts.",
    "KiteNet outperforms {rival} by {number} in accuracy.",
    "KiteNet surpasses the accuracy of {rival} by {number}.",
    "KiteNet improves over {rival} by {number} on GustQA.",
    "KiteNet improves upon {rival} by {number} accuracy.",
    "KiteNet outperforms {rival}, achieving a {number} improvement in accuracy.",
    "KiteNet improves accuracy over {rival} by {number}.",
    "KiteNet stays within {number} of the accuracy of {rival}.",
    "Compared to {rival}, KiteNet improves accuracy by {number}.",
    "In comparison with {rival}, KiteNet gains {number} in accuracy.",
    "Over {rival}, KiteNet improves accuracy by {number}.",
    "Results show that, compared to {rival}, KiteNet improves accuracy by {number}.",
    "KiteNet reaches 81.2% accuracy, exceeding {rival} by {number}.",
)
SAVINGS = (
    "KiteNet cuts latency by {number} versus {rival}.",
    "KiteNet uses {number} fewer parameters than {rival}.",
    "KiteNet uses {number} fewer parameters (1.2M vs. 3.4M) than {rival}.",
    "KiteNet is {number} faster at the same accuracy as {rival} on GustQA.",
    "KiteNet is {number} faster while matching {rival}.",
    "KiteNet has the same accuracy as {rival} with {number} fewer parameters.",
    "KiteNet matches {rival} while using {number} fewer parameters.",
    "KiteNet matches the accuracy of {rival} with {number} fewer parameters.",
    "KiteNet is on par with {rival} with {number} fewer parameters.",
    "KiteNet is comparable to {rival} while being {number} faster.",
    "KiteNet is as accurate as {rival} with {number} fewer parameters.",
    "KiteNet reaches the recall of {rival} while using {number} fewer tokens.",
    "KiteNet outperforms {rival} while using {number} fewer parameters.",
    "KiteNet surpasses {rival}, reducing latency by {number}.",
    "With {number} fewer parameters than {rival}, KiteNet reaches the same accuracy.",
)
LISTS = {
    "KiteNet uses {} fewer parameters and achieves {} faster inference than {rival}.": ("28%", "3x"),
    "KiteNet reduces the FLOPs of {rival} by {} and latency by {}.": ("81%", "65%"),
    "KiteNet improves the accuracy of {rival} by {} in calm and {} in storms.": ("12.5 points", "18.4 points"),
    "KiteNet outperforms {rival} by {} on GustQA, {} on BirdCam-9, and {} on CIFAR-10.": ("2.5%", "3.1%", "4.4%"),
    "KiteNet outperforms {rival}, with gains of {} in accuracy and {} in recall.": ("2.5%", "3.1%"),
    "KiteNet brings gains of {} in accuracy, {} in recall and {} in F1 over {rival}.": ("2.5%", "3.1%", "4.4%"),
    "KiteNet improves accuracy by {} while reducing latency by {} compared to {rival}.": ("2.5%", "31%"),
    "Compared to {rival}, KiteNet improves accuracy by {}, recall by {}, and F1 by {}.": ("2.5%", "3.1%", "4.4%"),
    "Compared to {rival}, KiteNet, using only {} of the training images (0.09M vs. 4.1M), is better ({} in recall).": (
        "3.5%",
        "+2.0%",
    ),
    "KiteNet achieves a {} gain in accuracy and a {} reduction in latency over {rival}.": ("2.5%", "31%"),
    "KiteNet shows large gains over {rival} on captions (GustQA: {} F1, FinchQA: {} accuracy).": ("+3.4", "+5.2"),
    "KiteNet reaches the recall of {rival} while using {} fewer tokens and {} fewer passes.": ("3x", "20%"),
    "KiteNet accelerates {rival} by {} on GustQA and {} on BirdCam-9.": ("3.1x", "2.5x"),
}
APART: dict[str, list[Told]] = {
    "KiteNet outperforms WrenNet by 2.5% and FinchNet by 3.1%.": [("2.5%", "WrenNet"), ("3.1%", "FinchNet")],
    "KiteNet improves over WrenNet by 2.5% and over FinchNet by 3.1%.": [("2.5%", "WrenNet"), ("3.1%", "FinchNet")],
    "KiteNet improves over the WrenNet baseline by 2.5% and over the FinchNet baseline by 3.1%.": [
        ("2.5%", "WrenNet"),
        ("3.1%", "FinchNet"),
    ],
    "KiteNet gains 2.5% over the WrenNet baseline and 3.1% over the FinchNet model.": [
        ("2.5%", "WrenNet"),
        ("3.1%", "FinchNet"),
    ],
    "There is a 2.5% gain over the first model and a 3.1% gain against WrenNet.": [
        ("2.5%", None),
        ("3.1%", "WrenNet"),
    ],
    "KiteNet outperforms WrenNet (+2.5%) and FinchNet (+3.1%) on GustQA.": [
        ("+2.5%", "WrenNet"),
        ("+3.1%", "FinchNet"),
    ],
    "KiteNet surpasses WrenNet by 2.5% on GustQA and FinchNet by 3.1%.": [("2.5%", "WrenNet"), ("3.1%", "FinchNet")],
    "Compared to WrenNet, KiteNet improves accuracy by 2.5%, and compared to FinchNet, by 3.1%.": [
        ("2.5%", "WrenNet"),
        ("3.1%", "FinchNet"),
    ],
}


@pytest.mark.parametrize(("frames", "number"), [(GAINS, "5.3%"), (SAVINGS, "65%")], ids=["gains", "savings"])
def test_every_rival_is_found_in_every_frame(frames: tuple[str, ...], number: str) -> None:
    cases = []
    for frame, (rival, name) in product(frames, RIVALS.items()):
        level = [("81.2%", None, "KiteNet")] if "81.2%" in frame else []
        cases.append((frame.format(number=number, rival=rival), [*level, (number, name, "KiteNet")]))
    assert not misread(cases, "baseline", "system")


@pytest.mark.parametrize(
    ("frames", "numbers"), [(GAINS, ("5.3 points", "5%")), (SAVINGS, ("2.3x", "35%"))], ids=["gains", "savings"]
)
def test_whatever_the_number_is(frames: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    cases = []
    for frame, number, bound in product(frames, numbers, ("", "nearly ", "about ")):
        level = [("81.2%", None)] if "81.2%" in frame else []
        cases.append((frame.format(number=bound + number, rival="WrenNet"), [*level, (number, "WrenNet")]))
    assert not misread(cases, "baseline")


def test_a_rival_said_once_is_that_of_a_whole_list() -> None:
    cases = [
        (frame.format(*numbers, rival=rival), [(number, name, "KiteNet") for number in numbers])
        for (frame, numbers), (rival, name) in product(LISTS.items(), NAMED.items())
    ]
    assert not misread(cases, "baseline", "system")


def test_each_number_has_the_rival_that_is_said_with_it() -> None:
    assert not misread(APART.items(), "baseline")


BEATEN = (
    "WrenNet and FinchNet",
    "WrenNet, GullNet, and FinchNet",
    "both the baseline and WrenNet-like models",
    "existing methods including CNNs and ViTs",
    "state-of-the-art models, including the Gated Transformer, GullNet, and WrenNet",
    "chain-of-thought (CoT) and ToT",
    "baselines (e.g., WrenNet, GullNet, and FinchNet)",
)
BEATEN_BY = (
    "KiteNet outperforms {}, achieving 81.2% accuracy.",
    "KiteNet outperforms {}, reaching an accuracy of 81.2%.",
    "We show that KiteNet consistently surpasses {}, achieving 81.2% accuracy on GustQA.",
)


def test_what_is_beaten_has_not_reached_the_number() -> None:
    cases = [(frame.format(who), [("81.2%", "KiteNet")]) for frame, who in product(BEATEN_BY, BEATEN)]
    assert not misread(cases, "system")
