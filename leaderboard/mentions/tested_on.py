"""Benchmarks told by their place: behind `on`, behind a dataset word, in a list with one."""

from __future__ import annotations

from leaderboard.cues import letters
from leaderboard.mentions.benchmarks import as_benchmark, names_itself
from leaderboard.mentions.generic import is_generic, is_of_a_kind
from leaderboard.mentions.model import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape, words

# How far before a name the words may begin that tell what it is.
_LONGEST = 100
_NEAR = 24
# Mentions around a name in which others of its list may stand.
_LIST = 12


def mark_places(mentions: list[Mention], text: str) -> list[Mention]:
    """Make a benchmark of a name behind `on` (what is measured on) and behind a dataset word (which one it is)."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        placed = mention.symbol == "S" and _is_placed(out, mentions, place, text)
        out.append(as_benchmark(mention, text) if placed else mention)
    return out


def _is_placed(before: list[Mention], mentions: list[Mention], place: int, text: str) -> bool:
    """Whether what stands around the name at a place tells that it is one of a benchmark."""
    name, following = mentions[place], mentions[place + 1] if place + 1 < len(mentions) else None
    of_kind = following is not None and following.symbol == "D" and names_itself(mentions, place + 1)
    return (
        (not of_kind and _tested_on(before, name, following, text))
        or _said_to_be(name, text)
        or _told_by_dataset(before, name, following, text)
        or _listed_with(before, mentions, place)
    )


def _said_to_be(name: Mention, text: str) -> bool:
    """`NAME, a new dataset`, `the test set of NAME`."""
    before = max(0, name.start - 60)
    of = shape("of-before").search(text, before, name.start)
    told = shape("apposed").match(text, name.end) or (of and shape("test-of").search(text, before, name.start))
    return bool(told) and not is_generic(name, text)


def _listed_with(before: list[Mention], mentions: list[Mention], place: int) -> bool:
    """`on B (76.2%) and NAME (60.2%)`: the next of a list, each with its number behind it."""
    symbols = "".join(m.symbol for m in before[-_LIST:])
    following = "".join(m.symbol for m in mentions[place + 1 : place + _LIST])
    return stretch("numbered-benchmark", symbols) is not None and stretch("own-number-behind", following) is not None


def _told_by_dataset(before: list[Mention], name: Mention, following: Mention | None, text: str) -> bool:
    """`three datasets: NAME`, `datasets such as NAME`, `a dataset called NAME`, `datasets (NAME`, `the dataset, X`."""
    if len(before) < 2 or is_generic(name, text) or shape("device").match(text[name.start : name.end]):
        return False
    brings = before[-1]
    if brings.word in words("called") or brings.word in words("call"):
        return shape("called-set").search(text, max(0, name.start - _LONGEST), name.start) is not None
    place = len(before) - 2
    while place >= 0 and before[place].symbol in ("", ",") and brings.symbol != ",":
        place -= 1
    if place < 0 or before[place].symbol != "D" or before[place].word in words("no-dataset"):
        return False
    if brings.symbol == ",":
        return following is None or following.symbol in (",", "+", ")", "(") or text[name.end] == "."
    return brings.symbol in ("s", "(", ".")


def _in_row(before: list[Mention]) -> bool:
    """Whether a number stands there, and another with its benchmark before it: `5% on B and 4% on ...`."""
    return stretch("next-of-row", "".join(m.symbol for m in before)) is not None


def _tested_on(before: list[Mention], name: Mention, following: Mention | None, text: str) -> bool:
    """`on NAME`, with plain words between at most, and NAME neither a device nor what a noun is about."""
    place = len(before) - 1
    while place >= 0 and before[place].symbol in letters("tested-between"):
        place -= 1
    if place < 0 or before[place].symbol != "@" or before[place].word in words("over") or is_generic(name, text):
        return False
    if _runs_on(before[place], name, following, text) or _done_to(before[place:]):
        return False
    gap = text[name.end : following.start] if following is not None else ""
    if following is not None and following.symbol == "D" and gap.startswith((" (", " ")) and gap.endswith((") ", " ")):
        return _in_row(before[:place]) or not is_of_a_kind(name, following, text)
    return following is None or gap != " " or _leaves(name, following, text)


def _done_to(between: list[Mention]) -> bool:
    """`Tests on real datasets confirm NAME`: a verb stands between them."""
    last = between[-1] if len(between) > 1 else None
    return last is not None and last.symbol == "w" and last.word.isalpha() and between[-2].word in words("datasets")


def _runs_on(on: Mention, name: Mention, following: Mention | None, text: str) -> bool:
    """Whether `on` tells of what is built, written or run on, or a name is of one thing of its kind."""
    of_set = following is not None and following.symbol == "D"
    if shape("no-test-before").search(text, max(0, on.start - 30), on.start):
        return True  # `building on NAME`
    if not of_set and shape("one").search(text, max(0, name.start - 4), name.start):
        return True  # `on a NAME robot`
    if name.word in words("platforms") and shape("named-behind").match(text, name.end) is None:
        return True  # `posts on NAME`
    if shape("apposed-model").match(text, name.end) or shape("model-behind").match(text, name.end):
        return True  # `on NAME, a small model`, `on the NAME segmentation network`
    if shape("skill").search(text, name.start, name.end + _NEAR):
        return True  # `on NAME's overall performance`
    if not of_set and shape("task-name").fullmatch(text, name.start, name.end):
        return True  # `on Wing Recognition`
    behind = shape("behind-name").match(text, name.end)
    return shape("device").search(text, name.start, behind.end() if behind else name.end) is not None


def _leaves(name: Mention, following: Mention, text: str) -> bool:
    """Whether what follows a name leaves it one of a benchmark, and is no noun that the name is only part of."""
    if shape("owner").fullmatch(text, name.start, name.end) and following.symbol != "D":
        return following.word in words("data-nouns")  # `across Kite's five plants`
    if following.word == "of" and not _is_made_up(name, text):
        return False  # `on Layered Wings of birds`
    if following.symbol == "m":
        return following.word in words("training")
    leads_on = following.word in words("leads-on") and text[following.end + 1 : following.end + 2].isupper()
    if following.symbol == "B" or leads_on:
        return False  # `on the NAME KITTI`, `on the National Institutes of Kites`
    return (
        following.symbol != "w"
        or not text[following.start].islower()
        or following.word in words("data-nouns")
        or (following.word in words("task-nouns") and _is_one_name(name, text))
        or shape("numbered").search(text[name.start : name.end]) is not None
    )


def _is_one_name(name: Mention, text: str) -> bool:
    """`on KITE3D detection`, but not `on a KITE detection`."""
    one = shape("one-of").search(text, max(0, name.start - 40), name.start)
    return one is None and _is_made_up(name, text)


def _is_made_up(name: Mention, text: str) -> bool:
    return shape("made-up").search(text, name.start, name.end) is not None
