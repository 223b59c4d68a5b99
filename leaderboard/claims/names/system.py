"""Who reached a number: the name that a slot pattern takes, shared among the numbers of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.claims.draft import Draft, mentions_in, spread_out
from leaderboard.claims.entries import SYSTEMS, SystemSlot
from leaderboard.claims.names.rival import reach, rivals
from leaderboard.claims.names.spelling import spelled
from leaderboard.claims.slots import slots
from leaderboard.mentions import Mention, Sentence
from leaderboard.stretches import stretch
from leaderboard.words import shape, words

_REACH = 100
_CAPITAL = re.compile(r"[A-Z][a-z]{2,}")
_PAIR = re.compile("N>N")


def name_system(draft: Draft, text: str, measures: frozenset[int], own: str | None) -> None:
    """Give a draft the system that its sentence names; `measures` are where names of metrics start."""
    for pattern, mention in slots(SYSTEMS, draft, text):
        if pattern.entry.roles and draft.role not in pattern.entry.roles:
            continue
        found = _systems(pattern.entry, mention, draft, text, measures, own)
        if found is not None:
            draft.system_slot, draft.systems = pattern.entry.name, found
            return


def _systems(
    slot: SystemSlot, mention: Mention, draft: Draft, text: str, measures: frozenset[int], own: str | None
) -> list[list[Mention | None]] | None:
    """Whose the numbers of a draft are, by the mention that a slot takes; None where that is no system."""
    if slot.rivals:  # nobody where the words are those of a metric: `vs. 81% for the mAP`
        return [] if mention.start in measures else _rivals(mention, draft, text)
    if mention.symbol == "M":  # words as they stand
        return spread_out(replace(mention, symbol="S"), len(draft.numbers))
    if (mention.symbol == "w" and not _is_proper(mention, text)) or (own and slot.improved):
        return None
    made = shape("made-model").match(text, mention.start) if own is None and draft.kind == "score" else None
    if made is not None and mention.start not in measures:
        return spread_out(Mention("S", mention.start, made.end()), len(draft.numbers))
    if draft.role == "other" and own == text[mention.start : mention.end] and not mention.members:
        return None  # where it starts from, or what it is held against, is not the authors' own
    if mention.start in measures or _is_no_system(mention.start, mention.end, text):
        return None
    if mention.start > draft.end and shape("machine").match(text, mention.start, mention.end):
        return None
    whole = _whole(spelled(_joined(mention, draft.sentence, text), text, draft.sentence.start), own, text)
    if all(_is_thing(text[m.start : m.end], own, text) for m in whole.each):
        return None
    measured = mentions_in([*draft.metrics, *draft.benchmarks])
    if text[whole.start : whole.end] in {text[m.start : m.end] for m in measured}:
        return None  # what is measured, or on what
    return spread_out(_of_pair(whole, draft), len(draft.numbers))


def _of_pair(system: Mention, draft: Draft) -> Mention:
    """Of `KITE and WING from 1 to 2 and 3 to 4` the name of the pair that a number is of, else all that are named."""
    pairs = list(_PAIR.finditer(draft.sentence.symbols))
    if len(system.members) != len(pairs):
        return system
    return next((name for name, pair in zip(system.members, pairs, strict=True) if draft.index < pair.end()), system)


def share_system(earlier: Draft, draft: Draft) -> None:
    """Give a number of a list, of which nothing is named, what the number before it is of."""
    unnamed = draft.system_slot is None and len(earlier.systems) == 1
    between = draft.sentence.symbols[earlier.index + 1 : draft.index]
    if unnamed and draft.role == earlier.role and draft.kind == earlier.kind and stretch("of-one-system", between):
        draft.system_slot, draft.systems = "carried-sibling", earlier.systems * len(draft.numbers)


def _rivals(mention: Mention, draft: Draft, text: str) -> list[list[Mention | None]]:
    """Who is named from a mention on, up to the bracket that the number stands in."""
    end = reach(text, mention.start, draft.start, draft.sentence.end)
    found = rivals(text, mention.start, end, len(draft.numbers))
    return [[m] for m in found or ()]


def _joined(mention: Mention, sentence: Sentence, text: str) -> Mention:
    """`KiteNet with Wind reaches`: two names of one system, right before its verb; of `human performance` the human."""
    if mention.symbol == "H":
        people = shape("people").match(text, max(sentence.start, mention.start - len("human ")))
        people = people or shape("people").match(text, mention.start)
        first = mention.start + len(re.split("[ -]", mention.word or "human")[0])
        return Mention("S", *people.span()) if people else Mention("S", mention.start, first)
    place = sentence.mentions.index(mention)
    if mention.members or not stretch("with-another", sentence.symbols, place):
        return mention
    return Mention("S", mention.start, sentence.mentions[place + 2].end)


def _whole(mention: Mention, own: str | None, text: str) -> Mention:
    """The paper's own name where a mention is part of it: `Paper Kite`, of which `Kite` was seen."""
    if own is None or mention.members:
        return mention
    place = text.find(f"({own})", mention.end, mention.end + _REACH) + 1
    # `Long Paper Kite (KITE)`, of which `Long Paper` was seen
    if place and shape("words-between").fullmatch(text, mention.end, place - 1):
        return Mention("S", place, place + len(own))
    if mention.end - mention.start >= len(own):
        return mention
    start = text.find(own, max(0, mention.end - len(own)), mention.start + len(own))
    return mention if start < 0 else Mention("S", start, start + len(own))


def _is_proper(mention: Mention, text: str) -> bool:
    """Whether a word is a name: it has a number, or a capital where no sentence begins too."""
    word = text[mention.start : mention.end]
    if shape("numbered-word").fullmatch(word):
        return True
    return _CAPITAL.fullmatch(word) is not None and re.search(rf"[a-z,(:] {re.escape(word)}\b", text) is not None


def _is_thing(name: str, own: str | None, text: str) -> bool:
    """Whether a short form is of what was looked at or measured, no system: `the left wing (LW)`."""
    place = -1 if name == own else text.find(f"({name.removeprefix('non-')})")
    return place > 0 and shape("short-of-thing").search(text, max(0, place - _REACH), place) is not None


def _is_no_system(start: int, end: int, text: str) -> bool:
    """Whether a name is an adjective, a language or what is done: `KITE-based`, `English-to-Kite`, `Kite Detection`."""
    name = text[start:end]
    if name.lower() in words("no-benchmark") or name.split()[-1].lower() in words("task-nouns"):
        return True
    if shape("size-alone").match(name) or shape("accent-next").match(text, end):
        return True
    if text[start - 1 : start] == "\\" and shape("macro-named").match(name):
        return True
    made = (
        shape("made-of-system").match(text, end)
        or shape("made-of-name").search(name)
        or shape("opens-with-compound").match(text, start, end + 2)
    )
    made = made or shape("made-with-name").match(text, end)
    return made is not None or shape("language").match(name) is not None
