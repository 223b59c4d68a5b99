"""The words around a number, which tell apart what no field does: a class, a condition, a part of the data."""

from __future__ import annotations

_BEFORE, _LENGTH = 55, 110
"""Characters before the number, and in all besides it: two lines of a table."""


def snippet_span(text: str, sentence: tuple[int, int], quote: tuple[int, int]) -> tuple[int, int]:
    """The (start, end) of the whole words of `sentence` around `quote`, both given as (start, end) in `text`."""
    first, last = sentence
    start, end = quote
    left = max(first, start - _BEFORE)
    right = min(last, end + _LENGTH - (start - left))
    left = max(first, min(left, start - _LENGTH + (right - end)))
    if left > first:
        blank = text.find(" ", left - 1, start)
        left = blank + 1 if blank >= 0 else start
    if right < last:
        right = max(text.rfind(" ", end, right + 1), end)
    return left, right
