"""Ranks and conflicts of one board, from the figures of its entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from leaderboard.splits import split_key

EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Standing:
    """What ranks and filters look at of a row; `counted` and `spread` are on the board's scale, None where there is
    no such, and `start` is where its number begins in the abstract.
    """

    counted: float | None
    spread: float | None
    exact: bool
    paper_id: str
    title: str
    system: str | None
    split: str | None
    setting: str | None
    role: str
    date: str | None = None
    confidence: float = 1.0
    start: int = 0

    @property
    def rankable(self) -> bool:
        """Whether it is an exact value on the board's scale."""
        return self.counted is not None and self.exact


@dataclass(frozen=True, slots=True)
class Place:
    """`rank` is None for what cannot be ranked; entries that share a rank are `tied`."""

    rank: int | None
    tied: bool


def places(standings: Sequence[Standing]) -> list[Place]:
    """The places of standings that come best first.

    An entry shares the rank of the first of those above it where their values are equal or within the two spreads of
    each other; the next rank then counts all entries above it (1, 1, 3).
    """
    ranks: list[int | None] = []
    leader: Standing | None = None
    leading_rank = position = 0
    for standing in standings:
        if not standing.rankable:
            ranks.append(None)
            continue
        position += 1
        if leader is None or not overlap(leader, standing):
            leader, leading_rank = standing, position
        ranks.append(leading_rank)
    shared: dict[int | None, int] = defaultdict(int)
    for rank in ranks:
        shared[rank] += 1
    return [Place(rank, rank is not None and shared[rank] > 1) for rank in ranks]


def overlap(one: Standing, other: Standing) -> bool:
    """Whether the two values are equal, or no further apart than their spreads together."""
    return abs(_counted(one) - _counted(other)) <= (one.spread or 0) + (other.spread or 0) + EPSILON


def conflicts(standings: Sequence[Standing]) -> list[list[int]]:
    """Groups of indices: one system, split and setting, to which two papers or more give values that disagree.

    Values agree where the coarser of them, at the decimals it is written with, is the other rounded, or where their
    spreads overlap. Bounds and values off the scale disagree with nothing.
    """
    groups: dict[tuple[str, str | None, str], list[int]] = defaultdict(list)
    for index, standing in enumerate(standings):
        if standing.rankable and standing.system:
            system, setting = standing.system.casefold(), (standing.setting or "").casefold()
            groups[system.replace(" ", "").replace("-", ""), split_key(standing.split), setting].append(index)
    return [members for members in groups.values() if _disagree([standings[index] for index in members])]


def _disagree(group: list[Standing]) -> bool:
    if len({standing.paper_id for standing in group}) < 2:
        return False
    # A value that any other paper's disagrees with disagrees with the lowest or the highest of them.
    ends = (min(group, key=_counted), max(group, key=_counted))
    return any(end.paper_id != other.paper_id and not _agree(end, other) for end in ends for other in group)


def _counted(standing: Standing) -> float:
    assert standing.counted is not None
    return standing.counted


def _agree(one: Standing, other: Standing) -> bool:
    decimals = min(_decimals(_counted(one)), _decimals(_counted(other)))
    rounding: float = 0.5 * 10.0**-decimals
    return overlap(one, other) or abs(_counted(one) - _counted(other)) <= rounding + EPSILON


def _decimals(value: float) -> int:
    """Of a value as written: 2 of 91.25, 0 of 91.0."""
    return len(f"{value:.10f}".rstrip("0").partition(".")[2])
