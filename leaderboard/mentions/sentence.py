"""A sentence as symbols: the mentions that matter, nouns told from verbs, names told by their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leaderboard.cues import letters, noun_letters
from leaderboard.mentions.benchmarks import name_benchmarks
from leaderboard.mentions.bracketed import mark_bracketed
from leaderboard.mentions.coordination import drop_asides, group
from leaderboard.mentions.elliptic import spell_out
from leaderboard.mentions.lexer import lex
from leaderboard.mentions.metrics import merge_metrics
from leaderboard.mentions.model import Mention, Sentence
from leaderboard.mentions.names import join_names
from leaderboard.mentions.tested_on import mark_places
from leaderboard.mentions.training_data import drop_training_data
from leaderboard.numbers import Number, numbers
from leaderboard.words import words


def _is_noun(mentions: list[Mention], place: int) -> bool:
    """`a drop`, `5% decrease`, `increase in`: a noun, where the word alone could be a verb."""
    before = mentions[place - 1].symbol if place else ","
    after = mentions[place + 1].symbol if place + 1 < len(mentions) else "."
    if after in ("n", "q"):
        return True
    last = mentions[place - 1].word if place else ""
    if before == "w":
        return _is_described(mentions, place, last)
    return before in letters("noun-before") and last not in words("verb-follows") and not last.endswith("ly")


def _is_described(mentions: list[Mention], place: int, adjective: str) -> bool:
    """`a marginal drop`, `5% flight height gain`: an article or a number, some words, the word in its base form."""
    plural = adjective.endswith("s") and not adjective.endswith("ss")
    if plural or mentions[place].word.endswith("s"):
        return False
    for first in range(place - 2, max(-1, place - 5), -1):
        number = mentions[first].each[-1].ref
        told = isinstance(number, Number) and number.family in ("percent", "points")
        if told or mentions[first].word in words("articles"):
            return True
        if mentions[first].symbol not in ("w", "") or mentions[first].word in words("before-verb"):
            return False
    return False


def read_sentence(text: str, start: int, end: int, context: str, found: Sequence[Number] | None = None) -> Sentence:
    """The sentence as mentions and symbols; runs of other words are one `w`. `found` are its numbers, if known."""
    found = list(numbers(text, start, end)) if found is None else found
    mentions = spell_out(lex(text, start, end, context, found), text, context)
    mentions = join_names(merge_metrics(mentions, text), text)
    placed = mark_bracketed(mark_places(drop_asides(name_benchmarks(mentions, text)), text), text)
    grouped = drop_training_data(group(placed), text)
    kept: list[Mention] = []
    for place, mention in enumerate(grouped):
        if mention.symbol == "":
            continue
        if mention.symbol == "w" and kept and kept[-1].symbol == "w":
            kept[-1] = kept[-1].until(mention.end)
            continue
        noun = noun_letters().get(mention.symbol)
        if noun is not None and mention.word in words("either") and _is_noun(grouped, place):
            mention = replace(mention, symbol=noun)
        kept.append(mention)
    return Sentence(start, end, "".join(m.symbol for m in kept), tuple(kept))
