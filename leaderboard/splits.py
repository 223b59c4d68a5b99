"""Which wordings name one part of a benchmark: `test`, `test set` and `testing data` are one split."""

from __future__ import annotations

import re
from functools import lru_cache

# What takes the place of what in a wording in lower case, one after the other; DuckDB reads them too.
_RULES = (
    ("[ _-]+", " "),
    ("(test|train|val|dev|sub|data)sets?", r"\1 set"),
    (r"\b(test|train)ing\b", r"\1"),
    (r"\bval\b", "validation"),
    (r"\bdev\b", "development"),
    (r"\beval\b", "evaluation"),
    (r"\bstd\b", "standard"),
    (r"\bh[eo]ld ?out\b", "held out"),
    ("sub task", "subtask"),
    ("(?: (?:sub set|data set|set|split|data|partition|portion)s?)+$", ""),
)


@lru_cache(maxsize=10_000)
def split_key(split: str | None) -> str | None:
    """What all wordings of a split share; None for none."""
    if split is None:
        return None
    key = split.lower()
    for wording, plain in _RULES:
        key = re.sub(wording, plain, key)
    return key


def split_key_sql(column: str) -> str:
    """The same in SQL."""
    key = f"lower({column})"
    for wording, plain in _RULES:
        key = f"regexp_replace({key}, '{wording}', '{plain}', 'g')"
    return key
