"""Bring one value to the scale of its metric: `0.912`, `91.2` and `91.2%` of accuracy are one number.

What only the other rows of a board can settle (a bare `0.5` may be a fraction or half a percent) is left to
`boards.sql`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from leaderboard.lexicon import Metric
from leaderboard.units import units


@cache
def unit_families() -> dict[str, tuple[str, float]]:
    """A board's unit to what it measures and its factor to the base of that: `ms` to (`time`, 0.001)."""
    return {unit.unit: (unit.scale, unit.factor) for unit in units().values() if unit.unit and unit.scale}


@dataclass(frozen=True, slots=True)
class BoardValue:
    """A value on its metric's scale; `value` and `low` are None where it fits none.

    `low` is the other end of a range. `unit` is the scale's (`%`, `ms`, None for a bare number).
    """

    value: float | None
    low: float | None
    unit: str | None


def canonical_unit(unit: str | None) -> str | None:
    """One spelling a unit: `milliseconds` is `ms`, `percent` is `%`; an unknown unit stays as written."""
    if unit is None or not unit.strip():
        return None
    plain = unit.strip()
    found = units().get(plain)
    return plain if found is None else found.unit or found.read or plain


def board_scale(value: float, low: float | None, unit: str | None, metric: Metric | None) -> BoardValue:
    """The value as its metric's boards count it, judged by the row alone.

    A metric without unit or range has on each board the unit of its rows. One out of 100 reads a bare number up to 1
    as a fraction, one out of 1 reads percentages; units of one family are converted to the metric's.
    """
    written = canonical_unit(unit)
    ends = (value,) if low is None else (value, low)
    if metric is None or (metric.unit is None and metric.range is None):
        factor, target = 1.0, None if written == "points" else written
    else:
        target = None if metric.unit is None else canonical_unit(metric.unit)
        target = None if target == "points" else target
        found = _factor(ends, written, target, metric.range, metric.fraction)
        if found is None or not _within(ends, found, metric.range):
            return BoardValue(None, None, target)
        factor = found
    return BoardValue(_times(value, factor), None if low is None else _times(low, factor), target)


def _factor(
    ends: tuple[float, ...],
    written: str | None,
    target: str | None,
    bounds: tuple[float | None, float | None] | None,
    most: float | None,
) -> float | None:
    """What the value is to be multiplied by, or None where its unit does not belong to the metric."""
    top = None if bounds is None else bounds[1]
    fraction = all(abs(end) <= (most or 1) for end in ends)
    hundredths = top == 100 or target == "%" or most is not None
    if written == "%":
        if top == 1:
            return 0.01
        return 1.0 if hundredths else None
    if written == "points":
        return 0.01 if top == 1 and not fraction else 1.0
    if written is None:
        if top == 1:
            return 1.0 if fraction else 0.01
        if fraction and hundredths:
            return 100.0
        return None if target in unit_families() else 1.0
    if written == target:
        return 1.0
    if written in unit_families() and target in unit_families():
        (family, factor), (wanted, base) = unit_families()[written], unit_families()[target]
        return factor / base if family == wanted else None
    return None


def _within(ends: tuple[float, ...], factor: float, bounds: tuple[float | None, float | None] | None) -> bool:
    if bounds is None:
        return True
    least, most = bounds
    scaled = [_times(end, factor) for end in ends]
    # Values are written unsigned, so a lower limit above nought is the only one that can be broken.
    return all((least is None or least <= 0 or v >= least) and (most is None or v <= most) for v in scaled)


def _times(value: float, factor: float) -> float:
    """Multiplied without the noise of binary fractions: `0.912` times 100 is `91.2`."""
    return value if factor == 1.0 else float(f"{value * factor:.12g}")
