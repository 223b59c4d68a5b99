"""The store: whole parts, runs that can be repeated, and later readings in place of earlier ones."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from leaderboard import store as module
from leaderboard.model import Extraction, Paper
from leaderboard.store import PAPERS_SCHEMA, ROWS_SCHEMA, Store, StoreError, Written, papers_of, write
from tests.rows import made_row

OWL = Paper(
    "owls", "Owls at Night", "Owls reach 81.5% – at night.", "https://x", "2310.01234", "2023-10",
    ("Ann Finch", "Bo Wren"), ("cs.CV",), ("a.txt", "b.txt"),
)  # fmt: skip
WREN = Paper("wrens", "A Wren in Winter", "Wrens reach 72%.")


def _made(value: float = 81.5) -> Any:
    def extract(papers: Iterable[Paper]) -> Iterable[Extraction]:
        return [_extraction(paper, value) for paper in papers]

    return extract


def _extraction(paper: Paper, *values: float) -> Extraction:
    rows = tuple(made_row(paper_id=paper.paper_id, title=paper.title, value=value) for value in values)
    return Extraction(paper, rows, (), ())


def _none(papers: Iterable[Paper]) -> Iterable[Extraction]:
    return [_extraction(paper) for paper in papers]


def _never(papers: Iterable[Paper]) -> Iterable[Extraction]:
    for paper in papers:
        raise AssertionError(f"extracted again: {paper}")
    return ()


def _values(directory: Path) -> list[tuple[str, float]]:
    with Store(directory).connection() as db:
        return db.execute("SELECT paper_id, value FROM rows ORDER BY ALL").fetchall()


def _ids(directory: Path) -> list[str]:
    with Store(directory).connection() as db:
        return [name for (name,) in db.execute("SELECT paper_id FROM papers ORDER BY ALL").fetchall()]


@pytest.fixture
def other_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written from here on is written by other patterns."""
    monkeypatch.setattr(module, "patterns_version", lambda: "later")


def test_papers_and_rows_come_back_as_they_were(tmp_path: Path) -> None:
    assert write(tmp_path / "new" / "s", [OWL, WREN], _made()) == Written(papers=2, rows=2, skipped=0)
    store = Store(tmp_path / "new" / "s")
    assert store.paper("owls") == OWL
    assert store.paper("wrens") == WREN
    assert store.paper("jays") is None
    assert papers_of(store.connection(), ["wrens", "jays", "owls", "wrens"]) == (WREN, OWL)
    assert store.rows("owls") == _extraction(OWL, 81.5).rows


def test_views_have_the_columns_of_the_schema_also_when_empty(tmp_path: Path) -> None:
    write(tmp_path, [], _never)
    for papers in ([], [OWL]):
        write(tmp_path, papers, _made())
        with Store(tmp_path).connection() as db:
            for view, schema in (("rows", ROWS_SCHEMA), ("papers", PAPERS_SCHEMA)):
                assert [column[0] for column in db.execute(f"DESCRIBE {view}").fetchall()] == schema.names
                (kind,) = db.execute(
                    f"SELECT table_type FROM information_schema.tables WHERE table_name = '{view}'"
                ).fetchall()
                assert kind == ("VIEW",)


def test_a_run_repeated_extracts_nothing_and_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, [OWL, WREN], _made())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert write(tmp_path, [OWL, WREN], _never) == Written(papers=2, rows=0, skipped=2)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_asked_to_do_it_again_it_extracts_and_replaces(tmp_path: Path) -> None:
    write(tmp_path, [OWL], _made(1.0))
    write(tmp_path, [OWL], _made(2.0), again=True)
    assert _values(tmp_path) == [("owls", 2.0)]


@pytest.mark.usefixtures("other_patterns")
def test_the_rows_of_later_patterns_take_the_place_of_earlier_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        first.setattr(module, "patterns_version", lambda: "first")
        write(tmp_path, [OWL, WREN], _made(1.0))
    write(tmp_path, [OWL], _made(2.0))
    assert _values(tmp_path) == [("owls", 2.0), ("wrens", 1.0)]
    assert _ids(tmp_path) == ["owls", "wrens"]
    # Back to the first patterns: what was replaced is written again.
    with monkeypatch.context() as first:
        first.setattr(module, "patterns_version", lambda: "first")
        write(tmp_path, [OWL, WREN], _made(1.0))
    assert _values(tmp_path) == [("owls", 1.0), ("wrens", 1.0)]


