"""The words around a number, as rows hold them and as the page shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leaderboard.pages.markup import html
from leaderboard.pages.snippets import row_snippet, snippet_in
from leaderboard.snippet import snippet_span
from tests.extracted import rows
from tests.rows import made_row

LONG = (
    "On small kites in a steady wind from the sea, KiteNet reaches 91.5% accuracy for red ones and 88.2% for blue "
    "ones, while all that had been tried before by anybody stays far below both."
)


def around(text: str, number: str) -> str:
    start = text.index(number)
    first, last = snippet_span(text, (0, len(text)), (start, start + len(number)))
    return text[first:last]


def test_a_short_sentence_is_its_own_snippet() -> None:
    assert around("KiteNet reaches 91.5% on ImageNet.", "91.5%") == "KiteNet reaches 91.5% on ImageNet."


def test_a_long_sentence_gives_whole_words_on_both_sides() -> None:
    words = around(LONG, "91.5%")
    assert words.startswith("kites in a steady wind from the sea, KiteNet reaches 91.5% accuracy")
    assert words.endswith("for red ones and 88.2% for blue ones, while")


def test_near_the_end_of_a_sentence_more_stands_before_the_number() -> None:
    text = f"{'word ' * 40}and 88.2%."
    assert around(text, "88.2%") == f"{'word ' * 21}and 88.2%."


def test_two_figures_of_one_sentence_have_their_own_words() -> None:
    first, second = rows(LONG)
    assert (first.quote, second.quote) == ("91.5%", "88.2%")
    assert first.snippet != second.snippet


@given(st.text("ab 9.", min_size=1, max_size=400), st.data())
def test_a_snippet_holds_its_number_and_cuts_no_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 8)))
    first, last = snippet_span(text, (0, len(text)), (start, end))
    assert 0 <= first <= start < end <= last <= len(text)
    assert last - first <= 110 + end - start
    assert first in (0, start) or text[first - 1] == " "
    assert last in (end, len(text)) or text[last] == " "


def test_the_page_sets_off_the_number_and_marks_what_is_cut() -> None:
    row = made_row(
        quote="91.5%", quote_start=30, end=35, sentence_start=0, snippet="reaches 91.5% here", snippet_start=22
    )
    shown = html(row_snippet(row))
    assert "…\N{NO-BREAK SPACE}reaches <strong>91.5%</strong> here</span>" in shown


def test_latex_in_a_snippet_is_shown_as_it_is_meant() -> None:
    text = r"KiteNet is $2.4\times$ faster on \emph{small} kites."
    shown = html(snippet_in(text, text.index("2.4"), text.index("$ faster")))
    assert shown.endswith("KiteNet is <strong>2.4×</strong> faster on small kites.</span>")
