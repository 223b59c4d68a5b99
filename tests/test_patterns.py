"""Every pattern does what its own examples say: each example has it fire at the [number], no counter-example does."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.bounds import BoundWords
from leaderboard.claims import entries as module
from leaderboard.claims.entries import DOUBTS, FILES, KINDS, REJECTING, Pattern, PatternFile, Slot
from leaderboard.claims.grammar import compile_context
from leaderboard.claims.matching import Place, candidates
from leaderboard.claims.names.split_patterns import SplitPattern, split_patterns
from leaderboard.confidence import Point, Right
from leaderboard.cues import Cue, Letters
from leaderboard.evaluation_settings import SettingKind
from leaderboard.explain import Rule
from leaderboard.extract import extract_traced
from leaderboard.lexicon import Metric
from leaderboard.model import Paper
from leaderboard.patterns import Entry, Named, PatternError, load_entries
from leaderboard.resources import resource
from leaderboard.stretches import Stretch
from leaderboard.text import Repair
from leaderboard.units import Unit
from leaderboard.words import Shape, Words

# What a slot takes, as a row shows it; the other files decide of the number alone.
TAKEN = {"metric_slots": "metric_text", "benchmark_slots": "benchmark_text", "system_slots": "system",
         "baseline_slots": "baseline"}  # fmt: skip
# What the entries of a file are; those of patterns/benchmarks are explained in CONTRIBUTING.md.
MODELS: dict[str, type[Entry]] = {
    "bounds": BoundWords, "confidence": Right, "confidence_scale": Point, "cues": Cue, "letters": Letters,
    "metrics": Metric, "repairs": Repair, "rules": Rule, "settings": SettingKind, "shapes": Shape,
    "splits": SplitPattern, "stretches": Stretch, "units": Unit, "words": Words,
    **{file.name: file.model for file in FILES},
}  # fmt: skip
EVERY = [pytest.param(file.name, entry, id=f"{file.name}-{entry.name}") for file in FILES for entry in file.entries]


def fired(file: str, marked: str) -> dict[str, str | None]:
    """The patterns of `file` that decided of the [number]s of a text (of all, where none is marked): what each took."""
    text = re.sub(r"[\[\]{}]", "", marked)
    marks = enumerate(re.finditer(r"[\[\]{}]", marked))
    places = [mark.start() - earlier for earlier, mark in marks if mark.group() == "["]
    extraction, traced = extract_traced(Paper("example", "Untitled", text))
    if file in [rejecting.name for rejecting in REJECTING]:
        named = [(r.start, r.end, r.pattern) for r in extraction.rejected]
        named += [(*span, entry.name) for span in extraction.unexplained for entry in DOUBTS.entries if entry.open]
        return {name: None for start, end, name in named if not places or any(start <= p < end for p in places)}
    return {
        str(draft.fired(file)): getattr(row, TAKEN.get(file, "quote"))
        for draft, row in traced
        if not places or any(row.quote_start <= place < row.end for place in places)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_pattern_has_an_example_and_a_counter_example(file: PatternFile[Pattern]) -> None:
    assert [entry.name for entry in file.entries if not (entry.examples and entry.counters)] == []


@pytest.mark.parametrize(("file", "entry"), EVERY)
def test_a_pattern_fires_on_its_examples(file: str, entry: Pattern) -> None:
    for example in entry.examples:
        assert "[" in example, "the number is marked by [ ]"
        decided = fired(file, example)
        assert entry.name in decided, f"{example}: decided by {', '.join(decided) or 'nothing'}"
        taken = re.search(r"\{(.*?)\}", example)
        if taken:
            assert decided[entry.name] == taken[1].replace("[", "").replace("]", "")


@pytest.mark.parametrize(("file", "entry"), EVERY)
def test_a_pattern_keeps_off_its_counter_examples(file: str, entry: Pattern) -> None:
    for counter in entry.counters:
        assert entry.name not in fired(file, counter), counter


@pytest.mark.parametrize("part", split_patterns(), ids=lambda part: part.name)
def test_a_part_of_a_benchmark_is_what_its_examples_mark(part: SplitPattern) -> None:
    found = [(e, [m[0] for m in re.finditer(part.words, re.sub("[{}]", "", e))]) for e in part.examples]
    assert [e for e, words in found if words != re.findall(r"\{(.*?)\}", e)] == []
    assert [c for c in part.counters if re.search(rf"\b(?:{part.words})(?!\w)", c)] == []


@pytest.mark.parametrize(("name", "model"), MODELS.items(), ids=MODELS)
def test_the_head_of_a_file_explains_its_keys(name: str, model: type[Entry]) -> None:
    assert set(model.model_fields) - explained(name) <= {"id", "name", "doc"}


def explained(name: str) -> set[str]:
    """The keys that the head of a pattern file, or of another that it refers to, explains."""
    lines = (resource("patterns") / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    head = "\n".join(takewhile(lambda line: line.startswith("#"), lines))
    others = [explained(other) for other in re.findall(r"see (\w+)\.yaml", head)]
    return set(re.findall(r"`(\w+)`", head)).union(*others)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_pattern_is_documented(file: PatternFile[Pattern]) -> None:
    assert [entry.name for entry in file.entries if not entry.doc.strip()] == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("before: 'Q off'", r"`before`: .*'off' is no class"),
        ("after: 'Q [x]'", r"`after`: .* has no meaning"),
        ("words_after: '(of'", r"`words_after`: .*not a regular expression"),
        ("beforre: 'Q'", r"`beforre`: no key of it; its keys: name,"),
        ("units: [furlong]", r"`units`: .*furlong"),
        ("loose: true", r"`loose`: no key of it; its keys: name,"),
    ],
)
def test_a_bad_pattern_is_named_by_its_line(tmp_path: Path, keys: str, said: str) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text("# A pattern.\n- {name: a, doc: A., kind: score, " + keys + "}")
    with pytest.raises(PatternError, match=f"kinds.yaml:2: {said}"):
        load_entries(path, KINDS.model)


def test_a_slot_of_claims_that_no_pattern_finds_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "wings.yaml").write_text("- {name: a, doc: A., by: [number-metric, from-*, kiting]}")
    KINDS.entries  # noqa: B018 - loaded from where it is
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    with pytest.raises(PatternError, match=r"wings.yaml:1: `by`: .* no `kiting`"):
        PatternFile("wings", Slot).entries  # noqa: B018


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@given(left=st.text("NMEBSw@,+()<>qvianGYk^.", max_size=6), right=st.text("NMEBSw@,+()<>qvianGYk^.", max_size=6))
def test_a_pattern_that_holds_is_asked(file: PatternFile[Pattern], left: str, right: str) -> None:
    symbols, asked = f"{left}N{right}", set[str]()
    place = Place(symbols, len(left), "", "", "")
    for family in ("percent", None):
        asked |= {pattern.entry.name for pattern in candidates(file, family, place)}
    for entry in file.entries:
        if entry.units and not {"percent", "bare"} & set(entry.units):
            continue
        before, after = compile_context(entry.before), compile_context(entry.after)
        if regex.compile(f"(?<={before})N{after}").match(symbols, len(left)):
            assert entry.name in asked


def test_what_is_kept_of_a_pattern_file_is_of_its_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "words.yaml"

    def docs() -> list[str]:
        return [entry.doc for entry in load_entries(path, Named)]

    path.write_text("- {name: kite, doc: flies}")
    assert docs() == docs() == ["flies"]
    path.write_text("- {name: kite, doc: falls}")
    assert docs() == ["falls"]
    for kept in (tmp_path / "cache").rglob("*.json"):
        kept.write_text("{")
    assert docs() == docs() == ["falls"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(path))  # no folder: nothing can be kept
    assert docs() == ["falls"]
