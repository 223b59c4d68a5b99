"""The page served over made-up papers, and a browser page that minds what goes wrong unseen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize, expect

from tests.demo import write_store
from tests.serving import served

ROOT = Path(__file__).parents[2]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

# A wait ends as soon as what it is for is there; a busy machine must not end it before.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

PLACEHOLDER = '[data-testid="stSkeleton"]'

Open = Callable[..., Page]
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let `visit` know of a failure, so that it tells what was to be seen."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or (call.when == "call" and report.failed)
    return report


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the served page has its store and its log."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The root address of a served page."""
    store = write_store(site_folder / "store")
    environment = {**os.environ, "LEADERBOARD_FROM": str(store), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}

    def command(port: str) -> list[str]:
        options = ["--server.port", port, "--server.address", "127.0.0.1"]
        return [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *options]

    with served(command, environment, site_folder, site_folder / "log") as address:
        yield address


@pytest.fixture(scope="session")
def tabs() -> list[Page]:
    """Tabs that tests have left, empty again: one that has run the scripts of the page starts them in half the time."""
    return []


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, browser: Browser, tabs: list[Page], site: str, site_folder: Path
) -> Iterator[Open]:
    """Open an address of the page in a browser of its own; afterwards no console error and no request elsewhere."""
    wrong: list[str] = []
    opened: list[Page] = []

    def minded(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(f"console: {message.text} ({message.location.get('url', '')})")

    def failed(error: Error) -> None:
        wrong.append(f"page error: {error}")

    def asked(made: Request) -> None:
        if not made.url.startswith((site, site.replace("http", "ws"), "data:", "blob:")):
            wrong.append(f"request to {made.url}")

    def go(path: str = "", *, size: ViewportSize = DESKTOP, dark: bool = False) -> Page:
        page = tabs.pop() if tabs else new_tab(browser)
        opened.append(page)
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        page.on("console", minded)
        page.on("pageerror", failed)
        page.on("request", asked)
        page.goto(f"{site}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        drawn(page)
        return page

    yield go
    if request.node.stash.get(FAILED, False):
        for page in opened:
            print(f"{page.url} shows {page.inner_text('body')!r}")
            page.context.close()
        print(f"browser: {wrong}; server: {(site_folder / 'log').read_text(errors='replace')}")
        return
    for page in opened:
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.context.clear_cookies()
        page.remove_listener("console", minded)
        page.remove_listener("pageerror", failed)
        page.remove_listener("request", asked)
        page.goto("about:blank")
        tabs.append(page)
    assert not wrong


def new_tab(browser: Browser) -> Page:
    """A tab in a browser of its own, which shares nothing with the others."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.set_default_timeout(PATIENCE)
    # What a placeholder stands for may be larger: a click would miss what moves away under it.
    page.add_locator_handler(page.locator(PLACEHOLDER).first, lambda _: None)
    return page


def drawn(page: Page) -> None:
    """Wait until the script has run to its end and all has its place: what is opened before may be drawn anew."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    expect(page.locator(PLACEHOLDER)).to_have_count(0)


def settle(page: Page) -> None:
    """Wait until the script has run to its end and nothing fades any more: what is stale is drawn pale until then."""
    drawn(page)
    page.wait_for_function(
        """() => document.fonts.status === 'loaded' && !document.querySelector('[data-stale="true"]')
            && document.getAnimations().every(move => move.playState !== 'running')"""
    )


def cells(page: Page, column: str) -> list[str]:
    """What the cells of a column of the tables show."""
    found = page.locator(f'td[data-label="{column}"]')
    found.first.wait_for()
    return [" ".join(text.split()) for text in found.all_inner_texts()]
