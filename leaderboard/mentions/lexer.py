"""Text to mentions, left to right: numbers, lexicon names, cue words, words shaped like names."""

from __future__ import annotations

import re
from functools import cache

from leaderboard.cues import PIECE, cue_letters
from leaderboard.lexicon import Benchmark, Metric
from leaderboard.mentions.model import Mention
from leaderboard.mentions.trie import lookup
from leaderboard.numbers import Number, numbers
from leaderboard.words import shape, words

_WORD = re.compile(r"[^\W_](?:[\w.+@/'^*&-]*[\w+*^])?|[^\w\s]", re.UNICODE)


_NAME_SHAPE = re.compile(
    (
        r"(?=.*[A-Z])(?:.*[a-z\d].*[A-Z].*|[A-Z]{2,}.*|.*[A-Za-z].*\d.*|.*\d.*[A-Z].*|"
        r"[A-Z][\w']*[-/][\w'-]*)|[a-z]+\d[\w.]*|[a-z]+2[a-z]+"
    ),
    re.S,
)


# Names that open with a number: `3DKite`, `2KiteBench`.
_NUMBERED = re.compile(r"\d+[A-Z]\w*[A-Za-z]{3}")
_CAPITAL = re.compile(r"[A-Z][a-z]+[a-z'-]*$")


# Letters whose words may stand first in a compound (`state-of-the-art-level`).
_MADE = frozenset("MEBGRLX")


