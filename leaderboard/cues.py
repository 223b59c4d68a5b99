"""The cue words, units and bounds that the lexer knows, out of `cues.yaml`, `units.yaml` and `bounds.yaml`."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field

from leaderboard.model import Bound
from leaderboard.patterns import Entry, PatternError, load_entries
from leaderboard.resources import resource

# Letters of the classes of verbs.
VERBS = frozenset("aoburdxki")
PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


class Cue(Entry):
    """A class of words, an entry of `patterns/cues.yaml`."""

    name: str
    symbol: str = Field(max_length=1)
    words: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The words, one by one."""
        return tuple(w.strip().replace("\\,", ",") for w in re.split(r"(?<!\\),", self.words) if w.strip())


class Unit(Entry):
    """What measures one thing, an entry of `patterns/units.yaml`."""

    name: str
    family: str
    read: str | None
    spellings: tuple[str, ...]


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


@cache
def cues() -> tuple[Cue, ...]:
    """The entries of `patterns/cues.yaml`."""
    return load_entries(resource("patterns") / "cues.yaml", Cue)


@cache
def symbol_of() -> dict[str, str]:
    """Class name to its letter, with the letters of mentions.

    Raises:
        PatternError: two classes share a letter.
    """
    letters = {"NUMBER": "N", "METRIC": "M", "COST": "E", "BENCHMARK": "B", "NAME": "S", "WORD": "w", "NOTED": "#"}
    for cue in cues():
        if cue.symbol and cue.symbol in letters.values() and cue.name != "generic":
            raise PatternError(f"patterns/cues.yaml: `{cue.name}`: its letter {cue.symbol!r} is taken")
        letters[cue.name] = cue.symbol
    return letters


@cache
def cue_letters() -> dict[tuple[str, ...], str]:
    """Pieces of a cue's words (lower case) to its letter; the first class that has a word keeps it."""
    letters: dict[tuple[str, ...], str] = {}
    for cue in cues():
        for word in cue.spellings:
            letters.setdefault(tuple(PIECE.findall(word)), cue.symbol)
    return letters


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is of one of the classes of verbs."""
    return cue_letters().get((word,), "w") in VERBS


@cache
def units() -> dict[str, Unit]:
    """Every spelling to its unit."""
    found = load_entries(resource("patterns") / "units.yaml", Unit)
    return {spelling.strip(): unit for unit in found for spelling in unit.spellings}


@cache
def families() -> frozenset[str]:
    """What `units` of a pattern may name: the families of units, `bare` for none, and what stands in a unit's place."""
    return frozenset({"bare", "name", "rating", *(unit.family for unit in units().values())})
