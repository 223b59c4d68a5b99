"""The splits of benchmarks that a text names: `test set`, `test-clean` (`patterns/splits.yaml`, and the lexicon's)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from leaderboard.mentions import Mention
from leaderboard.patterns import Entry, load_entries, no_regex
from leaderboard.resources import resource
from leaderboard.words import shape, words

_REACH = 80


class SplitPattern(Entry):
    """An entry of `patterns/splits.yaml`, at whose head its keys are explained."""

    name: str
    doc: str
    words: str
    beside: bool = False
    named: bool = False
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Splits:
    """Splits that stand in a list at `text[start:end]`, in their order; `named`: only of a benchmark with a name."""

    start: int
    end: int
    members: tuple[Mention, ...]
    named: bool = False


def one_split(start: int, end: int, *, named: bool = False) -> Splits:
    """A split that stands in no list."""
    return Splits(start, end, (Mention("w", start, end),), named)


@cache
def split_patterns() -> tuple[SplitPattern, ...]:
    """The entries, in the order in which they are tried."""
    return load_entries(resource("patterns") / "splits.yaml", SplitPattern)


@cache
def split_words(beside: bool, named: bool) -> re.Pattern[str]:
    """The words for splits of any benchmark, with those only `beside` its name, with those only of a `named` one."""
    asked = (entry for entry in split_patterns() if (beside or not entry.beside) and (named or not entry.named))
    held = "|".join(entry.words for entry in asked)
    glued = "".join(f"(?<!{re.escape(word)})" for word in sorted(words("no-split-behind")))
    alone = r"(?<!\w)" if beside else r"(?<![\w-])"  # `KiteBench-test` has its split behind a hyphen
    try:
        return re.compile(rf"{alone}{glued}(?:{held})(?![\w-])")
    except re.error as error:
        raise no_regex("splits.yaml", ((entry.name, entry.words) for entry in split_patterns()), error) from error


@cache
def own_split_words(own: frozenset[str], beside: bool = False, named: bool = True) -> tuple[re.Pattern[str], ...]:
    """The words for the `own` splits of benchmarks, then those of any: one regex of both is slow to make for each.

    A plain lower-case word among the own ones is one only beside the name, or before a word for a split.
    """
    behind = rf"(?={shape('part-noun').pattern})"
    held = [
        rf"(?<!\w){re.escape(part)}{behind if part.isalpha() and part.islower() and not beside else ''}(?![\w-])"
        for part in sorted(own, key=lambda p: (-len(p), p))
    ]
    return (re.compile("|".join(held)), split_words(beside, named)) if held else (split_words(beside, named),)


def _first(own: frozenset[str], text: str, start: int, end: int, named: bool) -> re.Match[str] | None:
    hits = [match for regex in own_split_words(own, named=named) if (match := regex.search(text, start, end))]
    return min(hits, key=lambda match: (match.start(), -match.end()), default=None)


def find_splits(
    text: str, start: int, end: int, own: frozenset[str] = frozenset(), *, named: bool = True
) -> list[Splits]:
    """The splits that `text[start:end]` names, those of a list together; none that is learned from."""
    found: list[Splits] = []
    while match := _first(own, text, start, end, named):
        mention, start = Mention("w", *match.span()), match.end()
        before = max(0, mention.start - _REACH)
        if shape("part-learned").search(text, before, mention.start):
            continue
        one_of_many = shape("sets-of-parts").match(text, mention.end)
        if one_of_many and shape("parts-several").search(text, before, mention.start):
            continue
        if found and shape("parts-joined").fullmatch(text, found[-1].end, mention.start):
            members = (*found[-1].members, _bare(mention, text))
            found[-1] = Splits(found[-1].start, mention.end, members, found[-1].named)
        else:
            only_named = named and not any(w.match(text, mention.start) for w in own_split_words(own, named=False))
            found.append(one_split(mention.start, mention.end, named=only_named))
    return found


def _bare(last: Mention, text: str) -> Mention:
    """The last of a list of levels without the noun of them all: `easy and hard [parts]`."""
    level = shape("difficulty").match(text, last.start, last.end)
    return Mention("w", *level.span()) if level else last
