"""What README.md and CONTRIBUTING.md show works: entries load, and lines for a notebook run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from leaderboard.claims.entries import AttachedSlot
from leaderboard.cli import app
from leaderboard.golden.cases import Case
from leaderboard.lexicon import Benchmark, Metric
from leaderboard.patterns import Entry, load_entries

ROOT = Path(__file__).parent.parent
SHOWN = re.findall(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("shown", "model"), [*zip(SHOWN, (Benchmark, Metric, Case, AttachedSlot), strict=True)])
def test_shown_entries_load(shown: str, model: type[Entry], tmp_path: Path) -> None:
    file = tmp_path / "shown.yaml"
    file.write_text(shown, encoding="utf-8")
    assert len(load_entries(file, model)) == 1


def test_every_pattern_file_is_told_of() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:patterns/)?(\w+\.yaml)`", text))
    assert named == {path.name for path in (ROOT / "patterns").glob("*.yaml")}


def test_the_lines_for_a_notebook_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("abstracts.csv").write_text("title,abstract\nFinNet,FinNet reaches 93.1% top-1 accuracy on ImageNet.\n")
    known: dict[str, Any] = {}
    exec(compile(shown, "README.md", "exec"), known)
    assert [entry.row.quote for entry in known["board"].entries] == ["93.1%"]


def told_commands() -> list[str]:
    """The lines for a shell in the texts and in every `--help`, without pipes, redirections and comments."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "leaderboard" / "cli").glob("*.py")]
    lines = re.findall(r"^(?: {4,8}|\.venv/bin/)leaderboard (\w.*)$", "\n".join(texts), re.MULTILINE)
    return [one.strip() for line in lines for one in re.split(r"[|>#]|&& leaderboard", line)[: 1 + line.count("&&")]]


@pytest.mark.parametrize("line", told_commands())
def test_a_command_that_is_told_of_has_these_options(line: str) -> None:
    name, *arguments = shlex.split(line)
    command = typer.main.get_command(app).get_command(None, name)  # type: ignore[attr-defined]
    assert command.make_context(name, arguments)
