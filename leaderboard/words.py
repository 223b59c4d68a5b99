"""Lists and shapes of words by name, out of `patterns/words.yaml`."""

from __future__ import annotations

import re
from functools import cache

from leaderboard.patterns import Entry, PatternError, load_entries
from leaderboard.resources import resource


class Words(Entry):
    """A named list of words (lower case, apart by commas) or a regex over a word."""

    name: str
    doc: str
    words: str = ""
    regex: str = ""


@cache
def _entries() -> dict[str, Words]:
    path = resource("patterns") / "words.yaml"
    found: dict[str, Words] = {}
    for entry in load_entries(path, Words):
        if found.setdefault(entry.name, entry) is not entry:
            raise PatternError(f"{path}: two lists are called `{entry.name}`; rename one")
    return found


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(word.strip() for word in _entries()[name].words.split(","))


@cache
def shape(name: str) -> re.Pattern[str]:
    """The regex of a shape, compiled."""
    return re.compile(_entries()[name].regex)
