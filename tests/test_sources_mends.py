"""Files with something wrong in them: what can be read is read, and the rest is named with the mend."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from leaderboard.model import Paper
from leaderboard.sources import Skipped, SourceError, from_records, load_known, read

OWL = '{"title": "Owls", "abstract": "Owls reach 81%."}\n'
WREN = '{"title": "Wrens", "abstract": "Wrens reach 72%."}\n'


def _read(path: Path, content: bytes | str, **columns: str) -> tuple[list[Paper], list[str]]:
    """The papers of a file with this content, and what is said without the folder's name."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    said: list[str] = []
    papers = list(read([path], columns=columns, on_skip=lambda skipped: said.append(str(skipped))))
    return papers, [line.removeprefix(path.parent.as_posix() + "/") for line in said]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return tmp_path / "made"


def _titles(papers: list[Paper]) -> list[str]:
    return [paper.title for paper in papers]


def test_a_line_nested_too_deep_is_named_and_the_other_files_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('{"abstract": ' + "[" * 100_000 + "\n" + OWL)
    (tmp_path / "b").write_text(WREN)
    said: list[str] = []
    assert _titles(list(read([tmp_path], on_skip=lambda skipped: said.append(str(skipped))))) == ["Owls", "Wrens"]
    assert said == [f"{tmp_path.as_posix()}/a:1: not JSON (nested too deep); mend or delete the line"]


def test_what_follows_packed_data_is_named_after_all_of_it_is_read(made: Path) -> None:
    papers, said = _read(made, gzip.compress((OWL + WREN).strip().encode()) + b"garbage")
    assert _titles(papers) == ["Owls", "Wrens"]
    (only,) = said
    assert only.startswith("made: the packed data ends in an error")


def test_bytes_that_are_not_utf8_are_read_as_windows_1252_and_told_once(made: Path) -> None:
    text = "title,abstract\nOwls,They see 9%.\nHiboux d’été,Précision 9%.\nChouettes,Précision 8%.\n"
    papers, said = _read(made, text.encode("cp1252"))
    assert [(paper.title, paper.abstract) for paper in papers][1] == ("Hiboux d’été", "Précision 9%.")
    assert said == ["made:3: not UTF-8: bytes from here on are read as Windows-1252; save the file as UTF-8"]
    assert _titles(_read(made, (OWL + WREN.replace("Wrens", "Été", 1)).encode("cp1252"))[0]) == ["Owls", "Été"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [OWL + WREN, "title,abstract\nOwls,They see 9%.\nWrens,They see 5%.\n"])
def test_other_encodings_of_unicode_are_read(made: Path, text: str, encoding: str) -> None:
    papers, said = _read(made, text.encode(encoding))
    assert _titles(papers) == ["Owls", "Wrens"]
    assert said == []


@pytest.mark.parametrize("text", [OWL + WREN, "title,abstract\nOwls,They see 9%.\nWrens,They see 5%.\n"])
def test_lines_may_end_in_carriage_returns(made: Path, text: str) -> None:
    for end in ("\r", "\r\n"):
        assert _titles(_read(made, text.replace("\n", end))[0]) == ["Owls", "Wrens"]


def test_nul_bytes_are_named(made: Path) -> None:
    papers, said = _read(made, "title,abstract\nAn\0Owl,They\0see 9%.\nA\0Wren,It sees.\n")
    assert (papers[0].title, papers[0].abstract, len(papers)) == ("An Owl", "They see 9%.", 2)
    assert said == ["made:2: NUL bytes from here on are read as blanks; take them out of the file"]
    papers, said = _read(made, OWL + "\0\0\n" + WREN)
    assert (_titles(papers), said) == (
        ["Owls", "Wrens"],
        ["made:2: not JSON (a NUL byte at character 1); mend or delete the line"],
    )
    assert _read(made, "PK\n\0")[1] == [
        "made: NUL bytes, as no text has (the first in line 2); unpack it, or save it as text in UTF-8"
    ]


