"""Files of patterns, cases and annotated rows with something wrong in them: told with file, line and mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leaderboard.golden.annotated import AnnotatedPaper, read_annotated
from leaderboard.golden.cases import load_cases
from leaderboard.lexicon import Benchmark
from leaderboard.patterns import PatternError, load_entries, no_regex

GOOD = "- {id: wrens, name: Wrens}\n"
CASE = """- name: wrens
  text: KiteNet reaches 80.1% accuracy.
  rows:
    - {quote: "80.1%", kind: score, metric: accuracy}
"""
ROW: dict[str, Any] = {"start": 3, "value": 80.1, "kind": "score", "topic": "quality"}
PAPER: dict[str, Any] = {"id": "1", "title": "Wrens", "sha256": "ab", "rows": [ROW]}


def refused(read: Any, path: Path, content: str | bytes) -> str:
    """What is said of a file with this content, without the folder's name."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(PatternError) as told:
        read(path)
    return str(told.value).removeprefix(f"{path.parent}/")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {id: jays}", "2: `name`: is not there; add it"),
        ("- {id: jays, name: Jays, aliases: JAY}", "2: `aliases`: expected a list, [a, b]"),
        ("- {id: jays, name: 2020}", "2: `name`: expected a text; put a number into quotes"),
        ("- id: jays\n  name: Jays\n  case: maybe", "4: `case`: expected true or false"),
        ("- {id: jays, name: Jays, tsk: birds}", "2: `tsk`: no key of it; its keys: id, name, aliases, task"),
        ("- jays", "2: `entry`: expected keys with values, {key: value}"),
        ("- {id: jays", "3: not valid YAML: "),
        ("- id: jays\n  name: Jays: anew", "3: not valid YAML: mapping values are not allowed in this context; put a "),
        ("- {id: 'ja\0ys'}", "2: a control character (0x00); take it out"),
    ],
)
def test_an_entry_of_patterns_names_its_line_and_what_was_expected(tmp_path: Path, entry: str, said: str) -> None:
    told = refused(lambda path: load_entries(path, Benchmark), tmp_path / "birds.yaml", GOOD + entry + "\n")
    assert told.startswith(f"birds.yaml:{said}")


def test_a_file_that_is_no_utf8_is_told_and_marks_and_line_ends_of_editors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "birds.yaml"
    told = refused(lambda path: load_entries(path, Benchmark), path, (GOOD + "- {id: é, name: É}\n").encode("latin-1"))
    assert told == "birds.yaml:2: not UTF-8 (byte 0xe9); save the file as UTF-8"
    for content in (b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()):
        path.write_bytes(content)
        assert [entry.name for entry in load_entries(path, Benchmark)] == ["Wrens"]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("score", "scroe", "4: `rows.0.kind`: Input should be 'score', 'change' or 'factor'"),
        ("metric:", "metrik:", "4: `rows.0.metrik`: is no key here; mend its name or take it out"),
        ('quote: "80.1%"', 'quote: "81.1%"', "1: `entry`: quote '81.1%' stands 0 times in the text, not 1"),
        ("- name: wrens", CASE + "- name: wrens", "5: two entries are called `wrens`; rename one"),
    ],
)
def test_a_case_names_its_line_and_row(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert refused(load_cases, tmp_path / "own.yaml", CASE.replace(was, now, 1)) == f"own.yaml:{said}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "1",', "not JSON: EOF while parsing a value at character 11"),
        ("[1]", "`entry`: expected keys with values, {key: value}"),
        (json.dumps(PAPER | {"rows": {}}), "`rows`: expected a list, [a, b]"),
        (json.dumps({"id": "1", "title": "Wrens", "rows": []}), "`entry`: neither `sha256` nor `abstract` is there; "),
        (json.dumps(PAPER | {"rows": [ROW, {**ROW, "start": "3"}]}), "`rows.1.start`: Input should be a valid integer"),
        (json.dumps(PAPER | {"rows": [{**ROW, "kind": "gain"}]}), "`rows.0.kind`: Input should be 'score', 'change' "),
        (json.dumps(PAPER | {"rows": [{**ROW, "metrik": "F1"}]}), "`rows.0.metrik`: is no key here; mend its name"),
    ],
)
def test_an_annotated_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    told = refused(read_annotated, tmp_path / "own.jsonl", json.dumps(PAPER) + "\n\n" + line + "\n")
    assert told.startswith(f"own.jsonl:3: {said}")


def test_offsets_that_do_not_give_the_quote_are_told() -> None:
    paper = AnnotatedPaper(**PAPER | {"rows": [{**ROW, "quote": "80.1%", "quote_start": 4, "end": 9}]})
    with pytest.raises(PatternError, match="paper `1`, row 1: characters 4 to 9 of the abstract are not its `quote`"):
        paper.claims("At 80.1% we stop.")


def test_the_entry_whose_regex_cannot_be_read_is_named() -> None:
    told = no_regex("splits.yaml", [("test", "test set"), ("dev", "(dev")], ValueError())
    assert str(told).startswith("patterns/splits.yaml: `dev` is no regular expression: missing )")
