"""Name-like words that name no benchmark: kinds of things or of datasets, tasks, languages, devices."""

from __future__ import annotations

from leaderboard.mentions.model import Mention
from leaderboard.mentions.short_forms import abbreviates
from leaderboard.words import shape, words

# How far before its bracket the words of a short form may begin.
_LONGEST = 100
_LONGEST_SHORT = 8
# How far before a name a count may begin, and an article or what brings a dataset.
_NEAR, _FAR = 24, 40


def is_generic(name: Mention, text: str) -> bool:
    """Whether a name-like word is of no benchmark: `LLM-based`, a language, a month, a device, a model."""
    written = text[name.start : name.end]
    return (
        shape("made-adjective").search(written) is not None
        or shape("plural-acronym").fullmatch(written) is not None
        or shape("language").match(written) is not None
        or shape("venue").fullmatch(written) is not None
        or written.lower() in words("no-benchmark")
        or _is_short_of_kind(written, text)
    )


def _is_short_of_kind(written: str, text: str) -> bool:
    """Whether a short form is one of a kind: `WSR`, of wing shape reading, and `KPCs` somewhere else in the text."""
    letters = written.replace("-", "")
    short = 1 < len(letters) < _LONGEST_SHORT and letters.isalpha()
    if not short or not (letters[1:].isupper() or letters.endswith("QA") or sum(map(str.isupper, letters)) > 1):
        return False
    return _in_plural(written, text) or _is_of_task(written, text)


def _in_plural(written: str, text: str) -> bool:
    several = f"{written}s"
    place = text.find(several)
    before, behind = text[max(0, place - 1) : place], text[place + len(several) : place + len(several) + 1]
    return place >= 0 and not before.isalnum() and not behind.isalnum()


def _is_of_task(written: str, text: str) -> bool:
    """Whether a short form is spelt out as plain words that name no dataset, `wing shape reading (WSR)`, or as a kind
    in capitals, `Wing Shape Recognition (WSR)`."""
    place = text.find(f"({written})")
    behind = place + len(written) + 2
    if place >= 0 and shape("kind-behind").match(text, behind):
        return True
    if place < 0 or shape("set-behind").match(text, behind) or shape("apposed").match(text, behind):
        return False
    spelt = text[max(0, place - _LONGEST) : place].split()[-len(written) :]
    while spelt and not abbreviates(written, " ".join(spelt)):
        del spelt[0]
    if not spelt or not all(word.replace("-", "").isalpha() for word in spelt):
        return False
    lowered = [word.lower() for word in spelt]
    plain = all(word.islower() or word.lower() in words("plain-shorts") for word in spelt)
    if not (plain or lowered[-1] in words("kind-heads")) or words("set-nouns").intersection(lowered):
        return False
    begin = text.rfind(" ".join(spelt), 0, place)
    return shape("sets-before").search(text, max(0, begin - _FAR), begin) is None


def is_of_a_kind(name: Mention, noun: Mention, text: str) -> bool:
    """`three GUI benchmarks`, `a large GUI benchmark`: an acronym or a plain word tells the kind, and names none."""
    if is_counted(name, noun, text) or (is_several(noun, text) and text.startswith(" (", name.end)):
        return True
    if shape("kind").fullmatch(text[name.start : name.end]) is None:
        return False
    return is_several(noun, text) or bool(shape("one-of").search(text, max(0, name.start - _FAR), name.start))


def is_counted(name: Mention, noun: Mention, text: str) -> bool:
    """`6 KiteQA benchmarks`: a count of several is of a kind, whatever its name looks like."""
    return is_several(noun, text) and shape("count").search(text, max(0, name.start - _NEAR), name.start) is not None


def is_several(noun: Mention, text: str) -> bool:
    """`datasets`, `benchmark datasets`."""
    return noun.word in words("datasets") or shape("sets-behind").match(text, noun.end) is not None
