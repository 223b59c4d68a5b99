"""Why a number is a row or none: what was seen, what was asked, what decided."""

from __future__ import annotations

import pytest

from leaderboard.explain import SentenceExplained, Verdict, explain, pattern_docs
from leaderboard.golden.cases import Case, cases
from leaderboard.model import Paper


def sentence(text: str) -> SentenceExplained:
    (only,) = explain(Paper("text", "Untitled", text)).sentences
    return only


def verdicts(text: str) -> dict[str, Verdict]:
    return {verdict.text: verdict for verdict in sentence(text).verdicts}


def test_what_was_seen_is_said_with_its_class() -> None:
    seen = {m.text: m.label for m in sentence("KiteNet reaches $91.2\\%$ top-1 accuracy on ImageNet.").mentions}
    assert seen["top-1 accuracy"] == "metric"
    assert seen["ImageNet"] == "benchmark"
    assert seen["KiteNet"] == "name"
    assert seen["91.2\\%"] == "number"


def test_a_claim_names_what_decided_it_and_how_many_were_asked() -> None:
    claim = verdicts("KiteNet reaches 91.2% top-1 accuracy on ImageNet.")["91.2%"]
    decided = {decision.file: decision for decision in claim.decisions}
    assert decided["metric_slots"].pattern == "metric-right"
    assert decided["metric_slots"].asked >= 1
    assert decided["metric_slots"].doc == pattern_docs()["metric-right"]
    assert decided["roles"].pattern is None
    assert [row.metric for row in claim.rows] == ["top-1 accuracy"]


def test_a_rejected_number_says_why() -> None:
    year = verdicts("In 2021 we reached 91.2% accuracy.")["2021"]
    assert (year.rows, year.reason) == ((), "year")
    assert year.decisions[0].doc == pattern_docs()["year"]


def test_sentences_without_numbers_are_left_out() -> None:
    told = explain(Paper("text", "Untitled", "We study kites. They fly at 91.2% accuracy."))
    assert [s.text for s in told.sentences] == ["They fly at 91.2% accuracy."]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("shared-list", "KiteNet brings mAP on KITTI, COCO and LVIS to 49.6 (+1.2), 60.3 (+0.7) and 69.2 (+1.4)."),
        ("confidence-interval", "KiteNet has an AUC of 0.92 (0.90-0.96)."),
        ("question", "Can KiteNet reach 91.2% accuracy?"),
        (
            "tested-model",
            "We introduce KiteBench, a benchmark of kites. We evaluate ten LLMs. The mean recall is 41.2%.",
        ),
        ("public-model", "We introduce KiteBench, a benchmark of kites. GPT-4o reaches 41.2% accuracy on KiteBench."),
    ],
)
def test_a_rule_that_is_code_has_its_meaning_too(rule: str, text: str) -> None:
    told = explain(Paper("text", "Untitled", text))
    verdicts = [v for s in told.sentences for v in s.verdicts]
    assert rule in {v.reason for v in verdicts} | {d.pattern for v in verdicts for d in v.decisions}
    assert pattern_docs()[rule]


@pytest.mark.parametrize("case", cases().values(), ids=cases())
def test_whatever_decides_has_its_meaning_written_down(case: Case) -> None:
    told = explain(Paper("case", case.title, case.abstract))
    fired = {d.pattern for s in told.sentences for v in s.verdicts for d in v.decisions if d.pattern}
    assert fired <= pattern_docs().keys()
