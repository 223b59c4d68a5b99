"""The blind fifth: papers whose texts and errors no writer of patterns reads, so that their figures stay honest."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache

from leaderboard.patterns import PatternError, numbered_lines
from leaderboard.resources import resource


def is_blind(paper_id: str) -> bool:
    """Whether the id itself makes a paper blind: the last digit of its SHA-256 in hexadecimal is 0, 1 or 2."""
    return hashlib.sha256(paper_id.encode()).hexdigest()[-1] in "012"


def is_hidden(paper_id: str, title: str) -> bool:
    """Whether a paper is left out of samples, lists of errors and counts: blind, or a blind one under another id."""
    return is_blind(paper_id) or _title_key(title) in _blind_titles()


@cache
def _blind_titles() -> frozenset[str]:
    titles = set()
    for path in sorted((resource("golden") / "annotated").glob("*.jsonl")):
        for where, line in numbered_lines(path):
            try:
                paper = json.loads(line)
                if is_blind(paper["id"]):
                    titles.add(_title_key(paper["title"]))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise PatternError(f"{where}: no annotated paper; `leaderboard check` says why") from error
    return frozenset(titles - {""})


def _title_key(title: str) -> str:
    return re.sub(r"[\W_]+", "", title.lower())
