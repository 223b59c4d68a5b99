"""An error as a reader is told of it: in one line, with the mend."""

from __future__ import annotations

import errno
import os

_MENDS = {
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "check the path",
    errno.EISDIR: "name a file",
    errno.EACCES: "check its permissions",
    errno.EROFS: "choose another place",
    errno.ENOSPC: "make room or choose another place",
    errno.EDQUOT: "make room or choose another place",
}


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
