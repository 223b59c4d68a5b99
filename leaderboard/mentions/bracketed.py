"""Names in brackets behind the numbers of a list: where one is of a benchmark, the others are."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.mentions.generic import is_generic
from leaderboard.mentions.model import Mention
from leaderboard.stretches import stretch


def mark_bracketed(mentions: list[Mention], text: str) -> list[Mention]:
    """`5% (KITTI) and 7% (NAME)`: what is in a bracket beside a benchmark in one, in a list, is one too."""
    symbols = [m.symbol or " " for m in mentions]
    if symbols.count("(") < 2:
        return mentions
    letters = "".join(symbols)
    marked, listed = list(mentions), stretch("bracketed-list", letters)
    while listed is not None:
        for place in range(*listed.span()) if "B" in listed.group() else ():
            if letters[place] == "S" and not is_generic(mentions[place], text):
                marked[place] = replace(mentions[place], symbol="B")
        listed = stretch("bracketed-list", letters, listed.end())
    return marked
