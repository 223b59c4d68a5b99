"""What a sentence may take a benchmark from: what the sentences before it test on, and what the paper itself brings."""

from __future__ import annotations

from functools import cached_property, partial

from leaderboard.claims.carry import SaidBefore, is_of_this
from leaderboard.claims.draft import Draft
from leaderboard.claims.evaluated import Evaluated
from leaderboard.claims.names import Names, benchmark_called, titled_benchmark
from leaderboard.mentions import Mention, Sentence
from leaderboard.words import shape


class Background:
    """What is told around the claims of a paper, read only where a claim asks for it; `text` is the abstract's view."""

    def __init__(self, title: str, text: str, names: Names, evaluated: Evaluated) -> None:
        self._title, self._text, self._names, self._evaluated = title, text, names, evaluated

    def before(self, position: int, drafts: list[Draft], claims: tuple[Draft, ...]) -> SaidBefore:
        """What was said before the sentence at a position, whose `drafts` come right behind these `claims`."""
        sentence = drafts[0].sentence
        if "B" in sentence.symbols and not any(is_of_this(draft, self._text) for draft in drafts):
            return SaidBefore(claims=claims)  # it has its own, so no other sentence is read
        tested, back, plain = self._evaluated.before(position)
        source = partial(self._evaluated.source, position)
        return SaidBefore(tested, back, plain, claims, partial(self._own_before, sentence), source)

    def _own_before(self, sentence: Sentence) -> Mention | None:
        """The paper's own benchmark, unless it is only named behind a sentence that does not say it is of what they
        bring: what comes before was measured elsewhere."""
        own = self._own_benchmark
        if own is None or not self._names.benchmark or own.start < sentence.end:
            return own
        told = shape("brought-data").search(self._text, sentence.start, sentence.end)
        return own if told is not None else None

    @cached_property
    def _own_benchmark(self) -> Mention | None:
        """The benchmark that the paper itself brings, that its title speaks of, or that it was entered for."""
        named = benchmark_called(self._names.benchmark, self._text)
        return named or titled_benchmark(self._title, self._text) or self._evaluated.entered()
