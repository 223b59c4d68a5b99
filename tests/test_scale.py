"""One scale a metric: what a written value is worth on its board."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.lexicon import Metric
from leaderboard.patterns import load_entries
from leaderboard.resources import resource
from leaderboard.scale import BoardValue, board_scale, canonical_unit
from leaderboard.units import Unit


def scale(unit: str | None, limits: tuple[float | None, float | None] | None, fraction: float | None = None) -> Metric:
    return Metric(id="made", name="made", unit=unit, range=limits, fraction=fraction)


PERCENT = scale("%", (0, 100))
ERROR_RATE = scale("%", (0, None))
FRACTION = scale(None, (0, 1))
BLEU = scale(None, (0, 100))
DECIBEL = scale("dB", None)
LATENCY = scale("ms", (0, None))
OPEN = scale(None, (0, None))
FRAMES = scale("FPS", (0, None))
ANGLE = scale("degrees", (0, None))
CONSENSUS = scale(None, (0, None), 5)
UNSAID = scale(None, None)


@pytest.mark.parametrize(
    ("value", "unit", "metric", "expected", "board_unit"),
    [
        (91.2, "%", PERCENT, 91.2, "%"),
        (91.2, None, PERCENT, 91.2, "%"),
        (0.912, None, PERCENT, 91.2, "%"),
        (0.5, "%", PERCENT, 0.5, "%"),
        (91.2, "points", PERCENT, 91.2, "%"),
        (1, None, PERCENT, 100, "%"),
        (0.08, None, ERROR_RATE, 8, "%"),
        (104, "%", ERROR_RATE, 104, "%"),
        (91.2, "%", FRACTION, 0.912, None),
        (0.912, None, FRACTION, 0.912, None),
        (91.2, None, FRACTION, 0.912, None),
        (0.284, None, BLEU, 28.4, None),
        (1.31, None, CONSENSUS, 131, None),
        (131.4, None, CONSENSUS, 131.4, None),
        (131.4, "%", CONSENSUS, 131.4, None),
        (28.4, "points", BLEU, 28.4, None),
        (32.1, None, DECIBEL, 32.1, "dB"),
        (1.5, "seconds", LATENCY, 1500, "ms"),
        (12, "milliseconds", LATENCY, 12, "ms"),
        (30, "frames per second", FRAMES, 30, "FPS"),
        (4.5, "°", ANGLE, 4.5, "degrees"),
        (3.2, "mm", UNSAID, 3.2, "mm"),
        (12, "percent", UNSAID, 12, "%"),
        (0.31, None, UNSAID, 0.31, None),
        (12.5, "ms", None, 12.5, "ms"),
        (91.2, "percent", None, 91.2, "%"),
        (4.2, "K", UNSAID, 4.2, "K"),
    ],
)
def test_a_value_on_its_metrics_scale(
    value: float, unit: str | None, metric: Metric | None, expected: float, board_unit: str | None
) -> None:
    assert board_scale(value, None, unit, metric) == BoardValue(expected, None, board_unit)


@pytest.mark.parametrize(
    ("value", "unit", "metric"),
    [
        (140, "%", PERCENT),
        (140, None, FRACTION),
        (12, "ms", PERCENT),
        (12, "%", OPEN),
        (12, None, LATENCY),
        (3, "GB", LATENCY),
        (30, "ms", FRAMES),
    ],
)
def test_a_value_that_fits_no_scale_is_flagged_and_not_squashed(value: float, unit: str | None, metric: Metric) -> None:
    found = board_scale(value, None, unit, metric)
    assert found.value is None


def test_both_ends_of_a_range_move_together() -> None:
    assert board_scale(0.9, 0.7, None, PERCENT) == BoardValue(90, 70, "%")
    # 1.2 can be no fraction, so its other end is none either.
    assert board_scale(1.2, 0.7, None, PERCENT) == BoardValue(1.2, 0.7, "%")


def test_a_unit_is_told_letter_for_letter() -> None:
    assert (canonical_unit("m"), canonical_unit("metres"), canonical_unit("M")) == ("m", "m", "M")
    assert (canonical_unit("MJ"), canonical_unit("mJ"), canonical_unit("MB")) == ("MJ", "mJ", "MB")
    assert (canonical_unit("nm"), canonical_unit("Nm")) == ("nm", "Nm")


@given(st.floats(0, 1e6), st.sampled_from([None, "%", "points", "ms", "K"]), st.sampled_from([PERCENT, FRACTION, BLEU]))
def test_what_fits_is_within_the_metrics_range(value: float, unit: str | None, metric: Metric) -> None:
    found = board_scale(value, None, unit, metric)
    assert metric.range is not None
    assert found.value is None or 0 <= found.value <= (metric.range[1] or 0)


@given(st.decimals(2, 100, places=2))
def test_percent_and_bare_numbers_above_one_and_their_fractions_are_one_value(value: object) -> None:
    plain = float(str(value))
    found = {board_scale(v, None, u, PERCENT).value for v, u in ((plain, "%"), (plain, None))}
    fraction = board_scale(plain / 100, None, None, PERCENT).value
    assert found == {plain}
    assert fraction == pytest.approx(plain)


def test_a_spelling_is_of_one_unit() -> None:
    entries = load_entries(resource("patterns") / "units.yaml", Unit)
    spellings = Counter(spelling for entry in entries for spelling in entry.spellings)
    assert [spelling for spelling, count in spellings.items() if count > 1] == []
