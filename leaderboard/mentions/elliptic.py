"""Benchmarks of which a list writes only what differs: `CIFAR-10/100`, `KITTI 2012 and 2015`."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.canonical import find_benchmark
from leaderboard.cues import PIECE
from leaderboard.lexicon import Benchmark
from leaderboard.mentions.model import Mention
from leaderboard.words import shape

# `2015`, `2.0`.
_ENDING = re.compile(r"\d+(?:\.\d)?")


def spell_out(mentions: list[Mention], text: str, context: str) -> list[Mention]:
    """Numbers and names behind a benchmark that stand for its name with another ending are benchmarks too."""
    if all(mention.symbol != "B" for mention in mentions):
        return mentions
    out: list[Mention] = []
    full: Mention | None = None
    for mention in mentions:
        listed = bool(out) and out[-1].symbol in ("+", ",")
        if mention.symbol == "B" and isinstance(mention.ref, Benchmark):
            full = mention
        elif full is not None and listed and mention.symbol in ("N", "S"):
            other = _other(full, mention, text, context)
            if other is None:
                full = None
            else:
                mention = replace(mention, symbol="B", ref=other, word=other.name.lower())
        elif mention.symbol not in ("+", ","):
            full = None
        out.append(mention)
    return out


def _other(full: Mention, mention: Mention, text: str, context: str) -> Benchmark | None:
    """The benchmark that `full` names with its last pieces replaced by the mention's text."""
    ending = text[mention.start : mention.end]
    if mention.symbol == "N" and not (_ENDING.fullmatch(ending) and _ends(mention, text)):
        return None
    name = text[full.start : full.end]
    cuts = [match.start() for match in PIECE.finditer(name) if match.start() and match.group().isalnum()]
    for cut in reversed(cuts):
        found = find_benchmark(name[:cut] + ending, context)
        if found is not None and found is not full.ref:
            return found
    return None


def _ends(mention: Mention, text: str) -> bool:
    """Whether a number counts nothing: a slash before it, or no noun behind it."""
    slash = text.endswith("/", 0, mention.start)
    return slash or shape("list-goes-on").match(text, mention.end) is not None
