"""The pictures of the page in `docs/`: served over the bundled corpus, taken by the Chromium that is installed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import chromium, served
from leaderboard.stores import bundled_store

DOCS = Path(__file__).parents[1] / "docs"
DESKTOP, PHONE = (1280, 860), (390, 844)
BOARD = "board?benchmark=imagenet&metric=top-1-accuracy"
SHOTS = (
    ("boards", "", DESKTOP, False),
    ("boards-dark", "", DESKTOP, True),
    ("boards-phone-dark", "", PHONE, True),
    ("board", BOARD, DESKTOP, False),
    ("board-dark", BOARD, DESKTOP, True),
    ("board-phone", BOARD, PHONE, False),
    ("source", BOARD, DESKTOP, False),
    ("source-phone-dark", BOARD, PHONE, True),
    ("try", "try", DESKTOP, False),
    ("check-dark", "check", DESKTOP, True),
)


def main() -> None:
    """Take them all; the views named `source` are reached as a reader reaches them, from a row of the board."""
    DOCS.mkdir(exist_ok=True)
    with served(bundled_store()) as address, sync_playwright() as playwright:
        browser = chromium(playwright)
        for name, path, size, dark in SHOTS:
            page = _open(browser, f"{address}/{path}", size, dark)
            if name.startswith("source"):
                page.locator("td a.lb-go .lb-value").nth(2).click()
                page.get_by_text("Why this row").wait_for()
            elif name.startswith("try"):
                page.get_by_role("button", name="Show me an example").click()
                page.locator("table").first.wait_for()
            else:
                page.locator("table").first.wait_for()
            if path in (BOARD, "check") and not name.startswith("source"):
                page.locator('[data-testid="stVegaLiteChart"] svg.marks').first.wait_for()
            # Until fonts, icons and the chart have settled.
            page.wait_for_timeout(1500)
            page.screenshot(path=DOCS / f"{name}.png")
            page.context.close()
        browser.close()


def _open(browser: Browser, address: str, size: tuple[int, int], dark: bool) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for()
    return page


if __name__ == "__main__":
    main()
