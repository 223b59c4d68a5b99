"""The command line: what a script or a person at a terminal meets."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import IO

import pytest
from typer.testing import CliRunner, Result

from leaderboard import __version__
from leaderboard.canonical import benchmarks_named
from leaderboard.cli import app
from leaderboard.model import ROW_FIELDS, Extraction
from leaderboard.patterns import PatternError
from leaderboard.store import write
from leaderboard.stores import bundled_store, default_store, is_bundled, remember, remembered
from leaderboard.versions import patterns_version
from tests.demo import write_store
from tests.rows import made_paper, made_row

PAGE = """A Small Network for Counting Birds

We train BirdNet, a small network that counts birds. It reaches 91.2% top-1 accuracy on ImageNet in our experiments.
"""
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in and a home that no run has touched."""
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def page(here: Path) -> Path:
    path = here / "page.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture
def store(here: Path) -> Path:
    """A store of made-up papers, rows and all."""
    return write_store(here / "made")


def _run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def test_the_version_is_that_of_the_package_and_its_patterns() -> None:
    assert _run("--version").stdout == f"leaderboard {__version__}, patterns {patterns_version()}\n"


def _table(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(output.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_help_lists_every_command_and_each_shows_an_example() -> None:
    listed = re.findall(r"^│ (\w+) ", _run("--help").stdout, re.MULTILINE)
    assert listed == ["extract", "boards", "show", "export", "find", "app", "check", "explain", "diff"]
    for command in listed:
        told = _run(command, "--help")
        assert told.exit_code == 0
        assert f"  leaderboard {command}" in told.stdout


def test_an_unknown_command_is_a_usage_error() -> None:
    assert _run("extrct").exit_code == 2


def test_jsonl_has_a_row_a_line_with_the_fields_of_the_schema_in_order(page: Path) -> None:
    done = _run("extract", page, "--jsonl")
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert all(tuple(row) == ROW_FIELDS for row in rows)
    assert (rows[0]["value"], rows[0]["unit"], rows[0]["quote"]) == (91.2, "%", "91.2%")


def test_standard_input_is_an_input(page: Path) -> None:
    (piped,) = map(json.loads, _run("extract", "-", "--jsonl", stdin=PAGE).stdout.splitlines())
    (read,) = map(json.loads, _run("extract", page, "--jsonl").stdout.splitlines())
    assert piped == read | {"source": "standard input"}


def test_a_log_says_how_far_a_long_run_is(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaderboard.cli.extracting._EVERY", 0.0)
    assert "1 paper so far\n" in _run("extract", page, "--jsonl").stderr


def test_several_processes_give_the_same_rows_in_the_same_order(here: Path) -> None:
    lines = [
        {"id": str(n), "title": f"Birds {n}", "abstract": f"We reach {n % 90 + 1}.5% accuracy."} for n in range(350)
    ]
    (here / "many").write_text("".join(json.dumps(line) + "\n" for line in lines))
    one, two = (_run("extract", "many", "--jsonl", "--jobs", str(jobs)).stdout for jobs in (1, 2))
    assert one == two
    assert one.count("\n") >= 350


def test_stats_count_papers_and_claims(page: Path) -> None:
    page.write_text(PAGE.replace("Small Network", "Frugal Network"))  # no blind one
    alone = _run("extract", page, "--stats")
    assert "1 paper," in alone.stdout
    beside = _run("extract", page, "--stats", "--jsonl")
    assert "1 paper," in beside.stderr
    assert [json.loads(line)["quote"] for line in beside.stdout.splitlines()] == ["91.2%"]


def test_what_is_not_read_is_named_on_standard_error_and_the_rest_is_read(here: Path) -> None:
    (here / "noise.bin").write_bytes(b"\0\1\2")
    (here / "table.json").write_text('{"title": "Owls", "abstract": "They reach 81.5% accuracy."}\n{torn\n')
    (here / "names.csv").write_text("title,summary\nOwls,They see.\n")
    done = _run("extract", here, "--jsonl")
    assert done.exit_code == 0
    assert "noise.bin: " in done.stderr
    assert "(title, summary); rename one, or use `--column abstract=…`\n" in done.stderr
    assert "table.json:2: not JSON" in done.stderr
    assert {json.loads(line)["paper_id"] for line in done.stdout.splitlines()} >= {"owls"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["extract", "page.txt"], 2, "--into"),
        (["extract", "nothing", "--jsonl"], 2, "no such file"),
        (["extract", "page.txt", "--jsonl", "--column", "headline=x"], 2, "FIELD=NAME"),
        (["extract", "page.txt", "--jsonl", "--papers", "page.txt"], 2, "page.txt"),
        (["extract", "page.txt", "--into", "page.txt"], 2, "cannot be written"),
        (["extract", "", "--jsonl"], 2, "no name"),
        (["extract", "page.txt", "--into", ""], 2, "the folder has"),
        (["boards", "--from", ""], 2, "the folder has"),
        (["extract", "empty", "--jsonl"], 1, "No paper was read"),
        (["boards", "--from", "nothing"], 2, "holds no store"),
        (["app", "--from", "nothing"], 2, "holds no store"),
        (["show", "Birds-9", "--from", "empty"], 2, "holds no store"),
        (["boards", "--from", "."], 2, "holds no store"),
        (["extract", "page.txt", "--jsonl", "--papers", "noise"], 2, "noise: the table of known papers"),
        (["app", "--from", "made", "--corpus", "nothing"], 2, "nothing: no such file"),
        (["check", "--corpus", "nothing"], 2, "nothing: no such file"),
        (["diff", "noise", "noise"], 2, "noise:1: not JSON"),
        (["diff", "nothing", "noise"], 2, "nothing: No such file or directory; check the path"),
        (["diff", ".", "noise"], 2, "holds no store"),
        (["export", "Birds-9", "--from", "made", "--to", "no/b.csv"], 2, "no/b.csv: No such file"),
    ],
)
@pytest.mark.usefixtures("page", "store")
def test_exit_codes_say_what_went_wrong(here: Path, arguments: list[str], code: int, said: str) -> None:
    (here / "empty").touch()
    (here / "noise").write_bytes(b"\x89\xff\0\1")
    done = _run(*arguments)
    assert done.exit_code == code
    assert said in done.stderr


def test_a_known_papers_table_and_mapped_columns_reach_the_rows(here: Path) -> None:
    (here / "known.csv").write_text("title,arxiv_id\nOwls,2310.01234\n")
    (here / "table").write_text("Headline,Summary\nOwls,They reach 81.5% accuracy.\n")
    mapped = ["--column", "title=Headline", "--column", "abstract=Summary", "--papers", "known.csv"]
    (row,) = map(json.loads, _run("extract", "table", "--jsonl", *mapped).stdout.splitlines())
    assert (row["arxiv_id"], row["date"], row["url"]) == ("2310.01234", "2023-10", "https://arxiv.org/abs/2310.01234")


def test_the_store_last_written_from_a_folder_is_read_there(here: Path, page: Path) -> None:
    assert remembered() is None
    assert "1 paper read into kept; 1 row written" in _run("extract", page, "--into", "kept").stderr
    assert remembered() == default_store() == here / "kept"
    assert "1 of them there already" in _run("extract", page, "--into", "kept").stderr
    assert [board["benchmark"] for board in _table(_run("boards").stdout)] == ["ImageNet"]
    assert remembered(here.parent) is None


@pytest.mark.usefixtures("page")
def test_a_store_below_the_folder_that_is_read_is_no_input_unless_it_is_named(here: Path) -> None:
    for told in (
        "1 paper read into kept; 1 row written\n",
        "1 paper read into kept, 1 of them there already; 0 rows written\n",
    ):
        assert _run("extract", here, "--into", "kept").stderr == told
    (row,) = map(json.loads, _run("extract", "kept", "--jsonl").stdout.splitlines())
    assert (row["title"], row["quote"]) == ("A Small Network for Counting Birds", "91.2%")


def test_a_store_that_is_gone_or_whose_name_is_no_text_is_not_remembered(here: Path) -> None:
    for name in ("gone", "odd\udcff"):
        remember(here / name)
        assert remembered() is None


def test_without_a_store_the_bundled_corpus_is_read_and_kept_in_the_cache() -> None:
    store = default_store()
    assert is_bundled(store)
    assert default_store() == store
    assert "ImageNet" in {board["benchmark"] for board in _table(_run("boards").stdout)}


def test_a_cache_that_cannot_be_written_gives_way_to_the_temporary_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "taken").write_text("a file where the cache should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "taken"))
    monkeypatch.setattr("tempfile.tempdir", str(here))
    assert here in bundled_store().parents
    monkeypatch.setattr("tempfile.tempdir", str(here / "taken"))
    told = _run("boards")
    assert told.exit_code == 2
    assert "cannot be written" in told.stderr
    assert "XDG_CACHE_HOME" in told.stderr


def test_a_real_abstract_takes_the_place_of_our_summary(here: Path) -> None:
    from leaderboard.store import Store

    with Store(bundled_store()).connection() as db:
        title, summary = db.execute("SELECT title, abstract FROM papers ORDER BY title LIMIT 1").fetchall()[0]
        count = db.execute("SELECT count(*) FROM papers").fetchone()
    lines = [{"title": title, "abstract": "Told anew."}, {"title": "Something else", "abstract": "Not in the digest."}]
    (here / "real").write_text("".join(json.dumps(line) + "\n" for line in lines))
    with Store(bundled_store([here / "real"])).connection() as db:
        found = db.execute("SELECT abstract, sources FROM papers WHERE title = ?", [title]).fetchall()
        assert found == [("Told anew.", [str(here / "real")])] != [(summary, ["digest.txt"])]
        assert db.execute("SELECT count(*) FROM papers").fetchone() == count


def test_the_bundled_papers_are_read_anew_where_the_known_papers_change(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "digest.txt").write_text(PAGE)
    (here / "papers.csv").write_text("title,date\n")
    monkeypatch.setattr("leaderboard.stores.resource", lambda _: here)
    before = bundled_store()
    assert bundled_store() == before
    (here / "papers.csv").write_text("title,date\nOwls,2024\n")
    assert bundled_store() != before


def test_boards_are_lines_of_cells_in_a_pipe_and_searchable(store: Path) -> None:
    boards = _table(_run("boards", "--from", store).stdout)
    assert {(board["benchmark"], board["metric"]) for board in boards} == {
        ("Birds-9", "accuracy"),
        ("MurmurSpeech", "WER"),
    }
    assert [board["benchmark"] for board in _table(_run("boards", "murmur", "--from", store).stdout)] == [
        "MurmurSpeech"
    ]
    assert _run("boards", "chess", "--from", store).exit_code == 1


@pytest.mark.parametrize("command", [["boards"], ["show", "ImageNet"], ["export", "ImageNet", "--to", "b.csv"]])
def test_a_store_without_papers_says_how_to_fill_it(here: Path, command: list[str]) -> None:
    (here / "bare").mkdir()
    done = _run(*command, "--from", "bare")
    assert done.exit_code == 1
    assert done.stderr == "bare holds no paper yet; fill it with `leaderboard extract INPUT --into bare`\n"


def test_show_ranks_the_scores_of_one_board(store: Path) -> None:
    lines = _table(_run("show", "birds 9", "--from", store).stdout)
    ranked = [line for line in lines if line["rank"]]
    assert (ranked[0]["rank"], ranked[0]["value"], ranked[0]["system"]) == ("1", "91.5%", "Oriole")
    assert all(line["unranked"] for line in lines if line["rank"] == "")
    wer = _table(_run("show", "MurmurSpeech", "--metric", "word error rate", "--from", store).stdout)
    assert [line["value"] for line in wer] == ["3.4%", "4.1%"]


def test_show_gives_the_words_around_each_number_where_they_are_asked_for(store: Path) -> None:
    lines = _table(_run("show", "MurmurSpeech", "--words", "--from", store).stdout)
    assert lines[0]["words"] == "Heron gets a WER of 3.4% on MurmurSpeech."
    assert "words" not in _table(_run("show", "MurmurSpeech", "--from", store).stdout)[0]


def test_a_narrow_terminal_folds_what_does_not_fit_and_loses_nothing(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from leaderboard.cli.viewing import show

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    show("Birds-9", store=store)
    told = capsys.readouterr().out
    assert "…" not in told
    assert "91.5%  Oriole; 2024-01; own; 0.95\n" in re.sub(" +\n", "\n", told)
    assert "Oriole: a small model for birds" in told  # below it, not a word a line


def test_a_port_that_is_taken_is_told_with_the_mend(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = _run("app", "--from", store, "--port", str(port))
    assert (done.exit_code, done.stderr) == (
        2,
        f"port {port} is taken, or is not ours to use; name another with --port\n",
    )


def test_a_wrong_name_gets_suggestions(store: Path) -> None:
    done = _run("show", "Brids-9", "--from", store)
    assert done.exit_code == 1
    assert "Birds-9" in done.stderr
    assert "accuracy" in _run("show", "Birds-9", "--metric", "WER", "--from", store).stderr


def test_a_name_of_two_benchmarks_says_which_is_meant_and_how_the_other_is_asked_for(here: Path) -> None:
    ids = [found.id for found in benchmarks_named("TACO")]
    papers = [made_paper(name, title=name) for name in ids]
    rows = {name: made_row(paper_id=name, title=name, benchmark="TACO", benchmark_id=name) for name in ids}
    write(here / "tacos", papers, lambda some: (Extraction(paper, (rows[paper.paper_id],), (), ()) for paper in some))
    done = _run("show", "TACO", "--from", "tacos")
    assert f"`TACO` names 2 benchmarks here, and the first is meant: `{ids[0]}` (TACO, " in done.stderr
    for name in ids:
        (line,) = _table(_run("show", name, "--from", "tacos").stdout)
        assert line["paper"] == name


def test_export_writes_the_format_of_the_ending(here: Path, store: Path) -> None:
    assert _run("export", "Birds-9", "--from", store, "--to", "b.csv").exit_code == 0
    rows = list(csv.DictReader((here / "b.csv").open(newline="")))
    assert [row["system"] for row in rows if row["rank"] == "1"] == ["Oriole"]
    done = _run("export", "Birds-9", "--all", "--from", store, "--to", "all.json")
    assert done.stderr.startswith("Birds-9, ")
    assert len(json.loads((here / "all.json").read_text())) == len(rows)  # it has but one metric
    assert _run("export", "Birds-9", "--all", "--metric", "accuracy", "--from", store, "--to", "b.csv").exit_code == 2
    wrong = _run("export", "Birds-9", "--from", store, "--to", "b.doc")
    assert wrong.exit_code == 2
    assert ".csv" in wrong.stderr


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ([], ["≤ 93%", "91.5%", "90.2%", "89.0%", "84.3 ± 0.4%", "84.1 ± 0.3%"]),
        (["--min-confidence", "0"], ["≤ 93%", "91.5%", "90.2%", "89.0%", "87.1%", "84.3 ± 0.4%", "84.1 ± 0.3%"]),
        (["--own", "--since", "2023", "--until", "2024-01"], ["91.5%", "90.2%", "84.1 ± 0.3%"]),
        (["--best-of-paper"], ["≤ 93%", "91.5%", "90.2%", "84.3 ± 0.4%", "84.1 ± 0.3%"]),
        (["--setting", "zero-shot", "--sort", "system"], ["84.3 ± 0.4%", "84.1 ± 0.3%"]),
        (["--setting", "none", "--sort", "date"], ["91.5%", "89.0%", "90.2%", "≤ 93%"]),
    ],
)
def test_show_and_export_narrow_and_order_a_board_as_the_page_does(
    here: Path, store: Path, options: list[str], values: list[str]
) -> None:
    shown = _run("show", "Birds-9", "--from", store, *options)
    assert [line["value"] for line in _table(shown.stdout)] == values
    assert options or "1 result less sure than 0.5 left out; --min-confidence 0 shows all" in shown.stderr
    assert _run("export", "Birds-9", "--from", store, *options, "--to", "b.json").exit_code == 0
    written = json.loads((here / "b.json").read_text())
    assert [row["board_value"] for row in written] == [float(re.findall(r"[\d.]+", value)[0]) for value in values]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--since", "2023-13"], 2, "since='2023-13' is no date; write '2023', '2023-05' or"),
        (["--min-confidence", "70"], 2, "min_confidence=70.0 is not within 0 to 1"),
        (["--split", "test"], 1, "no result fits these options; its splits are none; its settings are none, zero-shot"),
        (["--until", "2022"], 1, "1 result less sure than 0.5 left out; --min-confidence 0 shows all"),
    ],
)
def test_options_that_leave_nothing_say_why_and_no_file_is_written(
    here: Path, store: Path, options: list[str], code: int, said: str
) -> None:
    for command in (["show", "Birds-9"], ["export", "Birds-9", "--to", "b.csv"]):
        done = _run(*command, "--from", store, *options)
        assert (done.exit_code, done.stdout) == (code, "")
        assert said in " ".join(done.stderr.replace("│", " ").split())
    assert not (here / "b.csv").exists()


