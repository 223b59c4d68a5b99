"""What the lexer yields: mentions, and a sentence as mentions with a letter each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a view's text; `ref` is its number, lexicon entry, or null. `members` holds coordinated mentions."""

    symbol: str
    start: int
    end: int
    ref: Any = None
    members: tuple[Mention, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's mentions with their letters; `symbols[i]` is the letter of `mentions[i]`."""

    start: int
    end: int
    symbols: str
    mentions: tuple[Mention, ...]
