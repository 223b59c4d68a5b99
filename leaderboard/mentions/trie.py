"""The lexicon and the cue words as one trie over pieces of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from leaderboard.cues import PIECE, cue_letters
from leaderboard.lexicon import Benchmark, lexicon

_JOIN = frozenset("-_'./ ")


@cache
def _trie() -> dict[str, Any]:
    """Pieces in lower case to nested dicts; the key "" holds (priority, letter, entry, only in capitals)."""
    root: dict[str, Any] = {}

    def add(pieces: Iterable[str], letter: str, entry: object, priority: int, upper: bool = False) -> None:
        node = root
        for piece in pieces:
            node = node.setdefault(piece, {})
        if priority > node.get("", (-1,))[0]:
            node[""] = (priority, letter, entry, upper)

    for cue_pieces, letter in cue_letters().items():
        add(cue_pieces, letter, None, 1)
    for metric in lexicon().metrics:
        for alias in (metric.name, *metric.aliases):
            add(
                _key(alias), "E" if metric.topic == "efficiency" else "M", metric, 2, alias.isupper() and len(alias) < 6
            )
    for benchmark in lexicon().benchmarks:
        for alias in (benchmark.name, *benchmark.aliases):
            add(_key(alias), "B", benchmark, 3)
    return root


def _key(text: str) -> tuple[str, ...]:
    return tuple(p for p in PIECE.findall(text.lower()) if p not in _JOIN)


def lookup(pieces: list[tuple[str, int, int]], index: int, text: str) -> tuple[int, tuple[int, str, Any, bool]] | None:
    """The longest entry that starts at a piece and ends with a word: (pieces taken, entry)."""
    best: tuple[int, tuple[int, str, Any, bool]] | None = None
    node, at, last = _trie(), index, -1
    while at < len(pieces):
        piece, _start, _ = pieces[at]
        if last >= 0 and piece in _JOIN and node.get(piece) is None:
            at += 1
            continue
        if piece not in node:
            break
        node = node[piece]
        last = at
        at += 1
        if "" in node:
            end = pieces[last][2]
            after = text[end : end + 1]
            shouted = node[""][3] and text[pieces[index][1] : end].islower()
            inside = piece[-1].isalnum() and (after.isalnum() or (after == "_" and node[""][1] != "M"))
            if not inside and not shouted:
                best = (last - index + 1, node[""])
    return best


def benchmark_fits(benchmark: Benchmark, text: str, start: int, end: int, context: str) -> bool:
    """Whether a benchmark's entry fits what is written: its case, and the words that it needs in the abstract."""
    written = text[start:end]
    if benchmark.case and written not in (benchmark.name, *benchmark.aliases):
        return False
    if written.islower() and not benchmark.name.islower() and not any(c.isdigit() for c in written):
        return False
    return not benchmark.needs or any(word.lower() in context for word in benchmark.needs)