def test_find_lists_what_holds_all_words_on_a_board_or_on_none(store: Path) -> None:
    found = _table(_run("find", "JAY", "oriole", "--from", store).stdout)
    assert {(line["value"], line["kind"]) for line in found} == {
        ("89.0%", "score"), ("3.2x", "factor"), ("2.5 points", "change"),
    }  # fmt: skip
    only = _table(_run("find", "oriole", "--kind", "change", "--words", "--from", store).stdout)
    assert [(line["value"], line["against"], line["words"]) for line in only] == [
        ("2.5 points", "Jay", "It gains 2.5 points over Jay.")
    ]


def test_find_leaves_out_and_counts_what_is_unsure_and_writes_a_file(here: Path, store: Path) -> None:
    unsure = _run("find", "owl", "--from", store)
    assert (unsure.exit_code, unsure.stdout) == (1, "")
    assert "1 claim less sure than 0.5 left out; --min-confidence 0 shows all" in unsure.stderr
    written = _run("find", "owl", "--min-confidence", "0", "--to", "owl.csv", "--from", store)
    assert "1 claim written to owl.csv" in written.stderr
    assert [line["quote"] for line in csv.DictReader((here / "owl.csv").read_text().splitlines())] == ["87.1%"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nosuchsystem"], 1, "No claim holds `nosuchsystem`."),
        (["jay", "--since", "May"], 2, "May"),
        (["jay", "--to", "jay.doc"], 2, ".csv"),
    ],
)
def test_find_says_what_is_wrong(store: Path, arguments: list[str], code: int, said: str) -> None:
    result = _run("find", *arguments, "--from", store)
    assert result.exit_code == code
    assert said in result.stderr


