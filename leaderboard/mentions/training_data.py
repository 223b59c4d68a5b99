"""Benchmarks that a sentence names as what was learned from, not as what was measured on."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from leaderboard.mentions.generic import is_generic
from leaderboard.mentions.model import Mention
from leaderboard.words import shape, words

_REACH = 60
_LONGEST = 120


def drop_training_data(mentions: list[Mention], text: str) -> list[Mention]:
    """`pre-trained on B` and `B pre-trained features` are plain words, `the B model` a name: nothing to measure on."""
    if all(mention.symbol != "B" for mention in mentions):
        return mentions
    out: list[Mention] = []
    for listed, following in zip_longest(mentions, mentions[1:]):
        mention = _without_others(listed, text)
        if mention.symbol != "B":
            out.append(mention)
        elif (
            _is_part(mention, mentions, text)
            or _is_learned(mention, text)
            or _is_aspect(mention, text)
            or _is_for_learning(mention, text)
        ):
            out.append(replace(mention, symbol="w", members=()))
        elif following is not None and _is_of(mention, following, text):
            if mention.members and not (following.word.endswith("s") and all(m.ref is None for m in mention.members)):
                # `the B dataset and the NAME model`
                *rest, last = mention.members
                out.append(replace(mention, end=rest[-1].end, members=tuple(rest) if len(rest) > 1 else ()))
                out.append(replace(last, symbol="S"))
            else:
                out.append(replace(mention, symbol="S"))  # `the NAME model`, `NAME and NAME models`
        else:
            out.append(replace(mention, symbol="S") if _is_of_models(mention, text) else mention)
    return out


def _without_others(mention: Mention, text: str) -> Mention:
    """`on NetX-50 and B`, `on B and NetX-based`: a model or a kind is no benchmark because it is listed with one."""
    if mention.symbol != "B" or not mention.members:
        return mention
    own = [m for m in mention.members if m.symbol == "B" or not (is_generic(m, text) or _is_model(m, text))]
    if len(own) == len(mention.members):
        return mention
    if all(m.ref is None for m in own):
        return replace(mention, symbol="S")
    return replace(own[0], members=tuple(own) if len(own) > 1 else (), symbol="B")


def _is_model(name: Mention, text: str) -> bool:
    written = text[name.start : name.end]
    found = shape("device").match(written)
    return found is not None and not written[found.end() :][:1].isupper()


def _is_of(mention: Mention, following: Mention, text: str) -> bool:
    """Whether a noun behind a name tells that it is one of a model: `the NAME model`, `the NAME (LN) model`."""
    beside = shape("aside-next").fullmatch(text, mention.end, following.start)
    return beside is not None and following.word in words("makes")


def _is_part(mention: Mention, mentions: list[Mention], text: str) -> bool:
    """`the NAME and NAME subsets of B`: parts of another benchmark."""
    told = shape("part-of").match(text, mention.end)
    return told is not None and any(m.symbol == "B" and m.start == told.end() for m in mentions)


def _is_known(mention: Mention, text: str) -> bool:
    """Whether a name, or one of a list, is in the lexicon or says itself that it is of a benchmark."""
    listed = mention.each
    return any(m.ref is not None or shape("bench").fullmatch(text[m.start : m.end]) for m in listed)


def _is_aspect(mention: Mention, text: str) -> bool:
    """`on the metric NAME`, `across NAME and NAME classes`: a measure or a class of what is measured on."""
    told = shape("aspect-behind").match(text, mention.end) or shape("aspect-before").search(_before(mention, text))
    return told is not None and not _is_known(mention, text)


def _is_of_models(mention: Mention, text: str) -> bool:
    """`on the models NAME and NAME`."""
    return shape("makes-before").search(_before(mention, text)) is not None and not _is_known(mention, text)


def _before(mention: Mention, text: str) -> str:
    return text[max(0, mention.start - _REACH) : mention.start]


def _is_learned(mention: Mention, text: str) -> bool:
    if shape("learned-on").search(_before(mention, text)) or shape("learned-by").match(text, mention.end):
        return True
    before = text[max(0, mention.start - _LONGEST) : mention.start]
    return shape("learned-in").search(before) is not None and not _is_known(mention, text)


def _is_for_learning(mention: Mention, text: str) -> bool:
    """Whether the text says of a name in no list that it is of data to learn from: `NAME, an instruction dataset`."""
    if mention.ref is not None or mention.members:
        return False
    written = text[mention.start : mention.end]
    place = text.find(written)
    return shape("apposed-learning").match(text, place + len(written)) is not None