@pytest.mark.usefixtures("other_patterns")
def test_a_paper_whose_later_reading_has_no_rows_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as first:
        first.setattr(module, "patterns_version", lambda: "first")
        write(tmp_path, [OWL], _made())
    write(tmp_path, [OWL], _none)
    assert _values(tmp_path) == []
    assert _ids(tmp_path) == ["owls"]


@pytest.mark.parametrize(
    "later",
    [
        replace(OWL, abstract="Owls reach 99%."),
        replace(OWL, paper_id="2310.01234", title="All Owls"),
        replace(OWL, paper_id="x", arxiv_id=None, title="OWLS: at night"),
    ],
    ids=["same id", "same arXiv id", "same title"],
)
def test_a_later_reading_of_the_same_paper_takes_its_place(tmp_path: Path, later: Paper) -> None:
    write(tmp_path, [OWL], _made(1.0))
    write(tmp_path, [later], _made(2.0))
    assert _values(tmp_path) == [(later.paper_id, 2.0)]
    assert _ids(tmp_path) == [later.paper_id]


def test_two_arxiv_papers_with_one_title_both_stay(tmp_path: Path) -> None:
    write(tmp_path, [OWL], _made(1.0))
    write(tmp_path, [replace(OWL, paper_id="x", arxiv_id="2311.00001")], _made(2.0))
    assert _ids(tmp_path) == ["owls", "x"]


def test_a_killed_run_leaves_whole_parts_and_is_simply_run_again(tmp_path: Path) -> None:
    papers = [replace(WREN, paper_id=str(n), title=f"Wren {n}") for n in range(5)]

    def killed(papers: Iterable[Paper]) -> Iterator[Extraction]:
        for paper in papers:
            if paper.paper_id == "4":
                raise KeyboardInterrupt
            yield _extraction(paper, 81.5)

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, papers, killed, part_size=2)
    assert _ids(tmp_path) == ["0", "1", "2", "3"]
    assert write(tmp_path, papers, _made(), part_size=2).skipped == 4
    assert _ids(tmp_path) == ["0", "1", "2", "3", "4"]
    assert len(_values(tmp_path)) == 5


def test_a_part_counts_only_with_both_its_files(tmp_path: Path) -> None:
    write(tmp_path, [OWL], _made())
    next(tmp_path.glob("*.papers.parquet")).unlink()  # as if killed between the two
    assert _ids(tmp_path) == []
    assert _values(tmp_path) == []
    write(tmp_path, [OWL], _made())
    assert _values(tmp_path) == [("owls", 81.5)]


def test_nothing_half_written_is_left_or_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("pyarrow.parquet.write_table", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, [OWL], _made())
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_half_written_is_swept_after_a_day(tmp_path: Path) -> None:
    old, new = tmp_path / ".x.rows.parquet.1.ab.tmp", tmp_path / ".y.rows.parquet.1.cd.tmp"
    for left in (old, new):
        left.write_bytes(b"PAR1")
    os.utime(old, (time.time() - 90_000,) * 2)
    write(tmp_path, [OWL], _made())
    assert not old.exists()
    assert new.exists()
    assert _ids(tmp_path) == ["owls"]


def test_writers_need_no_lock_and_readers_are_not_disturbed(tmp_path: Path) -> None:
    papers = [replace(WREN, paper_id=str(n), title=f"Wren {n}") for n in range(40)]
    write(tmp_path, papers[:1], _made())
    reader = Store(tmp_path).connection()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda k: write(tmp_path, papers[k * 10 : k * 10 + 10], _made(), part_size=3), range(4)))
        list(pool.map(lambda _: write(tmp_path, papers, _made(), part_size=7), range(4)))
    assert reader.execute("SELECT count(*) FROM rows").fetchone() == (1,)
    assert _ids(tmp_path) == sorted(str(n) for n in range(40))
    assert len(_values(tmp_path)) == 40


def test_a_cursor_sees_the_views(tmp_path: Path) -> None:
    write(tmp_path, [OWL], _made())
    write(tmp_path, [replace(OWL, abstract="Owls reach 99%.")], _made(2.0))
    cursor = Store(tmp_path).connection().cursor()
    assert cursor.execute("SELECT value FROM rows").fetchall() == [(2.0,)]


