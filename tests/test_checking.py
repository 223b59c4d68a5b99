"""The commands `check` and `diff`: what they print, and the exit codes that scripts rely on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from leaderboard.cli import checking
from leaderboard.golden import record
from leaderboard.golden.annotated import text_hash
from leaderboard.golden.check import Check
from leaderboard.golden.pairing import Claim
from leaderboard.golden.scoring import score
from leaderboard.patterns import PatternError
from leaderboard.resources import resource

RIGHT = Claim(3, 50.0, kind="score", topic="quality", metric="accuracy", quote="50%")
WRONG = Claim(3, 51.0, kind="score", topic="quality", metric="accuracy", quote="51%")

app = typer.Typer()
app.command()(checking.check)
app.command()(checking.diff)


def half_right(corpora: Sequence[str | Path]) -> Check:
    part = score({"p": [RIGHT], "q": [RIGHT]}, {"p": [RIGHT], "q": [WRONG]})
    return Check({"read" if corpora else "cases": part}, found=2, missing=0, papers={}, patterns="abc")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    """A golden set of two claims of which one is read right: every F1 is a half, but that of numbers."""

    monkeypatch.setattr(checking, "run_check", half_right)
    monkeypatch.setattr(checking, "resource", lambda _name: tmp_path)
    return CliRunner()


@pytest.mark.parametrize(("least", "code"), [("0.5", 0), ("0.6", 1)])
def test_a_row_f1_under_the_least_exits_1(run: CliRunner, least: str, code: int) -> None:
    result = run.invoke(app, ["check", "--corpus", "a", "--corpus", "b", "--min-f1", least])
    assert result.exit_code == code
    assert "read  row          precision 0.500" in result.stdout


def test_the_environment_names_corpora_as_a_path_does(run: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Sequence[str | Path]] = []

    def remember(corpora: Sequence[str | Path]) -> Check:
        given.append(corpora)
        return half_right(corpora)

    monkeypatch.setattr(checking, "run_check", remember)
    run.invoke(app, ["check"], env={"LEADERBOARD_CORPUS": os.pathsep.join(["a folder", "b"])})
    assert given == [[Path("a folder"), Path("b")]]


def test_a_corpus_without_any_annotated_paper_is_an_error_of_use(
    run: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "run_check", lambda _: replace(half_right(()), found=0))
    assert run.invoke(app, ["check"]).exit_code == 0
    result = run.invoke(app, ["check", "--corpus", "birds"])
    assert result.exit_code == 2
    assert "birds: holds the abstract of no annotated paper" in result.stderr


@pytest.mark.parametrize(("floor", "code"), [(0.4, 0), (0.6, 1)])
def test_a_figure_under_its_floor_exits_1(run: CliRunner, tmp_path: Path, floor: float, code: int) -> None:
    (tmp_path / "floors.json").write_text(json.dumps({"cases": {"row": floor}}), encoding="utf-8")
    result = run.invoke(app, ["check", "--floors"])
    assert result.exit_code == code
    assert ("can rise" in result.stdout) == (code == 0)


def test_floors_are_raised_on_request(run: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{}", encoding="utf-8")
    assert run.invoke(app, ["check", "--raise-floors"]).exit_code == 0
    assert record.read_floors(path)["cases"]["row"] == 0.495


def test_unreadable_floors_are_an_error_of_use(run: CliRunner, tmp_path: Path) -> None:
    assert run.invoke(app, ["check", "--floors"]).exit_code == 2
    (tmp_path / "floors.json").write_text("[]", encoding="utf-8")
    assert run.invoke(app, ["check", "--floors"]).exit_code == 2


def test_a_run_is_recorded(run: CliRunner, tmp_path: Path) -> None:
    assert run.invoke(app, ["check", "--record"]).exit_code == 0
    (entry,) = record.history(tmp_path / "history.jsonl")
    assert entry.parts["cases"].levels["row"][2] == 0.5


def test_diff_of_one_file_with_itself(run: CliRunner, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"paper_id": "paper-0", "title": "A", "start": 3}\n', encoding="utf-8")
    result = run.invoke(app, ["diff", str(rows), str(rows)])
    assert result.exit_code == 0
    assert "0 gained, 0 lost, 0 changed" in result.stdout


CASE = """- name: kites
  text: KiteNet reaches 80.1% accuracy on ImageNet.
  rows:
    - {quote: "80.1%", kind: score, metric: accuracy, benchmark: ImageNet, system: KiteNet}
"""


def test_rows_of_your_own_are_scored_alone_and_their_errors_shown(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(CASE)
    (tmp_path / "wrong.yaml").write_text(
        CASE.replace("kites", "wrens").replace("benchmark: ImageNet", "benchmark: WrenQA")
    )
    right = CliRunner().invoke(app, ["check", "--golden", str(tmp_path / "own.yaml"), "--min-f1", "1"])
    assert (right.exit_code, right.stdout.splitlines()[-1]) == (0, "1 of 1 annotated papers found and scored")
    assert right.stdout.startswith(
        "own   number       precision 1.000  recall 1.000  F1 1.000  (1 annotated in 1 paper)"
    )
    wrong = CliRunner().invoke(app, ["check", "--golden", str(tmp_path / "wrong.yaml"), "--misses"])
    assert "own wrens\n  KiteNet reaches 80.1% accuracy on ImageNet.\n    benchmark\n" in wrong.stdout


def test_annotated_papers_of_your_own_hold_their_abstract_or_its_hash(tmp_path: Path) -> None:
    text = "KiteNet reaches 80.1% accuracy."
    row = {"start": 16, "value": 80.1, "kind": "score", "topic": "quality", "unit": "%", "metric": "accuracy"}
    paper = {"id": "1", "title": "Kites", "rows": [row]}
    papers = [paper | {"abstract": text.replace(" ", "\n")}, paper | {"id": "2", "sha256": "ab"}]
    (tmp_path / "own.jsonl").write_text("".join(json.dumps(p) + "\n" for p in papers))
    done = CliRunner().invoke(app, ["check", "--golden", str(tmp_path / "own.jsonl"), "--min-f1", "1"])
    assert done.exit_code == 0
    assert "1 of 2 annotated papers found and scored\n1 not scored: no abstract at hand has the `sha256`" in done.stdout
    (tmp_path / "text.jsonl").write_text(json.dumps({"title": "Kites", "abstract": text}) + "\n")
    (tmp_path / "hashed.jsonl").write_text(json.dumps(paper | {"sha256": text_hash(text)}) + "\n")
    found = ["check", "--golden", str(tmp_path / "hashed.jsonl"), "--corpus", str(tmp_path / "text.jsonl")]
    assert "1 of 1 annotated papers found and scored\n" in CliRunner().invoke(app, found).stdout
    assert CliRunner().invoke(app, found[:3]).exit_code == 2
    assert CliRunner().invoke(app, [*found, "--floors"]).exit_code == 2


def test_papers_of_the_golden_set_are_not_rows_of_your_own_since_some_are_blind() -> None:
    path = resource("golden") / "annotated" / "drawn.jsonl"
    done = CliRunner().invoke(app, ["check", "--golden", str(path), "--misses"])
    assert isinstance(done.exception, PatternError)
    assert "is of the golden set; `leaderboard check --corpus` scores it" in str(done.exception)
