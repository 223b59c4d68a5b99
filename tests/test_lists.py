"""Lists: which of several numbers goes with which of several metrics and benchmarks."""

from __future__ import annotations

import pytest

from tests.extracted import rows

Pairs = list[tuple[float, str | None, str | None]]

COORDINATED: list[tuple[str, Pairs]] = [
    (
        "BirdNet gains 0.7, 2.1 and 1.6 points in Top-1 Acc., mIoU and recall on KiteBench.",
        [(0.7, "Top-1 Acc", "KiteBench"), (2.1, "mIoU", "KiteBench"), (1.6, "recall", "KiteBench")],
    ),
    (
        "BirdNet achieves **89.8%** and **84.3%** accuracy on KiteBench and ReefBench.",
        [(89.8, "accuracy", "KiteBench"), (84.3, "accuracy", "ReefBench")],
    ),
    (
        "BirdNet attains 0.81 and 0.79 F1 on the KiteBench dataset and the challenging ReefBench dataset.",
        [(0.81, "F1", "KiteBench"), (0.79, "F1", "ReefBench")],
    ),
    (
        "BirdNet reaches a 91% landing rate and a root mean square error of 0.14 m.",
        [(91, "landing rate", None), (0.14, "root mean square error", None)],
    ),
    (
        "BirdNet gains 3% accuracy on CIFAR-10, ImageNet-hard, and ImageNet-style ReefBench.",
        [(3, "accuracy", "CIFAR-10"), (3, "accuracy", "ImageNet-hard"), (3, "accuracy", "ReefBench")],
    ),
    (
        "On KiteBench (sharp Planet pictures) and ReefBench (wind data), BirdNet has an accuracy of 81.1% and 72.2%.",
        [(81.1, "accuracy", "KiteBench"), (72.2, "accuracy", "ReefBench")],
    ),
    (
        "BirdNet has an accuracy of 81.1% on wing sorting (KiteBench) and 72.2% on kite counting (ReefBench).",
        [(81.1, "accuracy", "KiteBench"), (72.2, "accuracy", "ReefBench")],
    ),
    (
        "In wing sorting (KiteBench) and counting (ReefBench), BirdNet has an accuracy of 81.1% and 72.2%.",
        [(81.1, "accuracy", "KiteBench"), (72.2, "accuracy", "ReefBench")],
    ),
    (
        "BirdNet shows 2.1% accuracy improvement and 3.2% accuracy improvement on KiteBench and ReefBench.",
        [(2.1, "accuracy", "KiteBench"), (3.2, "accuracy", "ReefBench")],
    ),
    (
        "BirdNet lowers the accuracy on KiteBench and ReefBench by 2.1% and by 3.2% on GullBench.",
        [(2.1, "accuracy", "KiteBench"), (2.1, "accuracy", "ReefBench"), (3.2, "accuracy", "GullBench")],
    ),
]

AGAIN: list[tuple[str, Pairs]] = [
    (
        "On both KiteBench and ReefBench, BirdNet is 50x faster on KiteBench and 15x faster on ReefBench.",
        [(50, "faster", "KiteBench"), (15, "faster", "ReefBench")],
    ),
    (
        "On KiteBench and ReefBench, BirdNet lowers the error by 2% in wind on ReefBench.",
        [(2, "error", "ReefBench")],
    ),
    (
        "On KiteBench and ReefBench, BirdNet lowers the error by 2%, and on ReefBench it flies well.",
        [(2, "error", "KiteBench"), (2, "error", "ReefBench")],
    ),
]

