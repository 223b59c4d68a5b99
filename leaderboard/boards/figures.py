"""A figure as people read it: few digits, and its unit."""

from __future__ import annotations

from decimal import Decimal


def number(value: float | None) -> str:
    """Up to six significant digits without trailing zeros, thousands parted; nothing for None."""
    if value is None:
        return ""
    text = f"{value:,.6g}"
    if "e" not in text or not 1e-9 < abs(value) < 1e15:
        return text
    return f"{value:,.0f}" if abs(value) > 1 else f"{Decimal(text):f}"


def figure(value: float | None, unit: str | None) -> str:
    """`88.5%`, `3.2 points`, `5.2x`; nothing for None."""
    return "" if value is None else number(value) + tail(unit)


def tail(unit: str | None) -> str:
    """A unit as it stands behind a number."""
    return "" if unit is None else unit if unit in {"%", "x"} else f" {unit}"
