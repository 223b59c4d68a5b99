"""What the views decide, run without a browser over a store of made-up papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from leaderboard.pages import stores
from tests.demo import write_store

APP = Path(__file__).parents[1] / "app.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("logic") / "store")


@pytest.fixture
def app(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("LEADERBOARD_FROM", str(folder))
    stores.forget()
    return AppTest.from_file(str(APP), default_timeout=30)


def html(app: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in app.get("html"))


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


def test_an_empty_store_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("LEADERBOARD_FROM", str(tmp_path / "empty"))
    stores.forget()
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    assert "leaderboard extract" in html(app)
