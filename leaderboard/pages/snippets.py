"""The words around a number in one line: `… reaches **93.1%** accuracy on the …`."""

from __future__ import annotations

from bisect import bisect_left

from leaderboard.boards.values import is_marked_up
from leaderboard.model import Row
from leaderboard.pages.markup import Html, tag
from leaderboard.snippet import snippet_span
from leaderboard.text import view


def row_snippet(row: Row) -> Html:
    """The words around the number of a row."""
    start = row.quote_start - row.snippet_start
    cut = (row.snippet_start > row.sentence_start, row.snippet_start + len(row.snippet) < row.sentence_end)
    return _line(row.snippet, start, start + row.end - row.quote_start, cut)


def snippet_in(text: str, start: int, end: int) -> Html:
    """The words around `text[start:end]`."""
    first, last = snippet_span(text, (0, len(text)), (start, end))
    return _line(text[first:last], start - first, end - first, (first > 0, last < len(text)))


def _line(text: str, start: int, end: int, cut: tuple[bool, bool]) -> Html:
    before, number, after = _readable(text, start, end)
    left, right = ("…\N{NO-BREAK SPACE}" if cut[0] else None), ("\N{NO-BREAK SPACE}…" if cut[1] else None)
    return tag("span", left, before, tag("strong", number), after, right, class_="lb-snippet")


def _readable(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, at and after a stretch of a text, LaTeX read as it is meant."""
    if is_marked_up(text):
        seen = view(text)
        sources = [seen.span(at, at + 1)[0] for at in range(len(seen.text))]
        text, start, end = seen.text, bisect_left(sources, start), bisect_left(sources, end)
    return text[:start], text[start:end], text[end:]