AS_MANY: list[tuple[str, Pairs]] = [
    (
        "BirdNet achieves a 3%, 5% and 16% improvement in KUPR-IN, KUPR-OUT and KUTC over the best rivals.",
        [(3, "KUPR-IN", None), (5, "KUPR-OUT", None), (16, "KUTC", None)],
    ),
    (
        "BirdNet improves accuracy and throughput by 3% and 12%, respectively.",
        [(3, "accuracy", None), (12, "throughput", None)],
    ),
    (
        "The rope wear, wing delay, and total rope count of BirdNet are reduced by 9%, 23% and 6%, respectively.",
        [(9, "rope wear", None), (23, "wing delay", None), (6, "rope count", None)],
    ),
    (
        "BirdNet improves wind and egg estimation accuracy by 9% and 23%, respectively.",
        [(9, "egg estimation accuracy", None), (23, "egg estimation accuracy", None)],
    ),
    (
        "BirdNet reduces latency and improves accuracy by 30% and 2%, respectively.",
        [(30, "latency", None), (2, "accuracy", None)],
    ),
    (
        "BirdNet achieves 1.6x and 1.8x speedup on KiteBench and mini ReefBench, respectively.",
        [(1.6, "speedup", "KiteBench"), (1.8, "speedup", "ReefBench")],
    ),
    (
        "On KiteBench, our ReefNet-50 based BirdNet gains 2.1% and 1.4% accuracy.",
        [(2.1, "accuracy", "KiteBench"), (1.4, "accuracy", "KiteBench")],
    ),
    (
        "BirdNet reaches 81.2% accuracy and 77.1% F1 on KiteBench and ReefBench, respectively.",
        [(81.2, "accuracy", "KiteBench"), (77.1, "F1", "ReefBench")],
    ),
    (
        "BirdNet reaches 81.2% accuracy and 77.1% F1 on KiteBench and ReefBench.",
        [
            (81.2, "accuracy", "KiteBench"),
            (81.2, "accuracy", "ReefBench"),
            (77.1, "F1", "KiteBench"),
            (77.1, "F1", "ReefBench"),
        ],
    ),
]

BRACKETS: list[tuple[str, Pairs]] = [
    (
        "BirdNet boosts mAP on KiteBench, ReefBench and DuneBench to 49.6 (+1.2), 60.3 (+0.7) and 69.2 (+1.4).",
        [
            (49.6, "mAP", "KiteBench"),
            (1.2, "mAP", "KiteBench"),
            (60.3, "mAP", "ReefBench"),
            (0.7, "mAP", "ReefBench"),
            (69.2, "mAP", "DuneBench"),
            (1.4, "mAP", "DuneBench"),
        ],
    ),
    (
        "BirdNet gets PSNR and SSIM of 31.2 (+0.5) and 0.89 (+0.02) on KiteBench.",
        [
            (31.2, "PSNR", "KiteBench"),
            (0.5, "PSNR", "KiteBench"),
            (0.89, "SSIM", "KiteBench"),
            (0.02, "SSIM", "KiteBench"),
        ],
    ),
    (
        "BirdNet gets F1 of 93.2% (6.6%) and 92.1% (4.2%) on KiteBench and ReefBench.",
        [
            (93.2, "F1", "KiteBench"),
            (6.6, "F1", "KiteBench"),
            (92.1, "F1", "ReefBench"),
            (4.2, "F1", "ReefBench"),
        ],
    ),
    (
        "On KiteBench and ReefBench, BirdNet gains 3.4 AP (33.9 vs. 30.5) and 1.5 AP (16.7 vs. 15.2).",
        [
            (3.4, "AP", "KiteBench"),
            (33.9, "AP", "KiteBench"),
            (30.5, "AP", "KiteBench"),
            (1.5, "AP", "ReefBench"),
            (16.7, "AP", "ReefBench"),
            (15.2, "AP", "ReefBench"),
        ],
    ),
    (
        "SSIM and PSNR are 0.89 (0.86-0.91) and 26.58 (25.52-27.42).",
        [(0.89, "SSIM", None), (26.58, "PSNR", None)],
    ),
    (
        "BirdNet has 1.9% (2.1% before) error on KiteBench.",
        [(1.9, "error", "KiteBench"), (2.1, "error", "KiteBench")],
    ),
]

