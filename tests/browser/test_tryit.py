"""Papers of one's own: pasted or dropped as files, read, and added to the boards of the session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, cells

pytestmark = pytest.mark.browser


def test_a_pasted_abstract_is_read_and_joins_the_boards_of_the_session(visit: Open) -> None:
    page = visit("try")
    page.get_by_label("Abstract").fill("Lark reaches 92.75% accuracy on ImageNet in 2021.")
    page.get_by_role("button", name="Read it").click()
    page.locator(".lb-abstract mark.lb-claim", has_text="92.75%").wait_for()
    page.get_by_role("button", name="Add to this session's boards").click()
    page.locator(".lb-abstract a", has_text="92.75%").click()
    expect(page.get_by_role("heading", name="Why this row")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Boards with 1 added paper").click()
    page.get_by_role("link", name="ImageNet", exact=True).click()
    assert cells(page, "accuracy") == ["92.75%"]


def test_a_title_is_shown_letter_for_letter_under_the_heading_of_all(visit: Open) -> None:
    page = visit("try")
    page.get_by_label("Abstract").fill("Lark reaches 92.75% accuracy on ImageNet.")
    page.get_by_label("Title (optional)").fill("# Lark [a](b) `c` $d$ :smile:")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("1 claim in 1 paper")
    expect(page.get_by_role("heading", level=3)).to_have_text("# Lark [a](b) `c` $d$ :smile:")


TITLE, TEXT = (
    "Lark: a model",
    "Lark reaches 92.75% accuracy on ImageNet. We tell how it was made and why it works so well.",
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.txt", f"{TITLE}\n{TEXT}\n"),
        ("papers.jsonl", json.dumps({"title": TITLE, "abstract": TEXT}) + "\n"),
        ("papers.csv", f'title,abstract\n{TITLE},"{TEXT}"\n'),
    ],
)
def test_a_file_is_read(visit: Open, tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    page = visit("try")
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_text(name).wait_for()
    page.get_by_role("button", name="Read the files").click()
    page.locator(".lb-abstract mark.lb-claim", has_text="92.75%").wait_for()


def test_a_paper_dropped_in_two_files_is_one_and_its_rows_name_a_file(visit: Open, tmp_path: Path) -> None:
    files = [tmp_path / "page.txt", tmp_path / "papers.jsonl"]
    files[0].write_text(f"{TITLE}\n{TEXT}\n")
    files[1].write_text(json.dumps({"title": TITLE, "abstract": TEXT}) + "\n{torn\n")
    page = visit("try")
    page.locator('input[type="file"]').set_input_files(files)
    page.get_by_text("papers.jsonl").wait_for()
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("1 claim in 1 paper")
    expect(page.get_by_role("status").filter(has_text="papers.jsonl, line 2: not JSON")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON", exact=True).click()
    (row,) = json.loads(download.value.path().read_bytes())
    assert row["source"] == "page.txt"


def test_a_file_that_holds_no_paper_is_told(visit: Open, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    page = visit("try")
    page.locator('input[type="file"]').set_input_files(tmp_path / "notes.csv")
    page.get_by_text("notes.csv").wait_for()
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_role("status").filter(has_text="No papers were found")).to_be_visible()
