"""What a reader takes along: files of exactly what each view shows, text to copy, and pictures of the chart."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from leaderboard.export import COLUMNS
from leaderboard.sheets import plain_cell
from tests.browser.conftest import DESKTOP, PHONE, Open, cells

pytestmark = pytest.mark.browser

BIRDS = "board?benchmark=birds9&metric=accuracy"


def saved(page: Page, button: str, which: str = "first") -> tuple[str, bytes]:
    """The name and content of what a button saves."""
    with page.expect_download() as download:
        buttons = page.get_by_role("button", name=button, exact=True)
        (buttons.last if which == "last" else buttons.first).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def table_of(page: Page, which: str = "first") -> tuple[str, list[dict[str, str]]]:
    name, content = saved(page, "Download CSV", which)
    return name, list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_csv_of_a_board_holds_exactly_what_is_shown(visit: Open) -> None:
    page = visit(f"{BIRDS}&own=true&sort=system")
    name, rows = table_of(page)
    assert name == "birds-9-accuracy.csv"
    assert tuple(rows[0]) == COLUMNS
    assert [row["rank"] or "–" for row in rows] == cells(page, "Rank")
    assert [row["system"] for row in rows] == [system.split()[0] for system in cells(page, "System")]


# The view, the file's name, and which column of it says what which column of the page does.
VIEWS = [
    ("", "boards.csv", "Benchmark", "Benchmark"),
    ("?q=murmur", "boards-murmur.csv", "Benchmark", "Benchmark"),
    ("changes?kind=Speed-ups+and+savings", "changes.csv", "quote", "Claim"),
    ("results?rq=oriole", "results-oriole.csv", "quote", "Claim"),
    ("unnamed", "unnamed.csv", "quote", "Claim"),
    ("compare?system=Oriole&system=Jay", "compare-oriole-jay.csv", "Oriole", "Oriole"),
    ("compare?benchmark=birds9", "birds-9-metrics.csv", "accuracy", "accuracy"),
]


@pytest.mark.parametrize(("path", "name", "column", "shown"), VIEWS)
def test_every_view_gives_the_rows_that_it_shows(visit: Open, path: str, name: str, column: str, shown: str) -> None:
    page = visit(path)
    on_page = cells(page, shown)
    given, rows = table_of(page)
    assert given == name
    assert len(rows) == len(on_page)
    for row, cell in zip(rows, on_page, strict=True):
        assert plain_cell(row[column]) in cell


def test_a_source_gives_its_paper_s_claims(visit: Open) -> None:
    page = visit("source?paper=oriole&at=44")
    _, rows = table_of(page)
    assert [row["quote"] for row in rows] == page.locator(".lb-claims .lb-value").all_inner_texts()


def test_the_check_gives_its_figures_and_its_errors(visit: Open) -> None:
    page = visit("check")
    levels = cells(page, "Level")
    name, figures = table_of(page)
    assert name == "check-cases.csv"
    assert [row["Name"] for row in figures if row["By"] == "level"] == levels
    name, errors = table_of(page, "last")
    assert name == "errors-cases.csv"
    numbers = cells(page, "Number")
    assert [plain_cell(row["Number"]) for row in errors][: len(numbers)] == numbers


def test_tried_claims_are_given_also_when_the_session_has_boards_of_its_own(visit: Open) -> None:
    page = visit("try")
    page.get_by_role("button", name="Show me an example").click()
    numbers = cells(page, "Number")
    rows = table_of(page)[1]
    assert rows
    assert [row["quote"] for row in rows] == numbers[: len(rows)]
    page.get_by_role("button", name="Add to this session's boards").click()
    page.get_by_role("link", name="Boards with 1 added paper").click()
    page.get_by_role("link", name="ImageNet", exact=True).click()
    page.get_by_role("heading", name="ImageNet: top-1 accuracy").wait_for()
    cells(page, "Rank")
    assert [f"{row['system']} this session" for row in table_of(page)[1]] == cells(page, "System")


def test_the_other_formats_hold_the_same_rows(visit: Open) -> None:
    page = visit(BIRDS)
    shown = len(cells(page, "Rank"))
    name, content = saved(page, "JSON")
    assert name == "birds-9-accuracy.json"
    assert len(json.loads(content)) == shown
    assert saved(page, "Parquet")[1].startswith(b"PAR1")
    assert len(re.findall(r"^\| +[\d ]", saved(page, "Markdown")[1].decode(), re.MULTILINE)) == shown


@pytest.mark.parametrize("path", ["", BIRDS, "changes", "compare?system=Oriole&system=Jay", "source?paper=jay"])
def test_a_markdown_table_and_bibtex_can_be_copied(visit: Open, path: str) -> None:
    page = visit(path)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_text("| ---").first).to_be_visible()
    page.get_by_text("BibTeX", exact=True).click()
    expect(page.get_by_text("@misc{").first).to_be_visible()


def test_a_latex_table_of_a_board_can_be_copied(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_text("LaTeX table", exact=True).click()
    expect(page.get_by_test_id("stCode")).to_contain_text("\\begin{tabular}")
    expect(page.get_by_test_id("stCode")).to_contain_text("Oriole")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_what_is_copied_has_room_and_the_keyboard_comes_back(visit: Open, size: ViewportSize) -> None:
    page = visit(size=size)
    copy = page.get_by_role("button", name="Copy", exact=True)
    copy.focus()
    page.keyboard.press("Enter")
    text = page.get_by_role("dialog").get_by_test_id("stCode")
    expect(text).to_be_in_viewport(ratio=1)
    room = text.bounding_box()
    assert room is not None
    assert room["height"] > 100
    page.keyboard.press("Escape")
    expect(copy).to_be_focused()


def test_the_files_of_a_board_are_offered_above_its_table(visit: Open) -> None:
    page = visit(BIRDS, size=PHONE)
    expect(page.get_by_role("button", name="Download CSV", exact=True)).to_be_in_viewport()


def test_the_chart_is_saved_as_svg_and_as_png(visit: Open) -> None:
    page = visit(BIRDS)
    page.locator('[data-testid="stVegaLiteChart"] svg.marks').wait_for()
    name, drawn = saved(page, "SVG")
    assert name == "birds-9-accuracy.svg"
    assert drawn.startswith(b"<svg")
    name, picture = saved(page, "PNG")
    assert name == "birds-9-accuracy.png"
    assert picture.startswith(b"\x89PNG")
