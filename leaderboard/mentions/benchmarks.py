"""Benchmarks that no list needs to have, told by a dataset word: `the X dataset`, `X-Bench`, `Long Name (LN)`."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.cues import letters
from leaderboard.mentions.events import name_event, whole_start
from leaderboard.mentions.generic import is_counted, is_generic, is_of_a_kind, is_several
from leaderboard.mentions.model import Mention
from leaderboard.mentions.short_forms import close_bracket
from leaderboard.words import shape, words

_MOST_BETWEEN = 3
# How far before a name a word that tells of a rival, or of a task that many share, may begin.
_NEAR = 24
# Mentions before a short form in which another of its list may stand.
_LIST = 12


def name_benchmarks(mentions: list[Mention], text: str) -> list[Mention]:
    """Make a benchmark of a name with a dataset word behind or in it (`KiteBench`), one name of `Long Name (LN)`."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        if mention.symbol == "S" and _says_so(mention, text):
            mention = as_benchmark(mention, text)
        if mention.symbol == "D" and name_event(out, mention, text):
            continue
        if mention.symbol == "D" and out and out[-1].symbol == "B" and _is_field(out[-1], mention, text):
            out[-1] = replace(out[-1], symbol="S")
        elif mention.symbol == "D" and out and not names_itself(mentions, place):
            at = _named_before(out, mention, text)
            if at is not None:
                name, first = out[at], whole_start(out, at, text)
                start, end = out[first].start, _end_of(name, mention, text)
                out[first:] = [Mention("B", start, end, name.ref, word=text[start:end].lower())]
                continue
        if mention.symbol == ")" and close_bracket(out, text, noun=_is_set(out, mentions, place, text)):
            continue
        out.append(mention)
    return out


def _says_so(name: Mention, text: str) -> bool:
    """`KiteBench`: unless it is known to be none."""
    written = text[name.start : name.end]
    if shape("bench").fullmatch(written) is None or written.lower() in words("no-benchmark"):
        return False
    rival = shape("beats-before").search(text, max(0, name.start - _NEAR), name.start)
    return rival is None and shape("acts-behind").match(text, name.end) is None


def as_benchmark(name: Mention, text: str) -> Mention:
    """The name as one of a benchmark, without the `'s` of an owner."""
    end = _end_unowned(name, text)
    return replace(name, symbol="B", end=end, word=text[name.start : end].lower())


def _end_of(name: Mention, noun: Mention, text: str) -> int:
    """Where a name before its dataset word ends: `the Kite [Grand Challenge]`, `the Stanford wing shape [dataset]`."""
    if shape("hosted").fullmatch(text, name.start, noun.start - 1):
        return noun.start - 1
    rest = shape("name-rest").fullmatch(text, name.end, noun.start)
    if rest is not None and name.ref is None:
        return rest.end(1)
    own = shape("of-noun").search(text[name.start : name.end])
    return name.start + own.start() if own else _end_unowned(name, text)


def _end_unowned(name: Mention, text: str) -> int:
    """Where a name ends without the `'s` of an owner."""
    return name.end - 2 if text.endswith(("'s", "’s"), name.start, name.end) else name.end


def _is_set(before: list[Mention], mentions: list[Mention], place: int, text: str) -> bool:
    """Whether the short form that a bracket ends is of a dataset, as the noun behind it tells, and of no task."""
    noun = _noun_ahead(mentions, place + 1, text)
    shared = noun is not None and noun.word in words("no-dataset")  # of a shared task, whatever it is called
    if not before or (not shared and (before[-1].word in words("plain-shorts") or is_generic(before[-1], text))):
        return False
    listed = any(m.symbol in ("+", "B") for m in before[-_LIST:])
    return noun is not None and (listed or not is_several(noun, text))  # `two Kite Flight Detection (KFD) datasets`


def _noun_ahead(mentions: list[Mention], place: int, text: str) -> Mention | None:
    """The dataset word that comes, behind a few words for what is done on it."""
    ahead = mentions[place : place + _MOST_BETWEEN + 1]
    noun = next((at for at, m in enumerate(ahead) if m.symbol == "D" and not _is_task(m, text)), None)
    return ahead[noun] if noun is not None and all(m.symbol in letters("set-ahead") for m in ahead[:noun]) else None


def _is_task(noun: Mention, text: str) -> bool:
    """Whether a dataset word is only one of a task, and not of one that many share: `the KITE shared task`."""
    shared = shape("shared-before").search(text, max(0, noun.start - _NEAR), noun.start)
    return noun.word in words("no-dataset") and shared is None


def names_itself(mentions: list[Mention], noun: int) -> bool:
    """`a GUI benchmark called NAME`: what stands before the dataset word only tells its kind."""
    return noun + 1 < len(mentions) and mentions[noun + 1].word in words("called")


def _named_before(before: list[Mention], noun: Mention, text: str) -> int | None:
    """Where the name of a dataset word stands before it, if it has one."""
    place = len(before) - 1
    while place >= 0 and len(before) - 1 - place <= _MOST_BETWEEN and _is_between(before[place], text):
        place -= 1
    if place < 0 or before[place].symbol not in ("S", "B"):
        return None
    if any(m.word in words("determiners") or m.word in words("ends-reach") for m in before[place + 1 :]):
        return None  # `NAME reads the dataset`
    if before[place].symbol == "B":
        return place
    if len(before) - 1 - place > _MOST_BETWEEN or is_generic(before[place], text):
        return None
    if _is_task(noun, text) and not shape("dated").search(text[before[place].start : before[place].end]):
        return None
    listed = place > 0 and before[place - 1].symbol in (",", "+")
    return place if listed or not is_of_a_kind(before[place], noun, text) else None


def _is_between(mention: Mention, text: str) -> bool:
    """Whether a mention may stand between a name and its dataset word: `NAME open-vocabulary`, `NAME Report`."""
    titled = text[mention.start].isupper() and mention.symbol not in letters("no-set-between")
    return mention.symbol in letters("set-between") or titled


def _is_field(name: Mention, noun: Mention, text: str) -> bool:
    """`4 DocQA datasets`: the field, although a benchmark is called so."""
    return is_counted(name, noun, text) and shape("field").search(text, name.start, name.end) is not None
