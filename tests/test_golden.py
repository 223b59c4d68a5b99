"""The golden set: cases, annotated papers found by hash, floors and history."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from leaderboard.golden import check as golden
from leaderboard.golden import record, report
from leaderboard.golden.annotated import LONGEST_NAME, AnnotatedPaper, Origin, annotated_papers, text_hash, without_text
from leaderboard.golden.blind import is_blind, is_hidden
from leaderboard.golden.cases import Case, CaseRow, load_cases
from leaderboard.golden.scoring import Figures
from leaderboard.model import ROW_FIELDS, Extraction, Paper, Row
from leaderboard.patterns import PatternError
from tests.ids import BLIND, OPEN

TEXT = "Foo is fast. It reaches 88.5% accuracy on Bar. All is well."
BLIND_TEXT = "Secret reaches 77.5% accuracy on Baz."
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
GOLD: dict[str, Any] = {
    "start": 24, "quote_start": 24, "end": 29, "quote": "88.5%", "kind": "score", "topic": "quality", "value": 88.5,
    "low": None, "spread": None, "unit": "%", "bound": "exact", "effect": None, "relative": None, "metric": "accuracy",
    "benchmark": "Bar", "split": None, "task": None, "system": "Foo", "role": "own", "baseline": None, "setting": None,
}  # fmt: skip


def extracted(paper: Paper) -> Extraction:
    """Finds each percentage, calls it an accuracy, and never sees a benchmark."""
    start = paper.abstract.find("%") - 4
    row: dict[str, Any] = dict.fromkeys(ROW_FIELDS) | GOLD | {"start": start, "quote_start": start, "end": start + 5}
    row |= {"metric_text": "accuracy", "benchmark": None, "pattern": "percent", "confidence": 0.5}
    row |= {"quote": paper.abstract[start : start + 5], "value": float(paper.abstract[start : start + 4])}
    return Extraction(paper, (Row(**row),), (), ())


@pytest.fixture
def small_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """One case, an annotated paper that may be read, a blind one, and one whose abstract is nowhere."""
    blind_row = GOLD | {"start": 15, "quote_start": 15, "end": 20, "quote": "77.5%", "value": 77.5}
    papers = [
        AnnotatedPaper(id=OPEN, title="Foo", sha256=text_hash(TEXT), rows=(GOLD,)),
        AnnotatedPaper(id=BLIND, title="Secret", sha256=text_hash(BLIND_TEXT), rows=(blind_row,)),
        AnnotatedPaper(id="elsewhere", title="Else", sha256=text_hash("never seen"), rows=()),
    ]
    case = Case(
        name="percent", text="We reach 50.5% accuracy.", rows=(CaseRow(quote="50.5%", kind="score", metric="accuracy"),)
    )

    def read(inputs: Iterable[str | Path]) -> Iterator[Paper]:
        assert list(inputs) == ["corpus"]
        yield Paper("other", "Foo", TEXT)
        yield Paper("again", "Foo", TEXT)
        yield Paper("more", "Secret", BLIND_TEXT)
        yield Paper("unknown", "Nobody annotated this", "Nothing here.")

    monkeypatch.setattr(golden, "annotated_papers", lambda: {paper.sha256: paper for paper in papers})
    monkeypatch.setattr(golden, "cases", lambda: {"case/a/percent": case})
    monkeypatch.setattr(golden, "read", read)
    monkeypatch.setattr(golden, "extract", extracted)


@pytest.mark.usefixtures("small_set")
def test_cases_are_scored_without_any_corpus() -> None:
    checked = golden.check()
    assert list(checked.parts) == ["cases"]
    assert checked.parts["cases"].levels["row"] == Figures(1, 1, 1)
    assert (checked.found, checked.missing) == (0, 3)
    assert checked.judged is checked.parts["cases"]


@pytest.mark.usefixtures("small_set")
def test_annotated_papers_are_found_by_their_abstracts() -> None:
    checked = golden.check(["corpus"])
    assert (checked.found, checked.missing) == (2, 1)
    assert checked.judged is checked.parts["read"]
    assert checked.parts["read"].levels["number"].f1 == 1.0
    assert [miss.faults for miss in checked.parts["read"].misses] == [("benchmark",)]


@pytest.mark.usefixtures("small_set")
def test_a_blind_paper_has_figures_but_nothing_to_read() -> None:
    checked = golden.check(["corpus"])
    assert checked.parts["blind"].levels["row"].expected == 1
    assert checked.parts["blind"].misses == ()
    told = "\n".join([*report.figures(checked), *report.misses(checked)])
    assert BLIND not in checked.papers
    assert not any(word in told for word in (BLIND, "Secret", "77.5"))


@pytest.mark.usefixtures("small_set")
@pytest.mark.parametrize(
    ("paper_id", "origin", "part"),
    [(OPEN, "ours", "ours"), (OPEN, "drawn", "drawn"), (BLIND, "ours", "unseen"), (BLIND, "drawn", "unseen")],
)
def test_a_paper_that_we_annotated_is_scored_apart_and_hidden_where_it_is_blind(
    monkeypatch: pytest.MonkeyPatch, paper_id: str, origin: Origin, part: str
) -> None:
    paper = AnnotatedPaper(id=paper_id, title="Foo", sha256=text_hash(TEXT), rows=(GOLD,), origin=origin)
    monkeypatch.setattr(golden, "annotated_papers", lambda: {paper.sha256: paper})
    checked = golden.check(["corpus"])
    assert list(checked.parts) == ["cases", part]
    assert checked.parts[part].levels["number"].f1 == 1.0
    shown = paper_id == OPEN
    assert (bool(checked.parts[part].misses), paper_id in checked.papers) == (shown, shown)


@pytest.mark.usefixtures("small_set")
def test_an_error_is_told_beside_its_sentence() -> None:
    told = list(report.misses(golden.check(["corpus"])))
    assert told == [
        "",
        f"read {OPEN}  Foo",
        "  It reaches 88.5% accuracy on Bar.",
        "    benchmark",
        "      expected 88.5%: kind score, metric accuracy, benchmark Bar, system Foo",
        "      got      88.5%: kind score, metric accuracy, system Foo  [percent 0.50]",
    ]


@pytest.mark.usefixtures("small_set")
def test_figures_tell_each_level_and_what_was_not_found() -> None:
    told = list(report.figures(golden.check(["corpus"])))
    assert "read  number       precision 1.000  recall 1.000  F1 1.000  (1 annotated in 1 paper)" in told
    assert told[-2] == "2 of 3 annotated papers found and scored"
    assert told[-1].startswith("1 not scored: ")
    assert "--corpus" in told[-1]


@pytest.mark.usefixtures("small_set")
def test_floors_hold_rise_and_never_fall(tmp_path: Path) -> None:
    checked = golden.check(["corpus"])
    floors: record.Floors = {"cases": {"row": 0.5}, "read": {"row": 0.1, "number": 1.0}}
    assert list(record.below(checked, floors)) == ["read row: F1 0.0000 is under its floor of 0.100"]
    assert list(record.loose(checked, floors)) == ["cases row: F1 1.0000; its floor of 0.500 can rise"]
    new = record.raised(checked, floors)
    assert new["cases"]["row"] == 0.995
    assert new["read"]["row"] == 0.1
    assert list(record.loose(checked, new)) == []
    record.write_floors(new, tmp_path / "floors.json")
    assert record.read_floors(tmp_path / "floors.json") == new


@pytest.mark.usefixtures("small_set")
def test_a_part_that_was_not_scored_is_under_its_floor() -> None:
    assert len(list(record.below(golden.check(), {"read": {"row": 0.0}}))) == 1


@pytest.mark.usefixtures("small_set")
def test_a_run_is_recorded_and_read_again(tmp_path: Path) -> None:
    entry = record.run(golden.check(["corpus"]), NOON)
    path = tmp_path / "new" / "history.jsonl"
    record.append(entry, path)
    record.append(entry, path)
    assert record.history(path) == (entry, entry)
    assert entry.parts["read"].levels["number"] == (1.0, 1.0, 1.0, 1)
    assert record.history(tmp_path / "none.jsonl") == ()


def test_a_long_wording_is_kept_as_places_and_read_again() -> None:
    abstract = "With forty-two labelled words of a language nobody speaks; at noon we reach 5%."
    setting = "forty-two labelled words of a language nobody speaks; at noon"
    five = {"start": 76, "quote_start": 76, "end": 78, "quote": "5%"}
    shipped = without_text(GOLD | five | {"setting": setting, "task": "x" * (LONGEST_NAME + 1)}, abstract)
    assert shipped["setting"] == [[5, 66]]
    assert shipped["task"] is None
    assert shipped["metric"] == "accuracy"
    (claim,) = AnnotatedPaper(id="p", title="", sha256="ab", rows=(shipped,)).claims(abstract)
    assert claim.setting == setting


def test_a_long_wording_of_two_places_is_put_together_again() -> None:
    abstract = f"{TEXT} It beats the small kite of the south in storms and the large kite of the north."
    rivals = ["large kite of the north", "small kite of the south"]
    shipped = without_text(GOLD | {"baseline": "; ".join(rivals)}, abstract)
    assert [abstract[start:end] for start, end in shipped["baseline"]] == rivals
    (claim,) = AnnotatedPaper(id="p", title="", sha256="ab", rows=(shipped,)).claims(abstract)
    assert claim.baseline == "; ".join(rivals)


def test_no_wording_in_the_shipped_rows_is_longer_than_a_name() -> None:
    values = [value for paper in annotated_papers().values() for row in paper.rows for value in row.values()]
    assert sum(paper.origin == "given" for paper in annotated_papers().values()) == 1122
    assert max(len(value) for value in values if isinstance(value, str)) <= LONGEST_NAME


def test_a_paper_is_blind_by_the_last_digit_of_the_hash_of_its_id() -> None:
    last = {name: hashlib.sha256(name.encode()).hexdigest()[-1] for name in map(str, range(200))}
    assert {digit for name, digit in last.items() if is_blind(name)} == set("012")
    assert {digit for name, digit in last.items() if not is_blind(name)} == set("3456789abcdef")


def test_a_blind_paper_is_hidden_under_any_id() -> None:
    blind = next(paper for paper in annotated_papers().values() if paper.part == "blind")
    assert is_hidden(OPEN, blind.title.upper())
    assert is_hidden(BLIND, "")
    assert not is_hidden(OPEN, "")


def test_a_case_gives_its_rows_offsets_and_values() -> None:
    row = CaseRow(quote="12-38\\%", low=12.0, kind="change")
    (claim,) = Case(name="a", text="Gains of 2%,\n 12-38\\% in all.", rows=(row,)).claims()
    assert (claim.start, claim.quote_start, claim.end) == (13, 13, 20)
    assert (claim.low, claim.value, claim.unit, claim.bound) == (12.0, 38.0, "%", "exact")


def test_the_quote_of_a_case_is_a_whole_number_at_its_place() -> None:
    rows = (CaseRow(quote="5%", nth=2, kind="score"), CaseRow(quote="+1,000.5", kind="change"))
    first, second = Case(name="a", text="12.5% and 5% and 5%, +1,000.5 more", rows=rows).claims()
    assert first.start == 17
    assert (second.quote_start, second.start, second.value) == (21, 22, 1000.5)


def test_two_cases_of_one_name_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text("- {name: a, text: Nothing., rows: []}\n- {name: a, text: More., rows: []}\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"twice\.yaml:2: two entries are called `a`"):
        load_cases(path)


def test_a_case_whose_quote_is_not_there_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(
        "- name: a\n  text: Nothing.\n- name: b\n  text: 5%\n  rows: [{quote: 6%, kind: score}]\n", encoding="utf-8"
    )
    with pytest.raises(PatternError, match=r"bad\.yaml:3.*'6%' stands 0 times"):
        load_cases(path)
