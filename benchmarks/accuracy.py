"""How right the rows are on the annotated papers, and what a row's confidence is worth; the blind fifth apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure
from leaderboard.golden import check as golden
from leaderboard.golden.scoring import LEVELS, Score

GOALS = {
    "read": {"number": "0.97", "row": "0.87", "leaderboard": "0.90"},
    "blind": {"number": "0.95", "row": "0.75", "leaderboard": "0.75"},
}
_CALLED = {
    "read": "read while patterns were written",
    "drawn": "drawn at random, read since",
    "blind": "blind",
    "unseen": "blind, drawn at random",
}


def measure(corpus: Path, scratch: Path) -> Iterator[Figure]:
    """F1 by level, the shares of right fields, and the share of right rows by confidence, of both parts."""
    del scratch
    parts = golden.check([corpus]).parts
    for part, called in _CALLED.items():
        for level in LEVELS:
            name = f"{level} F1, {parts[part].papers} papers {called}"
            yield Figure("F1", name, round(parts[part].levels[level].f1, 3), "", GOALS.get(part, {}).get(level, ""))
    for part, called in _CALLED.items():
        yield from _bands(called, parts[part])


def _bands(called: str, score: Score) -> Iterator[Figure]:
    for band in score.bands:
        name = f"{band.low:.2f} to {band.high:.2f}, {called}"
        yield Figure("Confidence", name, round(band.share, 3), f"of {band.rows:,}")
