"""The cue words and their classes, out of `cues.yaml`, and sets of classes, out of `letters.yaml`."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field, field_validator

from leaderboard.patterns import Entry, Named, PatternError, load_entries, load_named
from leaderboard.resources import resource

# Letters that stand for either of two: a metric of either sort, a benchmark or a name.
_EITHER = {"Q": "ME", "A": "BS"}
PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


class Cue(Entry):
    """A class of words, an entry of `patterns/cues.yaml`."""

    name: str
    symbol: str = Field(max_length=1)
    noun: str | None = None
    words: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The words, one by one."""
        return tuple(w.strip().replace("\\,", ",") for w in re.split(r"(?<!\\),", self.words) if w.strip())


class Letters(Named):
    """A set of classes, an entry of `patterns/letters.yaml`."""

    classes: str

    @field_validator("classes")
    @classmethod
    def _are_classes(cls, text: str) -> str:
        _letters_in(text)
        return text


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
    known = {"NUMBER": "N", "METRIC": "M", "COST": "E", "BENCHMARK": "B", "NAME": "S", "WORD": "w", "NOTED": "#"}
    for cue in cues():
        if cue.symbol and cue.symbol in known.values() and cue.name != "generic":
            raise PatternError(f"patterns/cues.yaml: `{cue.name}`: its letter {cue.symbol!r} is taken")
        known[cue.name] = cue.symbol
    return known


def letters_of(word: str) -> str:
    """The letters of which a class, or a letter of mentions, stands for any.

    Raises:
        ValueError: there is no such class.
    """
    if len(word) == 1:
        return _EITHER.get(word, word)
    if word not in symbol_of():
        raise ValueError(f"{word!r} is no class of patterns/cues.yaml; the classes: {', '.join(sorted(symbol_of()))}")
    return symbol_of()[word]


def _letters_in(classes: str) -> frozenset[str]:
    return frozenset(letter for word in classes.split(",") for letter in letters_of(word.strip()) or ("",))


@cache
def letters(name: str) -> frozenset[str]:
    """The letters of a set of classes.

    Raises:
        PatternError: there is no such set.
    """
    known = letter_sets()
    if name not in known:
        raise PatternError(f"patterns/letters.yaml: there is no set `{name}`; add it, or mend the name")
    return _letters_in(known[name].classes)


@cache
def letter_sets() -> dict[str, Letters]:
    """The entries of `patterns/letters.yaml` by name."""
    return load_named(resource("patterns") / "letters.yaml", Letters)


@cache
def noun_letters() -> dict[str, str]:
    """The letter of a class of verbs to that of its nouns: of `drops` in `it drops` to that in `two drops`."""
    return {cue.symbol: symbol_of()[cue.noun] for cue in cues() if cue.noun}


@cache
def cue_letters() -> dict[tuple[str, ...], str]:
    """Pieces of a cue's words (lower case) to its letter; the first class that has a word keeps it."""
    known: dict[tuple[str, ...], str] = {}
    for cue in cues():
        for word in cue.spellings:
            known.setdefault(tuple(PIECE.findall(word)), cue.symbol)
    return known


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is of one of the classes of verbs."""
    return cue_letters().get((word,), "w") in letters("verbs")
