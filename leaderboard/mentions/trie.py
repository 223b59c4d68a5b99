"""The lexicon and the cue words as one trie over pieces of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from leaderboard.cues import PIECE, cue_letters
from leaderboard.lexicon import Benchmark, Metric, is_borne_out, lexicon

_JOIN = frozenset("-_'./ →")
# Letters of a plain word at most.
_PLAIN_WORD = 7


class Found(NamedTuple):
    """What a wording stands for; `spellings`, if given, are the only ways to write it (marks and blanks left out),
    and a `glued` one has no blank (`a100` is not `a 100`)."""

    letter: str
    entry: Benchmark | Metric | None = None
    spellings: frozenset[str] | None = None
    glued: bool = False

    def fits(self, written: str, context: str) -> bool:
        """Whether it may be read here: spelt as it must be, and with a word that it needs in the abstract."""
        if self.entry is None:
            return not self.glued or " " not in written
        if self.spellings is not None and _bare(written) not in self.spellings:
            return False
        if isinstance(self.entry, Benchmark):
            return _benchmark_fits(self.entry, written, context)
        return not isinstance(self.entry, Metric) or is_borne_out(self.entry, context)


@cache
def openings() -> dict[str, Any]:
    """The trie: pieces in lower case to nested dicts; the key "" holds what ends there: benchmarks, then metrics, then
    cues. Its keys are the pieces that anything opens with."""
    root: dict[str, Any] = {}

    def add(pieces: Iterable[str], found: Found) -> None:
        node = root
        for piece in pieces:
            node = node.setdefault(piece, {})
        node.setdefault("", []).append(found)

    for benchmark in lexicon().benchmarks:
        found = Found("B", benchmark)
        for alias in (benchmark.name, *benchmark.aliases):
            add(_key(alias), found)
    for metric in lexicon().metrics:
        letter = "E" if metric.topic == "efficiency" else "M"
        for wording in metric.wordings:
            exact = frozenset({_bare(wording)}) if metric.is_exact(wording) else None
            add(_key(wording), Found(letter, metric, exact))
    for pieces, letter in cue_letters().items():
        add(pieces, Found(letter, glued=any(piece.isdigit() for piece in pieces)))
    return root


def _key(text: str) -> tuple[str, ...]:
    return tuple([p for p in PIECE.findall(text.lower()) if p not in _JOIN])


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in _JOIN)


def lookup(pieces: list[tuple[str, int, int]], index: int, text: str, context: str) -> tuple[int, Found] | None:
    """The longest entry that starts at a piece and ends with a word: (pieces taken, what it is)."""
    best: tuple[int, Found] | None = None
    node = openings()
    for at in range(index, len(pieces)):
        piece, _, end = pieces[at]
        following = node.get(piece)
        if following is None:
            if at > index and piece in _JOIN:
                continue
            break
        node = following
        if "" in node:
            after = text[end : end + 1]
            if piece[-1].isalnum() and after.isalnum():
                continue
            written = text[pieces[index][1] : end]
            for found in node[""]:
                if (after != "_" or found.letter == "M") and found.fits(written, context):
                    best = (at - index + 1, found)
                    break
    return best


def _benchmark_fits(benchmark: Benchmark, written: str, context: str) -> bool:
    """Whether a benchmark's entry fits what is written: its case, and the words that it needs in the abstract."""
    if benchmark.case and written not in _names(benchmark) and _bare(written) not in map(_bare, _names(benchmark)):
        return False
    if written.islower() and not benchmark.name.islower() and not any(c.isdigit() for c in written):
        return False
    if written.istitle() and written.isalpha() and not _is_titled(benchmark, written):
        return False  # a plain word; where it is the name after all, its place tells
    return is_borne_out(benchmark, context)


def _is_titled(benchmark: Benchmark, written: str) -> bool:
    """Whether a name may be written like a plain capitalised word: it is, or it is made of words (`Kitebench`)."""
    names = [name for name in _names(benchmark) if _bare(name).lower() == written.lower()]
    return any(_bare(n) == written or (len(written) > _PLAIN_WORD and not n.isupper()) for n in names)


def _names(benchmark: Benchmark) -> tuple[str, ...]:
    return (benchmark.name, *benchmark.aliases)
