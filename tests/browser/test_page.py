"""What a reader does with the page, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open, cells, settle

pytestmark = pytest.mark.browser

BIRDS = "board?benchmark=birds9&metric=accuracy"


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


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "Leaderboards"),
        (BIRDS, "Birds-9: accuracy"),
        ("source?paper=heron", "Heron listens"),
        ("changes", "Gains and savings"),
        ("compare?benchmark=birds9", "Birds-9: metrics side by side"),
        ("board?benchmark=nosuch", "No such board"),
    ],
)
def test_the_title_of_the_tab_says_what_is_shown(visit: Open, path: str, title: str) -> None:
    expect(visit(path)).to_have_title(f"{title} · Leaderboard")


def test_the_list_of_boards_is_sorted_and_keeps_its_search(visit: Open) -> None:
    page = visit("?q=a")
    page.get_by_role("columnheader", name="Latest").get_by_role("link").click()
    expect(page.locator('th[aria-sort="descending"]')).to_contain_text("Latest")
    dates = cells(page, "Latest")
    assert dates == sorted(dates, reverse=True)
    expect(page.get_by_label("Find a board")).to_have_value("a")


def test_a_search_for_blanks_is_none(visit: Open) -> None:
    page = visit("?q=%20")
    expect(page.locator('td[data-label="Benchmark"]')).to_have_count(2)
    expect(page.get_by_role("link", name="search all results")).to_have_count(0)


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
    expect(page.locator(".lb-aside").filter(has_text="the authors' own results only")).to_be_visible()
    expect(page).to_have_url(re.compile("own=true"))
    expect(page.locator('.lb-badge[aria-label^="quoted:"]')).to_have_count(0)
    again = visit(page.url.split("/", 3)[3])
    assert cells(again, "System") == cells(page, "System")


def test_of_each_paper_the_best_alone_may_be_shown(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("button", name="Filters").click()
    page.get_by_text("Best of each paper only").click()
    expect(page.locator(".lb-aside").filter(has_text="the best of each paper")).to_be_visible()
    again = visit(page.url.split("/", 3)[3])
    again.locator("td .lb-paper").first.wait_for()
    titles = again.locator("td .lb-paper").all_inner_texts()
    assert len(titles) == len(set(titles))


def test_each_result_is_shown_with_the_words_around_it(visit: Open) -> None:
    page = visit(BIRDS)
    words = page.locator("tr", has_text="Oriole: a small model for birds").first.locator(".lb-snippet")
    expect(words).to_contain_text("Oriole reaches 91.5% accuracy on Birds-9")
    expect(words.locator("strong")).to_have_text("91.5%")


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


def test_back_leads_to_where_the_link_stood(visit: Open) -> None:
    page = visit(BIRDS, size={"width": 1280, "height": 400})
    settle(page)
    last = page.get_by_role("link", name="84.1 ± 0.3%: read its words")
    last.click()
    heading(page, "Wren counts")
    settle(page)
    page.go_back()
    heading(page, "Birds-9: accuracy")
    expect(last).to_be_in_viewport()


def test_a_row_tells_why_it_is_what_it_is(visit: Open) -> None:
    page = visit("source?paper=oriole&at=44")
    why = page.locator(".lb-facts")
    expect(why.locator("dt")).to_contain_text(["Kind", "Metric", "Benchmark", "System", "Whose", "Confidence"])
    # Each decision comes with the pattern that made it, or says that none did.
    expect(why.locator(".lb-by code").first).not_to_be_empty()
    expect(page.locator(".lb-claims li[aria-current]")).to_contain_text("91.5%")


def test_a_conflict_is_marked_and_explained(visit: Open) -> None:
    page = visit(BIRDS)
    mark = page.locator('.lb-badge[aria-label^="conflict:"]').first
    mark.focus()
    expect(mark.locator(".lb-tip")).to_contain_text("Other papers give this system another value")
    page.get_by_text("1 conflict: papers that give one system different values").click()
    told = page.locator(".lb-list li")
    expect(told).to_contain_text("Jay")
    expect(told.get_by_role("link")).to_have_count(2)


def test_results_within_each_others_spread_are_ties(visit: Open) -> None:
    page = visit(BIRDS)
    tied = page.locator("tr", has=page.locator('.lb-badge[aria-label^="tie:"]'))
    systems = [name.split()[0] for name in tied.locator('td[data-label="System"]').all_inner_texts()]
    assert systems == ["Kite", "Wren"]
    assert len(set(tied.locator('td[data-label="Rank"]').all_inner_texts())) == 1


def test_metrics_stand_side_by_side(visit: Open) -> None:
    page = visit("compare?benchmark=murmurspeech")
    heading(page, "MurmurSpeech: metrics side by side")
    assert cells(page, "WER") == ["3.4%", "4.1%"]


@pytest.mark.parametrize("path", ["", BIRDS, "changes", "compare?benchmark=birds9"])
def test_a_tablet_shows_tables_without_scrolling_sideways(visit: Open, path: str) -> None:
    page = visit(path, size={"width": 768, "height": 1024})
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 768


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


def test_a_system_of_a_board_leads_to_all_that_it_reached(visit: Open) -> None:
    page = visit(BIRDS)
    page.get_by_role("link", name="Oriole: all its results").first.click()
    heading(page, "All results")
    assert {"91.5%", "2.5 points better", "3.2x better"} <= set(cells(page, "Claim"))
    page.get_by_role("link", name="Birds-9", exact=True).first.click()
    heading(page, "Birds-9: accuracy")


def test_what_names_no_board_is_searched_for_among_all_results(visit: Open) -> None:
    page = visit("?q=Oriole: a small model")
    page.get_by_role("link", name="search all results").click()
    heading(page, "All results")
    assert set(cells(page, "Paper"))


def test_gains_and_savings_are_listed_and_narrowed(visit: Open) -> None:
    page = visit("changes")
    assert cells(page, "Claim") == ["3.2x better", "2.5 points better", "40% better"]
    page.get_by_role("columnheader", name="Benchmark").get_by_role("link").click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("Benchmark")
    assert cells(page, "Claim") == ["2.5 points better", "40% better", "3.2x better"]
    page.get_by_text("Speed-ups and savings").click()
    expect(page).to_have_url(re.compile("kind="))
    expect(page.locator('td[data-label="Claim"]')).to_have_count(2)


def test_a_listing_is_narrowed_by_names_as_they_are_written(visit: Open) -> None:
    page = visit("changes?c_benchmark=Birds-9")
    assert cells(page, "Claim") == ["2.5 points better"]
    expect(page.get_by_role("combobox", name="Benchmark")).to_have_value("Birds-9")


def test_scores_without_a_benchmark_have_a_listing(visit: Open) -> None:
    assert cells(visit("unnamed"), "Claim") == ["≈ 77%"]


def test_what_to_compare_is_proposed(visit: Open) -> None:
    page = visit("compare")
    page.get_by_role("link", name="Jay and Oriole").click()
    assert cells(page, "Benchmark") == ["Birds-9"]


def test_systems_are_compared_where_they_meet(visit: Open) -> None:
    page = visit("compare?system=oriole&system=jay")
    assert (cells(page, "oriole"), cells(page, "jay")) == (["91.5%"], ["90.2%"])


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
        ("source?paper=nosuch", "No paper here has the id “nosuch”"),
        ("nosuch", "no view called “nosuch”"),
        ("board/birds9", "no view called “board/birds9”"),
        ("old/board/birds9/", "no view called “old/board/birds9”"),
        ("Board/?benchmark=bird9", "No benchmark here is called “bird9”"),
        ("boards/?q=nosuchthing", "No board matches “nosuchthing”"),
    ],
)
def test_a_wrong_address_lands_softly(visit: Open, path: str, said: str) -> None:
    expect(visit(path).get_by_role("status").filter(has_text=said)).to_be_visible()


def test_the_keyboard_reaches_what_a_metric_means(visit: Open) -> None:
    page = visit(BIRDS)
    settle(page)
    told = page.locator("th .lb-hint").first
    told.wait_for()
    for _ in range(80):
        page.keyboard.press("Tab")
        if told.evaluate("node => node === document.activeElement"):
            break
    expect(told.locator(".lb-tip")).to_be_visible()
    expect(told).to_have_accessible_name(re.compile(r"accuracy: .*higher is better"))
    page.keyboard.press("Escape")
    expect(told.locator(".lb-tip")).to_be_hidden()


def test_the_keyboard_opens_the_filters_sets_one_and_leaves(visit: Open) -> None:
    page = visit(BIRDS)
    filters = page.get_by_role("button", name="Filters")
    filters.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Split")).to_be_focused()
    own = page.get_by_role("switch", name="Authors' own results only")
    for _ in range(10):
        page.keyboard.press("Tab")
        if own.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".lb-aside", has_text="the authors' own results only")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Filters")).to_be_focused()


def test_a_link_followed_while_typing_still_arrives(visit: Open) -> None:
    page = visit()
    page.get_by_label("Find a board").press_sequentially("birds")
    page.get_by_role("link", name="Birds-9").click()
    heading(page, "Birds-9: accuracy")
    settle(page)
    heading(page, "Birds-9: accuracy")


def test_a_phone_in_the_dark_leads_from_the_boards_to_the_words(visit: Open) -> None:
    page = visit(size=PHONE, dark=True)
    page.get_by_label("Find a board").press_sequentially("birds")
    page.get_by_role("link", name="Birds-9").click()
    heading(page, "Birds-9: accuracy")
    page.get_by_role("link", name="91.5%: read its words").click()
    expect(page.locator(".lb-abstract mark.lb-number")).to_have_text("91.5%")


def test_the_keyboard_alone_reaches_a_source(visit: Open) -> None:
    page = visit(BIRDS)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label') || ''").startswith("91.5%"):
            break
    page.keyboard.press("Enter")
    heading(page, "Oriole: a small model for birds")


@pytest.mark.parametrize(
    "path",
    [
        *("", BIRDS, "source?paper=oriole&at=44", "results", "changes", "unnamed", "try", "check"),
        *("compare", "compare?system=Oriole&system=Jay", "compare?benchmark=birds9"),
    ],
)
def test_a_phone_shows_every_view_without_scrolling_sideways(visit: Open, path: str) -> None:
    page = visit(path, size=PHONE)
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]


def test_a_phone_sorts_a_board_too(visit: Open) -> None:
    page = visit(BIRDS, size=PHONE)
    settle(page)
    page.get_by_role("columnheader").get_by_role("link", name="System").click()
    expect(page).to_have_url(re.compile("sort=system"))


def test_the_menu_of_a_narrow_window_folds_away(visit: Open) -> None:
    page = visit(size=PHONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # behind the link that skips to the content: no link of a menu that nobody sees
    expect(page.get_by_role("button", name="Expand sidebar")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Compare").click()
    heading(page, "Compare")
    expect(page.get_by_role("button", name="Expand sidebar")).to_be_visible()


def test_the_title_of_a_paper_leads_to_it(visit: Open) -> None:
    page = visit(BIRDS)
    paper = page.get_by_role("link", name="Oriole: a small model for birds (arXiv:2401.00001)").first
    expect(paper).to_have_attribute("href", "https://arxiv.org/abs/2401.00001")


def test_a_mark_of_the_chart_leads_to_its_source(visit: Open) -> None:
    page = visit(BIRDS)
    settle(page)
    page.locator('[data-testid="stVegaLiteChart"] svg .mark-symbol path').first.click()
    expect(page.get_by_role("heading", name="Why this row")).to_be_visible()
