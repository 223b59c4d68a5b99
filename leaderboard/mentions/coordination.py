"""Coordination: `A, B and C` becomes one mention with members; asides in brackets are left out."""

from __future__ import annotations

from itertools import takewhile

from leaderboard.cues import letters
from leaderboard.mentions.model import Mention
from leaderboard.numbers import Number
from leaderboard.stretches import stretch
from leaderboard.words import words

# Marks of bold print around a number.
_BOLD = "**"


def drop_asides(mentions: list[Mention]) -> list[Mention]:
    """Brackets that hold only words and counts (`ImageNet (1000 classes)`) are left out, so that lists stay whole, and
    so is a task before the benchmark in its bracket (`image classification (ImageNet)`)."""
    out: list[Mention] = []
    opened = -1
    for mention in mentions:
        if mention.symbol == "(":
            opened = len(out)
        elif mention.symbol == ")" and opened >= 0:
            inside = out[opened + 1 :]
            if inside and (_plain(inside) or (_plain([m for m in inside if m.symbol != "S"]) and _spoken(inside))):
                del out[opened:]
                opened = -1
                continue
            task = _task(out[:opened]) if inside and all(m.symbol == "B" for m in inside) else 0
            if task:
                del out[opened - task : opened + 1]
                opened = -1
                continue
            opened = -1
        out.append(mention)
    return out


def _task(before: list[Mention]) -> int:
    """How many words before a bracket only tell what is done on the benchmark in it: `on object detection (B)`."""
    count = 0
    for mention in before[:-5:-1]:
        if mention.symbol != "w" or mention.word in words("determiners"):
            break
        count += 1
    opens = before[-1 - count].symbol if count < len(before) else ""
    return count if count and opens in letters("task-before") and before[-1].word not in words("data-nouns") else 0


def _plain(inside: list[Mention]) -> bool:
    return all(m.symbol in letters("aside") or _plain_count(m) for m in inside)


def _spoken(inside: list[Mention]) -> bool:
    """`(sharp NAME pictures)`: words around a name, which is no short form then."""
    return sum(m.symbol in letters("aside-word") for m in inside) > 1


def _plain_count(mention: Mention) -> bool:
    number = mention.ref
    return isinstance(number, Number) and number.family is None and "." not in number.plain


def _next(mentions: list[Mention], place: int) -> str:
    return next((m.symbol for m in mentions[place + 1 :] if m.symbol), "")


def _behind_names(mentions: list[Mention], place: int) -> str:
    """The letter of what follows the names coordinated with the one at a place."""
    rest = (m.symbol for m in mentions[place + 1 :] if m.symbol)
    return next((symbol for symbol in rest if symbol not in ("S", "+")), "")


def _apart(head: Mention, mention: Mention, following: str, *, comma: bool, marked: bool) -> bool:
    """`On B, NAME (12M parameters)`: behind a benchmark and a comma a name is listed only if the list goes on.

    `0.828, 1.3% higher`, `at level 10, 5.1% above`: a share or a count and a percentage are no list; nor are
    `0.81, 0.1 higher`, `5%, 1.48 FID`, `15 FPS, 3x faster`, `in 3 days and 5% WER` and `81%, -3%`. Between the
    two stands a `comma` alone or one with other words (`marked`).
    """
    first, last, number = head.ref, head.each[-1].ref, mention.ref
    if isinstance(first, Number) and isinstance(last, Number) and isinstance(number, Number):
        share = first.family is None and 0 < first.value < 1 < number.value and number.family == "percent"
        counted = first.family is None and "." not in first.plain and "." in number.plain and number.family == "percent"
        multiple = (number.family == "times") != (last.family == "times") and None not in (number.family, last.family)
        signed = number.signed and not first.signed
        return (
            signed
            or (multiple and marked)
            or (comma and (share or counted or following in ("h", "l", "e")))
            or (last.family not in (None, number.family) and following in ("ME" if last.family == "percent" else "M"))
        )
    goes_on = following in (",", "+", ")", "D", ".", "")
    return comma and mention.symbol == "S" and head.symbol == "B" and not goes_on


def _does(head: Mention, mentions: list[Mention], place: int) -> bool:
    """Whether what follows the last name of a list says what that one alone does: `B and NAME reaches`, or of one that
    had its `and`: `B, B and B and NAME reaches`."""
    if mentions[place].symbol != "S" or (head.members and not _has_and(head, mentions)):
        return False
    return next((m.word for m in mentions[place + 1 :] if m.symbol), "") in words("one-does")


def _ends_opening(before: list[Mention], head: Mention, mentions: list[Mention], place: int) -> bool:
    """Whether names that open a sentence behind `compared to` end before the one at a place: no `and` comes later."""
    if stretch("opens-compared", "".join(m.symbol for m in before)) is None:
        return False
    goes_on = takewhile(lambda m: m.symbol in ("S", ",", "+", ""), mentions[place + 1 :])
    return (bool(head.members) and _has_and(head, mentions)) or all(m.symbol != "+" for m in goes_on)


