"""What was not read, and the saying of it: not the same thing a thousand times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

_SAID = 5
"""How many lines of a file are named with one reason."""
# What differs between two lines with the same reason: numbers, and what is quoted of the line.
_OWN = re.compile(r"\s*\(.*\)|`[^`]*`|\d+|;.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read as it stands: a whole file (`line` is null), or a line or record of one."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.reason}"


OnSkip = Callable[[Skipped], None]


class Sparing:
    """Tells of the first lines of a file with one reason, and counts the others for a closing line."""

    def __init__(self, file: str, on_skip: OnSkip) -> None:
        self._file = file
        self._on_skip = on_skip
        self._met: Counter[str] = Counter()

    def skip(self, line: int | None, reason: str) -> None:
        """A line, or with null the whole file."""
        kind = _OWN.sub("", reason).strip()
        self._met[kind] += line is not None
        if line is None or self._met[kind] <= _SAID:
            self._on_skip(Skipped(self._file, line, reason))

    def close(self) -> None:
        """Say how many more lines there were."""
        for kind, count in self._met.items():
            if count > _SAID:
                more = f"{count - _SAID:,} more line{'s' if count > _SAID + 1 else ''} like it"
                self._on_skip(Skipped(self._file, None, f"and {more}: {kind}"))
        self._met.clear()
