"""What a reader does with the page, in a real browser."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leaderboard.export import COLUMNS
from tests.browser.conftest import PHONE, Open

pytestmark = pytest.mark.browser

BIRDS = "board?benchmark=birds9&metric=accuracy"


def cells(page: Page, column: str) -> list[str]:
    found = page.locator(f'td[data-label="{column}"]')
    found.first.wait_for()
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_the_first_screen_shows_boards(visit: Open) -> None:
    page = visit()
    assert cells(page, "Benchmark")[0].startswith("Birds-9")
    assert cells(page, "Best") == ["91.5%", "3.4%"]


def test_a_board_is_found_as_one_types(visit: Open) -> None:
    page = visit()
    page.get_by_label("Find a board").press_sequentially("murmur")
    expect(page.locator('td[data-label="Benchmark"]')).to_have_count(1)
    page.get_by_role("link", name="MurmurSpeech").click()
    heading(page, "MurmurSpeech: WER")
    expect(page).to_have_title("MurmurSpeech: WER · Leaderboard")
    assert cells(page, "System") == ["Heron", "Jay"]


def test_a_search_without_a_match_says_what_to_do(visit: Open) -> None:
    page = visit("?q=nosuchthing")
    expect(page.get_by_role("status").filter(has_text="No board matches")).to_be_visible()
    page.get_by_role("link", name="show all boards").click()
    expect(page.locator('td[data-label="Benchmark"]')).to_have_count(2)


def test_a_board_is_sorted_and_the_address_restores_it(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("columnheader", name="System").get_by_role("link").click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("System")
    systems = [name.split()[0] for name in cells(page, "System")]
    assert systems == sorted(systems)
    again = visit(page.url.split("/", 3)[3])
    assert cells(again, "System") == cells(page, "System")


def test_filters_narrow_the_board_and_the_address_restores_them(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("button", name="Filters").click()
    page.get_by_text("Authors' own results only").click()
    expect(page.locator('.lb-badge[aria-label^="quoted:"]')).to_have_count(0)
    assert "own=true" in page.url
    again = visit(page.url.split("/", 3)[3])
    assert cells(again, "System") == cells(page, "System")


def test_results_of_low_confidence_stand_behind_a_switch_that_counts_them(visit: Open) -> None:
    page = visit(BIRDS)
    assert "Owl" not in " ".join(cells(page, "System"))
    page.get_by_text("Show results of low confidence (1)").click()
    expect(page.locator('td[data-label="System"]', has_text="Owl")).to_be_visible()


def test_a_row_leads_to_its_words_and_back_leads_to_the_board(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("link", name="91.5%: read its words").click()
    heading(page, "Oriole: a small model for birds")
    marks = {
        kind: page.locator(f".lb-abstract mark.lb-{kind}").inner_text()
        for kind in ("number", "metric", "benchmark", "system")
    }
    assert marks == {"number": "91.5%", "metric": "accuracy", "benchmark": "Birds-9", "system": "Oriole"}
    assert page.get_by_role("link", name="arXiv:2401.00001").get_attribute("href") == "https://arxiv.org/abs/2401.00001"
    page.go_back()
    heading(page, "Birds-9: accuracy")


def test_another_claim_of_the_paper_is_one_click_away(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("link", name="91.5%: read its words").click()
    page.locator(".lb-abstract a", has_text="3.2x").click()
    expect(page.locator(".lb-abstract mark.lb-number")).to_have_text("3.2x")


def test_a_paper_known_by_its_title_alone_is_searched_and_says_so(visit: Open) -> None:
    page = visit("source?paper=swift")
    expect(page.get_by_role("link", name="Search arXiv for the title")).to_have_attribute(
        "href", re.compile("query=Swift")
    )


def test_markup_in_a_title_is_text(visit: Open) -> None:
    page = visit(BIRDS)
    expect(page.get_by_text("Kite: learning <b>without</b> labels & costs").first).to_be_visible()


def test_the_csv_holds_exactly_what_is_shown(visit: Open, tmp_path: Path) -> None:
    page = visit(BIRDS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    assert download.value.suggested_filename == "birds-9-accuracy.csv"
    download.value.save_as(tmp_path / "board.csv")
    with (tmp_path / "board.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["rank"] or "–" for row in rows] == cells(page, "Rank")
    assert [row["system"] for row in rows] == [name.split()[0] for name in cells(page, "System")]


def test_a_markdown_table_and_bibtex_can_be_copied(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("| Rank | Value |")).to_be_visible()
    page.get_by_text("BibTeX", exact=True).click()
    expect(page.get_by_text("@misc{").first).to_be_visible()


def test_gains_and_savings_are_listed_and_narrowed(visit: Open) -> None:
    page = visit("changes")
    assert cells(page, "Claim") == ["2.5 points better", "40% better", "3.2x better"]
    page.get_by_text("Speed-ups and savings").click()
    expect(page.locator('td[data-label="Claim"]')).to_have_count(2)
    assert "kind=" in page.url


def test_scores_without_a_benchmark_have_a_listing(visit: Open) -> None:
    assert cells(visit("unnamed"), "Claim") == ["≈ 77%"]


def test_systems_are_compared_where_they_meet(visit: Open) -> None:
    page = visit("compare?system=oriole&system=jay")
    assert (cells(page, "oriole"), cells(page, "jay")) == (["91.5%"], ["90.2%"])


def test_a_pasted_abstract_is_read_and_joins_the_boards_of_the_session(visit: Open) -> None:
    page = visit("try")
    page.get_by_label("Abstract").fill("Lark reaches 92.75% accuracy on ImageNet in 2021.")
    page.get_by_role("button", name="Read it").click()
    page.locator(".lb-abstract mark.lb-claim", has_text="92.75%").wait_for()
    page.get_by_role("button", name="Add to this session's boards").click()
    page.get_by_role("link", name="Boards with 1 added paper").click()
    page.get_by_role("link", name="ImageNet").click()
    assert cells(page, "accuracy") == ["92.75%"]


def test_a_page_file_is_read(visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "Lark: a model\nLark reaches 92.75% accuracy on ImageNet. We tell how it was made and why it works so well.\n"
    )
    page = visit("try")
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_text("page.txt").wait_for()
    page.get_by_role("button", name="Read the files").click()
    page.locator(".lb-abstract mark.lb-claim", has_text="92.75%").wait_for()


def test_the_check_shows_figures_and_how_to_have_more(visit: Open) -> None:
    page = visit("check")
    expect(page.get_by_text("leaderboard app --corpus PATH")).to_be_visible()
    assert cells(page, "Level") == ["number", "row", "leaderboard"]


def test_an_error_is_one_click_from_its_sentence_with_expected_and_got(visit: Open) -> None:
    page = visit("check")
    number = cells(page, "Number")[0]
    fault = cells(page, "What is wrong")[0]
    page.get_by_role("link", name=f"{number}: see its sentence").first.click()
    heading(page, f"{number}: {fault}")
    expect(page.locator(".lb-abstract .lb-sentence")).to_contain_text(number)
    expect(page.get_by_role("table", name="Expected and got").first).to_be_visible()
    assert cells(visit(page.url.split("/", 3)[3]), "Field") == cells(page, "Field")
    page.get_by_role("link", name="Next error").click()
    expect(page.get_by_role("link", name="Previous error")).to_be_visible()
    page.get_by_role("link", name="All errors").click()
    heading(page, "Check")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("board?benchmark=bird9", "No benchmark here is called “bird9”"),
        ("board", "This address names no benchmark"),
        ("board?benchmark=birds9&metric=nosuch", "no results by “nosuch”"),
        ("board?benchmark=birds9&since=soon", "“soon” is no date"),
        ("source?paper=nosuch", "No paper here has the id “nosuch”"),
        ("source?paper=oriole&at=3", "No claim starts at the place"),
        ("?field=nosuch", "The address asks for field “nosuch”"),
        ("compare?benchmark=nosuch", "No benchmark here is called"),
        ("check?error=nosuch&at=3", "Nothing is wrong at the place"),
        ("check?part=nosuch", "The address asks for part “nosuch”"),
        ("changes?kind=nosuch", "The address asks for kind “nosuch”"),
        ("nosuch", "no view called “nosuch”"),
        ("board/birds9", "no view called “board/birds9”"),
    ],
)
def test_a_wrong_address_lands_softly(visit: Open, path: str, said: str) -> None:
    expect(visit(path).get_by_role("status").filter(has_text=said)).to_be_visible()


def test_the_keyboard_alone_reaches_a_source(visit: Open) -> None:
    page = visit(BIRDS)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label') || ''").startswith("91.5%"):
            break
    page.keyboard.press("Enter")
    heading(page, "Oriole: a small model for birds")


@pytest.mark.parametrize("path", ["", BIRDS, "source?paper=oriole&at=44", "changes", "unnamed", "compare", "try"])
def test_a_phone_shows_every_view_without_scrolling_sideways(visit: Open, path: str) -> None:
    page = visit(path, size=PHONE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]


def test_a_mark_of_the_chart_leads_to_its_source(visit: Open) -> None:
    page = visit(BIRDS)
    page.locator('[data-testid="stVegaLiteChart"] svg .mark-symbol path').first.click()
    expect(
        page.get_by_role("heading", level=2).filter(has_text="Why this row").or_(page.get_by_text("Why this row"))
    ).to_be_visible()


def test_the_chart_is_saved_as_svg_and_as_png(visit: Open) -> None:
    page = visit(BIRDS)
    chart = page.locator('[data-testid="stVegaLiteChart"]')
    chart.locator("svg.marks").wait_for()
    with page.expect_download() as svg:
        page.get_by_role("button", name="SVG", exact=True).click()
    assert svg.value.suggested_filename == "birds-9-accuracy.svg"
    assert svg.value.path().read_text(encoding="utf-8").startswith("<svg")
    with page.expect_download() as png:
        page.get_by_role("button", name="PNG", exact=True).click()
    assert png.value.suggested_filename == "birds-9-accuracy.png"
    assert png.value.path().read_bytes().startswith(b"\x89PNG")
