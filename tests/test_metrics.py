"""The metrics of the lexicon: each explained, none twice, read where they are meant."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from leaderboard.canonical import find_metric
from leaderboard.cues import PIECE
from leaderboard.lexicon import Metric, lexicon
from leaderboard.mentions import read_sentence
from leaderboard.resources import resource

METRICS = lexicon().metrics
MARKS = "-_'./ "


def spelling(wording: str) -> str:
    """A wording as the lexer compares it: marks and blanks left out."""
    return "".join(piece for piece in PIECE.findall(wording) if piece not in MARKS)


def letters_of(text: str) -> dict[str, str]:
    """What a sentence mentions, by its letter."""
    sentence = read_sentence(text, 0, len(text), text.lower())
    return {text[m.start : m.end]: m.symbol for m in sentence.mentions}


def test_there_are_many_and_each_is_explained() -> None:
    assert len(METRICS) >= 250
    assert [metric.id for metric in METRICS if not metric.doc.endswith(".") or len(metric.doc) < 15] == []


def test_no_wording_twice() -> None:
    entries: dict[str, dict[str, set[str]]] = {}
    for metric in METRICS:
        for wording in metric.wordings:
            as_read = spelling(wording) if metric.is_exact(wording) else "any case"
            entries.setdefault(spelling(wording).lower(), {}).setdefault(as_read, set()).add(metric.id)
    twice = {wording: found for wording, found in entries.items() if any(len(ids) > 1 for ids in found.values())}
    assert twice == {}
    assert [w for w, found in entries.items() if "any case" in found and len(set().union(*found.values())) > 1] == []


def test_a_wording_by_place_means_one_metric_and_is_looked_for_nowhere() -> None:
    placed = Counter(wording for metric in METRICS for wording in metric.by_place)
    assert [wording for wording, times in placed.items() if times > 1 or wording != wording.lower()] == []
    faster = find_metric("Faster")
    assert (faster and faster.id, letters_of("KiteNet flies faster")["faster"]) == ("speedup", "F")


def test_every_direction_is_stated() -> None:
    raw = yaml.safe_load((resource("patterns") / "metrics.yaml").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in raw if "higher_is_better" not in entry] == []


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_its_scale_and_its_conditions_are_sane(metric: Metric) -> None:
    if metric.range is not None:
        least, most = metric.range
        assert least is not None
        assert least <= 0
        assert most is None or most in (1, 100)
    if metric.unit == "%":
        assert metric.range in ((0, 100), (0, None))
    assert all(word == word.lower() for word in metric.needs)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("WER", "wer"),
        ("word error rates", "wer"),
        ("Recall@1", "recall-1"),
        ("R@1", "recall-1"),
        ("mAP@50", "map-0-5"),
        ("mAP$_{50}$", "map-0-5"),
        ("mask AP_r", "rare-ap"),
        ("$F_1$-score", "f1"),
        ("test accuracy", "accuracy"),
        ("accuracy rate", "accuracy"),
        ("top-1 classification accuracy", "top-1-accuracy"),
        ("balanced accuracy", "balanced-accuracy"),
        ("mean average precision (mAP)", "map"),
        ("attack success rates", "attack-success-rate"),
        ("GPU memory", "gpu-memory"),
        ("nDCG@5", "ndcg-5"),
        ("NDCG@7", None),
        ("positive rate", None),
        ("non-detection rate", None),
        ("unweighted accuracy", "mean-class-accuracy"),
        ("map", None),
    ],
)
def test_a_wording_finds_its_metric(written: str, expected: str | None) -> None:
    found = find_metric(written)
    assert (found.id if found else None) == expected


def test_an_ambiguous_abbreviation_needs_its_context() -> None:
    assert find_metric("ASR", "An ASR model for meetings.") is None
    found = find_metric("ASR", "The attack reaches an ASR of 80%.")
    assert found is not None
    assert found.id == "attack-success-rate"


@pytest.mark.parametrize(
    ("text", "word", "is_metric"),
    [
        ("The detector reaches an mAP of 41.2.", "mAP", True),
        ("The map of the city has 41.2 km of roads.", "map", False),
        ("The FID is 3.1 and the IS is 250.", "IS", True),
        ("It is 250 times smaller.", "is", False),
        ("The PER falls to 8%.", "PER", False),
        ("The phone error rate (PER) falls to 8%.", "PER", True),
    ],
)
def test_an_abbreviation_that_is_a_word_is_read_only_where_it_is_meant(text: str, word: str, is_metric: bool) -> None:
    assert (letters_of(text).get(word) in ("M", "E")) is is_metric


def test_what_is_read_by_its_place_hides_no_wording_of_its_own() -> None:
    assert letters_of("The R^2 value for long wings is 0.87.")["R^2"] == "M"