def test_a_folder_with_quotes_in_its_name(tmp_path: Path) -> None:
    write(tmp_path / "it's [a] *", [OWL], _made())
    assert _ids(tmp_path / "it's [a] *") == ["owls"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _without_quotes(path: Path) -> None:
    pq.write_table(pq.read_table(path).drop_columns("quote"), path)


def _values_as_text(path: Path) -> None:
    table = pq.read_table(path)
    place = table.schema.get_field_index("value")
    pq.write_table(table.set_column(place, "value", table["value"].cast("string")), path)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_cut, "cannot be read"),
        (Path.unlink, "is missing"),
        (_without_quotes, "lacks the column `quote`"),
        (_values_as_text, "`value` is string, not double"),
    ],
)
def test_a_damaged_part_is_named_when_the_store_is_opened_and_mended_by_the_same_run(
    tmp_path: Path, damage: Callable[[Path], None], reason: str
) -> None:
    write(tmp_path, [OWL, WREN], _made(), part_size=1)
    damaged = next(tmp_path.glob("*.rows.parquet"))
    damage(damaged)
    with pytest.raises(StoreError) as told:
        Store(tmp_path).connection()
    assert str(damaged) in str(told.value)
    assert reason in str(told.value)
    again = f"{tmp_path} --into NEW" if "the column" in reason or "value" in reason else f"INPUT --into {tmp_path}"
    assert f"leaderboard extract {again}" in str(told.value)
    assert write(tmp_path, [OWL, WREN], _made(), part_size=1).skipped == 1
    assert len(_values(tmp_path)) == 2


def test_what_is_no_store_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for other in (tmp_path / "none", tmp_path / "file", tmp_path):
        with pytest.raises(StoreError, match="holds no store; write one with"):
            Store(other)
    with pytest.raises(StoreError, match="cannot be written"):
        write(tmp_path / "file", [OWL], _made())


def test_an_error_that_is_not_the_stores_stays_what_it_is(tmp_path: Path) -> None:
    def full(_: Extraction) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left on device"):
        write(tmp_path, [OWL], _made(), on_extraction=full)


def test_a_store_may_begin_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    write(tmp_path, [OWL], _made())
    assert _ids(tmp_path) == ["owls"]


@pytest.mark.parametrize(("between", "files"), [(0, 0), (3, 4)], ids=["close together", "parts apart"])
def test_papers_of_one_id_are_told(tmp_path: Path, between: int, files: int) -> None:
    papers = [
        OWL,
        *(replace(WREN, paper_id=f"wren {number}") for number in range(between)),
        replace(WREN, paper_id="owls"),
    ]
    with pytest.raises(ValueError, match=r"two papers have the id 'owls'; `sources.merge` tells them apart"):
        write(tmp_path, papers, lambda given: (_extraction(paper) for paper in given), part_size=2)
    assert len(list(tmp_path.iterdir())) == files  # those of whole parts before it


@pytest.mark.parametrize("abstract", [None, float("nan"), b"They see 9%."])
def test_a_paper_without_a_text_is_refused_by_name(abstract: Any) -> None:
    with pytest.raises(TypeError, match=r"abstract of paper 'owl' is of type (NoneType|float|bytes), not text"):
        Paper("owl", "Owls", abstract)


@pytest.mark.parametrize(
    ("field", "value", "mend"),
    [
        ("date", date(2023, 10, 5), "date of paper 'owl' is of type date, not text"),
        ("authors", "Ann Owl", "authors of paper 'owl' is one text; write authors=('Ann Owl',)"),
    ],
)
def test_a_field_of_another_type_is_refused_by_name(field: str, value: Any, mend: str) -> None:
    with pytest.raises(TypeError, match=re.escape(mend)):
        Paper("owl", "Owls", "They see 9%.", **{field: value})


def test_a_paper_whose_id_is_a_number_is_found_by_it(tmp_path: Path) -> None:
    write(tmp_path, [OWL, replace(WREN, paper_id="7")], _made())
    store = Store(tmp_path)
    assert store.paper(7) == replace(WREN, paper_id="7")  # type: ignore[arg-type]
    assert store.rows(7) == store.rows("7")  # type: ignore[arg-type]


def test_a_part_of_no_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="part_size=0 is below 1"):
        write(tmp_path, [OWL], _made(), part_size=0)
