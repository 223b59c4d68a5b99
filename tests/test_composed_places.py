"""On what a number was measured, in every wording, frame and list, and carried over from sentences before."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.composed import Told, misread

_NUMBER = re.compile(r"\+?\d+\.\d%")
NAMES = ("BirdCam-9", "Tern Street", "ImageNet")
PLACES = (
    "on {}",
    "on the {} dataset",
    "on the {} benchmark",
    "on the challenging {} benchmark",
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
)
FRAMES = (
    ("KiteNet reaches 81.2% accuracy {}.", "81.2%"),
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


LISTS = (("GustQA", "BirdCam-9", "WingSet"), ("ImageNet", "LibriSpeech", "COCO"), ("KITE", "TERN", "SWIFT"))
# What is said before the number of a list, and behind each of the next.
OPENINGS = {
    "KiteNet reaches {} accuracy": (("81.2%", "77.4%", "69.3%"), " accuracy"),
    "KiteNet achieves {}": (("81.2%", "77.4%", "69.3%"), ""),
    "KiteNet outperforms WrenNet by {}": (("3.7%", "2.4%", "5.3%"), ""),
    "KiteNet gives accuracy gains of {}": (("3.7%", "2.4%", "5.3%"), ""),
    "KiteNet is {} faster than WrenNet": (("2.6x", "3.1x", "1.7x"), ""),
}
# Of each the numbers that the opening holds, what follows it, and how many benchmarks are in it.
EACH_ITS_OWN = (
    ("{0}", " on {A} and {1}{m} on {B}.", 2),
    ("{0}", " on {A}, {1}{m} on {B}, and {2}{m} on {C}.", 3),
    ("{0}", " on the {A} dataset and {1}{m} on the {B} dataset.", 2),
    ("{0}", " on {A}, and {1}{m} on the challenging {B} benchmark.", 2),
    ("{0} and {1}", " on {A} and {B}.", 2),
    ("{0} and {1}", " on {A} and {B}, respectively.", 2),
    ("{0} and {1}", " on the {A} and {B} datasets, respectively.", 2),
    ("{0}, {1}, and {2}", " on {A}, {B}, and {C}, respectively.", 3),
    ("{0}, {1} and {2}", " on {A}, {B} and {C}.", 3),
)
ONE_FOR_ALL = (" on {A} and {B}.", " on both {A} and {B}.", " on the {A} and {B} datasets.")
FURTHER = (
    ("KiteNet reaches 81.2% accuracy and 61.5% F1 on {A}, and 77.4% accuracy and 58.8% F1 on {B}.", "AABB"),
    ("KiteNet reaches an accuracy of 81.2% and an F1 of 61.5% on {A}, and an accuracy of 77.4% on {B}.", "AAB"),
    ("KiteNet reaches an accuracy of 81.2% on {A}, an F1 of 58.8% on {B}, and a recall of 69.3% on {C}.", "ABC"),
    ("On {A}, KiteNet reaches 81.2% accuracy and 61.5% F1, and on {B}, 77.4% accuracy and 58.8% F1.", "AABB"),
    ("KiteNet reaches 81.2% on {A} and 77.4% on {B}, outperforming WrenNet by 3.7% and 2.4%, respectively.", "ABAB"),
    ("KiteNet reaches 81.2% (+3.7%) on {A} and 77.4% (+2.4%) on {B}.", "AABB"),
    ("KiteNet raises the accuracy from 61.5% to 81.2% on {A} and from 58.8% to 77.4% on {B}.", "AABB"),
    ("The accuracy rises on {A} from 61.5% to 81.2% and on {B} from 58.8% to 77.4%.", "AABB"),
    ("KiteNet is better than WrenNet on {A} (81.2% vs. 61.5%) and {B} (77.4% vs. 58.8%).", "AABB"),
    ("KiteNet is best on {A} (81.2% accuracy), {B} (77.4% accuracy), and {C} (69.3% accuracy).", "ABC"),
    ("KiteNet is best on several benchmarks, including {A} (81.2%), {B} (77.4%), and {C} (69.3%).", "ABC"),
    ("KiteNet leads on three datasets ({A}: 81.2%, {B}: 77.4%, {C}: 69.3%).", "ABC"),
    ("KiteNet achieves strong results: 81.2% on {A}, 77.4% on {B}, and 69.3% on {C}.", "ABC"),
    ("KiteNet achieves 81.2% accuracy on {A}; on {B}, it reaches 77.4%.", "AB"),
    ("KiteNet reaches 81.2% on {A}, compared to 61.5% for WrenNet.", "AA"),
)


@pytest.mark.parametrize("names", LISTS, ids="-".join)
def test_each_number_of_a_list_is_of_its_own_benchmark(names: tuple[str, str, str]) -> None:
    by_letter = dict(zip("ABC", names, strict=True))
    cases: list[tuple[str, list[Told]]] = []
    for opening, (numbers, metric) in OPENINGS.items():
        for held, rest, count in EACH_ITS_OWN:
            text = opening.format(held.format(*numbers)) + rest.format(*numbers, m=metric, **by_letter)
            cases.append((text, list(zip(numbers[:count], names, strict=False))))
        for rest in ONE_FOR_ALL:
            must: list[Told] = [(numbers[0], name) for name in names[:2]]
            cases.append((opening.format(numbers[0]) + rest.format(**by_letter), must))
    for text, letters in FURTHER:
        own = [by_letter[letter] for letter in letters]
        cases.append((text.format(**by_letter), list(zip(_NUMBER.findall(text), own, strict=True))))
    assert not misread(cases, "benchmark_text")


LEADS = (
    "We evaluate KiteNet on {}.",
    "Experiments on {} show that KiteNet is better than earlier work.",
    "Experiments were conducted on the {} dataset.",
    "We test it on the test data of {}.",
    "Results on {} demonstrate the strength of our approach.",
    "We used the {} dataset for evaluation.",
    "We introduce {}, a benchmark of 500 hard questions.",
    "KiteNet achieves state-of-the-art results on {}.",
    "On {}, KiteNet outperforms all earlier methods.",
    "We participated in the {} challenge.",
    "We evaluate on a standard dataset, {}.",
)
BETWEEN = (
    "",
    "The design is simple and can be used with any network. ",
    "The model is pretrained on FlockNet. ",
)
CLAIMS = (
    ("KiteNet reaches an accuracy of 81.2%.", "81.2%"),
    ("The results show that our method reaches 81.2% accuracy.", "81.2%"),
    ("It outperforms WrenNet by 3.7%.", "3.7%"),
    ("We obtain a gain of 3.7 points in F1.", "3.7 points"),
    ("On this dataset, KiteNet reaches 81.2% accuracy.", "81.2%"),
    ("KiteNet reaches 81.2% accuracy on this benchmark.", "81.2%"),
)
ELSEWHERE = (
    "On six other datasets, KiteNet reaches 81.2% accuracy.",
    "On our own dataset, it reaches 81.2% accuracy.",
    "It reaches 81.2% accuracy on a private dataset.",
    "It also reaches 81.2% accuracy on an in-house test set.",
    "On an external dataset, the accuracy is 81.2%.",
    "On a real robot, it reaches a success rate of 81.2%.",
    "In real-world trials, the success rate is 81.2%.",
    "On synthetic data, the accuracy is 81.2%.",
    "In a user study, KiteNet is preferred 81.2% of the time.",
    "Across ten datasets, it reaches 81.2% accuracy on average.",
)


@pytest.mark.parametrize("name", ["GustQA", "ImageNet"])
def test_a_benchmark_is_carried_to_a_claim_that_names_none(name: str) -> None:
    cases = [
        (f"{lead.format(name)} {between}{claim}", [(number, name)])
        for lead, between, (claim, number) in product(LEADS, BETWEEN, CLAIMS)
    ]
    assert not misread(cases, "benchmark_text")


def test_a_benchmark_is_not_carried_to_what_was_measured_elsewhere() -> None:
    cases: list[tuple[str, list[Told]]] = [
        (f"{lead.format('GustQA')} {claim}", [("81.2%", None)]) for lead, claim in product(LEADS, ELSEWHERE)
    ]
    for lead in LEADS:
        cases.append((lead.format("GustQA") + " On BirdCam-9, it reaches 81.2% accuracy.", [("81.2%", "BirdCam-9")]))
        cases.append((lead.format("GustQA") + " KiteNet is also 2.6x faster.", [("2.6x", None)]))
    assert not misread(cases, "benchmark_text")


@pytest.mark.parametrize(
    "lead",
    [
        "We evaluate KiteNet on GustQA and BirdCam-9.",
        "Experiments on the GustQA and BirdCam-9 datasets show that KiteNet is better than earlier work.",
        "Our model was tested on two benchmarks, GustQA and BirdCam-9.",
        "We evaluate on two datasets: GustQA and BirdCam-9.",
        "Extensive experiments on two public datasets (GustQA and BirdCam-9) show the strength of KiteNet.",
        "We test on the GustQA dataset and the BirdCam-9 dataset.",
    ],
)
def test_two_benchmarks_are_carried_to_two_numbers_alone(lead: str) -> None:
    both = [("81.2%", "GustQA"), ("77.4%", "BirdCam-9")]
    cases: list[tuple[str, list[Told]]] = [
        (f"{lead} It reaches 81.2% and 77.4% accuracy, respectively.", [*both]),
        (f"{lead} The accuracies are 81.2% and 77.4%.", [*both]),
        (f"{lead} It reaches 81.2% accuracy.", [("81.2%", None)]),
        (f"{lead} On average, it reaches 81.2% accuracy.", [("81.2%", None)]),
        (f"{lead} On BirdCam-9, it reaches 77.4% accuracy.", [("77.4%", "BirdCam-9")]),
    ]
    assert not misread(cases, "benchmark_text")


@pytest.mark.parametrize(
    ("spelt", "short"),
    [
        ("Kites in Common Weather", "KICW"),
        ("Wing Recognition Challenge", "WRC"),
        ("Gust Question Answering", "GustQA"),
        ("Microsoft Common Objects in Context", "COCO"),
        ("Street View House Numbers", "SVHN"),
    ],
)
def test_a_benchmark_spelt_out_is_one_by_its_short_form(spelt: str, short: str) -> None:
    cases: list[tuple[str, list[Told]]] = []
    for frame, noun in product(
        ("KiteNet reaches 81.2% accuracy {}.", "We evaluate it {}. It reaches 81.2% accuracy."),
        ("dataset", "benchmark"),
    ):
        cases.append((frame.format(f"on the {spelt} ({short}) {noun}"), [("81.2%", short)]))
    assert not misread(cases, "benchmark_text")
