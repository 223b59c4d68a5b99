"""What says of a number that it is the most or the least there is, or nearly so (`patterns/bounds.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from leaderboard.model import Bound
from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource
from leaderboard.words import any_of


class BoundWords(Entry):
    """The words that bound a number, an entry of `patterns/bounds.yaml`."""

    name: Bound
    doc: str
    before: str | tuple[str, ...]
    behind: str | None = None
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@cache
def bounds() -> tuple[BoundWords, ...]:
    """The entries of `patterns/bounds.yaml`, in the order in which they are tried."""
    return load_entries(resource("patterns") / "bounds.yaml", BoundWords)


def bound_before(before: str) -> tuple[Bound, int] | None:
    """The bound said right before a number, and where it begins in what stands there; None where none is said.

    A `by` within it (`at least by 5%`) stays a word of its own.
    """
    found = _before().search(before)
    if found is None:
        return None
    by = found.group().find(" by ")
    return _told(found), found.start() + (by + 4 if by >= 0 else 0)


def bound_behind(text: str, first: int, stop: int) -> Bound:
    """The bound said behind a number: `24%+`, `600+ FPS`, `0.7+ and`, `86% or higher`."""
    if "+" in text[first:stop] and "±" not in text[first:stop]:
        return "at_least"
    found = _behind().match(text, stop)
    return "exact" if found is None else _told(found)


def _told(found: re.Match[str]) -> Bound:
    return next(bound.name for bound in bounds() if bound.name == found.lastgroup)


@cache
def _before() -> re.Pattern[str]:
    """What stands right before a number that it bounds; the last group that matched is called by the bound."""
    held = ((b.name, b.before if isinstance(b.before, str) else "|".join(b.before)) for b in bounds())
    return re.compile(
        rf"(?:(?<!\w)|(?=[<>≤≥]))(?:(?:{any_of('before-bound')})\s)?"
        rf"(?:{'|'.join(f'(?P<{name}>{told})' for name, told in held)})"
        rf"(?![a-z])\s*(?:(?:{any_of('behind-bound')}) )*[~<>]?\s*$",
        re.I,
    )


@cache
def _behind() -> re.Pattern[str]:
    """The same of what stands right behind it."""
    return re.compile("|".join(f"(?P<{b.name}>{b.behind})" for b in bounds() if b.behind))
