"""Numbers as abstracts write them: sign, range, plus-minus, unit and bound, as one expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Literal

import regex

from leaderboard.bounds import bound_before, bound_behind
from leaderboard.model import Bound
from leaderboard.units import units
from leaderboard.words import any_of, shape

_DIGIT = re.compile(r"\d")
_MAGNITUDE = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "G": 1e9}
# `10-shot`: a word made of a number.
_HYPHENED = re.compile(r"-[A-Za-z]")
# `sub-5%`: less than that, and no name.
_SUB = re.compile(r"\b[Ss]ub-$")
# `by ×1.5`, and no size (`224 ×224`).
_TIMES_BEFORE = regex.compile(r"(?<![\d\])}pP]\s?)×\s?$")
# `10,29%`: a comma before one or two digits is a decimal one.
_DECIMAL_COMMA = re.compile(r"\d{1,2},\d{1,2}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as `text[start:end]` of a view has it, with its sign and unit; all places are offsets in that text.

    `first` is the place of its first digit, `lead` that of the words before it that bound it (`up to`), else `start`.
    `value` is unsigned, of a range the upper end, with `low` the other one; `spread` stands behind a plus-minus.
    `unit` is as a row has it, `family` what it measures (`patterns/units.yaml`): None for a bare number, `name` for a
    part of a name, `rating` for one out of a scale. `signed`: it has a sign. `plain`: its digits as written.
    """

    lead: int
    start: int
    first: int
    end: int
    value: float
    low: float | None
    spread: float | None
    unit: str | None
    family: str | None
    bound: Bound
    signed: bool
    plain: str


Relation = Literal["pair", "range"]


@dataclass(slots=True)
class _Seen:
    """What was read of a sentence so far: where its last pair and its last range end (-1: none), and the last value."""

    paired: int = -1
    ranged: int = -1
    value: float = 0.0


# How far behind a pair the next of its list may begin, and how much a rise may differ from what was told of it.
_LIST, _ROUNDING = 80, 0.051


@cache
def _expression() -> re.Pattern[str]:
    """A number `a` with its unit `ua`; behind it maybe the other of two, `b` with `ub`, and its spread `pm`."""
    known = "|".join(re.escape(u) for u in sorted(units(), key=len, reverse=True))
    # `24%+`, `24+%`, `24+ FPS`: more than that. No unit is the letter of `2.5 h-mIoU`, `60 J&F`; `24%mAP` lost a blank.
    unit = (
        rf"(?:(?:\s|-(?=[a-z])|\+(?=%|\s?[A-Za-z])\s?)?(?:{known})(?!\w|(?<=\s[A-Za-z])(?:-[A-Za-z]|\s?&))"
        rf"(?:\+(?=[\s,.;:)]|$))?|\s?%(?=[A-Za-z]{{2}}))"
    )
    number = (
        r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2},\d{1,2}(?=\s?%)|\d+(?:\.\d+)?|\.\d+)"
        r"(?:\s?[×x*·]\s?10\^(?:-?\d+|\(-?\d+\))|\s?×\s?10-?\d+|\s?x\s?10-\d+|[eE]-?\d+(?!\w))?"
    )
    share = rf"(?:\d/\d+(?:th|rd|nd)?(?![\w/])|{number}(?:(?:[kKMB]|(?:(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d{{3}}))G)(?!\w))?)"
    return re.compile(
        rf"(?P<sign>[+-](?=[\d.]))?(?P<a>{share})(?P<ua>{unit})?"
        rf"(?:\s?(?P<to>- to |-|–|~|to (?:~|(?:{any_of('to-about')}) )?|up to |and )\s?[+~]?"
        rf"(?P<b>{share})(?P<ub>{unit})?)?"
        rf"(?:\s?[(]?(?:{shape('spread-joint').pattern})\s?"
        rf"(?P<pm>{number})(?P<up>{unit})?)?"
    )


_POWER = re.compile(r"[×x*·]10")


def _value(text: str) -> float:
    """What digits are worth: `1,200`, `10,2`, `3/4`, `2.1K`, `3×10^-4`."""
    plain = "".join(text.replace(",", "." if _DECIMAL_COMMA.fullmatch(text) else "").split())
    if power := _POWER.search(plain):
        return float(f"{plain[: power.start()]}e{plain[power.end() :].strip('^()')}")
    if "/" in plain:
        part, whole = plain.rstrip("thrdn").split("/")
        return float(part) / (float(whole) or 1.0)
    return float(plain[:-1]) * _MAGNITUDE[plain[-1]] if plain[-1] in _MAGNITUDE else float(plain)


def _in_name(text: str, first: int, match: re.Match[str]) -> bool:
    """The number is glued to letters before it, and no lost blank explains that (`than10%`)."""
    before = text[first - 1] if first else " "
    if before.isalpha():
        return not (match["ua"] and shape("blank-lost").search(text, max(0, first - 14), first))
    if before.isdigit() or before in "_^.@":
        return True
    sign = match["sign"]
    return before in "-/" and not sign and first > 1 and text[first - 2].isalpha() and text[first - 2].isascii()


def _unit_written(match: re.Match[str], group: str) -> str:
    return (match[group] or "").strip(" +")


def _relation(text: str, match: re.Match[str], begin: int, before: str, seen: _Seen) -> Relation | None:
    """What the two numbers of an expression are: a `range`, or a `pair` of levels, each a number of its own."""
    joint, value, other = match["to"].strip(), _value(match["a"]), _value(match["b"])
    if joint.startswith("to") and _is_pair(text, match, begin, before, other - value, seen):
        return "pair"
    unit, other_unit = _unit_written(match, "ua"), _unit_written(match, "ub")
    agree = not unit or unit.rstrip("s") == other_unit.rstrip("s")
    between = joint != "and" or shape("between-before").search(before) is not None
    first = match.start("a")
    hyphened = joint == "-" and not unit and not other_unit and text[first - 1 : first] == "-"  # `3-4-5`
    return "range" if agree and value < other and between and not hyphened else None


