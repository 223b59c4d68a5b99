"""The wheel carries all that its commands need: installed elsewhere, run in an empty folder."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serving import served

CHECKOUT = Path(__file__).parent.parent

PAPER = {
    "title": "A Small Network for Counting Birds",
    "abstract": "We train BirdNet, which reaches 91.2% top-1 accuracy on ImageNet.",
}


@dataclass(frozen=True)
class Install:
    """An environment that holds the wheel, an empty folder to work in, and a home that only these tests have used."""

    python: Path
    folder: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        ours = ("PYTHONPATH", "LEADERBOARD", "XDG_", "VIRTUAL_ENV")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        return kept | {"HOME": str(self.home), "NO_COLOR": "1"}

    @property
    def command(self) -> str:
        return str(self.python.with_name("leaderboard"))

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [self.command, *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel, and borrows the dependencies of the running one."""
    root = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(root), str(CHECKOUT))
    venv.create(root / "env", symlinks=True)
    python = root / "env" / "bin" / "python"
    (wheel,) = root.glob("*.whl")
    _pip("--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    (packages,) = (root / "env" / "lib").glob("python*/site-packages")
    # A plain path: the .pth files over there, that of an editable install among them, are not followed.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return python


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The patterns and the bundled boards are kept in it by the first command that needs them."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def installed(python: Path, home: Path, tmp_path: Path) -> Install:
    """The install with a folder of the test's own."""
    install = Install(python, tmp_path / "empty", home)
    install.folder.mkdir()
    return install


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True, capture_output=True)


def test_code_and_data_come_from_the_wheel(installed: Install) -> None:
    code = "from leaderboard.resources import resource; print(resource('patterns'))"
    shown = subprocess.run(
        [installed.python, "-c", code],
        cwd=installed.folder,
        env=installed.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    patterns = Path(shown.stdout.strip())
    assert patterns.is_relative_to(installed.python.parent.parent)
    assert patterns.is_dir()


def test_extract_and_export(installed: Install) -> None:
    (installed.folder / "papers.jsonl").write_text(json.dumps(PAPER))
    installed.run("extract", "papers.jsonl", "--into", "store")
    installed.run("export", "ImageNet", "--from", "store", "--to", "board.csv")
    with (installed.folder / "board.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["value"], row["benchmark"], row["metric"]) == ("91.2", "ImageNet", "top-1 accuracy")


def test_check_scores_the_cases(installed: Install) -> None:
    assert re.search(r"^cases row +precision 0\.\d+", installed.run("check"), re.MULTILINE)


def test_bundled_boards_are_there_without_an_input(installed: Install) -> None:
    boards = installed.run("boards")
    assert "ImageNet" in boards
    assert "COCO" in boards


def test_app_shows_the_bundled_boards(installed: Install, tmp_path: Path, browser: Browser) -> None:
    def command(port: str) -> list[str]:
        return [installed.command, "app", "--port", port]

    with served(command, installed.environment, installed.folder, tmp_path / "log") as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("ImageNet").first).to_be_visible(timeout=60_000)
        page.close()
