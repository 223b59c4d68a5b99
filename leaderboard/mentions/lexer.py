"""Text to mentions, left to right: numbers, lexicon names, cue words, words shaped like names."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from leaderboard.cues import PIECE, cue_letters, letters
from leaderboard.lexicon import Benchmark, Metric
from leaderboard.mentions.model import Mention
from leaderboard.mentions.trie import Found, lookup, openings
from leaderboard.numbers import Number
from leaderboard.words import shape, words

# Marks of bold print (`**Kite**`) end a word.
_WORD = re.compile(r"[^\W_](?:[\w.+@/'^*&-]*(?:[\w+^]|(?<!\*)\*(?!\*)))?|[^\w\s]", re.UNICODE)
# What joins a word to what it goes on with.
_JOINTS = frozenset("-+")


def lex(text: str, start: int, end: int, context: str, found: Sequence[Number]) -> list[Mention]:
    """All mentions of `text[start:end]`, left to right, articles and adverbs as mentions with an empty letter.

    `context` is the whole text in lower case: what an ambiguous name needs may stand anywhere in it. `found` are the
    numbers in it.
    """
    pieces = [(m.group().lower(), *m.span()) for m in PIECE.finditer(text, start, end)]
    at_number = {n.lead: n for n in found} | {n.start: n for n in found}
    reader = _Reader(text, start, end, context, pieces, at_number, found, openings())
    while reader.index < len(pieces):
        if not ((pieces[reader.index][1] in at_number and reader.read_number()) or reader.read_listed()):
            reader.read_word()
    return reader.mentions


@dataclass(slots=True)
class _Reader:
    """A sentence on its way: its pieces (lower case, start, end), where reading stands, what was found so far."""

    text: str
    start: int
    end: int
    context: str
    pieces: list[tuple[str, int, int]]
    at_number: dict[int, Number]
    numbers: Sequence[Number]
    openings: Container[str]
    index: int = 0
    mentions: list[Mention] = field(default_factory=list)

    def read_number(self) -> bool:
        """A number, unless a longer listed name opens with it; one that belongs to a name is a name or nothing."""
        begin = self.pieces[self.index][1]
        number = self.at_number[begin]
        hit = self._lookup() if number.lead == number.first else None
        if hit is not None and hit[1].letter in "MEB" and self._stop(hit[0]) > number.end:
            return False
        if number.family != "name":
            self._take(Mention("N", number.start, number.end, number))
            return True
        end = _word_end(self.text, number.start, self.end)
        written = self.text[number.start : end]
        named = any(c.isupper() for c in written) and ("-" in written or shape("number-name").match(written))
        self._take(Mention("S" if named else "#", number.start, end, number, word=written.lower()))
        return True

    def read_listed(self) -> bool:
        """A name of the lexicon or a cue word; not where it is only the beginning of a longer word."""
        hit = self._lookup()
        begin = self.pieces[self.index][1]
        if hit is None or (hit[0] > 1 and _cuts(self.numbers, begin, self._stop(hit[0]))):
            return False
        taken, letter, entry = hit[0], hit[1].letter, hit[1].entry
        stop = self._stop(taken)
        written = self.text[begin:stop]
        rest = _rest_of_word(self.text, stop) if self.text[stop : stop + 1] in _JOINTS else ""
        if letter == "B" and rest and (rest[1].isupper() or rest[1].isdigit() or " " in written):
            return False
        if isinstance(entry, Benchmark) and rest and not _is_part(entry, self.text, stop):
            word_end = _word_end(self.text, begin, self.end)
            variant = shape("variant").fullmatch(self.text, stop, word_end) is not None
            told = self.text[begin:word_end].lower()
            self._take(Mention("B" if variant else "w", begin, word_end, word=told))
            return True
        if rest[:1] == "-" and (letter not in letters("compound-first") or _qualifies(letter, self.text, stop)):
            return False
        opens = begin == self.start or self.text[begin - 2 : begin] == ": "
        if letter == "" and not opens and stop - begin > 1 and _opens_name(self.text, begin, stop):
            self._take(Mention("S", begin, stop, word=written.lower()))
            return True
        if letter == "M" and _names_more(self.text, written, rest, stop):
            stop = _word_end(self.text, self.pieces[self.index + taken - 1][1], self.end)
        told = "w" if letter in letters("compound-measure") and _in_compound(self.text, begin, stop) else letter
        if told == "E" and not _is_paid(entry, self.mentions, self.text, stop):
            told = "w"
        self._take(Mention(told, begin, stop, entry, word=self.text[begin:stop].lower()))
        return True

    def read_word(self) -> None:
        """Any other word: a name by its shape, or plain."""
        _, begin, end = self.pieces[self.index]
        stop = end if self.text.startswith(" ", end) else _word_end(self.text, begin, self.end)
        word = self.text[begin:stop]
        opens = begin == self.start or self.text[max(0, begin - 2) : begin] in (". ", ": ")
        self._take(Mention(_shape(word, opens), begin, stop, word=word.lower()))

    def _lookup(self) -> tuple[int, Found] | None:
        if self.pieces[self.index][0] not in self.openings:
            return None
        return lookup(self.pieces, self.index, self.text, self.context)

    def _stop(self, taken: int) -> int:
        """Where the last of so many pieces ends."""
        return self.pieces[self.index + taken - 1][2]

    def _take(self, mention: Mention) -> None:
        """Keep a mention and go on behind it."""
        self.mentions.append(mention)
        self.index += 1
        while self.index < len(self.pieces) and self.pieces[self.index][1] < mention.end:
            self.index += 1


def _rest_of_word(text: str, stop: int) -> str:
    """The joint and the first letter of what goes on behind a name: `-4` of `Kite-400`; empty where the word ends."""
    rest = text[stop : stop + 2]
    return rest if rest[1:].isalnum() else ""


def _opens_name(text: str, begin: int, stop: int) -> bool:
    """Whether a capitalised adverb or article is the first word of a name: `Large Kite Corpus`."""
    return text[begin].isupper() and shape("capitalised-next").match(text, stop) is not None


def _names_more(text: str, written: str, rest: str, stop: int) -> bool:
    """Whether a metric's name goes on to the end of its word: `AP_r`, `mAP@0.5`, `F1-2`, `AUC-ROC`."""
    in_word = rest and (rest[1].isdigit() or (rest[1].isupper() and written.isupper()))
    return bool(in_word) or text[stop : stop + 1] in ("_", "@") or shape("told-by").match(text, stop) is not None


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
    asked = shape("compound-noun").match(text, stop)
    return bool(asked or any(shape(name).search(text, max(0, begin - 32), stop) for name in ("no-time", "boasted")))


