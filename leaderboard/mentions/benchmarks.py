"""Benchmarks that no list needs to have, by what stands around them: `the X dataset`, `Long Name (LN)`, `on X`."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.cues import letters
from leaderboard.mentions.events import name_event, whole_start
from leaderboard.mentions.generic import is_generic
from leaderboard.mentions.model import Mention
from leaderboard.mentions.short_forms import close_bracket
from leaderboard.stretches import stretch
from leaderboard.words import shape, words

_MOST_BETWEEN = 3
# How far before a name the words may begin that tell what it is: of a dataset, of a rival.
_LONGEST = 100
_NEAR = 24
# Mentions before a short form in which another of its list may stand.
_LIST = 12


def name_benchmarks(mentions: list[Mention], text: str) -> list[Mention]:
    """Make a benchmark of a name with a dataset word behind or in it (`KiteBench`), one name of `Long Name (LN)`."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        if mention.symbol == "S" and _says_so(mention, text):
            mention = _benchmark(mention, text)
        if mention.symbol == "D" and name_event(out, mention, text):
            continue
        if mention.symbol == "D" and out and out[-1].symbol == "B" and _is_field(out[-1], mention, text):
            out[-1] = replace(out[-1], symbol="S")
        elif mention.symbol == "D" and out and not _names_itself(mentions, place):
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
    return noun is not None and (listed or not _several(noun, text))  # `two Kite Flight Detection (KFD) datasets`


def _noun_ahead(mentions: list[Mention], place: int, text: str) -> Mention | None:
    """The dataset word that comes, behind a few words for what is done on it."""
    ahead = mentions[place : place + _MOST_BETWEEN + 1]
    noun = next((at for at, m in enumerate(ahead) if m.symbol == "D" and not _is_task(m, text)), None)
    return ahead[noun] if noun is not None and all(m.symbol in letters("set-ahead") for m in ahead[:noun]) else None


def _is_task(noun: Mention, text: str) -> bool:
    """Whether a dataset word is only one of a task, and not of one that many share: `the KITE shared task`."""
    shared = shape("shared-before").search(text, max(0, noun.start - _NEAR), noun.start)
    return noun.word in words("no-dataset") and shared is None


def _names_itself(mentions: list[Mention], noun: int) -> bool:
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
    return place if listed or not _of_a_kind(before[place], noun, text) else None


def _is_between(mention: Mention, text: str) -> bool:
    """Whether a mention may stand between a name and its dataset word: `NAME open-vocabulary`, `NAME Report`."""
    titled = text[mention.start].isupper() and mention.symbol not in letters("no-set-between")
    return mention.symbol in letters("set-between") or titled


def _of_a_kind(name: Mention, noun: Mention, text: str) -> bool:
    """`three GUI benchmarks`, `a large GUI benchmark`: an acronym or a plain word tells the kind, and names none."""
    if _counted(name, noun, text) or (_several(noun, text) and text.startswith(" (", name.end)):
        return True
    if shape("kind").fullmatch(text[name.start : name.end]) is None:
        return False
    return _several(noun, text) or bool(shape("one-of").search(text, max(0, name.start - 40), name.start))


def _counted(name: Mention, noun: Mention, text: str) -> bool:
    """`6 KiteQA benchmarks`: a count of several is of a kind, whatever its name looks like."""
    return _several(noun, text) and shape("count").search(text, max(0, name.start - _NEAR), name.start) is not None


def _is_field(name: Mention, noun: Mention, text: str) -> bool:
    """`4 DocQA datasets`: the field, although a benchmark is called so."""
    return _counted(name, noun, text) and shape("field").search(text, name.start, name.end) is not None


def _several(noun: Mention, text: str) -> bool:
    """`datasets`, `benchmark datasets`."""
    return noun.word in words("datasets") or shape("sets-behind").match(text, noun.end) is not None


def mark_places(mentions: list[Mention], text: str) -> list[Mention]:
    """Make a benchmark of a name behind `on` (what is measured on) and behind a dataset word (which one it is)."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        if mention.symbol == "S":
            following = mentions[place + 1] if place + 1 < len(mentions) else None
            kind = following is not None and following.symbol == "D" and _names_itself(mentions, place + 1)
            on = not kind and _tested_on(out, mention, following, text)
            if (
                on
                or _said_to_be(mention, text)
                or _told_by_dataset(out, mention, following, text)
                or _listed_with(out, mentions, place)
            ):
                mention = _benchmark(mention, text)
        out.append(mention)
    return out


def _benchmark(name: Mention, text: str) -> Mention:
    """The name as one of a benchmark, without the `'s` of an owner."""
    end = _end_unowned(name, text)
    return replace(name, symbol="B", end=end, word=text[name.start : end].lower())


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
        return _in_row(before[:place]) or not _of_a_kind(name, following, text)
    return following is None or gap != " " or _leaves(name, following, text)


def _done_to(between: list[Mention]) -> bool:
    """`Tests on real datasets confirm NAME`: a verb stands between them."""
    last = between[-1] if len(between) > 1 else None
    return last is not None and last.symbol == "w" and last.word.isalpha() and between[-2].word in words("datasets")


def _runs_on(on: Mention, name: Mention, following: Mention | None, text: str) -> bool:
    """Whether `on` tells of what is built, written or run on, or a name is of one thing of its kind."""
    if shape("no-test-before").search(text, max(0, on.start - 30), on.start):
        return True  # `building on NAME`
    if shape("one").search(text, max(0, name.start - 4), name.start) and (following is None or following.symbol != "D"):
        return True  # `on a NAME robot`
    if name.word in words("platforms") and shape("named-behind").match(text, name.end) is None:
        return True  # `posts on NAME`
    if shape("apposed-model").match(text, name.end) or shape("model-behind").match(text, name.end):
        return True  # `on NAME, a small model`, `on the NAME segmentation network`
    if shape("skill").search(text, name.start, name.end + _NEAR):
        return True  # `on NAME's overall performance`
    behind = shape("behind-name").match(text, name.end)
    if (following is None or following.symbol != "D") and shape("task-name").fullmatch(text, name.start, name.end):
        return True
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
        or (following.word in words("task-nouns") and _made_up(name, text))
        or shape("numbered").search(text[name.start : name.end]) is not None
    )


def _made_up(name: Mention, text: str) -> bool:
    """`on KITE3D detection`, but not `on a KITE detection`."""
    one = shape("one-of").search(text, max(0, name.start - 40), name.start)
    return one is None and _is_made_up(name, text)


def _is_made_up(name: Mention, text: str) -> bool:
    return shape("made-up").search(text, name.start, name.end) is not None
