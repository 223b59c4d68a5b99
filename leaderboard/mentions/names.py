"""Names of several words: runs of capitals, with versions, years and language pairs."""

from __future__ import annotations

from leaderboard.cues import letters
from leaderboard.mentions.model import Mention
from leaderboard.numbers import Number
from leaderboard.words import shape, words

# Whose a number is: `KiteNet's 81.6`.
_OWNS = ("'s ", "s' ")
# Letters of what a name may begin with.
_GROWS = frozenset("SB#N")
_GAPS = frozenset((" ", "-", " - ", "/", "'s "))


def join_names(mentions: list[Mention], text: str) -> list[Mention]:
    """Join what touches a name and belongs to it: `WMT'14 English-to-French`, `KiteBench 2.0`, `2012 Kite EVENT`."""
    joined: list[Mention] = []
    for place, mention in enumerate(mentions):
        last = joined[-1] if joined else None
        if last is not None and mention.start < last.end:
            continue  # the `++` of `KiteBench 2.0++`
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        letter = _joined(last, mention, following, text) if last is not None and last.symbol in _GROWS else None
        if last is not None and last.symbol == ">" and _leads_to(joined, mention, text):
            joined[-2:] = [
                Mention("B", joined[-2].start, mention.end, word=text[joined[-2].start : mention.end].lower())
            ]
        elif letter is None or last is None:
            joined.append(mention)
        else:
            end = mention.end + 2 * (mention.symbol == "N" and text.startswith("++", mention.end))  # `KiteBench 2.0++`
            joined[-1] = Mention(letter, last.start, end, word=text[last.start : end].lower())
    return joined


def _leads_to(before: list[Mention], mention: Mention, text: str) -> bool:
    """`Kite → Tern`: from one benchmark to another is one of its own."""
    if len(before) < 2 or mention.symbol not in ("S", "B"):
        return False
    source = before[-2].symbol
    pair = source in ("S", "B") and "B" in (source, mention.symbol)
    return pair and text[before[-2].end : mention.start].strip() == "→"


def _joined(last: Mention, mention: Mention, following: Mention | None, text: str) -> str | None:
    """The letter of two touching mentions as one name; None where they are two."""
    gap = text[last.end : mention.start]
    if gap not in _GAPS or last.end == mention.start:
        return None
    if last.symbol == "S":
        written = text[last.start : last.end]
        if mention.symbol in ("S", "#") or (mention.symbol == "N" and gap == " " and _numbers_it(mention, text)):
            return "S" if shape("plural-acronym").fullmatch(written) is None else None  # `the VLMs Kite and Tern`
        if mention.symbol == "B" and gap == " " and _opens_set(written):
            return "B"
    elif last.symbol == "B":
        if (mention.symbol == "#" and not shape("counts-behind").match(text, mention.start)) or (
            mention.symbol == "N" and _numbers_it(mention, text)
        ):
            return "B"
        part = last.ref is not None and shape("part-name").fullmatch(text, mention.start, mention.end) is not None
        if gap == " " and not part and (mention.symbol == "B" or _belongs(mention, following, text)):
            return "B"
    elif last.symbol in ("#", "N") and gap == " " and shape("year-or-ordinal").fullmatch(text, last.start, last.end):
        return _of_year(mention, following, text)
    if last.symbol in ("S", "B") and gap == " " and following is not None and _goes_on(mention, following, text):
        return "B" if mention.symbol == "D" and _tells_set(mention, following) else last.symbol
    return None


def _opens_set(written: str) -> bool:
    """`Kite`, `En-De`, `KITE-2019`: what is part of the name of a benchmark behind it."""
    opens = shape("capitalised").fullmatch(written) or shape("language-pair").fullmatch(written)
    return bool(opens or shape("dated").search(written))


def _tells_set(noun: Mention, following: Mention) -> bool:
    """`Kite Challenge Workshop`, `KITE Task 4`, but not `Open-set Domain Adaptation`."""
    return noun.word not in words("no-dataset") or following.symbol in ("N", "#")


def _of_year(mention: Mention, following: Mention | None, text: str) -> str | None:
    """A year or ordinal is part of the name behind it: `2019 Kite challenge`, `2nd ABC Kite`."""
    if mention.symbol in ("S", "B"):
        return mention.symbol
    named = mention.symbol == "w" and following is not None and following.symbol in ("S", "B")
    return "S" if named and text[mention.start : mention.end].isupper() else None


def _goes_on(mention: Mention, following: Mention, text: str) -> bool:
    """A word behind a name, made part of it by what follows: `Kite CPU benchmark`, `Kite version 2`, `Kite Task 4`."""
    if text[mention.end : following.start] != " ":
        return False
    known = mention.symbol not in letters("name-inside") and following.symbol == "B"
    if following.symbol in ("S", "B") and not known and _in_capitals(mention, text) and text[following.start].isupper():
        return True  # `Kite Into Person`, `Ask A Kite`
    if mention.symbol not in letters("name-inside"):
        return False
    if following.symbol in ("N", "#"):
        counted = mention.symbol == "D" or mention.word in words("versions")
        return counted and text[following.start : following.end].isdigit() and following.end - following.start <= 4
    if following.symbol == "D":
        return mention.symbol == "w" and text[mention.start].isupper()
    return False


def _in_capitals(mention: Mention, text: str) -> bool:
    """Whether a word is written as in a title, of which names are made: `Into`, `Of`, `CPU`, `COVID-19`."""
    apart = mention.symbol in letters("name-apart")
    return not apart and shape("title-word").fullmatch(text, mention.start, mention.end) is not None


def _belongs(mention: Mention, following: Mention | None, text: str) -> bool:
    """`Kite English-to-French`, `ImageNet Sketch`: a language pair or a capitalised word behind a benchmark, or in a
    list one all in capitals (`Kite EVENT, Kite TIME and`)."""
    if mention.symbol not in ("S", "w"):
        return False
    written = text[mention.start : mention.end]
    if shape("language-pair").fullmatch(written) or shape("version").fullmatch(written):
        return True
    listed = following is not None and following.symbol in (",", "+") and written.isalpha() and written.isupper()
    return mention.symbol == "S" and (listed or shape("capitalised").fullmatch(written) is not None)


def _numbers_it(mention: Mention, text: str) -> bool:
    """Whether a number is a version or a year of the name before it, and no value."""
    number = mention.ref
    if (
        not isinstance(number, Number)
        or text.endswith(_OWNS, 0, mention.start)
        or number.unit is not None
        or number.low is not None
        or number.bound != "exact"
    ):
        return False
    if number.plain.startswith(".") or mention.end - mention.start > 4:
        return False
    after = text[mention.end : mention.end + 5]
    ends = not after or after[0] in " ,.);:" or after.startswith("++")
    return ends and shape("value-behind").match(after) is None