def lex(text: str, start: int, end: int, context: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
    """All mentions of `text[start:end]`, left to right, articles and adverbs as mentions with an empty letter."""
    found = list(numbers(text, start, end))
    at_number = {n.lead: n for n in found} | {n.start: n for n in found}
    pieces = [(m.group().lower(), m.start() + 0, m.end()) for m in PIECE.finditer(text, start, end)]
    mentions: list[Mention] = []
    index = 0
    while index < len(pieces):
        piece, begin, stop = pieces[index]
        number = at_number.get(begin)
        if number is not None and number.end > begin:
            hit = lookup(pieces, index, text, context) if number.lead == number.first else None
            if hit is None or hit[1].letter not in "MEB" or pieces[index + hit[0] - 1][2] <= number.end:
                end_at = number.end
                if number.family == "name":
                    end_at = _word_end(text, number.start, end)
                    written = text[number.start : end_at]
                    named = any(c.isupper() for c in written) and ("-" in written or bool(_NUMBERED.match(written)))
                    mentions.append(
                        Mention(
                            "S" if named else "#",
                            number.start,
                            end_at,
                            number,
                            word=text[number.start : end_at].lower(),
                        )
                    )
                else:
                    mentions.append(Mention("N", number.start, number.end, number))
                index += 1
                while index < len(pieces) and pieces[index][1] < end_at:
                    index += 1
                continue
        hit = lookup(pieces, index, text, context)
        if hit is not None and hit[0] > 1 and _cuts(found, begin, pieces[index + hit[0] - 1][2]):
            hit = None
        if hit is not None:
            taken, letter, entry = hit[0], hit[1].letter, hit[1].entry
            stop = pieces[index + taken - 1][2]
            tail = text[stop : stop + 2]
            bigger = len(tail) == 2 and tail[0] in "-+" and (tail[1].isalpha() or tail[1].isdigit())
            if letter == "B" and bigger and (tail[1].isupper() or tail[1].isdigit() or " " in text[begin:stop]):
                plain = cue_letters().get((piece,)) if taken == 1 else None
                if plain is not None:
                    mentions.append(Mention(plain, begin, stop, word=piece))
                    index += 1
                    continue
            elif letter == "B" and bigger and not _is_part(entry, text, stop):
                mentions.append(Mention("w", begin, _word_end(text, begin, end), word="name-made"))
                index = _skip(pieces, index, mentions[-1].end)
                continue
            elif bigger and tail[0] == "-" and (letter not in _MADE or _qualifies(letter, text, stop)):
                pass
            elif (
                letter == ""
                and text[begin].isupper()
                and begin > start
                and stop - begin > 1
                and re.match(r" [A-Z]\w*[a-z]", text[stop : stop + 4])
            ):
                mentions.append(Mention("S", begin, stop, word=text[begin:stop].lower()))
                index += taken
                continue
            else:
                if letter == "M" and (
                    (bigger and (tail[1].isdigit() or (tail[1].isupper() and text[begin:stop].isupper())))
                    or tail[:1] in ("_", "@")
                ):
                    stop = _word_end(text, pieces[index + taken - 1][1], end)
                    index = _skip(pieces, index, stop)
                else:
                    index += taken
                told = "w" if letter in ("M", "E") and _in_compound(text, begin, stop) else letter
                mentions.append(
                    Mention(
                        _amount(told, entry, mentions, text, stop), begin, stop, entry, word=text[begin:stop].lower()
                    )
                )
                continue
        word_end = _word_end(text, begin, end)
        word = text[begin:word_end]
        mentions.append(
            Mention(
                _shape(word, begin == start or text[max(0, begin - 2) : begin] in (". ", ": ")),
                begin,
                word_end,
                word=word.lower(),
            )
        )
        index = _skip(pieces, index, word_end)
    return mentions


def _is_part(benchmark: Benchmark, text: str, stop: int) -> bool:
    """Whether a benchmark's name ends before the name of its part: `Kite-test`."""
    if shape("part-behind").match(text, stop):
        return True
    after = _WORD.match(text, stop + 1)
    return after is not None and after.group() in benchmark.splits


def _qualifies(letter: str, text: str, stop: int) -> bool:
    """Whether a metric only makes an adjective: `time-weighted`, `accuracy-aware`."""
    return letter in ("M", "E") and shape("compound-end").match(text, stop) is not None


def _in_compound(text: str, begin: int, stop: int) -> bool:
    """Whether a metric's word is only part of a phrase that is none: `error correction`, `over time`."""
    if shape("compound-noun").match(text, stop):
        return True
    return text[begin:stop] == "time" and shape("no-time").search(text, max(0, begin - 16), begin) is not None


def _cuts(found: list[Number], begin: int, stop: int) -> bool:
    """Whether a name from `begin` to `stop` would take the digits of a number and leave its unit: `top 5%`."""
    return any(begin < n.start < stop < n.end for n in found if n.unit is not None)


def _amount(letter: str, entry: object, before: list[Mention], text: str, stop: int) -> str:
    """Data, labels and the like are a cost only where the text counts or compares them: `5x fewer labels`."""
    if letter != "E" or not isinstance(entry, Metric) or entry.id not in words("amounts"):
        return letter
    last = before[-1].symbol if before else ""
    compared = any(m.symbol in ("l", "F", "R", "d", "h", "L") for m in before[-4:])
    counted = last == "N" or any(m.symbol == "N" for m in before[-5:])
    return (
        letter
        if compared or counted or re.match(r"[- ](?:efficien|reduc|sav|usage|cost)", text[stop : stop + 12])
        else "w"
    )


def _word_end(text: str, begin: int, end: int) -> int:
    match = _WORD.match(text, begin, end)
    return match.end() if match else begin + 1


def _skip(pieces: list[tuple[str, int, int]], index: int, position: int) -> int:
    index += 1
    while index < len(pieces) and pieces[index][1] < position:
        index += 1
    return index


def _shape(word: str, opens: bool) -> str:
    """`S` for a word that looks like a name, else `w`."""
    if len(word) < 2 or word.lower() in _plain():
        return "w"
    if _NAME_SHAPE.fullmatch(word) or "@" in word:
        return "M" if shape("metric-name").fullmatch(word) else "S"
    return "S" if _CAPITAL.match(word) and not opens else "w"


@cache
def _plain() -> frozenset[str]:
    return frozenset(key[0] for key in cue_letters() if len(key) == 1)