def _has_and(listed: Mention, mentions: list[Mention]) -> bool:
    *_, last, final = listed.members
    return any(m.symbol == "+" and last.end <= m.start < final.start for m in mentions)


def _each_its_number(before: list[Mention], mentions: list[Mention], place: int) -> bool:
    """`95% accuracy and an error of 0.12`: a metric between two numbers is the left one's, the next the right's; and
    `an accuracy of 95% and 88% recall`: so are two numbers between their metrics."""
    symbols = [m.symbol for m in before[:-1] if m.symbol]
    rest = [m.symbol for m in mentions[place + 1 : place + 6] if m.symbol]
    if mentions[place].symbol == "N":
        first = before[-1].each[-1].ref
        told = isinstance(first, Number) and first.family is not None
        return told and symbols[-2:] in (["M", "q"], ["E", "q"]) and rest[:1] in (["M"], ["E"])
    counted = mentions[place].symbol in ("M", "E") and symbols[-1:] == ["N"] and not before[-1].members
    return counted and len(rest) > 1 and rest[0] in ("q", "=") and rest[1] == "N"


def _separators(before: list[Mention], mention: Mention) -> int:
    """How many mentions at the end of `before` only join the next one: commas, `and`, articles, marks of bold print."""
    count = joined = 0
    while count < min(4, len(before)):
        last = before[-1 - count]
        if last.symbol in (",", "+") or (last.word == "." and 0 < joined == count):  # `in Acc., recall and F1`
            joined = count + 1
        elif last.word != _BOLD and (joined or not _fills(last, mention, nearest=count == 0)):
            break
        count += 1
    return count if joined and before[-count].word == _BOLD else joined


def _fills(filler: Mention, mention: Mention, *, nearest: bool) -> bool:
    """Whether a word may stand between a comma and the name it lists: `A and the (challenging) B`."""
    article = nearest and mention.symbol in ("B", "S", "M") and filler.word in words("determiners")
    word = filler.word.replace("-", "")
    plain = nearest and filler.symbol == "w" and word.isalpha() and not word.endswith(("ing", "ed", "s"))
    return article or (mention.symbol == "B" and (filler.symbol in letters("listed-fill") or plain))


def _mixes(before: list[Mention], head: Mention, between: list[Mention], mentions: list[Mention], place: int) -> bool:
    """Whether a name beside a benchmark is in no list with it, by what stands around the two."""
    following = _next(mentions, place)
    if following == "N":
        return True  # `on B and NAME 48%`
    if following == "Y" and [m.symbol for m in before[-2:]] == ["N", "@"]:
        return True  # `beats NAME by 48% on B and NAME by 50%`
    bare = all(m.symbol != "+" for m in between)
    if (bare and _behind_names(mentions, place) in letters("clause-next")) or _does(head, mentions, place):
        return True  # `On B, NAME and NAME achieve`, `trained on B and NAME reaches 48%`
    # `using NAME and the B dataset`
    return len(between) > 1 and (between[-1].word in words("determiners") or between[-1].symbol == "w")


def _joined(before: list[Mention], mentions: list[Mention], place: int) -> int:
    """How many separators join a mention to a list or a first member before it; none where it starts its own."""
    mention, following = mentions[place], _next(mentions, place)
    count = _separators(before, mention)
    if not count or count >= len(before):
        return 0
    head, between = before[-1 - count], before[-count:]
    mixed = {head.symbol, mention.symbol} == {"S", "B"}
    if head.symbol != mention.symbol and not mixed:
        return 0
    if mixed and _mixes(before[: -1 - count], head, between, mentions, place):
        return 0
    symbols = [m.symbol for m in between]
    bare = "+" not in symbols
    two = "," in symbols and not head.members and mixed  # `on B, and NAME rises`
    if (bare or two) and mention.symbol in ("B", "S", "M") and following in letters("clause-next"):
        return 0  # `On B, NAME achieves`: no list
    if bare and mention.symbol == head.symbol == "S" and _ends_opening(before[: -count - 1], head, mentions, place):
        return 0  # `Compared to NAME, NAME, using`: who is compared with, and who is compared
    comma = len(between) == 1 and between[0].symbol == ","
    if _apart(head, mention, following, comma=comma, marked="," in symbols):
        return 0
    if (
        mention.symbol == "N"
        and following == ">"
        and before[-count - 2 : -count - 1]
        and before[-count - 2].symbol == ">"
    ):
        return 0  # `from 1 to 2 and 3 to 4`: two pairs
    if _each_its_number(before[:-count], mentions, place):
        return 0
    return count


def group(mentions: list[Mention]) -> list[Mention]:
    """Coordinated mentions of one letter become one with members; nothing but commas and `and` may stand between."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        joined = _joined(out, mentions, place) if mention.symbol in ("N", "B", "S", "M", "E") else 0
        if not joined:
            out.append(mention)
            continue
        head = out[-1 - joined]
        members = (*head.each, mention)
        del out[-joined - 1 :]
        symbol = "B" if "B" in (head.symbol, mention.symbol) else head.symbol
        out.append(Mention(symbol, head.start, mention.end, head.ref, members, head.word))
    return out
