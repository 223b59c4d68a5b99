"""Which patterns and which code made a file."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from leaderboard.resources import resource


@cache
def patterns_version() -> str:
    """The first 12 hexadecimal digits of a SHA-256 over the names and contents of all pattern files."""
    root = resource("patterns")
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        # Line ends are as the checkout made them, so they do not count.
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


@cache
def code_version() -> str:
    """As `patterns_version`, over the code that makes a store: all of the package but what only reads and shows one."""
    root = Path(__file__).parent
    reading = ("boards", "cli", "golden", "pages", "_data")
    digest = hashlib.sha256()
    for path in sorted(p for p in root.rglob("*.py") if p.relative_to(root).parts[0] not in reading):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
