"""Metrics of several words: what modifies a metric joins it, and `word error rate (WER)` is one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from leaderboard.cues import letters
from leaderboard.mentions.model import Mention
from leaderboard.mentions.short_forms import abbreviates
from leaderboard.words import shape, words

_MOST_PARTS = 3
_LONG_FORM = 60


def merge_metrics(mentions: list[Mention], text: str) -> list[Mention]:
    """Grow a metric to the words that make it another measure, and make a metric of `noun rate` and the like."""
    heads, called = words("open-heads"), words("metric-nouns")
    out: list[Mention] = []
    for mention in mentions:
        if mention.symbol == ")" and len(out) >= 3 and out[-2].symbol == "(" and out[-3].symbol in ("M", "E"):
            named = _named(out[-3], out[-1], text)
            if named is not None:
                out[-3:] = [named]
                continue
        if mention.word in called and out and _is_short_name(out[-1], text):
            out[-1] = replace(out[-1], symbol="M")
        elif (out and out[-1].word in called and _is_short_name(mention, text)) or _is_introduced(mention, text):
            mention = replace(mention, symbol="M")
        known = mention.symbol in ("M", "E")
        if known or (out and mention.word in heads and _is_head(out, mention, text)):
            out.append(_grown(out, _without_average(mention, text), text, known=known))
        elif (
            len(out) >= 2
            and out[-1].symbol == "("
            and out[-2].symbol in ("M", "E")
            and _shortens(mention, out[-2], text)
        ):
            out.append(replace(mention, symbol=out[-2].symbol, ref=out[-2].ref))
        else:
            out.append(mention)
    return out


def _is_short_name(mention: Mention, text: str) -> bool:
    """Whether a metric could be called so, as in `the FLAP metric`, `the flight metric FLAP`."""
    return mention.symbol == "S" and shape("metric-short-name").fullmatch(text, mention.start, mention.end) is not None


def _is_introduced(mention: Mention, text: str) -> bool:
    """Whether the text spells a short name out as a metric somewhere: `the gust recall score (GRS)`."""
    written = text[mention.start : mention.end]
    place = text.find(f" ({written})") if _is_short_name(mention, text) else -1
    if place < 0:
        return False
    spelt = Mention("w", max(0, place - _LONG_FORM), place)
    return shape("spelt-metric").search(text[spelt.start : place]) is not None and _shortens(mention, spelt, text)


def _is_head(before: list[Mention], mention: Mention, text: str) -> bool:
    """Whether an open head makes a metric of the noun before it, where it is none by itself: `comfort scores`."""
    if mention.word == "scores" and before[-1].symbol == "w":
        return shape("scores-noun").match(text, mention.end) is not None
    if mention.symbol not in ("w", "P", "L"):
        return False
    if mention.word in words("gaps") and "".join(one.symbol for one in before[-2:]) in ("NM", "NE"):
        return False  # `a 2-point accuracy gap`
    return shape("compound-noun").match(text, mention.end) is None  # not so in `label error detection`


def _without_average(head: Mention, text: str) -> Mention:
    """`an average error reduction` is the average of reductions."""
    opening = "average "
    if head.word.startswith(opening) and shape("change-noun").match(text, head.end):
        return replace(head, start=head.start + len(opening), word=head.word[len(opening) :])
    return head


def _grown(before: list[Mention], head: Mention, text: str, *, known: bool) -> Mention:
    """The metric that `head` ends, with what modifies it; that is taken off `before`."""
    last_word = text[head.start : head.end].split()[-1].lower()
    of_task = not words("task-heads").isdisjoint((last_word, head.word.split()[0]))
    begin, taken = head.start, 0
    grows = last_word in words("heads") or not known
    if head.word.split()[0] in words("task-parts") and of_task:
        grows = False  # `image classification accuracy` is one of classification
    while before and taken < _MOST_PARTS and grows:
        part = before[-1]
        if not _modifies(part, begin, head, text, nouns=taken < 2) or (part.word in words("who-scores") and not taken):
            break
        begin = before.pop().start
        taken += 1
        if part.word in words("task-parts") and of_task:
            break  # `gesture recognition accuracy`: the task is no part of the measure
    if known and len(before) >= 2 and before[-1].symbol == "S" and before[-2].symbol == head.symbol == "M":
        outer, name = before[-2], before[-1]
        if text[outer.end : name.start] == " " == text[name.end : begin]:
            # `rank-1 Re-ID accuracy`: a name inside a metric is part of it.
            begin = outer.start
            del before[-2:]
    if not taken and head.word in words("losses"):
        return replace(head, symbol="L")
    if not (known or taken):
        return head
    if before and before[-1].end + 1 == begin and _leads(before[-1].word, last_word):
        begin = before.pop().start
    symbol = head.symbol if known else "M"
    return Mention(symbol, begin, head.end, head.ref, word=text[begin : head.end].lower())


def _leads(word: str, head: str) -> bool:
    """Whether a word before a metric makes it another: `median error`, `top-1 classification accuracy`."""
    return shape("averaged-head").fullmatch(f"{word} {head}") is not None or shape("ranked").fullmatch(word) is not None


@cache
def _apart() -> frozenset[str]:
    """Words that are no part of the metric behind them: `about precision`."""
    return words("no-modifier") | words("ends-phrase")


def _modifies(part: Mention, begin: int, head: Mention, text: str, *, nouns: bool) -> bool:
    """Whether a mention right before a metric is part of its name: a metric, a plain noun, a word that modifies."""
    if part.symbol == "S" and text[part.end : begin] == " ":
        last_word, written = head.word.split()[-1], text[part.start : part.end]
        if text[head.start].isupper() and last_word in words("heads") and shape("title").fullmatch(written):
            return True  # `Median Angle Error`
        short = last_word in words("acronym-heads") and shape("acronym").fullmatch(written)
        return bool(short) or (last_word in words("eponym-heads") and shape("person").fullmatch(written) is not None)
    belongs = part.symbol in letters("metric-part") or part.word in words("nouns-too")  # `sequence match accuracy`
    if not belongs or text[part.end : begin] not in ("", " ") or part.word in _apart():
        return False
    if head.word in words("losses") and part.symbol in ("M", "E"):
        return False
    noun = (
        nouns
        and head.word not in words("bare-heads")
        and (part.symbol == "w" or part.word in words("nouns-too"))
        and part.word.isalpha()
        and text[part.start - 1 : part.start] not in ("'", "’")
        and text[part.start].islower()
        and not shape("adjective").search(part.word)
    )
    return part.symbol in ("M", "E") or noun or shape("modifier").fullmatch(part.word) is not None


def _named(long: Mention, short: Mention, text: str) -> Mention | None:
    """`word error rate (WER)` and `WER (word error rate)` by the short form; `segmentation accuracy (mean IoU)` by what
    the bracket says."""
    written = text[short.start : short.end]
    before = text[long.start : long.end]
    if short.symbol != "N" and written.islower() and " " not in before and not before[1:].islower():
        return long
    if short.symbol == "S" and sum(c.isupper() for c in written) < 2:
        return None
    if short.symbol in ("M", "E", "S") or _shortens(short, long, text):
        capitals = sum(c.isupper() for c in written) >= 2
        named = short if capitals or short.symbol == "M" else long
        return Mention(long.symbol, named.start, named.end, short.ref or long.ref, word=named.word)
    return None


def _shortens(short: Mention, long: Mention, text: str) -> bool:
    """Whether a mention after a metric is made of the first letters of its words, or of those and words before it."""
    written = text[short.start : short.end]
    if " " in written or not written[:1].isupper():
        return False
    names = re.finditer(r"\b[A-Za-z]", text[max(0, long.end - _LONG_FORM) : long.end])
    start = max(0, long.end - _LONG_FORM)
    return any(abbreviates(written, text[start + name.start() : long.end]) for name in names)
