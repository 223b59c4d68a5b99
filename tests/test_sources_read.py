"""Files of every kind to papers, told by content."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.model import Paper
from leaderboard.sources import Skipped, SourceError, load_known, read
from leaderboard.sources.ids import arxiv_id, arxiv_month, iso_date, slug
from leaderboard.text import collapse

OWL = {"title": "Owls at Night", "abstract": "Owls reach  81.5%\n accuracy. "}
WREN = {"title": "A Wren in Winter", "abstract": "Wrens reach 72% recall."}


def _lines(*records: Any) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def _read(path: Path, **options: Any) -> tuple[list[Paper], list[Skipped]]:
    skipped: list[Skipped] = []
    return list(read([path], on_skip=skipped.append, **options)), skipped


def test_one_input_needs_no_list(made: Path) -> None:
    made.write_bytes(_lines(OWL))
    assert list(read(str(made))) == list(read(made)) == list(read([made]))


def _parquet(path: Path, table: dict[str, list[Any]]) -> None:
    pq.write_table(pa.table(table), path)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return tmp_path / "made.txt"  # the ending says nothing


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kind", ["json", "csv", "tsv", "parquet"])
def test_the_kind_is_told_by_content_gzipped_or_not(made: Path, kind: str, packed: bool) -> None:
    if kind == "json":
        made.write_bytes(_lines(OWL, WREN))
    elif kind == "parquet":
        _parquet(made, {key: [OWL[key], WREN[key]] for key in OWL})
    else:
        cells = [["title", "abstract"], *([paper["title"], f'"{paper["abstract"]}"'] for paper in (OWL, WREN))]
        made.write_text("\n".join(("," if kind == "csv" else "\t").join(line) for line in cells))
    if packed:
        made.write_bytes(gzip.compress(made.read_bytes()))
    papers, skipped = _read(made)
    assert [paper.title for paper in papers] == ["Owls at Night", "A Wren in Winter"]
    assert papers[0].abstract == "Owls reach 81.5% accuracy."
    assert papers[0].paper_id == "owls-at-night"
    assert skipped == []


def test_an_arxiv_record_gives_ids_dates_and_a_link(made: Path) -> None:
    versions = [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}, {"version": "v2", "created": "2009"}]
    record = {
        "id": "0704.0001", **OWL, "categories": "cs.CV cs.LG", "authors": "Ann Finch, Bo Wren and C. Jay",
        "update_date": "2015-01-01", "versions": versions,
    }  # fmt: skip
    made.write_bytes(_lines(record, {**record, "id": "2310.01234v3", "versions": None}, {**record, "id": "12/34"}))
    dated, undated, odd = _read(made)[0]
    assert (dated.paper_id, dated.arxiv_id, dated.date) == ("0704.0001", "0704.0001", "2007-04-02")
    assert dated.url == "https://arxiv.org/abs/0704.0001"
    assert dated.categories == ("cs.CV", "cs.LG")
    assert dated.authors == ("Ann Finch", "Bo Wren", "C. Jay")
    assert (undated.paper_id, undated.date) == ("2310.01234", "2023-10")
    assert (odd.paper_id, odd.arxiv_id, odd.url) == ("12/34", None, None)


@pytest.mark.parametrize(
    ("text", "identifier", "month"),
    [
        ("2310.01234", "2310.01234", "2023-10"),
        ("arXiv:2310.01234v2", "2310.01234", "2023-10"),
        ("https://arxiv.org/abs/1412.6980v9", "1412.6980", "2014-12"),
        ("https://arxiv.org/pdf/2310.01234.pdf", "2310.01234", "2023-10"),
        ("hep-th/9901001", "hep-th/9901001", "1999-01"),
        ("math.GT/0309136v1", "math.GT/0309136", "2003-09"),
        ("2313.01234", None, None),
        ("1501.1234", None, None),
        ("1412.12345", None, None),
        ("0703.0001", None, None),
        ("2310.1", None, None),
        ("", None, None),
    ],
)
def test_an_arxiv_id_is_read_from_any_spelling_and_tells_its_month(
    text: str, identifier: str | None, month: str | None
) -> None:
    assert arxiv_id(text) == identifier
    assert arxiv_month(identifier or text) == month


@pytest.mark.parametrize(
    ("record", "identifier"),
    [
        ({"id": 704.0001}, "0704.0001"),
        ({"arxiv_id": 2310.0751}, "2310.07510"),
        ({"arxiv_id": "2310.0751"}, "2310.07510"),
        ({"id": "2310.0751"}, None),
        ({"arxiv_id": 17.0}, None),
        ({"arxiv_id": 2013.5}, None),
    ],
)
def test_an_arxiv_id_that_became_a_number_is_known_again(made: Path, record: Any, identifier: str | None) -> None:
    made.write_bytes(_lines({"title": "Owls", "abstract": "They see 9%."} | record))
    (paper,), _ = _read(made)
    assert paper.arxiv_id == identifier


def test_a_table_of_known_papers_gives_ids_that_became_numbers(tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text("title,arxiv_id\nOwls,2310.0751\n")
    owls = load_known(tmp_path / "known.csv").find("Owls", None)
    assert owls is not None
    assert owls.arxiv_id == "2310.07510"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"), ("2023-10", "2023-10"), ("2023-10-05T10:00:00Z", "2023-10-05"),
        ("Thu, 5 Oct 2023 10:00:00 GMT", "2023-10-05"), ("2023-13", None), ("soon", None), ("", None),
        ("Thu, 5 Oct 20230000000 10:00:00 GMT", None), ("2023/10/5", "2023-10-05"), ("Oct. 2023", "2023-10"),
        ("5th October 2023", "2023-10-05"), ("October 5, 2023", "2023-10-05"), ("32 Oct 2023", None),
        ("05/10/2023", None), ("2023-24", None), ("2023-02-29", None), ("2024-02-29", "2024-02-29"),
        ("31 Apr 2023", None),
    ],
)  # fmt: skip
def test_dates_keep_the_precision_known(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Finch, Bo Wren, and C. Jay", ("Ann Finch", "Bo Wren", "C. Jay")),
        ("Finch, Ann; Wren, Bo; and Jay, C.", ("Finch, Ann", "Wren, Bo", "Jay, C.")),
        ("Finch, Ann and Wren, Bo", ("Finch, Ann", "Wren, Bo")),
        ("Ann Finch; Bo Wren", ("Ann Finch", "Bo Wren")),
        (r"Zo\'e F{\"i}nch, Fran\c{c}ois Wr\'{e}n", ("Zoé Fïnch", "François Wrén")),
        (r"\v{S}te Ma\v nka, {\O}yvind Pawe{\l}, Jos\'\i{} Lo\ss", ("Šte Maňka", "Øyvind Paweł", "Josí Loß")),
        (r"J.~Mu\~{n}oz and {The Owls}", ("J. Muñoz", "The Owls")),
    ],
)
def test_authors_are_told_apart_as_lists_of_names_are_written(made: Path, text: str, names: tuple[str, ...]) -> None:
    made.write_bytes(_lines(OWL | {"authors": text}))
    assert _read(made)[0][0].authors == names


def test_authors_may_be_objects_with_names(made: Path) -> None:
    made.write_bytes(_lines(OWL | {"authors": [{"authorId": "7", "name": "Ann Finch"}, "Bo Wren"]}))
    assert _read(made)[0][0].authors == ("Ann Finch", "Bo Wren")


def test_an_id_is_the_sources_own_else_the_doi_else_the_title_else_the_texts_hash(made: Path) -> None:
    made.write_bytes(
        _lines(
            {**OWL, "id": 7, "doi": "10.1000/x"},
            {**OWL, "doi": "https://doi.org/10.1000/x"},
            {**OWL, "id": None},
            {"title": "鳥", "abstract": "Birds."},
        )
    )
    papers, _ = _read(made)
    hashed = hashlib.sha256(b"Birds.").hexdigest()[:12]
    assert [paper.paper_id for paper in papers] == ["7", "10.1000/x", "owls-at-night", hashed]
    assert papers[1].url == "https://doi.org/10.1000/x"


def test_an_id_that_is_a_doi_is_a_link(made: Path) -> None:
    made.write_bytes(_lines({**OWL, "id": "10.1000/x"}, {**OWL, "title": "Owls by day", "id": "o1"}))
    assert [paper.url for paper in _read(made)[0]] == ["https://doi.org/10.1000/x", None]


def test_half_a_surrogate_pair_becomes_one_character(made: Path) -> None:
    made.write_bytes(b'{"title": "Owls", "abstract": "a\\ud800b \\ud83d\\ude00"}\n')
    assert _read(made)[0][0].abstract == "a\ufffdb \U0001f600"


def test_columns_are_mapped(made: Path) -> None:
    made.write_text("Headline,Summary,Key,year\nOwls,They see 9%.,o1,2021\n")
    columns = {"title": "Headline", "abstract": "summary", "id": "Key"}
    ((paper,), _) = _read(made, columns=columns)
    assert (paper.title, paper.abstract, paper.paper_id, paper.date) == ("Owls", "They see 9%.", "o1", "2021")
    with pytest.raises(SourceError, match="no field `headline`"):
        read([made], columns={"headline": "Headline"})


def test_a_bad_json_line_is_named_and_the_rest_read(made: Path) -> None:
    made.write_bytes(_lines(OWL) + b'{"title": "torn\n' + b"[1]\n" + _lines({"title": "No text"}, WREN))
    papers, skipped = _read(made)
    assert [paper.title for paper in papers] == [OWL["title"], WREN["title"]]
    assert [(entry.file, entry.line) for entry in skipped] == [(str(made), 2), (str(made), 3), (str(made), 4)]
    assert "mend or delete" in str(skipped[0])
    assert "no abstract" in str(skipped[2])


def test_a_bad_csv_line_is_named_and_the_rest_read(made: Path) -> None:
    made.write_text('title,abstract\nOwls,"They see 9%, at night."\nJays,They see, too\nWrens,They see 5%.\n')
    papers, skipped = _read(made)
    assert [paper.title for paper in papers] == ["Owls", "Wrens"]
    assert [entry.line for entry in skipped] == [3]


def test_a_table_of_known_papers_is_told_where_it_belongs(made: Path) -> None:
    made.write_text("title,arxiv_id,date\nOwls,2310.01234,2023-10\n")
    papers, skipped = _read(made)
    assert not papers
    assert skipped[0].fault.option == "--papers FILE"


@pytest.mark.parametrize(
    "content",
    [
        *(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"", b"a,b\n1,2\n", b"PAR1 but then no more", b"notes\n"),
        *(b"[1, 2]", b'[\n{"title": "A", "abstract": "B"},\n{"title": "C", "abstract": "D"}\n]\n'),
    ],
)
def test_a_file_of_no_known_kind_is_named_and_skipped(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").write_bytes(_lines(OWL))
    papers, skipped = _read(tmp_path)
    assert [paper.title for paper in papers] == [OWL["title"]]
    assert [entry.file for entry in skipped] == [str(tmp_path / "a")]


def test_a_torn_gzip_gives_what_it_holds_and_a_notice(made: Path) -> None:
    packed = gzip.compress(b"".join(_lines({**OWL, "id": str(n), "url": str(n * n)}) for n in range(20_000)))
    made.write_bytes(packed[: len(packed) // 2])
    papers, skipped = _read(made)
    assert 1_000 < len(papers) < 20_000
    assert [entry.file for entry in skipped] == [str(made)] * len(skipped)
    assert "cannot be read from here on" in str(skipped[-1])


def test_folders_globs_and_several_inputs_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.x").write_bytes(_lines(OWL))
    (tmp_path / "b.x").write_bytes(_lines(WREN))
    (tmp_path / ".hidden").write_bytes(_lines(WREN))
    both = ["A Wren in Winter", "Owls at Night"]
    assert [paper.title for paper in read([tmp_path])] == both
    assert [paper.title for paper in read([str(tmp_path / "**" / "*.x")])] == both
    assert [paper.title for paper in read([tmp_path / "b.x", tmp_path])] == both


def test_links_in_a_folder_are_followed_or_told(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (elsewhere / "owls.jsonl").write_bytes(_lines(OWL))
    (folder / "owls").symlink_to(elsewhere / "owls.jsonl")
    (folder / "more").symlink_to(elsewhere)
    (folder / "lost").symlink_to(tmp_path / "nothing")
    papers, skipped = _read(folder)
    assert [paper.title for paper in papers] == [OWL["title"]]
    more, lost = map(str, skipped)
    assert more == f"{folder / 'more'}: a link to a folder is not followed; name that folder too"
    assert lost.startswith(f"{folder / 'lost'}: cannot be read on (")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is text")
def test_a_file_whose_name_is_no_text_is_read_and_named(tmp_path: Path) -> None:
    (tmp_path / "owl\udcff.jsonl").write_bytes(_lines(OWL))
    assert [paper.sources for paper in _read(tmp_path)[0]] == [(f"{tmp_path.as_posix()}/owl?.jsonl",)]


def test_a_missing_input_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read([tmp_path / "nothing*.csv"])
    with pytest.raises(SourceError, match="has no name"):
        read([""])


class _Pipe(io.RawIOBase):
    """Standard input as a pipe gives it: no seeking, a few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self._rest = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._rest.readinto(memoryview(buffer)[:1000])


