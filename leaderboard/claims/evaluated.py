"""Which benchmarks the sentences of an abstract evaluate on: what a claim that names none may take."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention, Sentence, read_sentence
from leaderboard.words import shape

# Sentences back where any word of results tells of a test.
_WITHIN = 3
# What every benchmark's name has; a sentence without need not be read.
_NAME_LIKE = re.compile(r"[A-Z\d]")
_NEAR = 60


class Evaluated:
    """The benchmarks that each sentence of a view's text tests on, read when they are asked for."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], lowered: str) -> None:
        self._text, self._spans, self._lowered = text, spans, lowered
        self._known: dict[int, tuple[Mention, ...]] = {}
        self._learned: dict[int, tuple[Mention, ...]] = {}

    def note(self, position: int, sentence: Sentence) -> None:
        """Remember a sentence that was read already."""
        self._known[position], self._learned[position] = _divided(sentence, self._text)

    def at(self, position: int) -> tuple[Mention, ...]:
        """What the sentence at a position tests on, in order."""
        if position not in self._known:
            start, end = self._spans[position]
            if _NAME_LIKE.search(self._text, start + 1, end):
                self.note(position, read_sentence(self._text, start, end, self._lowered))
            else:
                self._known[position] = self._learned[position] = ()
        return self._known[position]

    def before(self, position: int) -> tuple[tuple[Mention, ...], int, bool]:
        """What the nearest sentence before that names one tests on, how far back it is, and whether it says so plainly.

        Where that sentence tells of no test, or of none plainly and from afar, it is 0 back.
        """
        for back in range(1, position + 1):
            found = self.at(position - back)
            start, end = self._spans[position - back]
            if not found and shape("tested-unnamed").search(self._text, start, end):
                return (), 0, False
            if found:
                plain = shape("tests").search(self._text, start, end) is not None or self._uses(found[0], start, end)
                loose = back == 1 or (back <= _WITHIN and shape("evaluates").search(self._text, start, end) is not None)
                return (found, back, plain) if plain or loose else ((), 0, False)
        return (), 0, False

    def _uses(self, benchmark: Mention, start: int, end: int) -> bool:
        """Whether a sentence says that a dataset is used: `for classification we use the Kite dataset`."""
        before = self._text[max(start, benchmark.start - _NEAR) : benchmark.start]
        uses = shape("uses").search(before)
        used = uses is not None and (uses["short"] or shape("set-next").match(self._text, benchmark.end))
        return bool(used) and not shape("trains").search(self._text, start, end)

    def source(self, position: int) -> Mention | None:
        """The only data that the sentences before name, if they learn from it or it surely is a benchmark."""
        if shape("tested-unnamed").search(self._text, 0, self._spans[position][0]):
            return None
        known = [m for before in range(position) for m in self.at(before)]
        named = [*known, *(m for before in range(position) for m in self._learned[before])]
        one = len({self._text[m.start : m.end].lower() for m in named}) == 1
        return named[-1] if one and (not known or any(self._is_sure(m) for m in named)) else None

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
            takes_part = shape("takes-part").search(self._text, start, end)
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
        learns = shape("learned-before").search(text[max(sentence.start, mention.start - 50) : mention.start])
        if learns and shape("tested-from").search(text, max(sentence.start, mention.start - 120), mention.start):
            learns = None
        kind = learned if learns or shape("source-behind").match(text, mention.end) else tested
        kind.setdefault(text[mention.start : mention.end].lower(), mention)
    return tuple(tested.values()), tuple(learned.values())
