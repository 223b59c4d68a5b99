"""Stretches of symbols hold in what their examples mark and in nothing that their counter-examples do."""

from __future__ import annotations

import pytest

from leaderboard import stretches as module
from leaderboard.claims.decide import decide
from leaderboard.mentions import read_sentence
from leaderboard.patterns import PatternError
from leaderboard.stretches import Stretch, stretch, stretches


def marked(example: str) -> str:
    """The symbols of what stands in [ ], numbers that are no claims told apart."""
    text = example.replace("[", "").replace("]", "")
    first, last = example.index("["), example.index("]") - 1
    sentence = read_sentence(text, 0, len(text), text.lower())
    drafts, _, left = decide(sentence, text)
    read = next((draft.sentence for draft in [*drafts, *left]), sentence)
    return "".join(mention.symbol for mention in read.mentions if first <= mention.start < last)


@pytest.mark.parametrize("entry", stretches().values(), ids=lambda entry: entry.name)
def test_a_stretch_holds_in_its_examples_and_in_no_counter_example(entry: Stretch) -> None:
    assert entry.examples
    assert entry.counters
    assert [example for example in entry.examples if not stretch(entry.name, marked(example))] == []
    assert [counter for counter in entry.counters if stretch(entry.name, marked(counter))] == []


def test_a_stretch_is_asked_of_a_part_of_a_sentence() -> None:
    assert stretch("apart-next", "M,", 1)
    assert not stretch("apart-next", "M,S", 1)
    assert stretch("apart-next", "M,S", 1, 2)


def test_a_stretch_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Stretch(name="kite", doc="A kite.", regex="(N", examples=("[5%]",), counters=("[kite]",))
    monkeypatch.setattr(module, "stretches", lambda: {"kite": broken})
    with pytest.raises(PatternError, match="`kite` is no regular expression"):
        stretch("kite", "N")
    with pytest.raises(PatternError, match="there is no `wing`"):
        stretch("wing", "N")
