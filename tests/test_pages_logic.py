"""What the views decide, run without a browser over a store of made-up papers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from leaderboard import boards
from leaderboard.boards import Entry, Filters
from leaderboard.boards.figures import number
from leaderboard.boards.values import entry_value
from leaderboard.model import Extraction
from leaderboard.pages import home, stores
from leaderboard.pages.server import SCRIPT
from leaderboard.store import Store, paper_of, papers_of, rows_of, write
from tests.demo import BIRDS, write_store
from tests.rows import made_paper, made_row, placed_row
from tests.views import html, notes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("logic") / "store")


def test_all_that_draws_is_loaded_before_anyone_is_served(folder: Path) -> None:
    """Two threads that load at once may each meet half a module: the first view then shows an error."""
    code = """
import asyncio, os, sys
from leaderboard.pages.server import opening
async def serve():
    async with opening(None):
        print("leaderboard.pages.site" in sys.modules, flush=True)
        os._exit(0)  # the boards are still being opened: nobody is there to read them
asyncio.run(serve())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"LEADERBOARD_FROM": str(folder)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "True"


@pytest.fixture
def app(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("LEADERBOARD_FROM", str(folder))
    stores.forget()
    return AppTest.from_file(str(SCRIPT), default_timeout=30)


def test_the_first_view_lists_every_board(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "Birds-9" in html(app)
    assert "MurmurSpeech" in html(app)


def test_a_query_in_the_address_is_the_search(app: AppTest) -> None:
    app.query_params["q"] = "murmur"
    app.run()
    assert app.text_input(key="q").value == "murmur"
    assert "Birds-9" not in html(app)


def test_typing_narrows_and_clearing_widens(app: AppTest) -> None:
    app.run()
    app.text_input(key="q").set_value("birds").run()
    assert "MurmurSpeech" not in html(app)
    app.text_input(key="q").set_value("").run()
    assert "MurmurSpeech" in html(app)


def test_the_best_of_each_board_leads_to_its_words(app: AppTest) -> None:
    app.run()
    assert 'href="./source?paper=oriole&amp;at=44" class="lb-go" aria-label="91.5%: read its words"' in html(app)


@pytest.mark.parametrize(("query", "first"), [("r", "Birds-9"), ("murmur", "MurmurSpeech")])
def test_a_search_begins_at_the_first_page(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, query: str, first: str
) -> None:
    monkeypatch.setattr(home, "PER_PAGE", 1)
    app.query_params["boards_page"] = "2"
    app.run()
    assert "2 to 2 of 2" in html(app)
    app.text_input(key="q").set_value(query).run()
    assert f">{first}</a>" in html(app)
    assert app.query_params == {"q": query}


def test_an_added_paper_stands_beside_the_stored_ones_and_in_place_of_its_namesake(folder: Path) -> None:
    lark = made_paper("lark", title="Lark", abstract="Lark reaches 95.0% accuracy on Birds-9.")
    jay = made_paper("jay", title="Jay", abstract="Jay reaches 99.5% accuracy on Birds-9.")
    added = [
        Extraction(lark, (placed_row(lark, "95.0%", **BIRDS, system="Lark"),), (), ()),
        Extraction(jay, (placed_row(jay, "99.5%", **BIRDS, system="Jay"),), (), ()),
    ]
    mixed = stores.with_added(Store(folder).connection(), added, "", "mixed")
    board = boards.board(mixed.connection(), "birds9", "accuracy", Filters(min_confidence=0))
    assert board is not None
    own = {entry.row.system: entry.row.quote for entry in board.entries if entry.row.role == "own"}
    assert own == {
        "Jay": "99.5%",
        "Lark": "95.0%",
        "Oriole": "91.5%",
        "Kite": "84.3 ± 0.4%",
        "Owl": "87.1%",
        "Wren": "84.1 ± 0.3%",
        "Swift": "93%",
    }
    found = papers_of(mixed.connection(), ["lark", "owl"])
    assert [(paper.paper_id, paper.abstract == lark.abstract) for paper in found] == [("lark", True), ("owl", False)]


def test_an_added_paper_takes_the_place_of_a_stored_one_of_its_title(folder: Path) -> None:
    owl = Store(folder).paper("owl")
    assert owl is not None
    pasted = made_paper("pasted", title=owl.title.upper(), abstract="Owl reaches 60.0% accuracy on Birds-9.")
    row = placed_row(pasted, "60.0%", **BIRDS, system="Owl")
    mixed = stores.with_added(Store(folder).connection(), [Extraction(pasted, (row,), (), ())], "", "mixed")
    assert paper_of(mixed.connection(), "owl") is None
    assert rows_of(mixed.connection(), "owl") == ()
    assert [found.quote for found in rows_of(mixed.connection(), "pasted")] == ["60.0%"]


def test_a_store_that_is_brought_back_to_what_it_was_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADERBOARD_FROM", str(tmp_path))
    stores.forget()
    quotes = []
    for value in ("81.2%", "64.7%", "81.2%"):  # the third run writes the part of the first again, under its name
        write(tmp_path, [made_paper("owl", abstract=f"Owl reaches {value} accuracy on Birds-9.")])
        quotes += [row.quote for row in rows_of(stores.opened_for_all().connection(), "owl")]
    assert quotes == ["81.2%", "64.7%", "81.2%"]


def test_the_same_id_with_another_text_is_another_state() -> None:
    one, other = (Extraction(made_paper("lark", abstract=text), (), (), ()) for text in ("One.", "Another."))
    assert stores.stamp_with("store", [one]) != stores.stamp_with("store", [other])
    assert stores.stamp_with("store", [one]) == stores.stamp_with("store", [one])


@pytest.mark.parametrize(
    ("quote", "value", "said"),
    [
        ("89.0%", 89.0, "89.0%"),
        ("1.2e-4", 0.00012, "0.00012%"),
        ("3.5M", 3_500_000.0, "3,500,000%"),
        ("0.00002", 2e-5, "0.00002%"),
        ("1,234.50", 1234.5, "1,234.50%"),
    ],
)
def test_a_value_is_shown_as_the_text_has_it_or_in_full(quote: str, value: float, said: str) -> None:
    row = made_row(quote=quote, value=value, board_value=value)
    assert entry_value(Entry(row, 1, False, True, value, None, None, 1, None, None)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1_234_567.0, "1,234,567"),
        (2e-5, "0.00002"),
        (1e-20, "1e-20"),
        (-0.5, "-0.5"),
        (88.123456, "88.1235"),
        (None, ""),
    ],
)
def test_a_number_is_never_rounded_to_nothing(value: float, said: str) -> None:
    assert number(value) == said


def test_a_page_of_boards_that_is_not_there_is_told_and_the_first_shown(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "PER_PAGE", 1)
    app.query_params["boards_page"] = "99"
    app.run()
    assert not app.exception
    assert [note for note in notes(html(app)) if "page “99”, which is not there: the first is shown" in note]
    assert "1 to 1 of 2" in html(app)


def test_a_store_that_is_not_there_is_named_with_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADERBOARD_FROM", str(tmp_path / "nowhere"))
    stores.forget()
    app = AppTest.from_file(str(SCRIPT), default_timeout=30).run()
    assert not app.exception
    assert str(tmp_path / "nowhere") in html(app)
    assert "leaderboard app --from" in html(app)


def test_an_empty_store_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("LEADERBOARD_FROM", str(tmp_path / "empty"))
    stores.forget()
    app = AppTest.from_file(str(SCRIPT), default_timeout=30).run()
    assert not app.exception
    assert "leaderboard extract" in html(app)