def test_control_characters_are_blanks(made: Path) -> None:
    ((paper,), said) = _read(made, json.dumps({"title": "An\0Owl", "abstract": "It\x08 sees\x1b9%.\0"}))
    assert (paper.title, paper.abstract, said) == ("An Owl", "It sees 9%.", [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\0\0\0title,abstract\nOwls,They see 9%.\n", "a zip archive"),
        (b"%PDF-1.4\ntitle,abstract\nOwls,They see 9%.\n", "a PDF"),
        (bz2.compress(b"title,abstract\nOwls,They see 9%.\n"), "packed with bzip2"),
        (lzma.compress(b"title,abstract\nOwls,They see 9%.\n"), "packed with xz"),
    ],
)
def test_what_is_packed_otherwise_or_no_text_says_what_it_is(made: Path, content: bytes, said: str) -> None:
    papers, (only,) = _read(made, content)
    assert papers == []
    assert only.startswith(f"made: {said}")


@pytest.mark.parametrize(
    ("content", "columns", "said"),
    [
        (
            "id,title\n1,Owls\n",
            {},
            "no abstract among the columns (id, title); rename one",
        ),
        (
            "id,name,text\n1,a,b\n",
            {},
            "no title and no abstract among the columns (id, name, text); rename one",
        ),
        (
            "title,abstract\nOwls,They see 9%.\n",
            {"abstract": "nosuch"},
            "no column `nosuch` among the columns (title, abstract); rename one",
        ),
        ('{\n "title": "Owls",\n "abstract": "They see 9%."\n}\n', {}, "no line is a JSON object of its own;"),
    ],
)
def test_a_table_without_the_columns_says_which_it_has(
    made: Path, content: str, columns: dict[str, str], said: str
) -> None:
    papers, (only,) = _read(made, content, **columns)
    assert papers == []
    assert only.startswith(f"made: {said}")


def test_an_object_without_the_keys_says_which_it_has(made: Path) -> None:
    papers, said = _read(made, '{"name": "Owls", "abstract": "They see 9%."}\n' + WREN)
    assert _titles(papers) == ["Wrens"]
    assert said == ["made:1: no title among the columns (name, abstract); rename one"]


def test_two_columns_of_one_name_are_told(made: Path) -> None:
    papers, said = _read(made, "title,Title,abstract,note,note\nOwls,Jays,They see 9%.,,\n")
    assert _titles(papers) == ["Owls"]
    assert said == ["made:1: 2 columns are called `title` and the first is read; rename the others"]


def test_after_five_lines_with_one_reason_the_others_are_counted(made: Path) -> None:
    papers, said = _read(made, OWL + '{"torn\n' * 12 + "[1]\n" + WREN)
    assert _titles(papers) == ["Owls", "Wrens"]
    assert [line.split(" ", 1)[0] for line in said] == [f"made:{n}:" for n in (2, 3, 4, 5, 6, 14)] + ["made:"]
    assert said[-1] == "made: and 7 more lines like it: not JSON"


def test_a_file_without_a_record_is_named(made: Path) -> None:
    assert _read(made, "title,abstract\n") == ([], ["made: csv, but without a record"])


@pytest.mark.parametrize(
    ("value", "kind"), [(["a"], "a list"), ({"a": 1}, "an object"), (True, "true or false"), (7, "a number")]
)
def test_what_is_not_text_is_refused(made: Path, value: object, kind: str) -> None:
    for field in ("title", "abstract"):
        record = {"title": "Owls", "abstract": "They see 9%.", field: value}
        papers, said = _read(made, json.dumps(record) + "\n" + WREN)
        assert _titles(papers) == ["Wrens"]
        assert said == [f"made:1: {field} is {kind}, not text; write it as text"]


def test_a_number_too_long_is_named(made: Path) -> None:
    assert _read(made, '{"title": ' + "9" * 5000 + "}\n" + WREN)[1] == [
        "made:1: not JSON (a number too long); mend or delete the line"
    ]


def test_text_of_parquet_that_is_no_utf8_is_named(made: Path) -> None:
    bad = pa.array([b"Owls", b"\xff"]).view(pa.string())
    pq.write_table(pa.table({"title": bad, "abstract": bad}), made)
    (only,) = _read(made, made.read_bytes())[1]
    assert "not readable as Parquet" in only


def test_a_day_of_parquet_that_no_calendar_has_costs_its_paper_only_the_date(made: Path) -> None:
    days = pa.array([1_600_000_000_000_000, 2**62], pa.timestamp("us"))
    pq.write_table(pa.table({"title": ["Owls", "Wrens"], "abstract": ["They see 9%."] * 2, "date": days}), made)
    papers, said = _read(made, made.read_bytes())
    assert [(paper.title, paper.date) for paper in papers] == [("Owls", "2020-09-13"), ("Wrens", None)]
    assert [line.split(" (")[0] for line in said] == ["made:2: the date is none that we read and is left out"]


