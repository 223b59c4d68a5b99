"""The entries that CONTRIBUTING.md shows are entries that load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leaderboard.claims.entries import AttachedSlot
from leaderboard.golden.cases import Case
from leaderboard.lexicon import Benchmark, Metric
from leaderboard.patterns import Entry, load_entries

ROOT = Path(__file__).parent.parent
SHOWN = re.findall(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("shown", "model"), [*zip(SHOWN, (Benchmark, Metric, Case, AttachedSlot), strict=True)])
def test_shown_entries_load(shown: str, model: type[Entry], tmp_path: Path) -> None:
    file = tmp_path / "shown.yaml"
    file.write_text(shown, encoding="utf-8")
    (entry,) = load_entries(file, model)
    assert isinstance(entry, model)


def test_pattern_files_named_there_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+\.yaml)`", text))
    assert named
    assert all((ROOT / "patterns" / name).is_file() for name in named)
