"""Abstracts about nature, not about a method: their numbers measure the world (`a redshift of 2.1`)."""

from __future__ import annotations

from leaderboard.words import shape, words

# Different words of physics that make an abstract one of it: `solar cell` alone does not.
_ENOUGH = 2


def measures_nature(title: str, lowered: str) -> bool:
    """Whether a title and a text (in lower case) speak of what physics studies, and nowhere of computing."""
    head = title.lower()
    if any(stem in lowered or stem in head for stem in words("of-computing")):
        return False
    told = shape("of-nature")
    return len({*told.findall(lowered), *told.findall(head)}) >= _ENOUGH
