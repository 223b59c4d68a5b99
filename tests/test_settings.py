"""Under what conditions a result was measured: found in its sentence, and of which kind."""

from __future__ import annotations

import re

import pytest

from leaderboard.evaluation_settings import SettingKind, setting_kind, setting_kinds, settings_in
from leaderboard.when import has_one, strings
from tests.extracted import rows


@pytest.mark.parametrize("kind", setting_kinds(), ids=lambda kind: kind.name)
def test_every_kind_of_setting_is_known_by_its_examples(kind: SettingKind) -> None:
    assert {example: setting_kind(example) for example in kind.examples} == dict.fromkeys(kind.examples, kind.name)
    assert not [counter for counter in kind.counters if re.search(kind.words, counter)]


@pytest.mark.parametrize("kind", [k for k in setting_kinds() if k.finds], ids=lambda kind: kind.name)
def test_what_spares_the_search_spares_no_setting(kind: SettingKind) -> None:
    found = [example for example in kind.examples if re.search(kind.finds, example, re.I)]
    assert found
    assert [example for example in found if not has_one(example.lower(), strings(kind.when))] == []


def test_a_setting_of_no_kind_is_other_and_none_is_none() -> None:
    assert (setting_kind("at night"), setting_kind(None)) == ("other", None)


def test_what_a_kind_finds_in_a_sentence_is_of_that_kind() -> None:
    text = (
        "We report 5-shot, zero-shot and cross-dataset results, without fine-tuning, with 10% of the labels, "
        "by linear probing, in-domain, of a single model, unsupervised and by 10-fold cross validation; 5-shot again."
    )
    assert {found: setting_kind(found) for found, _ in settings_in(text, 0, len(text))} == {
        "5-shot": "few-shot",
        "zero-shot": "zero-shot",
        "cross-dataset": "transfer",
        "without fine-tuning": "zero-shot",
        "10% of the labels": "few labels",
        "linear probing": "linear probe",
        "in-domain": "in domain",
        "single model": "greedy or sampled",
        "unsupervised": "unsupervised",
        "10-fold cross validation": "cross-validation",
    }


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("KiteNet has an mIoU of 51.2% for 1-shot and of 53.9% for 5-shot flights.", ["1-shot", "5-shot"]),
        ("KiteNet has an mIoU of 51.2% and 53.9% for 1-shot and 5-shot flights.", ["1-shot", "5-shot"]),
        ("KiteNet has a zero-shot recall of 81.2% and a few-shot recall of 83.4%.", ["zero-shot", "few-shot"]),
        ("KiteNet has a zero-shot recall of 81.2% and 83.4% precision.", ["zero-shot", "zero-shot"]),
    ],
)
def test_of_several_settings_each_number_has_its_own(text: str, settings: list[str]) -> None:
    assert [row.setting for row in rows(text)] == settings
