"""The kind of a setting, so that boards can be filtered by it: `5-shot` and `one-shot` are both `few-shot`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource


class SettingKind(Entry):
    """An entry of `patterns/settings.yaml`: the first whose `words` match the setting's text names its kind."""

    name: str
    doc: str
    words: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@cache
def setting_kinds() -> tuple[SettingKind, ...]:
    """The kinds in the order they are tried."""
    return load_entries(resource("patterns") / "settings.yaml", SettingKind)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind.name, re.compile(kind.words, re.IGNORECASE)) for kind in setting_kinds())


@lru_cache(maxsize=10_000)
def setting_kind(setting: str | None) -> str | None:
    """The kind of a row's `setting`: null for none, `other` where no entry matches."""
    if setting is None:
        return None
    return next((name for name, words in _compiled() if words.search(setting)), "other")