def _is_pair(text: str, match: re.Match[str], begin: int, before: str, rise: float, seen: _Seen) -> bool:
    """Whether `1 to 2` are where something rose from and to; not so in `ranging from 1 to 2`, `from 1 to 2% higher`."""
    # `from 1 to 2 on A, 3 to 4 on B`: another pair of the same list
    near = 0 <= seen.paired <= begin <= seen.paired + _LIST
    if near and shape("next-pair").search(before):
        return True
    if text[begin - 1 : begin] == "(" and rise > 0 and abs(rise - seen.value) < _ROUNDING:
        return True  # `by 5% (85% to 90%)`: from where to where it rose by what was told before
    rises = shape("pair-from").search(before)
    spans = rises is not None and shape("range-before").search(before, 0, rises.start())
    if rises is None or spans or shape("change-behind").match(text, match.end()):
        return False
    return seen.ranged < 0 or not shape("ranges-joined").fullmatch(text, seen.ranged, begin)


def _unit(written: str) -> tuple[str | None, str | None]:
    """The unit that a row has, and its family; both None where none is written."""
    found = units().get(written) or units().get(written.lstrip("-"))
    return (found.read or written.lstrip("-"), found.family) if found else (None, None)


def _scale_end(text: str, stop: int, end: int, plain: str) -> int:
    """Where the scale behind a rating ends, 0 where there is none: versions (`2.0/5.0`) and whole numbers have none."""
    scale = shape("rating-scale").match(text, stop, end) if shape("rated").fullmatch(plain) else None
    return scale.end() if scale is not None and float(plain) <= float(scale["top"]) else 0


def _sign(text: str, start: int, match: re.Match[str]) -> tuple[int, bool, bool]:
    """Where a number begins, whether it has a sign of its own, and whether the sign is a name's hyphen."""
    first = match.start("a")
    begin = match.start("sign") if match["sign"] else first
    glued = begin < first and begin > start and (text[begin - 1].isalnum() or text[begin - 1] in ")]")
    in_name = glued and text[first - 2].isalpha() and not (match["ua"] and _SUB.search(text, start, first))
    return first if glued else begin, begin < first and not glued, in_name


@dataclass(slots=True)
class _Extent:
    """The part of an expression that is one number: its ends and its spread, its unit as written, where it stops."""

    value: float
    low: float | None
    spread: float | None
    unit: str
    stop: int


def _extent(text: str, match: re.Match[str], begin: int, before: str, seen: _Seen) -> _Extent:
    """How far one number goes: the whole expression for a range, the first of two levels, which are two numbers."""
    unit, stop = _unit_written(match, "ua"), match.end("ua") if match["ua"] else match.end("a")
    found = _Extent(_value(match["a"]), None, None, unit, stop)
    relation = _relation(text, match, begin, before, seen) if match["b"] else None
    until = match.end("ub") if match["ub"] else match.end("b")
    if relation == "pair":
        seen.paired = until
    elif relation == "range":
        found = _Extent(_value(match["b"]), found.value, None, _unit_written(match, "ub"), until)
        seen.ranged = until if match["to"].startswith("to") else seen.ranged
    if match["pm"] and (found.low is not None or not match["b"]):
        found.spread = _value(match["pm"])
        found.stop = match.end("up") if match["up"] else match.end("pm")
        found.unit = found.unit or _unit_written(match, "up")
    seen.value = found.value
    return found


def _is_of_name(text: str, found: _Extent) -> bool:
    """Whether a number goes on as a word (`10-shot`), or is too large to be one."""
    if not isfinite(found.value + (found.spread or 0.0)):
        return True
    glued = text[found.stop : found.stop + 1].isalpha() and found.unit != "%"
    hyphened = not found.unit and _HYPHENED.match(text, found.stop) is not None
    return glued or hyphened or shape("made-of-number").match(text, found.stop) is not None


def _next_expression(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next expression: a sign and a point at most stand before its first digit, which is found faster."""
    digit = _DIGIT.search(text, start, end)
    return _expression().search(text, max(start, digit.start() - 2), end) if digit is not None else None


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The number expressions of `text[start:end]`, left to right; a number inside a name has the family `name`."""
    position, seen = start, _Seen()
    while match := _next_expression(text, position, end):
        first, position, plain = match.start("a"), match.end("a"), match["a"]
        begin, signed, hyphened = _sign(text, start, match)
        if hyphened or _in_name(text, first, match):
            continue
        before = text[max(start, begin - 40) : begin]
        found = _extent(text, match, begin, before, seen)
        stop = found.stop
        position = max(position, stop)
        if _is_of_name(text, found):
            yield Number(begin, begin, first, stop, found.value, None, None, None, "name", "exact", False, plain)
            continue
        times = None if found.unit else _TIMES_BEFORE.search(text, max(start, begin - 5), begin)
        unit, family = _unit("×" if times else found.unit)
        width = len(times.group()) if times else 0
        begin, before = begin - width, before[: len(before) - width]
        scale = 0 if unit or found.low is not None else _scale_end(text, stop, end, plain)
        if scale:
            position, stop, family = max(position, scale), scale, "rating"
        bound, at = bound_before(before) or (bound_behind(text, first, stop), len(before))
        lead = begin - len(before) + at
        yield Number(lead, begin, first, stop, found.value, found.low, found.spread, unit, family, bound, signed, plain)
