"""What the lexer yields: mentions, and a sentence as mentions with a letter each."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.lexicon import Benchmark, Metric
from leaderboard.numbers import Number


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A stretch of a view's text; `ref` is its number, lexicon entry, or null. `members` holds coordinated mentions.

    Nobody changes one; it is not frozen, because that takes three times as long to make, and every word is one.
    """

    symbol: str
    start: int
    end: int
    ref: Number | Benchmark | Metric | None = None
    members: tuple[Mention, ...] = ()
    word: str = ""

    @property
    def each(self) -> tuple[Mention, ...]:
        """The mentions that it holds, or itself alone."""
        return self.members or (self,)

    def until(self, end: int) -> Mention:
        """The same, up to `end`; `dataclasses.replace` takes many times as long, and this is asked most."""
        return Mention(self.symbol, self.start, end, self.ref, self.members, self.word)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's mentions with their letters; `symbols[i]` is the letter of `mentions[i]`."""

    start: int
    end: int
    symbols: str
    mentions: tuple[Mention, ...]
