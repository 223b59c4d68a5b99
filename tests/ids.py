"""Ids of papers: one that may be read, and one whose hash makes it blind."""

from __future__ import annotations

from leaderboard.golden.blind import is_blind

OPEN = next(f"paper-{i}" for i in range(99) if not is_blind(f"paper-{i}"))
BLIND = next(f"paper-{i}" for i in range(99) if is_blind(f"paper-{i}"))