def test_of_columns_of_parquet_called_the_same_the_first_is_read(made: Path) -> None:
    cells = [pa.array([text]) for text in ("Owls", "Wrens", "They see 9%.")]
    pq.write_table(pa.table(cells, names=["title", "title", "abstract"]), made)
    papers, said = _read(made, made.read_bytes())
    assert _titles(papers) == ["Owls"]
    assert said == ["made: 2 columns are called `title` and the first is read; rename the others"]


_NOT_CLOSED = "a quote opened here is not closed; close it, or double quotes inside a cell"


@pytest.mark.parametrize(
    "lines",
    [
        ("1,Jays,They see 7%.", '2,Gulls,"They see 6%.', "3,Owls,They see 9%.", "4,Wrens,They see 5%."),
        ("1,Jays,They see 7%.", '2,Gulls,"They see 6%.', '3,Owls,"They see 9%."', '4,Wrens,"They see, too."'),
        ("1,Jays,They see 7%.", '2,Gulls,"They see 6%.', "3,Owls,They see 9%.", '4,Wrens,They see 5%."'),
    ],
)
def test_a_quote_that_is_not_closed_swallows_no_records(made: Path, lines: tuple[str, ...]) -> None:
    papers, said = _read(made, "\n".join(("id,title,abstract", *lines)))
    assert _titles(papers) == ["Jays", "Owls", "Wrens"]
    assert said == [f"made:3: {_NOT_CLOSED}"]


def test_a_quote_that_a_later_one_closes_swallows_no_records_of_two_columns(made: Path) -> None:
    lines = ('Gulls,"They see 6%.', "Owls,They see 9%.", 'Wrens,They see 5%"', "Jays,They see 7%.")
    papers, said = _read(made, "\n".join(("title,abstract", *lines)))
    assert _titles(papers) == ["Owls", "Wrens", "Jays"]
    assert said == [f"made:2: {_NOT_CLOSED}"]


@pytest.mark.parametrize("abstract", ["They see\n1,000 mice.", "Owls,\nWrens,Jays\nand all that fly see.", "A\nB, c\n"])
def test_a_cell_over_several_lines_of_two_columns_is_read(made: Path, abstract: str) -> None:
    papers, said = _read(made, f'title,abstract\nOwls,"{abstract}"\nWrens,They see.\n')
    assert (_titles(papers), said) == (["Owls", "Wrens"], [])


def test_quotes_may_come_after_a_blank_where_names_of_columns_do(made: Path) -> None:
    papers, said = _read(made, 'title, abstract\nOwls, "They see, and hear."\n')
    assert [(paper.title, paper.abstract) for paper in papers] == [("Owls", "They see, and hear.")]
    assert said == []


def test_lines_above_the_names_of_columns_are_named(made: Path) -> None:
    papers, said = _read(made, "sep=,\ntitle,abstract\nOwls,They see 9%.\n")
    assert papers == []
    assert said == ["made: line 2 names the columns, which the first should; delete the lines above it"]


def test_a_quote_that_is_not_closed_takes_its_own_lines_with_it(made: Path) -> None:
    text = 'id,title,abstract\n1,Gulls,"They see,\nand hear.\n2,Owls,"They see 9%,\nand, now and then, hear."\n'
    papers, said = _read(made, text)
    assert [(paper.title, paper.abstract) for paper in papers] == [("Owls", "They see 9%, and, now and then, hear.")]
    assert said == [f"made:2: {_NOT_CLOSED.replace(';', ' (lines 2 to 3 are not read);')}"]


def test_an_unclosed_quote_far_from_the_end_holds_little(made: Path) -> None:
    many = "".join(f"{n},Owl {n},{'They see 9%. ' * 20}\n" for n in range(10_000))
    papers, said = _read(made, f'id,title,abstract\n0,Gulls,"They see 6%.\n{many}')
    assert len(papers) == 10_000
    assert said == [f"made:2: {_NOT_CLOSED}"]


