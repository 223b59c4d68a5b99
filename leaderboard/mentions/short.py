"""Short forms: `Long Name (LN)`."""

from __future__ import annotations


def abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of `short` are the first letters of words of `long` (or letters in it), in their order."""
    capitals = [c.lower() for c in short if c.isupper()]
    if len(capitals) < 2 or long[:1].lower() != capitals[0]:
        return False
    rest = iter(long.lower())
    return all(c in rest for c in capitals)
