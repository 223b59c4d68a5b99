"""Shapes of words hold in their examples and in none of their counter-examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leaderboard import words as module
from leaderboard.cues import Letters, letters
from leaderboard.patterns import PatternError, load_named
from leaderboard.words import Shape, Words, seek, shape, shapes


def holds(entry: Shape, text: str) -> bool:
    regex = shape(entry.name)
    asked = {"anywhere": regex.search, "start": regex.match, "whole": regex.fullmatch}[entry.at]
    return asked(text) is not None


@pytest.mark.parametrize("entry", shapes().values(), ids=lambda entry: entry.name)
def test_a_shape_holds_in_its_examples_and_in_no_counter_example(entry: Shape) -> None:
    assert entry.examples
    assert entry.counters
    assert [text for text in entry.examples if not holds(entry, text)] == []
    assert [text for text in entry.counters if holds(entry, text)] == []


def test_the_code_asks_a_shape_as_it_says_it_is_asked() -> None:
    ways = {"anywhere": {"search", "match", "finditer", "findall", "split", "sub"}, "start": {"match", "sub"}}
    source = "".join(path.read_text(encoding="utf-8") for path in Path(module.__file__).parent.rglob("*.py"))
    asked = re.findall(r'shape\(\s*"([a-z-]+)"\s*\)\s*\.(\w+)\(', source)
    assert len(asked) > len(shapes()) / 2
    assert [(name, way) for name, way in asked if way not in ways.get(shapes()[name].at, {"fullmatch"})] == []


@pytest.mark.parametrize(
    ("regex", "said"),
    [("kite|{{nowhere}}", "no shape `nowhere`"), ("(kite", "no regular expression")],
)
def test_a_shape_that_cannot_be_used_is_named(
    regex: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "patterns").mkdir()
    entry = f"- {{name: kite, doc: A kite., regex: '{regex}', examples: [kite], counters: [wing]}}\n"
    (tmp_path / "patterns" / "shapes.yaml").write_text(entry)
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    for known in (module.shapes, module.shape):
        monkeypatch.setattr(module, known.__name__, known.__wrapped__)
    with pytest.raises(PatternError, match=said):
        module.shape("kite")


@pytest.mark.parametrize("entry", [e for e in shapes().values() if e.when], ids=lambda entry: entry.name)
def test_a_shape_is_sought_where_it_may_stand(entry: Shape) -> None:
    assert [text for text in entry.examples if seek(entry.name, text) is None] == []
    assert [text for text in entry.counters if seek(entry.name, text) is not None] == []


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(PatternError, match="no list `nowhere`"):
        module.words("nowhere")


def test_a_set_of_classes_has_their_letters_and_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert letters("compares") == {"h", "l", "e", "F"}
    with pytest.raises(PatternError, match="no set `nowhere`"):
        letters("nowhere")
    path = tmp_path / "letters.yaml"
    path.write_text("- {name: kites, doc: Kites., classes: 'w, kiting'}\n")
    with pytest.raises(PatternError, match=r"letters.yaml:1: `classes`: .*'kiting' is no class"):
        load_named(path, Letters)


def test_two_entries_of_one_name_are_no_way_to_have_one(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("- {name: kites, doc: Kites., words: kite}\n- {name: kites, doc: Wings., words: wing}\n")
    with pytest.raises(PatternError, match=r"words.yaml:2: two entries are called `kites`"):
        load_named(path, Words)
