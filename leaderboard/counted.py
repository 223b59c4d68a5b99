"""A count with its noun."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 paper`, `1,204 papers`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def unseen(papers: int) -> str:
    """Papers that no figure or example tells of."""
    return f"{counted(papers, 'paper')} kept unseen (CONTRIBUTING.md tells why)"