def _standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(_Pipe(content)))
    monkeypatch.setattr(sys, "stdin", stream)


def test_standard_input_of_every_kind(monkeypatch: pytest.MonkeyPatch, made: Path) -> None:
    _parquet(made, {key: [OWL[key], WREN[key]] for key in OWL})
    for content in (_lines(OWL, WREN), gzip.compress(_lines(OWL, WREN)), made.read_bytes()):
        _standard_input(monkeypatch, content)
        assert [paper.sources for paper in read(["-"])] == [("standard input",)] * 2


def test_reading_is_lazy(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def endless() -> Iterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield _lines(OWL)

    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self._lines = endless()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = next(self._lines)
            buffer[: len(line)] = line
            return len(line)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    assert next(iter(read(["-"]))).title == OWL["title"]
    assert asked < 5_000


def test_memory_does_not_grow_with_a_snapshot(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / str(count)
        with gzip.open(path, "wb", compresslevel=1) as file:
            for n in range(count):
                file.write(_lines({"id": f"2310.{n:05}", "title": f"Owls {n}", "abstract": f"{n} owls " * 50}))
        tracemalloc.start()
        try:
            assert sum(1 for _ in read([path])) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(4_000) < 1.5 * peak(1_000)


def test_a_table_of_known_papers_gives_links_and_dates_but_never_ids(tmp_path: Path, made: Path) -> None:
    table = tmp_path / "known.csv"
    table.write_text('title,arxiv_id,date\n"OWLS, at night!",2310.01234v2,2023-10-05\n')
    made.write_bytes(_lines(OWL, WREN))
    owl, wren = read([made], known=load_known(table))
    assert (owl.paper_id, owl.arxiv_id, owl.date) == ("owls-at-night", "2310.01234", "2023-10-05")
    assert owl.url == "https://arxiv.org/abs/2310.01234"
    assert (wren.arxiv_id, wren.url, wren.date) == (None, None, None)


@pytest.mark.parametrize(
    "content", ["name,arxiv_id\nx,2310.01234\n", "title,arxiv_id\nx,2399.1\n", "title,date\nx,May\n"]
)
def test_a_table_that_cannot_be_used_names_itself(tmp_path: Path, content: str) -> None:
    table = tmp_path / "known.csv"
    table.write_text(content)
    with pytest.raises(SourceError, match=r"known\.csv"):
        load_known(table)


@given(st.text())
def test_collapsed_text_has_single_blanks_and_stays_as_it_is(text: str) -> None:
    collapsed = collapse(text)
    assert collapsed == collapse(collapsed)
    blanked = "".join(" " if letter < " " else letter for letter in text)
    assert collapsed.split(" ") == blanked.split() or collapsed == ""


@given(st.text())
def test_a_slug_is_plain_and_short(text: str) -> None:
    made = slug(text)
    assert len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == made.strip("-")
    assert "--" not in made


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(content)
    papers, skipped = _read(path)
    assert papers or skipped
