"""What the page writes as HTML: text is never markup, marks keep every letter, addresses come back as they went."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.boards.values import readable
from leaderboard.explain import explain
from leaderboard.pages.addresses import address, paper_link, source_address
from leaderboard.pages.highlight import Span, claim_spans, field_spans, marked
from leaderboard.pages.markup import Column, facts, hint, prose, table, tag
from leaderboard.pages.tryit import told
from leaderboard.pages.why import why_this_row
from leaderboard.sources import Fault, Skipped
from tests.rows import made_paper, placed_row

TEXTS = st.text(st.sampled_from("<>&\"'ab 1$é×"), max_size=60)
SPANS = st.lists(
    st.builds(lambda a, b: Span(min(a, b), max(a, b), "metric", "t"), st.integers(0, 60), st.integers(0, 60)),
    max_size=6,
)


def text_of(source: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", source))


@given(TEXTS)
def test_text_is_never_read_as_markup(text: str) -> None:
    source = str(tag("p", text, title=text))
    assert text_of(source) == text
    assert source.count("<") == 2


@given(TEXTS, SPANS, st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_marking_keeps_every_letter(text: str, spans: list[Span], sentence: tuple[int, int]) -> None:
    assert text_of(str(marked(text, spans, sentence))) == text


def test_the_fields_of_a_claim_are_marked_where_they_stand() -> None:
    text = "Oriole reaches 91.5% accuracy on Birds-9 here."
    row = placed_row(made_paper(abstract=text), "91.5%", metric="accuracy", benchmark="Birds-9", system="Oriole")
    source = str(marked(text, field_spans(row)))
    assert re.findall(r'class="lb-(\w+)" title="[^"]*">([^<]*)<', source) == [
        ("system", "Oriole"),
        ("number", "91.5%"),
        ("metric", "accuracy"),
        ("benchmark", "Birds-9"),
    ]


def test_another_claim_of_the_paper_leads_to_its_own_words() -> None:
    paper = made_paper(abstract="It reaches 91.5% here.")
    row = placed_row(paper, "91.5%")
    source = str(marked(paper.abstract, claim_spans([row])))
    assert f'href="{source_address(row).replace("&", "&amp;")}"' in source


def test_a_span_outside_the_text_is_left_out() -> None:
    assert "<mark" not in str(marked("short", [Span(3, 99, "number", "t")]))


@given(st.dictionaries(st.sampled_from(["benchmark", "metric", "q"]), st.text(min_size=1, max_size=20)))
def test_an_address_gives_back_what_went_into_it(params: dict[str, str]) -> None:
    parts = urlsplit(address("board", **params))
    assert {k: v[0] for k, v in parse_qs(parts.query, keep_blank_values=True).items()} == params


def test_an_address_leaves_out_what_is_not_set() -> None:
    assert address("board", benchmark="coco", metric=None, own=False, split=["a", "b"]) == (
        "./board?benchmark=coco&split=a&split=b"
    )


@pytest.mark.parametrize(
    ("url", "arxiv_id", "paper_id", "target", "what"),
    [
        (None, "2401.00001", "x", "https://arxiv.org/abs/2401.00001", "arXiv:2401.00001"),
        ("https://doi.org/10.1/x", None, "x", "https://doi.org/10.1/x", "DOI"),
        ("https://example.org/p", None, "x", "https://example.org/p", "Paper"),
        (None, None, "10.5555/abc", "https://doi.org/10.5555/abc", "DOI"),
        (
            "javascript:alert(1)",
            None,
            "x",
            "https://arxiv.org/search/?searchtype=title&query=A+B",
            "Search arXiv for the title",
        ),
    ],
)
def test_a_paper_is_linked_by_the_best_that_is_known(
    url: str | None, arxiv_id: str | None, paper_id: str, target: str, what: str
) -> None:
    assert paper_link("A B", url, arxiv_id, paper_id) == (target, what)


def test_a_table_has_a_name_and_a_heading_for_every_cell() -> None:
    source = str(table("Boards", [Column("Benchmark"), Column("Best", num=True)], [("Birds-9", "91.5%")]))
    assert source.count('scope="col"') == 2
    assert 'data-label="Best">91.5%' in source
    assert "<caption" in source


def test_a_column_without_content_is_left_out() -> None:
    source = str(table("Boards", [Column("Benchmark"), Column("Task")], [("Birds-9", None), ("Kites", "")]))
    assert "Task" not in source
    assert "Task" in str(table("Boards", [Column("Benchmark"), Column("Task", kept=True)], [("Birds-9", None)]))


def test_an_explanation_is_in_reach_of_the_keyboard_and_read_out() -> None:
    source = str(hint("WER", "Words wrong."))
    assert source.startswith("<button")
    assert 'aria-label="WER: Words wrong."' in source
    assert hint("WER", None) == "WER"


def test_what_stands_between_backticks_is_code() -> None:
    assert str(prose("Use `a < b`.")) == "Use <code>a &lt; b</code>."
    assert str(prose(None)) == ""


def test_facts_with_nothing_to_say_are_left_out() -> None:
    assert "Split" not in str(facts([("Split", None), ("Setting", "zero-shot")]))


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (r"3.7\times", "3.7×"), (r"41\%", "41%"), ("1,500$ times", "1,500 times"), ("≤ 5–7 ms", "≤ 5–7 ms"),
        ("41&#37;", "41%"), ("<b>41</b>%", "41%"), ("<5 ms", "<5 ms"),
    ],
)  # fmt: skip
def test_a_number_in_latex_or_html_is_shown_as_it_is_meant(quote: str, shown: str) -> None:
    assert readable(quote) == shown


def test_whose_a_result_is_is_told_by_what_decided_it() -> None:
    explained = explain(made_paper(abstract="KiteNet improves from 79.1% to 83.2% accuracy on ImageNet."))
    source = str(why_this_row(explained.extraction.rows[0], explained))
    whose = source.split("<dt>Whose</dt>")[1].split("</dd>")[0]
    assert whose.startswith("<dd>quoted for others&#x27; work")
    assert "from-to-first" in whose


def test_the_page_gives_no_advice_for_the_command_line() -> None:
    fault = Fault("no title among the columns", "rename one", "a, b", option="--column title=…")
    assert told(Skipped("/tmp/0", 3, fault), {"/tmp/0": "notes.csv"}) == (
        "notes.csv, line 3: no title among the columns (a, b); rename one"
    )
