"""A mention, and a sentence as a string of letters, one for each of its mentions.

The letters of mentions: `N` number, `M` metric, `E` cost metric, `B` benchmark, `S` name, `w` other words, `#` a number
that is no claim. A cue word has the letter of its class in `patterns/cues.yaml`; what has none is not in the string.
"""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.lexicon import Benchmark, Metric
from leaderboard.numbers import Number


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """What `text[start:end]` of a view mentions, by its letter `symbol`; `word` is that text in lower case, if needed.

    `ref` is its number or its entry of the lexicon, if it has one. `members` are the mentions of a list (`A, B and C`).
    Treat it as frozen: it is not declared so, because every word becomes one, and frozen ones take three times as long.
    """

    symbol: str
    start: int
    end: int
    ref: Number | Benchmark | Metric | None = None
    members: tuple[Mention, ...] = ()
    word: str = ""

    @property
    def each(self) -> tuple[Mention, ...]:
        """The mentions of a list; of any other the mention itself."""
        return self.members or (self,)

    def until(self, end: int) -> Mention:
        """The same up to `end`; `dataclasses.replace` takes many times as long, and this is called most."""
        return Mention(self.symbol, self.start, end, self.ref, self.members, self.word)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's mentions with their letters; `symbols[i]` is the letter of `mentions[i]`."""

    start: int
    end: int
    symbols: str
    mentions: tuple[Mention, ...]
