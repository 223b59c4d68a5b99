"""From an abstract as it came to a text that the lexer can read, with every offset kept.

`collapse` gives the abstract that all offsets count in. `View` is the same text with LaTeX, lost escapes and
typography read alike (`patterns/repairs.yaml`), and knows for each of its characters where it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush, heapreplace
from typing import NamedTuple

import regex
from pydantic import Field

from leaderboard.patterns import Entry, load_entries, no_regex
from leaderboard.resources import resource
from leaderboard.when import has_one, strings
from leaderboard.words import shape

# One character for one character, so that no offset moves.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u2212\u2011\u2010", "-"),
        **dict.fromkeys("\u2018\u2019", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u223c\u2248\u2053\uff5e", "~"),
        **dict.fromkeys("\u2715\u2a2f", "×"),
        **dict.fromkeys("\u27f6\u21d2", "→"),
        **dict.fromkeys("\u2264\u2a7d", "<"),
        **dict.fromkeys("\u2265\u2a7e", ">"),
        **dict.fromkeys("\uff05\u066a", "%"),
        **dict.fromkeys("\uff0e\u066b", "."),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)
_CONTROL = re.compile("[\x00-\x1f]")
_SENTENCE_END = re.compile(
    r"[.!?](?:['\")\]]?\s+(?=[\"'(\[]?[A-Z\d~<>+%-])|(?<=[a-z\d%)].)$|(?<=[a-z)%]{2}.)(?=[A-Z][A-Za-z\d-]*\s))"
)
_CLOSES = regex.compile(r"[^{}]*\}")
_OPENING = regex.compile(r"(?r)(?:\\[a-zA-Z]+)?\{$")
# A regex of plain strings, one of which stands there.
_PLAIN = re.compile(r"(?:[\w\s;&<>=~,'-]|\\[^\w\s]|\|)+")
_LONGEST = 2_000
_ABBREVIATION = 8  # characters, the point among them


class Repair(Entry):
    """How one kind of damage is read, an entry of `patterns/repairs.yaml`."""

    name: str
    when: str
    find: str
    read: str = Field(max_length=1)
    examples: tuple[tuple[str, str], ...]


@cache
def repairs() -> tuple[Repair, ...]:
    """The entries of `patterns/repairs.yaml`."""
    return load_entries(resource("patterns") / "repairs.yaml", Repair)


class _Sign(NamedTuple):
    """What tells that a repair may be needed: one of some plain strings, or a regex."""

    repair: Repair
    plain: tuple[str, ...]
    regex: re.Pattern[str] | None


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(
        _Sign(repair, strings(re.sub(r"\\(.)", r"\1", repair.when)), None)
        if _PLAIN.fullmatch(repair.when)
        else _Sign(repair, (), re.compile(repair.when))
        for repair in repairs()
    )


@cache
def _signs_without_backslash() -> tuple[_Sign, ...]:
    """Those of repairs that a text without a backslash may need."""
    return tuple(sign for sign in _signs() if sign.regex or any("\\" not in string for string in sign.plain))


def _needed(text: str) -> Iterator[Repair]:
    for sign in _signs() if "\\" in text else _signs_without_backslash():
        if sign.regex.search(text) if sign.regex else has_one(text, sign.plain):
            yield sign.repair


@cache
def _finder(find: str) -> regex.Pattern[str]:
    try:
        return regex.compile(find)
    except regex.error as error:
        raise no_regex("repairs.yaml", ((repair.name, repair.find) for repair in repairs()), error) from error


def _damage(text: str) -> Iterator[tuple[int, int, str]]:
    """What the repairs find, as (start, end, as read), left to right; the first entry that matches at a place wins."""
    waiting: list[tuple[int, int, int, Repair]] = []
    for order, repair in enumerate(_needed(text)):
        if first := _finder(repair.find).search(text):
            heappush(waiting, (first.start(), order, first.end(), repair))
    done = 0
    while waiting:
        start, order, end, repair = waiting[0]
        if start >= done:
            yield start, end, repair.read
            done = end
        following = _finder(repair.find).search(text, max(done, start + 1))
        if following:
            heapreplace(waiting, (following.start(), order, following.end(), repair))
        else:
            heappop(waiting)


def collapse(text: str) -> str:
    """The abstract: white space, and control characters of ASCII but DEL, collapsed to single blanks, trimmed."""
    collapsed = " ".join(text.split())
    return collapsed if collapsed.isprintable() else " ".join(_CONTROL.sub(" ", collapsed).split())


@dataclass(frozen=True, slots=True)
class View:
    """A readable form `text` of the abstract `source`, with the way back to its offsets.

    The text is made of pieces. Piece i starts at `_at[i]` in the text and was read from `_from[i]` on in the source;
    `_until[i]` is where it ends there if it was rewritten (as one character), 0 if it was left as it is.
    """

    source: str
    text: str
    _at: tuple[int, ...] = (0,)
    _from: tuple[int, ...] = (0,)
    _until: tuple[int, ...] = (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that `text[start:end]` was read from (`start < end`)."""
        first, last = bisect_right(self._at, start) - 1, bisect_right(self._at, end - 1) - 1
        until = self._until[last] or self._from[last] + end - self._at[last]
        return self._from[first] + start - self._at[first], until

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The same, with both ends of a LaTeX group that it cuts: `\\emph{mini}Kite`, not `mini}Kite`."""
        first, last = self.span(start, end)
        if _CLOSES.match(self.source, first, last):
            opening = _OPENING.search(self.source, 0, first)
            first = opening.start() if opening else first
        unclosed = self.source.count("{", first, last) > self.source.count("}", first, last)
        last += unclosed and self.source.startswith("}", last)
        in_math = self.source.count("$", first, last) % 2 == 1  # `P$^3$`, not `P$^3`
        return first, last + (in_math and self.source.startswith("$", last))


def view(abstract: str) -> View:
    """Read an abstract through the repairs."""
    text = abstract.translate(_ALIKE)
    parts: list[str] = []
    at, origin, until = [0], [0], [0]
    length = cursor = 0
    for start, end, read in _damage(text):
        parts += (text[cursor:start], read)
        length += start - cursor
        if read:
            at.append(length)
            origin.append(start)
            until.append(end)
            length += 1
        at.append(length)
        origin.append(end)
        until.append(0)
        cursor = end
    parts.append(text[cursor:])
    return View(abstract, "".join(parts), tuple(at), tuple(origin), tuple(until))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of a view's text, blanks between them left out; an endless one in parts."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        stop = match.start() + 1
        if shape("abbreviated").search(text, max(start, stop - _ABBREVIATION), stop):
            continue
        end = stop + (match.end() > stop and text[stop : stop + 1] in "'\")]")
        if text[start:end].strip():
            yield from _parts(text, start, end)
        start = match.end()
    if text[start:].strip():
        yield from _parts(text, start, len(text))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at blanks where it is longer than any that somebody wrote: what reads it is not linear."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        yield start, stop
        start = stop
    yield start, end
