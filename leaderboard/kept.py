"""What takes long to make and comes out alike every time: kept in the user's cache folder from one run to the next."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs


def kept(name: str) -> Path:
    """The file in which something is kept, whether it is there or not."""
    return platformdirs.user_cache_path("leaderboard") / "patterns" / name


def keep(path: Path, content: bytes) -> None:
    """Keep something in a file; where that cannot be done, it is made anew each time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        hidden = path.with_suffix(f".{os.getpid()}")
        hidden.write_bytes(content)
        hidden.replace(path)
