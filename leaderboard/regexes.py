"""Regexes of the module `regex`, kept as compiled: to compile them takes thirty times as long as to read them again.

Those of `re` cannot be kept.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import pickle
from contextlib import suppress
from functools import cache
from typing import Any

import regex

from leaderboard.kept import keep, kept

_NAME = "compiled.pickle"
_DIGEST = 32
Known = dict[tuple[str, bool], regex.Pattern[str]]
_asked: Known = {}


@cache
def compiled(text: str, *, any_case: bool = False) -> regex.Pattern[str]:
    """A regex, as an earlier run kept it or compiled now.

    Raises:
        regex.error: it is none.
    """
    found = _kept().get((text, any_case)) or regex.compile(text, regex.I if any_case else 0)
    _asked[text, any_case] = found
    return found


class _Regexes(pickle.Unpickler):
    """Reads compiled regexes, and nothing else that a file may hold."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if (module_name, global_name) != ("regex._regex", "compile"):
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no regex")
        return super().find_class(module_name, global_name)


@cache
def _kept() -> Known:
    with suppress(OSError, pickle.UnpicklingError):
        content = kept(_NAME).read_bytes()
        if content[:_DIGEST] == _digest(content[_DIGEST:]):
            known: Known = _Regexes(io.BytesIO(content[_DIGEST:])).load()
            return known
    return {}


def _digest(content: bytes) -> bytes:
    """Tells a file that is damaged, or of another version of `regex`, which compiles otherwise."""
    return hashlib.sha256(regex.__version__.encode() + content).digest()


@atexit.register
def _keep() -> None:
    """Keep what was compiled; what was not asked for goes once it is as much again, since patterns change."""
    if not _asked or _asked.keys() <= _kept().keys():
        return
    known = _kept() | _asked
    content = pickle.dumps(known if len(known) < 2 * len(_asked) else _asked)
    keep(kept(_NAME), _digest(content) + content)
