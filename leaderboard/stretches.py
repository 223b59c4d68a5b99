"""What stands between two claims or names of a sentence, or beside one: regexes over its symbols, by name, out of
`patterns/stretches.yaml`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from typing import Literal

from leaderboard.patterns import Named, PatternError, load_named
from leaderboard.resources import resource


class Stretch(Named):
    """An entry of `patterns/stretches.yaml`, at whose head its keys are explained."""

    at: Literal["anywhere", "start", "whole"] = "whole"
    regex: str | tuple[str, ...]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@cache
def stretches() -> dict[str, Stretch]:
    """The entries by name.

    Raises:
        PatternError: two have one name, or an entry cannot be read.
    """
    return load_named(resource("patterns") / "stretches.yaml", Stretch)


def stretch(name: str, symbols: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """What an entry, asked as its `at` says, matches of `symbols[start:end]`; None where it does not hold.

    Raises:
        PatternError: it is no regular expression, or there is no such entry.
    """
    return _asked(name)(symbols, start, end)


@cache
def _asked(name: str) -> Callable[[str, int, int], re.Match[str] | None]:
    entry = stretches().get(name)
    if entry is None:
        raise PatternError(f"patterns/stretches.yaml: there is no `{name}`; add it, or mend the name")
    try:
        regex = re.compile(entry.regex if isinstance(entry.regex, str) else "|".join(entry.regex))
    except re.error as error:
        raise PatternError(f"patterns/stretches.yaml: `{name}` is no regular expression: {error}") from error
    return {"anywhere": regex.search, "start": regex.match, "whole": regex.fullmatch}[entry.at]
