"""Evaluation settings that a sentence names (`5-shot`), and their kinds, by which boards can be filtered."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from leaderboard.patterns import Entry, load_entries, no_regex
from leaderboard.resources import resource
from leaderboard.when import has_one, strings


class SettingKind(Entry):
    """An entry of `patterns/settings.yaml`, at whose head its keys are explained."""

    name: str
    doc: str
    finds: str = ""
    when: str = ""
    words: str
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@cache
def setting_kinds() -> tuple[SettingKind, ...]:
    """The kinds in the order they are tried."""
    return load_entries(resource("patterns") / "settings.yaml", SettingKind)


def settings_in(text: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """The settings that a sentence names, as written, and where, in their order."""
    if not has_one(text[start:end].lower(), _when()):
        return ()
    return tuple((found.group(), found.start()) for found in _finder().finditer(text, start, end))


@cache
def _when() -> tuple[str, ...]:
    return tuple(string for kind in setting_kinds() for string in strings(kind.when))


@cache
def _finder() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(kind.finds for kind in setting_kinds() if kind.finds)})\b", re.IGNORECASE)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    try:
        return tuple((kind.name, re.compile(kind.words, re.IGNORECASE)) for kind in setting_kinds())
    except re.error as error:
        raise no_regex("settings.yaml", ((kind.name, kind.words) for kind in setting_kinds()), error) from error


@lru_cache(maxsize=10_000)
def setting_kind(setting: str | None) -> str | None:
    """The kind of a row's `setting`: None for none, `other` where no entry matches."""
    if setting is None:
        return None
    return next((name for name, words in _compiled() if words.search(setting)), "other")
