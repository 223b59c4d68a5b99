"""The paper's own name for its system: out of its title, or where the abstract brings it (`we propose X`)."""

from __future__ import annotations

import re

from leaderboard.claims.names.brought import brings, brought_names, is_plain, is_technique
from leaderboard.claims.names.spelling import find_word
from leaderboard.words import shape, words

_YEAR = re.compile(r"20\d\d$")
_JOINTS = {ord(c): None for c in "-_ "}


def own_system(title: str, abstract: str) -> str | None:
    """The name that a paper gives its system, as its abstract writes it; None where neither text brings one."""
    if "\\" in abstract:
        abstract = shape("markup").sub(r"\1", abstract)
    name = _titled(title, abstract) or next(brought_names(abstract), None) or _phrase(title, abstract)
    return None if name and _evaluates(name, abstract) else name


def _evaluates(name: str, abstract: str) -> bool:
    """Whether what is named measures systems and is none: `Kite, a framework for evaluating nets`, `Kite Benchmark`."""
    if name.split()[-1].lower() in words("set-nouns"):
        return True
    place = find_word(name, abstract)
    return place >= 0 and shape("measures").match(abstract, place + len(name)) is not None


def _titled(title: str, abstract: str) -> str | None:
    """The name before the colon of a title, or the short form that ends it, as the abstract writes it."""
    head, colon, _ = title.partition(":")
    if not colon:
        return None
    name = shape("titled-article").sub("", head.strip(" \"'`*"))
    name = name.strip("$") if name.startswith("$") else name  # but `KITE$^2$`
    count = len(name.split())
    bracket = re.search(r"\(([^()]{2,20})\)$", name)
    if bracket:
        return _as_written(bracket[1], abstract) or _as_written(bracket[1].rstrip("s"), abstract)
    if not 0 < count <= 4 or not any(c.isupper() for c in name) or len(name) > 40 or _YEAR.search(name):
        return None
    if count == 1 and name[1:].islower() and find_word(name, abstract) < 0 <= find_word(name.lower(), abstract):
        return None
    at = abstract.lower().find(name.lower())
    short = shape("its-short").match(abstract, at + len(name)) if at >= 0 else None
    if short and not is_plain(short[1]):
        return short[1]
    if count == 1:
        return _as_written(name, abstract) or name
    return name if find_word(name, abstract) >= 0 and _is_name(name) else None


def _phrase(title: str, abstract: str) -> str | None:
    """The phrase that the title opens with, where the abstract brings it by capitals or as a technique.

    `We propose a Kite Tree`, `we propose kite-guided distillation`.
    """
    head = shape("phrase-end").split(title, maxsplit=1)[0].strip(" \"'`")
    if not 1 < len(head.split()) <= 5:
        return None
    place = abstract.lower().find(head.lower())
    if place < 0 or not brings(abstract[:place].rstrip()):
        return None
    phrase = abstract[place : place + len(head)]
    return phrase if is_technique(phrase) or re.match(r"[A-Z]|\w*[a-z][A-Z]", phrase) else None


def _is_name(name: str) -> bool:
    return all(word[0].isupper() or any(c.isdigit() for c in word) for word in name.split() if len(word) > 3)


def _as_written(name: str, abstract: str) -> str | None:
    """The name as the abstract spells it: `Kite-Net` for `KiteNet`."""
    if find_word(name, abstract) >= 0 and not name.islower():
        return name
    letters = [c for c in name if c.isalnum() or c in "+*^"]
    if not letters or "".join(letters).lower() not in abstract.lower().translate(_JOINTS):
        return None
    found = re.search(r"(?<![\w-])" + r"[-_ ]?".join(map(re.escape, letters)) + r"(?![\w])", abstract, re.I)
    if found and found[0].islower() and not name.islower():
        return name
    return found[0] if found else None
