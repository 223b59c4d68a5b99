"""Daily-Papers pages: what is a paper and what is a banner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.sources.pages import is_banner, looks_like_page, parse

OWL = "Owls at Night"
OWL_TEXT = (
    "We listen to owls in the dark and reach 81.5% accuracy on NightBirds, which is more than anyone had expected."
)
WREN = "A Wren in Winter"
WREN_TEXT = (
    "Wrens are small and hard to see. Our detector finds 72% of them, at 30 frames per second, in snow and in rain."
)


def _papers(text: str) -> list[tuple[str, str]]:
    return [(title, abstract) for _, title, abstract in parse(text.splitlines())]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n\n"])
def test_titles_and_abstracts_come_in_turn_with_or_without_blank_lines(gap: str) -> None:
    assert _papers(gap.join([OWL, OWL_TEXT, WREN, WREN_TEXT])) == [(OWL, OWL_TEXT), (WREN, WREN_TEXT)]


@pytest.mark.parametrize(
    "banner",
    [
        ["new", "Get trending papers in your email inbox!", "Subscribe", "byAK and the research community", "Mar 14"],
        ["Get trending papers in your email inbox once a day", "Get trending papers in your email inbox!"],
        ["Daily Papers", "by AK and the research community", "Aug 1"],
        ["Sep 30, 2024"],
        ["2024-09-30"],
    ],
)
def test_banners_are_no_papers_in_front_or_in_mid_file(banner: list[str]) -> None:
    lines = [*banner, OWL, OWL_TEXT, *banner, WREN, WREN_TEXT]
    assert _papers("\n".join(lines)) == [(OWL, OWL_TEXT), (WREN, WREN_TEXT)]


def test_subscribe_is_unglued_from_the_first_title() -> None:
    text = f"Get trending papers in your email inbox!\nSubscribe{OWL}\n{OWL_TEXT}"
    assert _papers(text) == [(OWL, OWL_TEXT)]


def test_a_title_may_begin_with_subscribe() -> None:
    assert _papers(f"{OWL}\n{OWL_TEXT}\nSubscribers of Bird Feeds\n{WREN_TEXT}")[1][0] == "Subscribers of Bird Feeds"


def test_a_title_without_abstract_does_not_shift_what_follows() -> None:
    long_text = " ".join([WREN_TEXT] * 4)
    assert _papers(f"A Lost Title\n{OWL}\n{long_text}\n{WREN}\n{WREN_TEXT}") == [
        ("A Lost Title", ""),
        (OWL, long_text),
        (WREN, WREN_TEXT),
    ]


def test_a_second_paragraph_belongs_to_the_abstract() -> None:
    long_text = " ".join([WREN_TEXT] * 4)
    assert _papers(f"{OWL}\n{OWL_TEXT}\n{long_text}\n{WREN}\n{WREN_TEXT}") == [
        (OWL, f"{OWL_TEXT} {long_text}"),
        (WREN, WREN_TEXT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Read me\n\nThis folder holds notes on many things that we once tried and then gave up on, sadly enough.\n",
        "import os\nimport sys\n\nprint(os.getcwd())\n",
        "milk\nbread\nbutter\n",
        "",
    ],
)
def test_other_texts_are_no_pages(text: str) -> None:
    assert not looks_like_page(text)


def test_a_page_needs_no_banner() -> None:
    assert looks_like_page(f"{OWL}\n{OWL_TEXT}")


words = st.text(alphabet="abcdefg ABC", min_size=1, max_size=40).filter(
    lambda text: text.strip() != "" and not is_banner(text) and not text.startswith("Subscribe")
)


@given(st.lists(st.tuples(words, words)), st.booleans())
def test_every_pair_comes_back_trimmed(pairs: list[tuple[str, str]], blank: bool) -> None:
    lines = [line for pair in pairs for line in (*pair, *([""] if blank else []))]
    assert _papers("\n".join(lines)) == [(title.strip(), abstract.strip()) for title, abstract in pairs]
