"""What the scorer calls right, and that its figures are those of the annotation's own scorer."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.golden.pairing import Claim, pair_all
from leaderboard.golden.same import same_benchmark, same_metric, same_name, same_value
from leaderboard.golden.scoring import LEVELS, Figures, score

ACCURACY = Claim(
    10,
    88.5,
    unit="%",
    kind="score",
    topic="quality",
    bound="exact",
    metric="accuracy",
    benchmark="CIFAR-10",
    role="own",
)


def claim(**changes: Any) -> Claim:
    return replace(ACCURACY, **changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mAP", "mean average precision"),
        ("F_{1}", "F1 score"),
        ("top-1 accuracies", "top-1 accuracy"),
        ("WERs", "word error rate"),
        ("average accuracy", "accuracy"),
        ("zero-shot transfer accuracy", "accuracy"),
        ("detection mAP", "mAP"),
        ("performance", None),
    ],
)
def test_wordings_of_one_metric(one: str, other: str | None) -> None:
    assert same_metric(one, other)
    assert same_metric(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mean average precision", "precision"),
        ("mean absolute error", "error rate"),
        ("novel AP", "AP"),
        ("top-1 accuracy", "accuracy"),
        ("macro F1", "F1"),
        ("recall@1", "recall@10"),
        ("F1", None),
    ],
)
def test_wordings_of_two_metrics(one: str, other: str | None) -> None:
    assert not same_metric(one, other)


def test_efficiency_is_compared_by_what_is_saved() -> None:
    assert same_metric("faster", "training time", "efficiency")
    assert not same_metric("faster", "training time", "quality")
    assert not same_metric("latency", "parameters", "efficiency")
    assert not same_metric(None, "latency", "efficiency")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ImageNet-1k", "ImageNet", True),
        ("MS COCO", "COCO", True),
        ("the LVIS dataset", "LVIS", True),
        ("Bimanual Action (Bimacs)", "Bimacs", True),
        ("Bimacs", "Bimanual Action (Bimacs", True),
        ("CIFAR-10", "CIFAR-100", False),
        ("RefCOCO", "RefCOCO+", False),
        ("SQuAD (v1.1)", "SQuAD (v2.0)", False),
        ("LVIS", None, False),
        ("benchmark", None, False),
    ],
)
def test_names_of_one_benchmark_and_of_two(one: str, other: str | None, same: bool) -> None:
    assert same_benchmark(one, other) is same
    assert same_benchmark(other, one) is same


def test_values_agree_but_for_sign_and_names_but_for_case() -> None:
    assert same_value(-1.5, 1.5)
    assert not same_value(1.5, None)
    assert not same_value(88.5, 88.6)
    assert same_name("BERT", "bert")
    assert same_name(None, None)
    assert not same_name("BERT", None)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_has_no_direction(one: str, other: str) -> None:
    assert same_metric(one, other) == same_metric(other, one)
    assert same_benchmark(one, other) == same_benchmark(other, one)
    assert same_metric(one, one)
    assert same_benchmark(one, one)


def test_a_row_is_right_without_its_role_a_leaderboard_row_is_not() -> None:
    result = score({"p": [ACCURACY]}, {"p": [claim(role="other")]})
    assert [result.levels[level].f1 for level in LEVELS] == [1.0, 1.0, 0.0]
    assert result.agreement["role"] == 0.0
    assert result.misses == ()


def test_one_claim_found_twice_is_right_once() -> None:
    result = score({"p": [ACCURACY]}, {"p": [claim(), claim()]})
    assert result.levels["row"] == Figures(right=1, found=2, expected=1)
    assert result.levels["number"].f1 == 1.0
    assert [miss.faults for miss in result.misses] == [("extra sibling",)]


def test_a_miss_names_the_fields_that_differ() -> None:
    result = score({"p": [ACCURACY]}, {"p": [claim(metric="F1", benchmark=None)]})
    assert [miss.faults for miss in result.misses] == [("metric", "benchmark")]


def test_a_number_on_one_side_only_is_missed_or_false() -> None:
    result = score({"p": [ACCURACY]}, {"p": [claim(start=50)]})
    assert [(miss.faults, miss.got is None) for miss in result.misses] == [
        (("missed number",), True),
        (("false number",), False),
    ]


def test_siblings_at_one_number_are_paired_by_their_benchmarks() -> None:
    gold = [claim(benchmark="COCO"), claim(benchmark="LVIS")]
    found = [claim(benchmark="LVIS", metric="AP"), claim(benchmark="COCO", metric="AP")]
    assert [(a.benchmark, b.benchmark) for a, b in pair_all(gold, found)] == [("COCO", "COCO"), ("LVIS", "LVIS")]


def test_papers_nobody_annotated_do_not_count() -> None:
    assert score({"p": [ACCURACY]}, {"p": [ACCURACY], "q": [ACCURACY]}).levels["row"].f1 == 1.0


def test_nothing_expected_and_nothing_found_is_perfect() -> None:
    assert score({"p": []}, {}).levels["row"].f1 == 1.0
    assert score({"p": []}, {"p": [ACCURACY]}).levels["row"].f1 == 0.0


def test_a_name_that_was_inferred_counts_as_none() -> None:
    row = {"start": 10, "value": 88.5, "metric": "accuracy", "metric_text": None, "benchmark": "CIFAR-10"}
    assert Claim.of(row) == Claim(10, 88.5, metric=None, benchmark="CIFAR-10")


def test_breakdowns_by_kind_pattern_and_confidence() -> None:
    sure, unsure = claim(pattern="a", confidence=0.97), claim(pattern="b", confidence=0.3, start=50)
    result = score({"p": [ACCURACY]}, {"p": [sure, unsure]})
    assert result.by_kind == {"score": Figures(1, 2, 1)}
    assert result.by_pattern == {"a": Figures(1, 1, 0), "b": Figures(0, 1, 0)}
    assert [(band.low, band.high, band.rows, band.share) for band in result.bands] == [
        (0.95, 1.0, 1, 1.0),
        (0, 0.5, 1, 0),
    ]


SCORED = (
    "value",
    "kind",
    "topic",
    "metric",
    "benchmark",
    "role",
    "system",
    "split",
    "baseline",
    "unit",
    "low",
    "spread",
)


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_annotations_own_scorer(corpus: Path, seed: int) -> None:
    theirs = _their_scorer(corpus)
    gold = theirs.read_gold(corpus.parent / "golden" / "pages.jsonl")
    found = _damaged(gold, random.Random(seed))
    levels, fields, misses = theirs.score(gold, found)
    ours = score(_claims(gold), _claims(found))
    assert levels == {level: (f.precision, f.recall, f.f1, f.expected) for level, f in ours.levels.items()}
    assert fields == ours.agreement | {f"{name} F1": figures.f1 for name, figures in ours.sparse.items()}
    assert len(misses) == sum(side is not None for miss in ours.misses for side in (miss.expected, miss.got))


def _their_scorer(corpus: Path) -> ModuleType:
    path = corpus.parent / "golden" / "score.py"
    spec = importlib.util.spec_from_file_location("their_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _claims(papers: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[Claim]]:
    return {paper_id: [Claim.of(row) for row in rows] for paper_id, rows in papers.items()}


def _damaged(gold: Mapping[str, list[dict[str, Any]]], dice: random.Random) -> dict[str, list[dict[str, Any]]]:
    """Rows with every sort of fault: dropped, doubled, moved, and with values of other rows."""
    every = [row for rows in gold.values() for row in rows]
    damaged: dict[str, list[dict[str, Any]]] = {}
    for paper_id, rows in gold.items():
        kept = [json.loads(json.dumps(row)) for row in rows for _ in range(dice.choice((0, 1, 1, 1, 1, 2)))]
        for row in kept:
            row |= {name: dice.choice(every)[name] for name in SCORED if dice.random() < 0.05}
            row["start"] += dice.random() < 0.05
            if dice.random() < 0.5:
                row |= {"metric_text": row["metric"], "benchmark_text": dice.choice((row["benchmark"], None))}
        damaged[paper_id] = dice.sample(kept, len(kept))
    return damaged
