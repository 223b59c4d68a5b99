"""What single views say where there is little or nothing to show, run without a browser."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from leaderboard.model import Extraction, Paper, Row
from leaderboard.pages import stores
from leaderboard.pages.addresses import row_mark
from leaderboard.patterns import PatternError
from leaderboard.store import write
from tests.demo import BIRDS, PAPERS, ROWS
from tests.rows import placed_row
from tests.views import html, notes


def _home() -> None:
    from leaderboard.pages import home

    home.show()


def _board() -> None:
    from leaderboard.pages import board

    board.show()


def _changes() -> None:
    from leaderboard.pages import changes

    changes.show()


def _compare() -> None:
    from leaderboard.pages import compare

    compare.show()


def _source() -> None:
    from leaderboard.pages import source

    source.show()


def _check() -> None:
    from leaderboard.pages import check

    check.show()


def _site() -> None:
    from leaderboard.pages import site

    site.main()


VIEWS = {
    "site": _site,
    "home": _home,
    "board": _board,
    "changes": _changes,
    "compare": _compare,
    "source": _source,
    "check": _check,
}


Keep = Callable[[Sequence[Row]], None]


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keep:
    """Keeps rows of the made-up papers as the store that views read."""

    def kept(rows: Sequence[Row]) -> None:
        papers = [paper for paper in PAPERS.values() if any(row.paper_id == paper.paper_id for row in rows)]
        (tmp_path / "store").mkdir()
        if papers:
            write(tmp_path / "store", papers, lambda batch: (_extraction(paper, rows) for paper in batch))
        monkeypatch.setenv("LEADERBOARD_FROM", str(tmp_path / "store"))
        stores.forget()

    return kept


def _extraction(paper: Paper, rows: Sequence[Row]) -> Extraction:
    return Extraction(paper, tuple(row for row in rows if row.paper_id == paper.paper_id), (), ())


def shown(view: str, **params: str | list[str]) -> str:
    """The HTML of a view at an address with these parameters."""
    app = AppTest.from_function(VIEWS[view], default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return html(app)


def test_a_board_of_one_result_shows_it(keep: Keep) -> None:
    rows = tuple(row for row in ROWS if row.paper_id == "heron")
    keep(rows)
    html = shown("board", benchmark="MurmurSpeech")
    assert "3.4%" in html
    assert "Heron listens" in html


def test_a_board_whose_results_are_all_unsure_points_to_the_switch(keep: Keep) -> None:
    row = placed_row(PAPERS["owl"], "87.1%", **BIRDS, system="Owl", confidence=0.35)
    keep((row,))
    html = shown("board", benchmark="birds9")
    assert "all of low confidence: the switch above shows them" in html
    assert "87.1%" in shown("board", benchmark="birds9", low="true")


def test_each_value_in_conflict_leads_to_its_words(keep: Keep) -> None:
    keep(ROWS)
    html = shown("board", benchmark="birds9")
    assert re.search(r'<a href="./source\?paper=oriole&amp;at=\d+" class="lb-go">89%</a> in Oriole', html)


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(keep: Keep) -> None:
    keep(ROWS)
    html = shown("board", benchmark="birds9", since="2030")
    assert "Nothing on this board fits these filters" in html
    assert "Clear the filters" in html


def test_an_unknown_benchmark_proposes_those_spelt_alike(keep: Keep) -> None:
    keep(ROWS)
    html = shown("board", benchmark="Birds-8")
    assert "No benchmark here is called “Birds-8”" in html
    assert "Did you mean" in html


def test_a_listing_of_an_empty_store_says_how_to_fill_it(keep: Keep) -> None:
    keep(())
    assert "Read papers into it" in shown("changes")


def test_dates_the_wrong_way_round_are_told(keep: Keep) -> None:
    keep(ROWS)
    assert "from 2024-06 is after to 2024-05" in shown("board", benchmark="birds9", since="2024-06", until="2024-05")
    assert "is after" not in shown("board", benchmark="birds9", since="2024-05", until="2024")


@pytest.mark.parametrize(
    ("asked", "said"), [("price", "order “price”, which is not there: sorted by rank"), ("date", "")]
)
def test_an_order_that_is_none_is_told(keep: Keep, asked: str, said: str) -> None:
    keep(ROWS)
    html = shown("board", benchmark="birds9", sort=asked)
    assert said in html
    assert ("which is not there" in html) == bool(said)


@pytest.mark.parametrize(
    ("view", "params", "said"),
    [
        ("board", {"benchmark": "bird9"}, "No benchmark here is called “bird9”"),
        ("board", {}, "This address names no benchmark"),
        ("board", {"benchmark": "birds9", "metric": "nosuch"}, "no results by “nosuch”"),
        ("board", {"benchmark": "birds9", "since": "soon"}, "“soon” is no date"),
        ("board", {"benchmark": "birds9", "confidence": "9"}, "The address asks for confidence “9”"),
        (
            "board",
            {"benchmark": "birds9", "own": "maybe"},
            "asks for own “maybe”, which is not there: the switch is off",
        ),
        ("source", {"paper": "nosuch"}, "No paper here has the id “nosuch”"),
        ("source", {"paper": "oriole", "at": "3"}, "No claim starts at the place"),
        ("changes", {"c_metric": "nosuch"}, "The address asks for metric “nosuch”"),
        ("changes", {"kind": "nosuch"}, "The address asks for kind “nosuch”"),
        ("home", {"field": "nosuch"}, "The address asks for field “nosuch”"),
        ("home", {"sort": "nosuch"}, "The address asks for order “nosuch”"),
        ("compare", {"benchmark": "nosuch"}, "No benchmark here is called"),
        ("compare", {"benchmark": "birds9", "metric_shown": "nosuch"}, "The address asks for metrics “nosuch”"),
        ("check", {"error": "nosuch", "at": "3"}, "Nothing is wrong at the place"),
        ("check", {"part": "nosuch"}, "The address asks for part “nosuch”"),
    ],
)
def test_what_an_address_asks_for_and_is_not_there_is_told(
    keep: Keep, view: str, params: dict[str, str], said: str
) -> None:
    keep(ROWS)
    assert [note for note in notes(shown(view, **params)) if said in note]


def test_another_field_undoes_the_choice_of_a_task(keep: Keep) -> None:
    named = (("ImageNet", "imagenet"), ("SQuAD", "squad"))
    keep([replace(ROWS[0], benchmark=name, benchmark_id=identifier) for name, identifier in named])
    app = AppTest.from_function(_home)
    app.query_params.update(field="vision", task="image classification")
    app.run()
    assert app.selectbox("task").value == "image classification"
    app.selectbox("field").select("language").run()
    assert app.selectbox("task").value is None
    assert not [note for note in notes(html(app)) if "The address asks" in note]


def test_comparing_needs_two_systems(keep: Keep) -> None:
    rows = tuple(row for row in ROWS if row.paper_id == "heron")
    keep(rows)
    assert "Fewer than two systems" in shown("compare")


def test_systems_that_never_meet_are_told_apart_and_others_proposed(keep: Keep) -> None:
    keep(ROWS)
    html = shown("compare", system=["Oriole", "Heron"])
    assert "Oriole and Heron share no board" in html
    assert "Jay and Oriole" in html or "Oriole and Jay" in html


def test_a_system_that_met_none_of_the_others_is_told(keep: Keep) -> None:
    keep(ROWS)
    html = shown("compare", system=["Oriole", "Jay", "Heron", "Wren"])
    assert "Wren met none of the others" in html
    assert "91.5%" in html


def test_a_system_that_no_board_names_is_told_with_names_like_it_and_left_out(keep: Keep) -> None:
    keep(ROWS)
    html = shown("compare", system=["oriole", "Jay", "Orioles"])
    assert "No board here names a system “Orioles”" in html
    assert 'href="./compare?system=oriole&amp;system=Jay&amp;system=Oriole"' in html
    assert "Orioles leads" not in html
    html = shown("compare", system=["Oriole", "Zzz"])
    assert "names a system “Zzz”" in html
    assert "Did you mean" not in html
    assert "Choose another system" in html


def test_the_rows_of_one_number_have_addresses_of_their_own(keep: Keep) -> None:
    one = placed_row(PAPERS["jay"], "90.2%", **BIRDS, system="Jay")
    other = placed_row(PAPERS["jay"], "90.2%", **{**BIRDS, "benchmark": "Kites-4"}, system="Jay")
    assert row_mark(one) != row_mark(other)
    keep((one, other))
    html = shown("source", paper="jay", at=str(other.start), row=row_mark(other))
    chosen = html.split('aria-current="true"')[1].split("</li>")[0]
    assert "Kites-4" in chosen


@pytest.mark.parametrize(
    ("paper", "number", "back"),
    [("oriole", "91.5%", "← Birds-9: accuracy"), ("oriole", "3.2x", "← Gains"), ("kite", "77%", "← Scores without")],
)
def test_a_source_leads_back_to_where_its_row_stands(keep: Keep, paper: str, number: str, back: str) -> None:
    keep(ROWS)
    assert back in shown("source", paper=paper, at=str(PAPERS[paper].abstract.index(number)))


def test_a_part_of_the_check_that_is_not_there_is_told(keep: Keep) -> None:
    keep(())
    html = shown("check", part="blind")
    assert "which is not there" in html
    assert "leaderboard app --corpus PATH" in html


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (duckdb.IOException("No magic bytes\nat the end"), "the store cannot be read: No magic bytes; delete"),
        (OSError(errno.ENOSPC, "No space left on device", "/cache/rows"), "/cache/rows: No space left on device; make"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def bad() -> None:
        raise error

    monkeypatch.setattr("leaderboard.pages.reading.prepare", bad)
    assert said in shown("site")


def test_a_bad_pattern_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def bad() -> None:
        raise PatternError("patterns/units.yaml:7: `name`: Field required")

    monkeypatch.setattr("leaderboard.pages.reading.prepare", bad)
    assert "patterns/units.yaml:7" in shown("site")
