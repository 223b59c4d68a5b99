"""Which claim gets which part of a test set."""

from __future__ import annotations

import duckdb
import pytest

from leaderboard.splits import split_key, split_key_sql
from tests.extracted import rows


def splits(abstract: str) -> list[tuple[float, str | None]]:
    """Each value with its part."""
    return [(row.value, row.split) for row in rows(abstract)]


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We reach a WER of 2.5 on LibriSpeech test-clean.", [(2.5, "test-clean")]),
        ("We reach a WER of 2.5 and 5.9 on test-clean and test-other.", [(2.5, "test-clean"), (5.9, "test-other")]),
        (
            "BirdNet gets 71.2% accuracy on the validation set and 70.3% accuracy on the test set.",
            [(71.2, "validation set"), (70.3, "test set")],
        ),
        ("BirdNet gets 71.2% precision and 65.1% recall on the test set.", [(71.2, "test set"), (65.1, "test set")]),
        ("On the dev set, accuracy rises from 71.2% to 75.3%.", [(71.2, "dev set"), (75.3, "dev set")]),
        ("The test set gives an accuracy of 71.2%, a recall of 65.1%.", [(71.2, "test set"), (65.1, "test set")]),
        (
            "BirdNet reaches a recall of 61.2% and 52.1% on the COCO minival and KITTI test sets, respectively.",
            [(61.2, "minival"), (52.1, "test")],
        ),
        ("BirdNet reaches 68.2% validation accuracy on ImageNet.", [(68.2, "validation")]),
        ("BirdNet reaches 68.2% accuracy on ImageNet.", [(68.2, None)]),
        ("BirdNet reaches a nest finding test accuracy of 68.2% on ImageNet.", [(68.2, "test")]),
        ("BirdNet has a val error of 18.2% on ImageNet.", [(18.2, "val")]),
        (
            "BirdNet has a dev accuracy of 68.2%, and the accuracy on the hard set is 61.3%.",
            [(68.2, "dev"), (61.3, "hard set")],
        ),
        ("BirdNet reaches 68.2% and 61.3% accuracy on the Dev and Test sets.", [(68.2, "Dev"), (61.3, "Test")]),
        ("BirdNet gains 8.2% accuracy when trained on the mini subset.", [(8.2, None)]),
        ("BirdNet gains 8.2% and 3.1% accuracy on easy and hard parts.", [(8.2, "easy"), (3.1, "hard")]),
        ("BirdNet reaches 68.2% accuracy at test time on ImageNet.", [(68.2, None)]),
        ("BirdNet gets 68.2% and 61.3% on the Kite and Tern subsets of ImageNet.", [(68.2, "Kite"), (61.3, "Tern")]),
        ("On the test set BirdNet runs 3.1x faster than ResNet-50.", [(3.1, None)]),
        ("BirdNet gains 3.1 mAP and 2.5 mAP on KITTI under hard/easy settings.", [(3.1, "hard"), (2.5, "easy")]),
        ("BirdNet gains 8.2% and 3.1% on MMLU for Welsh and Thai.", [(8.2, "Welsh"), (3.1, "Thai")]),
        ("BirdNet gains 8.2% accuracy for Welsh.", [(8.2, None)]),
        ("We compare nets on the test set. BirdNet has an accuracy of 71.2%.", [(71.2, "test set")]),
        ("On the hard subset of KITTI, BirdNet has an AP of 71.2.", [(71.2, "hard subset")]),
        ("BirdNet is trained on the training set and has an F1 of 71.2.", [(71.2, None)]),
        (
            "BirdNet reaches 81.2% on the KITTI test set, 2.1% more than FinchNet.",
            [(81.2, "test set"), (2.1, "test set")],
        ),
        ("BirdNet has a cross-validation accuracy of 81.2%.", [(81.2, None)]),
        ("BirdNet reaches a mean recall of 81.2% on three windy test sets.", [(81.2, None)]),
        ("BirdNet reaches a recall of 81.2% on the cross-island test set.", [(81.2, "cross-island test set")]),
        (
            "The best net on the validation set has 81.2% accuracy and the best on the test set has 79.1%.",
            [(81.2, "validation set"), (79.1, "test set")],
        ),
        (
            "On the KITTI test split BirdNet has an AP of 71.2. On the val split it has an AP of 69.3 and 61.3 mAP.",
            [(71.2, "test split"), (69.3, "val split"), (61.3, "val split")],
        ),
        (
            "BirdNet has an F1 of 71.2 and 69.3 for the development and evaluation data, respectively.",
            [(71.2, "development"), (69.3, "evaluation data")],
        ),
        ("We train on the mini subset. BirdNet has an accuracy of 71.2%.", [(71.2, None)]),
    ],
)
def test_a_claim_gets_the_part_it_was_measured_on(abstract: str, expected: list[tuple[float, str | None]]) -> None:
    assert splits(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "split"),
    [
        ("BirdNet reaches 88.2% accuracy on the mismatched set of MNLI.", "mismatched"),
        ("BirdNet reaches 88.2% accuracy on MNLI with a mismatched encoder.", None),
        ("BirdNet reaches 88.2% accuracy on ImageNet with a middle layer.", None),
        ("BirdNet reaches 88.2% AP on KITTI for Easy.", "Easy"),
        ("BirdNet reaches 88.2% AP on ImageNet for Easy.", None),
        ("BirdNet reaches 88.2% accuracy on MNLI-mismatched.", "mismatched"),
        ("BirdNet reaches 88.2% accuracy on ImageNet-val.", "val"),
        ("BirdNet reaches 88.2% accuracy on ImageNet (val).", "val"),
    ],
)
def test_a_benchmark_has_parts_of_its_own(abstract: str, split: str | None) -> None:
    assert splits(abstract) == [(88.2, split)]


@pytest.mark.parametrize(
    "wordings",
    [
        ("test", "Test", "test set", "test-set", "testset", "testing data", "test dataset", "test split"),
        ("validation", "val", "val split", "validation subset", "validation data set"),
        ("dev", "development set"),
        ("held-out set", "holdout data", "hold-out split"),
        ("test-standard", "test-std"),
        ("subtask B", "sub-task b"),
    ],
)
def test_wordings_of_one_split_have_one_key_in_sql_too(wordings: tuple[str, ...]) -> None:
    (key,) = {split_key(wording) for wording in wordings}
    in_sql = duckdb.execute(f"SELECT DISTINCT {split_key_sql('w')} FROM unnest(?) AS t(w)", [list(wordings)]).fetchall()
    assert in_sql == [(key,)]


def test_splits_that_differ_have_keys_that_differ() -> None:
    differ = ("test", "validation", "dev", "test-dev", "official test set", "train set", "dataset A", "hard set", None)
    assert len(set(map(split_key, differ))) == len(differ)
