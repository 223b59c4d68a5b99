"""What stops a command, told in one line with an exit code, instead of a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from leaderboard.errors import sentence

BROKEN_PIPE = 128 + 13
"""What a shell gives for SIGPIPE: the reader of our output left."""

# Their modules are slow to import; what was not imported was not raised either.
_TOLD = {
    "leaderboard.patterns": "PatternError",
    "leaderboard.sources.known": "SourceError",
    "leaderboard.store_files": "StoreError",
    "leaderboard.export": "ExportError",
    "duckdb": "Error",
    "concurrent.futures.process": "BrokenProcessPool",
}


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors that a command may meet into a line on standard error and exit code 2.

    Other errors are faults of ours and keep their traceback.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # what is lost only now, such as on a full disk, is an error too
    except BrokenPipeError:
        _silence()
        sys.exit(BROKEN_PIPE)
    except _expected() as error:
        _silence()
        sys.stderr.write(f"{sentence(error)}\n")
        sys.exit(2)


def _expected() -> tuple[type[Exception], ...]:
    loaded = ((sys.modules.get(module), name) for module, name in _TOLD.items())
    return (OSError, *(getattr(module, name) for module, name in loaded if module and hasattr(module, name)))


def _silence() -> None:
    """Nothing more goes to standard output: what is still to be written to it would fail again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
