"""The units of numbers, out of `units.yaml`: how each is written, and what it measures."""

from __future__ import annotations

from functools import cache

from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource


class Unit(Entry):
    """One unit, or some that no other can be brought to, an entry of `patterns/units.yaml`."""

    family: str
    read: str | None = None
    unit: str | None = None
    scale: str | None = None
    factor: float = 1.0
    spellings: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """Every spelling to its unit."""
    found = load_entries(resource("patterns") / "units.yaml", Unit)
    return {spelling.strip(): unit for unit in found for spelling in unit.spellings}


@cache
def families() -> frozenset[str]:
    """What `units` of a pattern may name: the families of units, `bare` for none, and what stands in a unit's place."""
    return frozenset({"bare", "name", "rating", *(unit.family for unit in units().values())})
