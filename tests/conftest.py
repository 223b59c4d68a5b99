"""What tests share: a folder of real abstracts, and a browser, where the machine has them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, sync_playwright

# How long an example takes depends on the machine: no test fails for it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--corpus",
        metavar="DIR",
        default=os.environ.get("LEADERBOARD_CORPUS") or None,
        help="folder that holds pages/ and arxiv-sample.jsonl.gz (or set LEADERBOARD_CORPUS); "
        "the folder `golden` beside it holds score.py and the annotated rows",
    )


@pytest.fixture(scope="session", autouse=True)
def nothing_named() -> Iterator[None]:
    """What the environment names as store and as corpus is for no test: one that needs it asks for `corpus`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("LEADERBOARD_FROM", "LEADERBOARD_CORPUS"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def corpus(pytestconfig: pytest.Config) -> Path:
    """The folder of real abstracts; without it the test is skipped, on CI it fails."""
    given = pytestconfig.getoption("corpus")
    if given is None:
        _missing("needs real abstracts: give their folder with --corpus DIR or LEADERBOARD_CORPUS")
    folder = Path(given).resolve()
    if not (folder / "pages").is_dir() or not (folder / "arxiv-sample.jsonl.gz").is_file():
        pytest.fail(f"--corpus {given}: no folder with pages/ and arxiv-sample.jsonl.gz")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the one that is installed, else the one that playwright downloaded.

    LEADERBOARD_BROWSER names another. Without any the test is skipped, on CI it fails.
    """
    executable = os.environ.get("LEADERBOARD_BROWSER") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable)
        except Error as error:
            _missing(f"needs Chromium or Chrome (or LEADERBOARD_BROWSER): {error.message.splitlines()[0]}")
        yield browser
        browser.close()


def _missing(reason: str) -> NoReturn:
    """Skip the test and say why; on CI, where everything is installed, fail it."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