def _cuts(found: Sequence[Number], begin: int, stop: int) -> bool:
    """Whether a name from `begin` to `stop` would take the digits of a number and leave its unit: `top 5%`."""
    return any(begin < n.start < stop < n.end for n in found if n.unit is not None)


def _is_paid(entry: object, before: list[Mention], text: str, stop: int) -> bool:
    """Whether a cost is one: data, labels and the like are only where the text counts or compares them, `5x fewer`."""
    if not isinstance(entry, Metric) or entry.id not in words("amounts"):
        return True
    last = before[-1].symbol if before else ""
    compared = any(m.symbol in letters("spares") for m in before[-4:])
    counted = last == "N" or any(m.symbol == "N" for m in before[-5:])
    return compared or counted or shape("of-saving").match(text, stop) is not None


def _word_end(text: str, begin: int, end: int) -> int:
    match = _WORD.match(text, begin, end)
    return match.end() if match else begin + 1


@lru_cache(maxsize=1 << 13)
def _shape(word: str, opens: bool) -> str:
    """`S` for a word that looks like a name, else `w`; most words come again."""
    if len(word) < 2 or word.lower() in _plain():
        return "w"
    if opens and shape("opening-compound").fullmatch(word):
        return "w"
    if shape("name-like").fullmatch(word) or "@" in word:
        return "M" if shape("metric-name").fullmatch(word) else "S"
    return "S" if shape("capitalised").fullmatch(word) and not opens else "w"


@cache
def _plain() -> frozenset[str]:
    return frozenset(key[0] for key in cue_letters() if len(key) == 1)
