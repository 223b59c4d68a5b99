"""What two runs make differently."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from leaderboard.diff import compare, diff, render
from tests.ids import BLIND, OPEN


def row(**changes: Any) -> dict[str, Any]:
    usual = {
        "paper_id": OPEN,
        "title": "A title",
        "start": 12,
        "quote": "88.5%",
        "value": 88.5,
        "kind": "score",
        "metric_text": "accuracy",
        "benchmark_text": "CIFAR-10",
        "pattern": "score-on",
        "confidence": 0.9,
    }
    return usual | changes


def test_the_same_rows_in_another_order_do_not_differ() -> None:
    rows = [row(), row(start=40), row(start=40, benchmark_text="LVIS")]
    assert compare(rows, rows[::-1]).changes == ()
    assert compare(rows, rows[::-1]).same == 3


def test_a_row_on_one_side_only_is_gained_or_lost() -> None:
    assert [change.what for change in compare([], [row()]).changes] == ["gained"]
    assert [change.what for change in compare([row()], []).changes] == ["lost"]


def test_a_changed_row_names_its_fields() -> None:
    (change,) = compare([row()], [row(metric_text="F1", kind="change")]).changes
    assert (change.what, change.fields) == ("changed", ("kind", "metric_text"))


def test_confidence_and_pattern_alone_are_no_change() -> None:
    assert compare([row()], [row(confidence=0.5, pattern="other")]).same == 1


def test_siblings_at_one_number_are_compared_with_their_likes() -> None:
    old = [row(benchmark_text="COCO"), row(benchmark_text="LVIS")]
    (change,) = compare(old, [row(benchmark_text="LVIS")]).changes
    assert change.what == "lost"
    assert change.row["benchmark_text"] == "COCO"


def test_changes_are_counted_by_pattern() -> None:
    result = compare([row(), row(start=40)], [row(value=1.0), row(start=90, pattern="gain")])
    assert result.by_pattern() == {"score-on": {"changed": 1, "lost": 1}, "gain": {"gained": 1}}
    assert result.changed_fields() == {"value": 1}


def test_blind_papers_are_neither_counted_nor_shown() -> None:
    result = compare([], [row(paper_id=BLIND, quote="hidden"), row()])
    assert (len(result.changes), result.hidden) == (1, 1)
    assert "hidden" not in "\n".join(render(result))


def test_files_of_rows_are_compared_and_examples_told(tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps(row()) + "\n", encoding="utf-8")
    new.write_text(json.dumps(row(system="Foo")) + "\n\n", encoding="utf-8")
    told = list(render(diff(old, new)))
    assert told[0] == "0 rows the same, 0 gained, 0 lost, 1 changed"
    assert f"  changed {OPEN} at 12: 88.5%: system None -> 'Foo'" in told


@pytest.mark.parametrize("line", ["not json", "[]", '{"paper_id": "p"}'])
def test_a_line_that_is_no_row_names_its_place(tmp_path: Path, line: str) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1: not"):
        diff(bad, bad)


def test_rows_may_be_gzipped_and_what_is_cut_short_names_its_line(tmp_path: Path) -> None:
    lines = "".join(json.dumps(dict(row(start=start))) + "\n" for start in range(2_000)).encode()
    (tmp_path / "rows").write_bytes(lines)
    (tmp_path / "packed").write_bytes(gzip.compress(lines))
    assert diff(tmp_path / "rows", tmp_path / "packed").same == 2_000
    (tmp_path / "cut").write_bytes(gzip.compress(lines)[:-200])
    with pytest.raises(ValueError, match=r"cut:\d+: cannot be read from here on"):
        diff(tmp_path / "rows", tmp_path / "cut")
