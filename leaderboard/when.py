"""What spares slow regexes: the strings of an entry's `when`, of which a text has one, or it has no match either."""

from __future__ import annotations


def strings(when: str | None) -> tuple[str, ...]:
    """The strings of a `when`, apart by `|`; none where there is none."""
    return tuple(when.split("|")) if when else ()


def has_one(text: str, of: tuple[str, ...]) -> bool:
    """Whether one of the strings stands in a text."""
    return any(map(text.__contains__, of))
