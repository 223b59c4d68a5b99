"""Benchmarks that a sentence names as what was learned from, not as what was measured on."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.mentions.model import Mention
from leaderboard.words import shape

_REACH = 60


def drop_learned(mentions: list[Mention], text: str) -> list[Mention]:
    """`pre-trained on B`, `B pre-trained features`: plain words, and no benchmark to measure on."""
    return [
        replace(mention, symbol="w", members=()) if mention.symbol == "B" and _is_learned(mention, text) else mention
        for mention in mentions
    ]


def _is_learned(mention: Mention, text: str) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    return shape("learned-on").search(before) is not None or shape("learned-by").match(text, mention.end) is not None
