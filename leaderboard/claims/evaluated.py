"""Which benchmarks the sentences of an abstract evaluate on: what a claim that names none may take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention, Sentence, read_sentence
from leaderboard.words import seek, shape

# Sentences back where any word of results tells of a test.
_WITHIN = 3
# What every benchmark's name has; a sentence without need not be read.
_NAME_LIKE = re.compile(r"[A-Z\d]")
_NEAR, _LONG = 60, 150


class Evaluated:
    """The benchmarks that each sentence of an abstract tests on; a sentence is read when it is asked about.

    `spans` are the (start, end) of the sentences in the view's `text`; a position counts them from 0.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], lowered: str) -> None:
        self._text, self._spans, self._lowered = text, spans, lowered
        self._read: dict[int, Sentence] = {}
        self._known: dict[int, tuple[Mention, ...]] = {}
        self._learned: dict[int, tuple[Mention, ...]] = {}
        self._last: dict[int, int] = {}
        # All of them in their order, and how many stand before each position.
        self._tested: list[Mention] = []
        self._learned_from: list[Mention] = []
        self._counts = [(0, 0)]

    def note(self, position: int, sentence: Sentence) -> None:
        """Remember a sentence that was read already."""
        self._read[position] = sentence

    def at(self, position: int) -> tuple[Mention, ...]:
        """What the sentence at a position tests on, in order."""
        if position not in self._known:
            start, end = self._spans[position]
            sentence = self._read.get(position)
            if sentence is None and _NAME_LIKE.search(self._text, start + 1, end):
                sentence = read_sentence(self._text, start, end, self._lowered)
            self._known[position], self._learned[position] = _divided(sentence, self._text) if sentence else ((), ())
        return self._known[position]

    def before(self, position: int) -> tuple[tuple[Mention, ...], int, bool]:
        """What the nearest sentence before that names a benchmark tests on, how far back it is, and whether plainly.

        Nothing, 0 back, where that sentence speaks of no test, or is far back and does not do so plainly.
        """
        place = self._told_last(position)
        found = self.at(place) if place >= 0 else ()
        if not found:
            return (), 0, False
        back, (start, end) = position - place, self._spans[place]
        plain = shape("tests").search(self._text, start, end) is not None or self._uses(found[0], start, end)
        loose = back == 1 or (back <= _WITHIN and shape("evaluates").search(self._text, start, end) is not None)
        return (found, back, plain) if plain or loose else ((), 0, False)

    def _told_last(self, position: int) -> int:
        """The nearest sentence before that names a benchmark, or tells of a test on what has no name; -1 for none."""
        place = position - 1
        while place >= 0 and not self.at(place):
            if shape("tested-unnamed").search(self._text, *self._spans[place]):
                break
            if place in self._last:  # so that a long text is gone through once
                place = self._last[place]
                break
            place -= 1
        self._last[position] = place
        return place

    def _uses(self, benchmark: Mention, start: int, end: int) -> bool:
        """Whether a sentence says that a dataset is used: `for classification we use the Kite dataset`."""
        before = self._text[max(start, benchmark.start - _NEAR) : benchmark.start]
        uses = shape("uses").search(before)
        used = uses is not None and (uses["short"] or shape("set-next").match(self._text, benchmark.end))
        return bool(used) and not shape("trains").search(self._text, start, end)

    def source(self, position: int) -> Mention | None:
        """The only data that the sentences before name, if they learn from it, or if it surely is a benchmark."""
        if self._unnamed_at is not None and self._unnamed_at <= self._spans[position][0]:
            return None
        tested, learned = self._named_before(position)
        named = [*tested, *learned]
        one = len({self._text[m.start : m.end].lower() for m in named}) == 1
        if not one or _is_learned_elsewhere(named[-1], self._text):
            return None
        return named[-1] if not tested or any(self._is_sure(m) for m in named) else None

    @cached_property
    def _unnamed_at(self) -> int | None:
        """Where the first is told of the tests on what has no name."""
        found = shape("tested-unnamed").search(self._text)
        return None if found is None else found.end()

    def _named_before(self, position: int) -> tuple[list[Mention], list[Mention]]:
        """What the sentences before a position test on, and what they learn from."""
        for place in range(len(self._counts) - 1, position):
            self._tested += self.at(place)
            self._learned_from += self._learned[place]
            self._counts.append((len(self._tested), len(self._learned_from)))
        tested, learned = self._counts[position]
        return self._tested[:tested], self._learned_from[:learned]

    def _is_sure(self, benchmark: Mention) -> bool:
        """Whether a name is in the lexicon, says itself that it is of a benchmark, or has a dataset word by it."""
        written = self._text[benchmark.start : benchmark.end]
        return (
            isinstance(benchmark.ref, Benchmark)
            or shape("bench").fullmatch(written) is not None
            or shape("dated").search(written) is not None
            or shape("set-next").match(self._text, benchmark.end) is not None
            or shape("set-called").search(self._text, max(0, benchmark.start - _NEAR), benchmark.start) is not None
        )

    def entered(self) -> Mention | None:
        """The benchmark whose challenge or shared task the paper takes part in, if it says so of one."""
        for position, (start, end) in enumerate(self._spans):
            takes_part = seek("takes-part", self._text, start, end)
            found = self.at(position) if takes_part else ()
            named = [m for m in found if takes_part and takes_part.start() < m.start <= takes_part.end()]
            if len(named) == 1 or (len(named) == 2 and self._text[named[0].end : named[1].start] == " ("):
                return named[0]
        return None


def _divided(sentence: Sentence, text: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The benchmarks of a sentence that it tests on, and those that it learns or takes data from."""
    named = [m for mention in sentence.mentions if mention.symbol == "B" for m in mention.each]
    tested: dict[str, Mention] = {}
    learned: dict[str, Mention] = {}
    for mention in named:
        kind = learned if _is_learned_from(mention, sentence.start, text) else tested
        kind.setdefault(text[mention.start : mention.end].lower(), mention)
    return tuple(tested.values()), tuple(learned.values())


def _is_learned_from(benchmark: Mention, start: int, text: str) -> bool:
    """Whether a sentence that starts there learns or takes data from a benchmark, and does not test on it too."""
    learns = shape("learned-before").search(text[max(start, benchmark.start - _NEAR) : benchmark.start])
    tests = learns and shape("tested-from").search(text, max(start, benchmark.start - _LONG), benchmark.start)
    return (
        (learns is not None and not tests)
        or _is_learned_elsewhere(benchmark, text)
        or shape("source-behind").match(text, benchmark.end) is not None
    )


def _is_learned_elsewhere(benchmark: Mention, text: str) -> bool:
    """`pre-trained networks, mostly those trained on NAME`: data that others learned from before the paper."""
    return shape("learned-elsewhere").search(text, max(0, benchmark.start - _LONG), benchmark.start) is not None