TWICE: list[tuple[str, Pairs]] = [
    (
        "BirdNet obtains an accuracy of 81% and an F1 of 77%, outperforming ReefNet, which obtains 72% and 70%.",
        [(81, "accuracy", None), (77, "F1", None), (72, "accuracy", None), (70, "F1", None)],
    ),
    (
        "BirdNet needs fewer parameters (7.1%), training data (0.9%), and glue resources (0.4%).",
        [(7.1, "parameters", None), (0.9, "training data", None), (0.4, "glue resources", None)],
    ),
    (
        "BirdNet has high accuracy (91%), wing stability (81%) and tail control (75%).",
        [(91, "accuracy", None), (81, "wing stability", None), (75, "tail control", None)],
    ),
    (
        "BirdNet improves accuracy on KiteBench from 70.1% to 75.3% and on ReefBench from 61.0% to 66.2%.",
        [
            (70.1, "accuracy", "KiteBench"),
            (75.3, "accuracy", "KiteBench"),
            (61.0, "accuracy", "ReefBench"),
            (66.2, "accuracy", "ReefBench"),
        ],
    ),
]

FROM_TO: list[tuple[str, Pairs]] = [
    (
        "BirdNet raises recall from 24.9% to 49.9% and from 41.9% to 50.4% on KiteBench and ReefBench, respectively.",
        [
            (24.9, "recall", "KiteBench"),
            (49.9, "recall", "KiteBench"),
            (41.9, "recall", "ReefBench"),
            (50.4, "recall", "ReefBench"),
        ],
    ),
    (
        "SPK-SIM and EMO-SIM increase from 82.48% to 89.74%, 66.24% to 78.88% for short flights on KiteBench.",
        [
            (82.48, "SPK-SIM", "KiteBench"),
            (89.74, "SPK-SIM", "KiteBench"),
            (66.24, "EMO-SIM", "KiteBench"),
            (78.88, "EMO-SIM", "KiteBench"),
        ],
    ),
    (
        "On KiteBench, recall drops from 89.9% to 0.5%, and much is lost on ReefBench.",
        [(89.9, "recall", "KiteBench"), (0.5, "recall", "KiteBench")],
    ),
]


def pairs(sentence: str) -> Pairs:
    """Value, metric and benchmark of each row of a sentence."""
    return [(row.value, row.metric_text, row.benchmark_text) for row in rows(sentence)]


@pytest.mark.parametrize(("sentence", "expected"), COORDINATED)
def test_what_is_coordinated_is_shared_out(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), AS_MANY)
def test_a_looser_list_counts_where_it_has_as_many_names_as_there_are_numbers(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), BRACKETS)
def test_a_list_goes_on_past_its_brackets(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected


def test_signed_numbers_in_brackets_are_changes_and_those_before_them_scores() -> None:
    found = rows(BRACKETS[0][0])
    assert [row.kind for row in found] == ["score", "change"] * 3


@pytest.mark.parametrize(("sentence", "expected"), TWICE)
def test_the_second_list_is_read_as_the_first(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected


def test_points_that_are_not_said_again_are_changes_too() -> None:
    found = rows("BirdNet wins by 9.1 points on KiteBench and 7.6 on ReefBench.")
    assert [row.kind for row in found] == ["change", "change"]
    found = rows("BirdNet wins by 9.1 points on KiteBench, 88.2 on ReefBench.")
    assert [row.kind for row in found] == ["change", "score"]


def test_an_article_ends_a_list_of_changes() -> None:
    found = rows("BirdNet has 5.3% higher recall, and a 97.2% accuracy.")
    assert [row.kind for row in found] == ["change", "score"]
    found = rows("BirdNet has 5.3% higher recall, and 2.9% precision.")
    assert [row.kind for row in found] == ["change", "change"]


@pytest.mark.parametrize(("sentence", "expected"), FROM_TO)
def test_from_and_to_are_one_member_of_a_list(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), AGAIN)
def test_benchmarks_named_again_one_by_one_are_shared_out(sentence: str, expected: Pairs) -> None:
    assert pairs(sentence) == expected