@pytest.mark.parametrize(
    "abstract",
    ["They see,\nand hear, and fly.", 'The ""night"" owl\nsees, in all, 1,000,000 mice.', "A\n\n\nB, c, d\n"],
)
def test_a_cell_over_several_lines_is_read(made: Path, abstract: str) -> None:
    papers, said = _read(made, f'id,title,abstract\n1,Owls,"{abstract}"\n2,Wrens,They see.\n')
    assert (_titles(papers), said) == (["Owls", "Wrens"], [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(b"title,date\nOwls,2023\n" * 50, mtime=0)[:-12], "Compressed file ended .*; check the file"),
        ("title,date\nÉté,2023\n".encode("cp1252"), "not UTF-8 .*; save it as UTF-8"),
    ],
    ids=["torn", "another encoding"],
)
def test_a_damaged_table_of_known_papers_names_itself_and_the_mend(made: Path, content: bytes, said: str) -> None:
    made.write_bytes(content)
    with pytest.raises(SourceError, match=f"made: the table of known papers cannot be read: {said}"):
        load_known(made)


def test_a_date_or_an_arxiv_id_that_is_none_is_told_and_the_paper_read(made: Path) -> None:
    papers, said = _read(made, "Title,Abstract,arXiv ID,Publication Year\nOwls,They see 9%.,31-b,5/10/2023\n")
    assert [(paper.title, paper.arxiv_id, paper.date) for paper in papers] == [("Owls", None, None)]
    assert said == [
        "made:2: the arXiv id is none and is left out (31-b); write it like 2310.01234",
        "made:2: the date is none that we read and is left out (5/10/2023); write it like 2023-10-05",
    ]
    assert _read(made, "title,abstract,date\nOwls,They see 9%.,forthcoming\n")[1] == []


def test_records_in_memory_are_read_as_lines_of_a_file_are() -> None:
    records: list[dict[str, Any]] = [
        {"Title": "Owls", "Abstract": "They see\n9%.", "arXiv ID": "2310.01234"},
        {"Title": "Wrens", "Abstract": float("nan")},
        {"Title": "Jays"},
    ]
    said: list[str] = []
    (owls,) = from_records(records, source="frame", on_skip=lambda skipped: said.append(str(skipped)))
    assert (owls.paper_id, owls.abstract, owls.date, owls.sources) == ("owls", "They see 9%.", "2023-10", ("frame",))
    assert said == ["frame:2: no abstract", "frame:3: no abstract among the columns (Title); rename one"]


def test_cells_that_only_pandas_and_numpy_have_are_read_as_those_of_a_file() -> None:
    versions = np.array([{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}])
    record = {"title": "Owls", "abstract": "They see 9%.", "authors": np.array(["Ann Owl", "Bo Jay"])}
    said: list[Skipped] = []
    (owls,) = from_records([record | {"versions": versions, "date": pd.NA, "url": pd.NA}], on_skip=said.append)
    assert (owls.authors, owls.date, owls.url, said) == (("Ann Owl", "Bo Jay"), "2007-04-02", None, [])


def test_columns_whose_names_are_numbers_are_mapped() -> None:
    records = pd.DataFrame([["Owls", "They see 9%."]]).to_dict("records")
    assert _titles(list(from_records(records, columns={"title": "0", "abstract": 1}))) == ["Owls"]  # type: ignore[dict-item]


def test_what_holds_no_records_is_told_rather_than_read_as_nothing() -> None:
    frame = pd.DataFrame({"title": ["Owls"], "abstract": ["They see 9%."]})
    for given in (frame, "owls.csv", [Paper("owls", "Owls", "They see 9%.")]):
        with pytest.raises(TypeError, match=r'not a dict; give .*frame\.to_dict\("records"\)'):
            list(from_records(given))  # type: ignore[arg-type]
    with pytest.raises(SourceError, match="no field `titel`"):
        list(from_records([{"Headline": "Owls"}], columns={"titel": "Headline"}))


def test_a_mapped_column_that_is_not_there_is_told_and_the_papers_read(made: Path) -> None:
    papers, said = _read(made, "title,abstract,Year\nOwls,They see 9%.,2023\n", date="Jahr")
    assert [(paper.title, paper.date) for paper in papers] == [("Owls", None)]
    assert said == ["made:1: no column `Jahr`, so no date (title, abstract, Year); check its name"]
