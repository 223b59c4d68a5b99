"""A store of a million rows: how fast it is written, and how fast boards come out of it, below the page and in it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import Figure, chromium, median_seconds, served
from leaderboard import boards
from leaderboard.extract import extract
from leaderboard.lexicon import lexicon
from leaderboard.model import Extraction, Paper, Row
from leaderboard.store import Store, write

GROUP = "A million rows"
PAPERS, ROWS_EACH = 250_000, 4


def measure(corpus: Path, scratch: Path) -> Iterator[Figure]:
    """Writing, opening, the list of boards and the change from one board to the next."""
    del corpus
    store = scratch / "million"
    start = time.perf_counter()
    written = write(store, _papers(), _MadeUp())
    yield Figure(GROUP, "rows written a second", written.rows / (time.perf_counter() - start), "/s")

    with Store(store).connection() as db:
        found = boards.list_boards(db)
        seconds = median_seconds(partial(boards.list_boards, db))
        yield Figure(GROUP, f"list of {len(found):,} boards, library", seconds, "s")
        for which, place in (("largest", 0), ("tenth", 9), ("fortieth", 39)):
            one = found[place]
            seconds = median_seconds(partial(boards.board, db, one.benchmark_key, one.metric_key))
            yield Figure(GROUP, f"{which} board, {one.entries:,} entries, library", seconds, "s")
    yield from _in_the_browser(store, [one.benchmark_key for one in found])


def _in_the_browser(store: Path, keys: Sequence[str]) -> Iterator[Figure]:
    """The times of the page over a store whose boards are of these benchmarks, most papers first."""
    with served(store) as address, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page()
        first = _until_table(page, address)
        yield Figure(GROUP, "boards page, first visit after the start", first, "s")
        warm = median(_in_a_page_of_its_own(browser, address) for _ in range(3))
        yield Figure(GROUP, "boards page, warm", warm, "s", "2 s")
        for name, place in (
            ("about the fortieth board", 37),
            ("about the tenth board", 8),
            ("one of the largest boards", 0),
        ):
            # Each board is asked for once, since the page keeps it; so the median is that of three like it.
            seconds = median(_switch(page, address, key) for key in keys[place : place + 3])
            yield Figure(GROUP, f"switch to {name}, in the page", seconds, "s", "0.5 s")
        browser.close()


def _switch(page: Page, address: str, key: str) -> float:
    """Seconds from a click in the list of boards to the first value of the board of this benchmark."""
    _until_table(page, address)
    page.locator('[data-test-script-state="notRunning"]').wait_for()  # else the rest of the list is timed too
    link = page.locator(f'a.lb-go[href*="benchmark={key}&"], a.lb-go[href$="benchmark={key}"]').first
    link.wait_for()
    start = time.perf_counter()
    link.click()
    page.locator("td .lb-value").first.wait_for()
    return time.perf_counter() - start


def _in_a_page_of_its_own(browser: Browser, address: str) -> float:
    page = browser.new_page()
    seconds = _until_table(page, address)
    page.close()  # else it goes on drawing beside what is measured next
    return seconds


def _until_table(page: Page, address: str) -> float:
    start = time.perf_counter()
    page.goto(address)
    page.locator("table td").first.wait_for()
    return time.perf_counter() - start


def _papers() -> Iterator[Paper]:
    for number in range(PAPERS):
        yield Paper(f"made-up-{number}", f"Made-up paper {number}", "A made-up abstract.", date=f"{2015 + number % 11}")


class _MadeUp:
    """Stands in for extraction: scores, changes and factors in the shares that real abstracts have."""

    def __init__(self) -> None:
        self._random = random.Random(7)
        self._benchmarks = lexicon().benchmarks
        self._weights = [1 / (place + 5) for place in range(len(self._benchmarks))]
        template = extract(Paper("a", "A", "BirdNet reaches 91.2% top-1 accuracy on ImageNet.")).rows
        self._row = template[0]

    def __call__(self, papers: Iterable[Paper]) -> Iterable[Extraction]:
        for paper in papers:
            yield Extraction(paper, tuple(self._one(paper, place) for place in range(ROWS_EACH)), (), ())

    def _one(self, paper: Paper, place: int) -> Row:
        value = round(self._random.uniform(20, 99), 2)
        kind = self._random.choices(("score", "change", "factor"), (44, 45, 11))[0]
        (benchmark,) = self._random.choices(self._benchmarks, self._weights)
        named = self._random.random() < 0.5
        return replace(
            self._row,
            paper_id=paper.paper_id,
            title=paper.title,
            date=paper.date,
            kind=kind,  # type: ignore[arg-type]
            value=value,
            board_value=value,
            quote=f"{value}%",
            benchmark=benchmark.name if named else None,
            benchmark_text=benchmark.name if named else None,
            benchmark_id=benchmark.id if named else None,
            task=benchmark.task if named else None,
            system=f"System-{self._random.randrange(50_000)}",
            system_label=f"System-{self._random.randrange(50_000)}-{place}",
        )
