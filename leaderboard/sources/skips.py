"""What was not read, and the saying of it: not the same thing a thousand times."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.counted import counted

_SAID = 5
"""How many lines of a file are named with one reason."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the mend, None where there is none to name.

    `reason` is the same for all that have this fault; `detail` is what one of them adds. `option` is what mends it
    where files are read by the command line.
    """

    reason: str
    mend: str | None = None
    detail: str | None = None
    option: str | None = None

    def __str__(self) -> str:
        return self.reason + (f" ({self.detail})" if self.detail else "") + (f"; {self.mend}" if self.mend else "")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read as it stands: a whole file (`line` is None), or a line or record of one."""

    file: str
    line: int | None
    fault: Fault

    def __str__(self) -> str:
        return f"{self.file if self.line is None else f'{self.file}:{self.line}'}: {self.fault}"


OnSkip = Callable[[Skipped], None]
_log = logging.getLogger(__name__)


def logged(skipped: Skipped) -> None:
    """Tell of it as a warning, where nobody asks to hear of it."""
    _log.warning("%s", skipped)


class Sparing:
    """Tells of the first lines of a file with one reason, and counts the others for a closing line."""

    def __init__(self, file: str, on_skip: OnSkip) -> None:
        self._file = file
        self._on_skip = on_skip
        self._met: Counter[str] = Counter()

    def skip(self, line: int | None, fault: Fault) -> None:
        """A line, or with None the whole file."""
        self._met[fault.reason] += line is not None
        if line is None or self._met[fault.reason] <= _SAID:
            self._on_skip(Skipped(self._file, line, fault))

    def close(self) -> None:
        """Say how many more lines there were."""
        for reason, count in self._met.items():
            if count > _SAID:
                more = counted(count - _SAID, "more line")
                self._on_skip(Skipped(self._file, None, Fault(f"and {more} like it: {reason}")))
        self._met.clear()
