"""Exports: every format has the lines given, and no cell can run as a formula."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard import __version__, store
from leaderboard.bibliography import bibtex
from leaderboard.boards import Entry, board
from leaderboard.export import (
    COLUMNS,
    ExportError,
    Line,
    file_name,
    render,
    to_csv,
    to_markdown,
    write,
)
from leaderboard.model import ROW_FIELDS, Paper
from leaderboard.sheets import FORMATS, plain_cell, safe_cell
from leaderboard.versions import patterns_version
from tests.made_store import connect
from tests.rows import made_row


def entries() -> list[Entry]:
    """Three of a board: one best, one second with a spread, one bound."""
    rows = [
        made_row(benchmark="Birds-9", system_label="Oriole", url="https://arxiv.org/abs/2401.00001"),
        made_row(
            benchmark="Birds-9",
            paper_id="jay",
            system="Jay | A*",
            system_label="Jay | A*",
            value=90.2,
            board_value=90.2,
            spread=0.3,
        ),
        made_row(
            benchmark="Birds-9",
            paper_id="owl",
            system="Owl",
            system_label="Owl",
            value=95,
            board_value=95,
            bound="up_to",
        ),
    ]
    found = board(connect(rows), "birds9", "accuracy")
    assert found is not None
    return list(found.entries)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_rank_the_schema_and_the_versions() -> None:
    table = read_csv(to_csv(entries()))
    assert tuple(table[0]) == ("rank", *ROW_FIELDS, "patterns_version", "package_version") == COLUMNS
    assert [(line["rank"], line["value"], line["bound"]) for line in table] == [
        ("", "95.0", "up_to"),
        ("1", "91.5", "exact"),
        ("2", "90.2", "exact"),
    ]
    assert {line["patterns_version"] for line in table} == {patterns_version()}
    assert {line["package_version"] for line in table} == {__version__}
    assert (table[1]["low"], table[1]["metric_inferred"]) == ("", "false")


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_written_by_its_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"board{ending.upper()}"
    assert write(entries(), path) == 3
    assert path.read_bytes() == render(entries(), ending)


def test_json_and_parquet_keep_types_and_nulls(tmp_path: Path) -> None:
    write(entries(), str(tmp_path / "b.json"))
    write(entries(), tmp_path / "b.parquet")
    told = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    assert pq.read_table(tmp_path / "b.parquet").to_pylist() == told
    assert [line["rank"] for line in told] == [None, 1, 2]
    assert told[0]["low"] is None
    assert told[0]["higher_is_better"] is True


def test_an_empty_view_still_has_its_columns() -> None:
    assert to_csv([]).strip().split(",") == list(COLUMNS)
    assert render([], ".json") == b"[]\n"


def test_rows_of_a_listing_have_no_rank() -> None:
    assert read_csv(to_csv([made_row()]))[0]["rank"] == ""


def test_an_unknown_ending_is_named_with_those_we_write(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.csv, \.json, \.md, \.parquet"):
        write([], tmp_path / "board.docx")


@pytest.mark.parametrize("text", ["=1+1", "+6.5", "-2", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["Oriole", "5-shot", "a=b", "", "'s-Hertogenbosch", "88.5%", "%"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_no_text_runs_and_every_text_comes_back(text: str) -> None:
    cell = safe_cell(text)
    assert cell.lstrip()[:1] not in tuple("=+-@")
    assert not cell.startswith(("\t", "\r"))
    assert plain_cell(cell) == text


@given(st.text(), st.text(min_size=1), st.floats(-1e9, 1e9))
@settings(max_examples=50)
def test_csv_comes_back_as_it_was(title: str, system: str, value: float) -> None:
    line = read_csv(to_csv([made_row(title=title, system=system, value=value)]))[0]
    assert (plain_cell(line["title"]), plain_cell(line["system"])) == (title, system)
    # A number stays a number, a negative one too.
    assert float(line["value"]) == value


def test_markdown_is_one_table_with_marks_escaped() -> None:
    lines = to_markdown(entries()).splitlines()
    assert lines[0].startswith("| Rank | Value | System | Paper |")
    assert lines[2].startswith("|  | ≤ 95% | Owl |")
    assert lines[3].startswith(
        "| 1 | 91.5% | Oriole | [Oriole: a small model for birds](https://arxiv.org/abs/2401.00001) |"
    )
    assert lines[4].startswith(r"| 2 | 90.2 ± 0.3% | Jay \| A\* |")


def test_a_table_of_several_boards_says_which_line_is_of_which() -> None:
    rows = [
        made_row(benchmark="Birds-9", metric="F1"),
        made_row(benchmark="Jays", system=None, system_label="Oriole: …"),
    ]
    lines = to_markdown(rows).splitlines()
    assert lines[0].startswith("| Rank | Value | Benchmark | Metric | System |")
    assert lines[2].startswith("|  | 91.5% | Birds-9 | F1 | Oriole |")
    assert lines[3].startswith("|  | 91.5% | Jays | accuracy |  |")  # no name is none


def test_a_latex_table_cites_what_its_bibliography_holds(tmp_path: Path) -> None:
    oriole = Paper("oriole", "Oriole: a small model for birds", "", date="2024", authors=("Ann Finch",))
    store.write(tmp_path / "store", [oriole])
    db = store.Store(tmp_path / "store").connection()
    lines: list[Line] = [
        *entries(),
        made_row(paper_id="oriole", role="other", split="val_2", benchmark="Birds-9", system=None),
    ]
    for name in ("board.tex", "board.bib"):
        assert write(lines, tmp_path / name, db) == 4
    table, bib = ((tmp_path / name).read_text() for name in ("board.tex", "board.bib"))
    assert table.splitlines()[1:5] == [
        r"\begin{tabular}{rlrl}",
        r"\toprule",
        r"Rank & System & accuracy & Split \\",
        r"\midrule",
    ]
    assert r"1 & Oriole \cite{finch2024oriole} & 91.5\% &  \\" in table
    assert r" & not named \cite{finch2024oriole} (quoted) & 91.5\% & val\_2 \\" in table
    assert r"90.2 $\pm$ 0.3\%" in table
    cited = set(re.findall(r"\\cite\{(.*?)\}", table))
    assert cited == set(re.findall(r"@misc\{(.*),", bib))
    assert len(cited) == 3


def test_a_dash_with_an_ending_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(entries(), "-.json")
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == render(entries(), ".json")
    with pytest.raises(ExportError, match=r"-\.csv is standard output"):
        write([], "-")


@given(st.text())
def test_any_title_stays_within_its_cell(title: str) -> None:
    line = to_markdown([made_row(title=title)]).split("\n")[2]
    assert len(re.findall(r"(?<!\\)\|", line.replace(r"\\", ""))) == 10


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert "](" not in to_markdown([made_row(url="javascript:alert(1)")])


def test_bibtex_has_unique_keys_and_arxiv_numbers() -> None:
    first = Paper("a", "On 100% of {birds} & bees_", "", arxiv_id="2401.00001", date="2024-01", authors=("Ann Finch",))
    second = Paper("b", "100 more", "", date="2024", authors=("Finch, Bo", "C. Wren"))
    text = bibtex([first, second, Paper("c", "", "", url="https://x.org/a{b}")])
    assert re.findall(r"@misc\{(.*),", text) == ["finch2024100", "finch2024100-2", "paper"]
    assert r"title = {{On 100\% of \textbraceleft{}birds\textbraceright{} \& bees\_}}" in text
    assert "eprint = {2401.00001}" in text
    assert "archivePrefix = {arXiv}" in text
    assert "author = {Finch, Bo and C. Wren}" in text
    assert "url = {https://x.org/a%7Bb%7D}" in text


@given(st.lists(st.text(), max_size=4))
def test_bibtex_braces_balance_and_keys_differ_for_any_titles(titles: list[str]) -> None:
    text = bibtex([Paper(str(i), title, "") for i, title in enumerate(titles)])
    plain = re.sub(r"\\[{}]", "", text)
    assert plain.count("{") == plain.count("}")
    keys = re.findall(r"^@misc\{(.*),$", text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(titles)


def test_a_file_is_named_after_its_view() -> None:
    assert file_name("ImageNet, top-1 accuracy", ".csv") == "imagenet-top-1-accuracy.csv"
    assert file_name("…", ".md") == "leaderboard.md"


def test_an_odd_brace_of_a_title_leaves_the_braces_of_bibtex_even() -> None:
    entry = bibtex([Paper("owl", "Owls {at Night", "", authors=("Zoé Müller",), date="2023")])
    assert entry.count("{") == entry.count("}")
    assert entry.startswith("@misc{muller2023owls,")
