"""The benchmark that a paper brings: `X: a benchmark for ...`, `we introduce X, a dataset of ...`."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.claims.names.spelling import find_word
from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention, read_sentence
from leaderboard.mentions.short_forms import abbreviates
from leaderboard.text import view
from leaderboard.words import seek, shape, words


def tests_models(text: str) -> bool:
    """Whether a paper that brings a benchmark tests language models and the like on it, and none of its own."""
    return shape("tests-models").search(text) is not None and shape("has-own").search(text) is None


def own_benchmark(title: str, text: str) -> str | None:
    """The name of the benchmark that a title, or the text of an abstract's view, introduces."""
    head, colon, rest = title.partition(":")
    short = shape("titled-article").sub("", shape("name-in-bracket").sub(r"\1", head.strip()))
    called = _before_kind(short, text) if colon else None
    titled = (
        short
        if colon and not called and 0 < len(short.split()) <= 3 and any(c.isupper() for c in short) and len(short) <= 30
        else None
    )
    if titled and titled.lower() not in text.lower() and len(titled.split()) > 1:
        titled = None
    what = shape("of-what").split(rest, maxsplit=1)[0]
    brings = shape("brings-data").search(what) and not shape("works-on").match(what.strip())
    if titled and (brings or shape("says-benchmark").search(titled)):
        return titled
    match = seek("introduces", text)
    name = match.group(match.lastindex or 1) if match else None
    if name and not _is_plain(name) and (titled is None or _is_same(name, titled)):
        return name
    return called


def _is_plain(name: str) -> bool:
    """Whether a name is a short form or a word that no benchmark is called by."""
    return name.lower() in words("plain-shorts") or name.lower() in words("no-benchmark")


def _before_kind(title: str, text: str) -> str | None:
    """What the text, too, has of a title that ends with what is brought: `Kite Dataset`."""
    name = shape("titled-end").sub("", title)
    return name if name != title and name[0].isupper() and find_word(name, text) >= 0 else None


def _is_same(name: str, titled: str) -> bool:
    """Whether a name is the title's, written another way or short: `KiteOne` and `KITE-One`, `KB` and `Kite Beach`."""
    one, other = (re.sub(r"[\W_]", "", written).lower() for written in (name, titled))
    return one == other or (" " in titled and abbreviates(name, titled))


def benchmark_called(name: str | None, text: str) -> Mention | None:
    """Where the text first names the benchmark of a name."""
    if name is None:
        return None
    start = find_word(name, text)
    if start < 0:  # `KITEQA` of a title is `KiteQA` in the abstract
        start = find_word(name.lower(), text.lower())
        start = start if start >= 0 and text[start : start + len(name)] != name.lower() else -1
    return Mention("B", start, start + len(name)) if start >= 0 else None


def titled_benchmark(title: str, text: str) -> Mention | None:
    """Where the text names the one benchmark that its title speaks of, if that is known or has a year in its name."""
    heading = view(title).text
    read = read_sentence(heading, 0, len(heading), text.lower()) if heading else None
    names = [m for m in (read.mentions if read else ()) if m.symbol in "BS"]
    sure = [m for m in names if (m.symbol == "B" and isinstance(m.ref, Benchmark)) or _is_held(m, heading)]
    found = [heading[m.start : m.end] for m in sure or [m for m in names if _is_short(m, heading)]]
    if len(found) != 1:
        return None
    # `Kite-2019 Task 3` of a title may be `Kite-2019` in the abstract
    short = found[0].split()[0] if shape("held-in").search(found[0]) else None
    named = benchmark_called(found[0], text) or benchmark_called(short, text)
    version = shape("version-behind").match(text, named.end) if named else None
    return replace(named, end=version.end()) if named and version else named


def _is_held(name: Mention, title: str) -> bool:
    """Whether a name has a year in it, or a title tells of a system for the challenge of that name."""
    enters = shape("enters").search(title, 0, name.start)
    entered = enters is not None and (
        enters[1] is not None or shape("challenge-behind").match(title, name.end) is not None
    )
    return entered or shape("held-in").search(title, name.start, name.end) is not None


def _is_short(name: Mention, title: str) -> bool:
    """Whether a name is the short form of a challenge: `The Kite Flying Challenge (KFC)`."""
    return shape("challenge-before").search(title, 0, name.start) is not None
