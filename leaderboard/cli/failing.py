"""What stops a command, told in one line with an exit code, instead of a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

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
_MENDS = {
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "check the path",
    errno.EISDIR: "name a file",
    errno.EACCES: "check its permissions",
    errno.EROFS: "choose another place",
    errno.ENOSPC: "make room or choose another place",
    errno.EDQUOT: "make room or choose another place",
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
        say(error)
        sys.exit(2)


def say(error: Exception) -> None:
    """One line on standard error: where, what, and the mend."""
    sys.stderr.write(f"{sentence(error)}\n")


def sentence(error: Exception) -> str:
    """The error as `PATH: reason; mend`."""
    first = str(error).split("\n", 1)[0]
    if isinstance(error, OSError):
        place = error.filename2 or error.filename or "the output"
        mend = _MENDS.get(error.errno or 0)
        return f"{os.fsdecode(place)}: {error.strerror or first}" + (f"; {mend}" if mend else "")
    module = type(error).__module__
    if module.startswith(("duckdb", "_duckdb")):
        mend = "delete the damaged part and write its papers again with `leaderboard extract INPUT --into DIR`"
        return f"the store cannot be read: {first}; {mend}"
    if module.startswith("concurrent"):
        return "a process that extracts was ended from outside, perhaps for want of memory; try fewer with `--jobs`"
    return str(error)


def _expected() -> tuple[type[Exception], ...]:
    loaded = ((sys.modules.get(module), name) for module, name in _TOLD.items())
    return (OSError, *(getattr(module, name) for module, name in loaded if module and hasattr(module, name)))


def _silence() -> None:
    """Nothing more goes to standard output: what is still to be written to it would fail again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
