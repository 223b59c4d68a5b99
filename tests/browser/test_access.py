"""An automated accessibility check of every view, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open, settle

pytestmark = pytest.mark.browser

VIEWS = [
    "",
    "board?benchmark=birds9",
    "source?paper=oriole&at=44",
    "results?rq=oriole",
    "changes",
    "compare?system=oriole&system=jay",
    "try",
    "unnamed",
    "check",
    "compare?benchmark=birds9",
    "board?benchmark=nosuch",
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", VIEWS)
def test_a_view_has_no_serious_finding(visit: Open, path: str, dark: bool) -> None:
    page = visit(path, dark=dark)
    assert serious(page) == []


def test_a_phone_sized_board_has_no_serious_finding(visit: Open) -> None:
    page = visit("board?benchmark=birds9", size=PHONE)
    assert serious(page) == []


def test_an_error_of_the_check_has_no_serious_finding(visit: Open) -> None:
    page = visit("check")
    page.get_by_role("link", name="see its sentence").first.click()
    page.get_by_role("table", name="Expected and got").first.wait_for()
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical on a page at rest, and where."""
    settle(page)
    violations = Axe().run(page).response["violations"]
    assert isinstance(violations, list)
    return [
        f"{v['id']}: {[node['html'][:160] for node in v['nodes'][:3]]}"
        for v in violations
        if v["impact"] in ("serious", "critical")
    ]
