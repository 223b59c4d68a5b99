"""What a sentence mentions, as one string of symbols."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.mentions import Sentence, read_sentence
from leaderboard.text import sentences, view


def read(text: str) -> Sentence:
    (span,) = sentences(text)
    return read_sentence(text, *span, text.lower())


def mentioned(text: str, symbol: str) -> list[str]:
    every = [m for one in read(text).mentions for m in (one.members or (one,))]
    return [text[m.start : m.end] for m in every if m.symbol == symbol]


def test_one_letter_stands_for_each_mention_and_articles_for_none() -> None:
    sentence = read("KiteNet reaches a top-1 accuracy of 91.2% on the ImageNet.")
    assert sentence.symbols == "SaMqN@Bw"
    assert len(sentence.symbols) == len(sentence.mentions)


@pytest.mark.parametrize(
    ("text", "symbol", "found"),
    [
        ("It gets 4.1% word error rate on it.", "M", ["word error rate"]),
        ("It has a word error rate (WER) of 4.1%.", "M", ["WER"]),
        ("Its macro F1 score is 80.2.", "M", ["macro F1 score"]),
        ("Its dark feather AUC is 0.91.", "M", ["AUC"]),
        ("Its best F1-max is 80.2.", "M", ["F1-max"]),
        ("It reaches a Feather Angle Error of 3.1.", "M", ["Feather Angle Error"]),
        ("It improves comfort scores by 0.3.", "M", ["comfort scores"]),
        ("It has better comfort scores (0.8) than that.", "M", ["comfort scores"]),
        ("Its top-1 classification accuracy is 80%.", "M", ["top-1 classification accuracy"]),
        ("Its user accuracy is 80%.", "M", ["user accuracy"]),
        ("This reveals accuracy of 80%.", "M", ["accuracy"]),
        ("It comes with a 2% accuracy gap.", "M", ["accuracy"]),
        ("It narrows the accuracy gap by 2%.", "M", ["accuracy gap"]),
        ("It brings a 20% average error reduction.", "M", ["error"]),
        ("It gains 3% in feather error detection.", "M", []),
        ("Its agent scores 80.2 there.", "M", []),
        ("It needs 3x fewer FLOPs.", "E", ["FLOPs"]),
        ("The effectiveness and efficiency of it gain 3%.", "E", []),
        ("It gets 80% on CIFAR 100.", "B", ["CIFAR 100"]),
        ("It gets 80% on Cifar-100.", "B", ["Cifar-100"]),
        ("It gets 80% on the FeatherBench dataset.", "B", ["FeatherBench"]),
        ("It gets 80% on FeatherBench.", "B", ["FeatherBench"]),
        ("It gets 80% on FeatherBench images.", "B", ["FeatherBench"]),
        ("It gets 80% on the FeatherNet library.", "B", []),
        ("It gets 80% across FiB and FeB classes.", "B", []),
        ("It gains 3% on the flight metric FLAP.", "B", []),
        ("It gains 3% on the foundation models FeatherOne and BirdTwo.", "B", []),
        ("Building on FLAP, it gains 3%.", "B", []),
        ("It gains 3% on the test set of Feathers.", "B", ["Feathers"]),
        ("FlapQA is the first dataset of flaps.", "B", ["FlapQA"]),
        ("We made FlapQA – the largest dataset of flaps.", "B", ["FlapQA"]),
        ("It gains 3% on a new FlaP benchmark.", "B", []),
        ("It gains 3% on a hard FLaP classification.", "B", []),
        ("In wing shape reading (WSR) it leads, and gains 3% on WSR.", "B", []),
        ("On the wing shape reading (WSR) dataset it gains 3%.", "B", ["WSR"]),
        ("It gains 3% on two Wing Shape Reading (WSR) datasets.", "B", []),
        ("It gains 3% on a FIB robot.", "B", []),
        ("It gains 3% on the robot FlapOne.", "B", []),
        ("In wing visual reading (wVR) it leads, and gains 3% on wVR.", "B", []),
        ("It gains 3% on Wing Feather Recognition.", "B", []),
        ("It gains 3% on the Wing Feather Recognition dataset.", "B", ["Wing Feather Recognition"]),
        ("It gains 3% on FeatherBench's hard wings.", "B", ["FeatherBench"]),
        ("It gains 3% on points in the FeatherBench format.", "B", []),
        ("It gains 3% in the 2019 Language and Egg Challenge.", "B", ["2019 Language and Egg"]),
        ("It enters the Feather Language Shared Task.", "B", ["Feather Language"]),
        ("We bring FLEC, the Feather Language and Egg Challenge.", "B", ["FLEC"]),
        ("The Challenge is hard.", "B", []),
        ("It gains 3% on ImageNet → Feathers.", "B", ["ImageNet → Feathers"]),
        ("It gains 3% for posts on Twitter.", "B", []),
        ("It gains 3% on the Twitter Feather dataset.", "B", ["Twitter Feather"]),
        ("It gains 3% in the Multi-Bird COVID-19 Egg Challenge.", "B", ["Multi-Bird COVID-19 Egg"]),
        ("FlapNet reads the feather dataset in 5 s.", "B", []),
        ("Open-set Domain Adaptation (OSDA) gains 3%.", "B", []),
        ("It gets 80% on three GUI benchmarks.", "B", []),
        ("It gets 80% on KITE-based data.", "B", []),
        ("It gets 80% on various LLMs.", "B", []),
        ("It gets 80% on the 2019 FeatherBench.", "B", ["2019 FeatherBench"]),
        ("It gets 30 BLEU on WMT English-to-French.", "B", ["WMT English-to-French"]),
        ("On FeatherBench, FeatherNet (12M parameters) gets 80%.", "B", ["FeatherBench"]),
        ("It gets 80%, 70% and 60% on A1, B2 and C3.", "N", ["80%", "70%", "60%"]),
        ("We drop the layers.", "M", []),
    ],
)
def test_names_are_found_as_they_are_written(text: str, symbol: str, found: list[str]) -> None:
    assert mentioned(text, symbol) == found


def test_an_and_that_opens_a_sentence_joins_nothing() -> None:
    assert mentioned("And the MNIST dataset has 3% error.", "B") == ["MNIST"]


def test_a_list_is_one_mention_with_members() -> None:
    symbols = read("It gets 80.1% and 72.3% on ImageNet and CIFAR-10.").symbols
    assert symbols.count("N") == symbols.count("B") == 1


@pytest.mark.parametrize(("text", "noun"), [("There is a drop of 3% in it.", True), ("They drop to 3% in it.", False)])
def test_a_noun_is_told_from_its_verb_by_its_place(text: str, noun: bool) -> None:
    assert ("L" in read(text).symbols) is noun


@settings(max_examples=100)
@given(st.text(max_size=120))
def test_mentions_stand_in_order_inside_their_sentence(text: str) -> None:
    seen = view(" ".join(text.split())).text
    for start, end in sentences(seen):
        mentions = read_sentence(seen, start, end, seen.lower()).mentions
        assert all(start <= m.start < m.end <= end for m in mentions)
        assert all(one.start <= other.start for one, other in pairwise(mentions))


def test_a_sentence_of_articles_mentions_nothing() -> None:
    assert read_sentence("the", 0, 3, "the").symbols == ""
