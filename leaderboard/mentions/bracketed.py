"""Names in brackets behind the numbers of a list: where one is of a benchmark, the others are."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.mentions.kinds import is_kind
from leaderboard.mentions.model import Mention

# `5% (B) and 7% (NAME)`, `5% vs. 4% (B) and 7% vs. 6% recall (NAME)`.
_LISTED = re.compile(r"N[MEPw]{0,2}\([SB]D?\)(?:[,+]+[MEPw]{0,2}(?:N[>^])?N[MEPw]{0,2}\([SB]D?\))+")


def mark_bracketed(mentions: list[Mention], text: str) -> list[Mention]:
    """`5% (KITTI) and 7% (NAME)`: what is in a bracket beside a benchmark in one, in a list, is one too."""
    symbols = [m.symbol or " " for m in mentions]
    if symbols.count("(") < 2:
        return mentions
    letters = "".join(symbols)
    places = {
        place
        for listed in _LISTED.finditer(letters)
        if "B" in listed.group()
        for place in range(*listed.span())
        if letters[place] == "S" and not is_kind(mentions[place], text)
    }
    return [replace(m, symbol="B") if place in places else m for place, m in enumerate(mentions)]
