"""Coordination: `A, B and C` becomes one mention with members; asides in brackets are left out."""

from __future__ import annotations

from leaderboard.mentions.model import Mention
from leaderboard.numbers import Number

# Metric heads that make a metric of the words before them: `detection rate`, `angular error`.
_VERBS = frozenset("aoburdxkiwm;O")


_ARTICLES = frozenset({"the", "a", "an", "our"})


def drop_asides(mentions: list[Mention]) -> list[Mention]:
    """Brackets that hold only words and counts (`ImageNet (1000 classes)`) are left out, so that lists stay whole."""
    out: list[Mention] = []
    opened = -1
    for mention in mentions:
        if mention.symbol == "(":
            opened = len(out)
        elif mention.symbol == ")" and opened >= 0:
            inside = out[opened + 1 :]
            if inside and all(m.symbol in ("w", "", "#", "D", "m", "q") or _plain_count(m) for m in inside):
                del out[opened:]
                opened = -1
                continue
            opened = -1
        out.append(mention)
    return out


def _plain_count(mention: Mention) -> bool:
    return mention.symbol == "N" and mention.ref.family is None and "." not in mention.ref.plain


def _next(mentions: list[Mention], place: int) -> str:
    return next((m.symbol for m in mentions[place + 1 :] if m.symbol), "")


def _apart(head: Mention, mention: Mention, following: str) -> bool:
    """`On B, NAME (12M parameters)`: behind a benchmark and a comma a name is listed only if the list goes on.

    `0.828, 1.3% higher`: a share of one and a percentage are no list.
    """
    if mention.symbol == "N" and isinstance(head.ref, Number) and isinstance(mention.ref, Number):
        share, percentage = head.ref, mention.ref
        return share.family is None and 0 < share.value < 1 < percentage.value and percentage.family == "percent"
    return mention.symbol == "S" and head.symbol == "B" and following not in (",", "+", ")", "D", ".", "")


def group(mentions: list[Mention]) -> list[Mention]:
    """Coordinated mentions of one letter become one with members; nothing but commas and `and` may stand between."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        if mention.symbol in ("N", "B", "S", "M", "E") and len(out) >= 2:
            seps = 0
            named = mention.symbol in ("B", "S", "M")
            while (
                seps < 3
                and seps < len(out)
                and (out[-1 - seps].symbol in (",", "+") or (named and seps == 0 and out[-1].word in _ARTICLES))
            ):
                seps += 1
            if seps and named and not any(m.symbol == "+" for m in out[-seps:]) and _next(mentions, place) in _VERBS:
                seps = 0  # `On B, NAME achieves`: no list
            if (
                len(out) > seps > 1
                and out[-1].word in _ARTICLES
                and {out[-1 - seps].symbol, mention.symbol} == {"S", "B"}
            ):
                seps = 0  # `using NAME and the B dataset`: no list
            if seps == 1 and out[-1].symbol == "," and _apart(out[-2], mention, _next(mentions, place)):
                seps = 0
            if (
                seps
                and out[-seps].symbol in (",", "+")
                and seps < len(out)
                and (out[-1 - seps].symbol == mention.symbol or {out[-1 - seps].symbol, mention.symbol} == {"S", "B"})
            ):
                head = out[-1 - seps]
                members = (*(head.members or (head,)), mention)
                del out[-seps - 1 :]
                symbol = "B" if "B" in (head.symbol, mention.symbol) else head.symbol
                out.append(Mention(symbol, head.start, mention.end, head.ref, members, head.word))
                continue
        out.append(mention)
    return out