def test_explain_names_the_pattern_of_each_number() -> None:
    done = _run("explain", "We train on 40 GPUs and reach 91.2% top-1 accuracy on ImageNet.")
    assert done.exit_code == 0
    assert "91.2%  score by" in done.stdout
    assert "40  no claim" in done.stdout
    assert _run("explain", "We train on 40 GPUs.").exit_code == 1


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="session")
def kept_patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where processes keep the patterns as read, once for all of them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def python(kept_patterns: Path) -> Iterator[Start]:
    """Starts an interpreter: for what only a process of its own shows."""
    # A script's background job ignores Ctrl-C, and would hand that on to what is started here.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def start(
        *arguments: str, stdout: int | IO[str] = subprocess.PIPE, new_group: bool = False
    ) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(kept_patterns)}
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=new_group,
        )

    yield start
    signal.signal(signal.SIGINT, before)


def test_a_reader_that_leaves_early_is_no_error_to_shout_about(here: Path, python: Start) -> None:
    lines = [{"title": f"Birds {n}", "abstract": f"We reach {n % 90 + 1}.5% accuracy."} for n in range(500)]
    (here / "many").write_text("".join(json.dumps(line) + "\n" for line in lines))
    run = python("-m", "leaderboard", "extract", "many", "--jsonl")
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == ""
    assert run.wait(timeout=60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk that is always there")
@pytest.mark.parametrize("arguments", [["explain", "We reach 91.2% accuracy."], ["--help"]])
def test_output_that_cannot_be_written_is_told(arguments: list[str], python: Start) -> None:
    with open("/dev/full", "w") as full:
        run = python("-m", "leaderboard", *arguments, stdout=full)
        assert run.communicate(timeout=60)[1] == (
            "the output: No space left on device; make room or choose another place\n"
        )
    assert run.returncode == 2


def test_a_bad_pattern_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def bad(*_: object) -> None:
        raise PatternError("patterns/units.yaml:7: `name`: Field required")

    monkeypatch.setattr("leaderboard.cli.explaining.explanation_of", bad)
    done = _run("explain", "We reach 91.2% accuracy.")
    assert (done.exit_code, done.stderr) == (2, "patterns/units.yaml:7: `name`: Field required\n")


def _gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def _pour(pipe: Path) -> None:
    """Papers without an end: a file would be read to its end before a busy machine comes to stop the run.

    They claim nothing, so that enough of them are soon read for a first part of the store.
    """
    with suppress(BrokenPipeError), pipe.open("w") as lines:
        for n in count():
            lines.write(json.dumps({"title": f"Birds {n}", "abstract": "We look at birds."}) + "\n")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process_behind_and_says_what_is_kept(
    here: Path, python: Start, sent: signal.Signals
) -> None:
    os.mkfifo(here / "many")
    threading.Thread(target=_pour, args=(here / "many",), daemon=True).start()
    run = python("-m", "leaderboard", "extract", "many", "--into", "kept", "--jobs", "2", new_group=True)
    while not list(here.glob("kept/*.papers.parquet")):
        assert run.poll() is None
        time.sleep(0.01)
    if sent == signal.SIGINT:
        os.killpg(run.pid, sent)  # as a terminal does
    else:
        run.send_signal(sent)
    _, told = run.communicate(timeout=60)
    if sent != signal.SIGKILL:
        assert run.returncode == 130, told
        assert re.fullmatch(r"Stopped; [\d,]+ papers are in kept; run the same command again to go on\n", told)
        assert remembered() == here / "kept"
    until = time.monotonic() + 20
    while not _gone(run.pid):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_rows_as_lines_need_neither_store_nor_page(page: Path, python: Start) -> None:
    code = (
        "import sys; from leaderboard.cli import app; app(sys.argv[1:], standalone_mode=False); "
        "print([name for name in ('duckdb', 'pyarrow', 'pandas', 'streamlit', 'altair') if name in sys.modules])"
    )
    run = python("-c", code, "extract", str(page), "--jsonl")
    assert run.communicate(timeout=60)[0].splitlines()[-1] == "[]"
