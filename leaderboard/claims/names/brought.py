"""Names that an abstract brings for what is new in it: `we propose X`, `a method called X`, `a Long Name (LN)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.mentions.short_forms import abbreviates
from leaderboard.words import seek, shape, words

_NO_NAME = re.compile(r"[(%]|\d\.\d")
_LONGEST = 90


def brought_names(abstract: str) -> Iterator[str]:
    """Names that the abstract brings, the plainest first."""
    for pattern in ("called-name", "kind-called") if seek("calling", abstract) else ():
        called = shape(pattern).search(abstract)
        if called and not is_plain(called["short"] or called[1]):
            yield called["short"] or called[1]
    apposed = shape("name-apposed").search(abstract)
    if apposed and not is_plain(apposed[1]):
        yield apposed["short"] or apposed[1]
    yield from _named(abstract)
    brought = shape("name-brought").search(abstract)
    told = brought is not None and _is_told(brought[1], abstract, brought.start())
    if brought and not told and not is_plain(brought[1]) and not shape("of-no-system").match(abstract, brought.end()):
        yield brought[1]
    shorts = list(_shortened(abstract))
    yield from (short for short in shorts if not any(other.startswith(f"{short}-") for other in shorts))
    beside = (match[1] or match[2] for match in shape("name-beside").finditer(abstract))
    yield from (name for name in beside if not is_plain(name))
    yield from _of_kind(abstract)
    yield from (plain[1] for plain in shape("technique-brought").finditer(abstract) if is_technique(plain[1]))


def _is_told(name: str, abstract: str, end: int) -> bool:
    """Whether a short form was told before `end`, of something that is not the authors': `Kite flying (KF) is hard`."""
    place = abstract.find(f"({name})", 0, end)
    sentence = abstract[abstract.rfind(". ", 0, max(0, place)) + 1 : place]
    return place >= 0 and shape("ours").search(sentence) is None


def _named(abstract: str) -> Iterator[str]:
    """Names behind their kind, where what stands before it brings them."""
    for match in shape("name-next").finditer(abstract):
        name = match["short"] if match["short"] and abbreviates(match["short"], match[1]) else match[1]
        brings_it = shape("brings-kind").search(abstract, max(0, match.start() - _LONGEST), match.start())
        if brings_it and not is_plain(name):
            yield name


def _of_kind(abstract: str) -> Iterator[str]:
    """Names of several words before their kind."""
    for match in shape("name-of-kind").finditer(abstract):
        end = abstract.rfind(" ", 0, match.end())
        brought = shape("words-brought").search(abstract, max(0, end - _LONGEST), end)
        if brought and not is_plain(brought[1].split()[-1]):
            yield brought[1]


def _shortened(abstract: str) -> Iterator[str]:
    """`we propose a Long Name (LN)`."""
    for short in shape("short-form").finditer(abstract):
        name = short[1]
        single = name[:-1] if name.endswith("s") and name[:-1].isupper() else name
        if is_plain(single) or is_plain(name) or name.isdigit():
            continue
        before = abstract[max(0, short.start() - _LONGEST) : short.start()].rstrip()
        cut = [m.end() for m in re.finditer(r"[.;!?]\s", before)]
        before = before[cut[-1] :] if cut else before
        longs = [
            long
            for long in _long_forms(name, before)
            if not shape("no-system").search(long) and shape("common-form").fullmatch(long) is None
        ]
        brought = any(shape("brings-before").search(before[: before.rfind(long)].rstrip() + " ") for long in longs)
        if brought and not shape("of-no-system").match(abstract, short.end()):
            yield single


def _long_forms(short: str, before: str) -> Iterator[str]:
    """The words right before a bracket that its capitals begin, three more than it has capitals at most."""
    words = list(re.finditer(r"[A-Za-z][\w'/]*|\d+D", before))
    most = sum(c.isupper() for c in short) + 3
    for word in words[-1 : -most - 1 : -1][::-1]:
        long = before[word.start() :]
        begins = word[0][0].lower() == short[0].lower() and len(long.split()) > 1
        if (abbreviates(short, long) or begins) and not _NO_NAME.search(long):
            yield long


def brings(before: str) -> bool:
    """Whether words bring what stands right behind them: `we propose a new`."""
    return shape("brings-before").search(before[-_LONGEST:]) is not None


def is_technique(phrase: str) -> bool:
    """Whether plain words name what is new: `kite-guided distillation`, but no `deep neural network`."""
    return phrase.split()[-1].lower() in words("techniques") and not shape("generic").search(phrase)


def is_plain(name: str) -> bool:
    """Whether every field knows a name, `CNN`: it is nobody's own."""
    return name.lower() in words("plain-shorts")
