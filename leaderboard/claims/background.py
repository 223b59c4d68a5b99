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
        """The paper's own benchmark, unless it is only named behind a sentence, or a system that it brings, too, is
        spoken of: what is not said to be of what they bring may be measured elsewhere."""
        own = self._own_benchmark
        if own is None or not self._names.benchmark:
            return own
        told = shape("brought-data").search(self._text, sentence.start, sentence.end) is not None
        return own if told or (own.start < sentence.end and not self._brings_system(sentence)) else None

    def _brings_system(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of a system that the paper brings beside its benchmark."""
        proposed = shape("proposes").finditer(self._text, 0, sentence.start)
        names = {m.word for m in sentence.mentions if m.symbol == "S"}
        return any(match[1].lower() in names for match in proposed)

    @cached_property
    def _own_benchmark(self) -> Mention | None:
        """The benchmark that the paper itself brings, that its title speaks of, or that it was entered for."""
        named = benchmark_called(self._names.benchmark, self._text)
        return named or titled_benchmark(self._title, self._text) or self._evaluated.entered()
