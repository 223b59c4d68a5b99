"""The language of contexts: which symbols behind a number each of its words stands for, and what a slot takes."""

from __future__ import annotations

import pytest
import regex

from leaderboard.claims.grammar import compile_context


@pytest.mark.parametrize(
    ("context", "held", "not_held"),
    [
        ("of Q", ["qM", "qE"], ["qB", "M"]),
        ("on A", ["@B", "@S"], ["@M"]),
        ("achieve", ["a"], ["i"]),
        ("(of|in)? Q", ["M", "qM", "nM"], ["qnM"]),
        ("w* B", ["B", "wwwB"], ["wMB"]),
        ("# $", ["#"], ["N"]),
        (".. B", ["B", "MqwB", "8" * 8 + "B"], ["wNB", "w.B", "8" * 9 + "B"]),
        ("... B", ["w;" * 8 + "B"], ["wNB", "w.B", "w" * 17 + "B"]),
        ("~ B", ["wqB"], ["w,B"]),
        ("- B", ["wwB", "mB"], ["wwwB", "qB"]),
        (".... B", ["N.w,NB"], ["N.w"]),
        ("aside B", ["(wNM)B"], ["wB", "(w(w)w)B"]),
    ],
)
def test_a_word_of_a_context_stands_for_symbols(context: str, held: list[str], not_held: list[str]) -> None:
    behind = regex.compile(compile_context(context))
    assert [symbols for symbols in held if not behind.fullmatch(symbols)] == []
    assert [symbols for symbols in not_held if behind.fullmatch(symbols)] == []


@pytest.mark.parametrize(
    ("context", "symbols", "taken"),
    [
        ("of Q!", "qM", "M"),
        ("of w? Q! (on B)?", "qwE@B", "E"),
        ("higher NP!", "hwwM@B", "wwM"),
        ("by SP!", "YSmw.", "Smw"),
        ("over RP!", "^wS", "w"),
        ("on OB!", "@wqB", "B"),
        ("on OB!", "@wDsB", "B"),
    ],
)
def test_what_is_marked_is_taken(context: str, symbols: str, taken: str) -> None:
    behind = regex.match(compile_context(context), symbols)
    assert behind is not None
    assert behind["slot"] == taken


@pytest.mark.parametrize(("context", "said"), [("soars", "'soars' is no class"), ("of & Q", "'&' has no meaning")])
def test_a_word_that_is_none_is_named(context: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compile_context(context)
