"""How sure a row is: shares of right decisions, multiplied, and what such a product was worth."""

from __future__ import annotations

import pytest

from benchmarks.calibrate import Judged, scale, shares
from leaderboard.confidence import Decision, Point, product, rescale
from tests.extracted import rows

POINTS = (Point(product=0.2, confidence=0.1), Point(product=0.6, confidence=0.5), Point(product=1.0, confidence=0.9))

SHARES: dict[tuple[Decision, str], float] = {("metric", "all"): 0.5, ("metric", "near"): 0.8, ("kind", "all"): 0.5}


@pytest.mark.parametrize(("share", "sure"), [(0.1, 0.1), (0.2, 0.1), (0.4, 0.3), (0.8, 0.7), (1.0, 0.9)])
def test_a_product_of_shares_is_worth_what_lies_on_the_line_between_its_points(share: float, sure: float) -> None:
    assert rescale(share, POINTS) == pytest.approx(sure)


def test_the_finest_name_that_was_measured_counts() -> None:
    named: dict[Decision, list[str]] = {"metric": ["all", "near", "near|score"], "kind": ["all", "never seen"]}
    assert product(named, SHARES) == pytest.approx(0.4)


def judged(fold: int, right: bool) -> Judged:
    return Judged(fold, {"kind": ["all", "sure" if right else "weak"]}, {"kind": right})


def test_a_share_leans_on_the_plainer_name_where_cases_are_few() -> None:
    found = shares([judged(0, True), *(judged(1, False) for _ in range(9))])
    assert found["kind", "all"][0] == pytest.approx(0.1)
    assert found["kind", "sure"][0] == pytest.approx((1 + 8 * 0.1) / 9)


def test_the_scale_rises_and_calls_only_the_surest_sure() -> None:
    points = scale([judged(i % 4, i % 2 == 0) for i in range(400)])
    assert points == sorted(points)
    assert [sure for _, sure in points] == sorted(sure for _, sure in points)
    assert points[0][1] < 0.1 < 0.9 <= points[-1][1]


def test_a_row_that_says_all_plainly_is_surer_than_one_that_leaves_out_the_measure() -> None:
    def sureness(text: str) -> float:
        return rows(text)[0].confidence

    assert sureness("KiteNet improves accuracy by 3.1 points.") > sureness("Results are around 78.3% for KiteNet.")
