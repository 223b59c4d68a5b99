"""The `when` of a pattern spares its slow regex: a text without any of its strings has no match."""

from __future__ import annotations


def strings(when: str | None) -> tuple[str, ...]:
    """The strings of a `when`, which `|` separates."""
    return tuple(when.split("|")) if when else ()


def has_one(text: str, of: tuple[str, ...]) -> bool:
    """Whether one of the strings stands in a text."""
    return any(map(text.__contains__, of))
