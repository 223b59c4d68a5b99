"""Regexes are kept as compiled from one run to the next, and nothing else is read from where they are."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

import leaderboard.regexes as module

KITE, WREN = r"(?<=\bkites?)\s(?P<said>fl(?:y|ies))", r"(?r)(?:[GR])N"
Run = Callable[[], module.Known]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Begins a run that has asked for nothing yet, over a cache folder of the test: what it finds kept."""
    monkeypatch.setattr(module, "kept", tmp_path.joinpath)
    for cached in (module.compiled, module._kept):
        monkeypatch.setattr(module, cached.__name__, cached.__wrapped__)

    def begin() -> module.Known:
        monkeypatch.setattr(module, "_asked", {})
        return module._kept()

    return begin


def test_a_regex_is_compiled_once_for_all_runs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run() == {}
    module.compiled(KITE, any_case=True)
    module._keep()
    assert list(run()) == [(KITE, True)]
    monkeypatch.setattr(regex, "compile", None)
    found = module.compiled(KITE, any_case=True).search("Kites FLY")
    assert found is not None
    assert found.span("said") == (6, 9)


def test_what_is_not_asked_for_goes_once_it_is_as_much_again(run: Run) -> None:
    for asked, held in (("a", "a"), ("bc", "abc"), ("ab", "abc"), ("d", "d"), ("", "d")):
        run()
        for text in asked:
            module.compiled(text)
        module._keep()
        assert {text for text, _ in run()} == set(held)


def test_a_damaged_file_and_one_of_another_version_are_made_anew(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    module.compiled(WREN)
    module._keep()
    (file,) = tmp_path.iterdir()
    assert run()
    file.write_bytes(file.read_bytes()[:-9])
    assert run() == {}
    module.compiled(WREN)
    module._keep()
    assert run()
    monkeypatch.setattr(regex, "__version__", "0")
    assert run() == {}


def test_a_file_makes_regexes_and_nothing_else(run: Run, tmp_path: Path) -> None:
    content = pickle.dumps(Path.cwd)
    (tmp_path / module._NAME).write_bytes(module._digest(content) + content)
    assert run() == {}
