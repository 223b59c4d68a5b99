"""From an abstract to rows: what is read alike, and what holds for every text."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.extract import extract
from leaderboard.model import Paper, Row
from leaderboard.text import repairs, sentences, view
from tests import extracted

_PIECES = st.sampled_from(
    [
        "We reach ",
        "88.5% ",
        "$13\\%$ ",
        "2.7$\\times$ ",
        "top-1 accuracy ",
        "on ImageNet ",
        "by ",
        "from 3.5times to ",
        "2.1 \\times 10^{3} ",
        "1/4 of the FLOPs ",
        "5.1 +- 0.2 ",
        "1,024 k ",
        "12 ms ",
        "sim99% ",
    ]
)


def rows(abstract: str) -> tuple[Row, ...]:
    return extracted.rows(abstract, "KiteNet: Nets for Kites")


@pytest.mark.parametrize(("came", "read"), [example for repair in repairs() for example in repair.examples])
def test_damage_is_read_as_its_entry_says(came: str, read: str) -> None:
    assert view(came).text == read


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map("".join)))
def test_every_quote_stands_at_its_offsets(text: str) -> None:
    for abstract in (" ".join(text.split()), text, text.replace(" ", "\n")):
        for row in rows(abstract):
            assert abstract[row.quote_start : row.end] == row.quote
            assert row.sentence_start <= row.quote_start <= row.start < row.end <= len(abstract)
            snippet_end = row.snippet_start + len(row.snippet)
            assert abstract[row.snippet_start : snippet_end] == row.snippet
            assert row.sentence_start <= row.snippet_start <= row.quote_start < row.end <= snippet_end


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_a_number_is_claimed_or_rejected_or_unexplained_and_told_of_once(text: str) -> None:
    found = extract(Paper("paper", "KiteNet: Nets for Kites", text))
    claimed = {(row.quote_start, row.end) for row in found.rows}
    spans = sorted([*claimed, *((no.start, no.end) for no in found.rejected), *found.unexplained])
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("name", ["It", "KiteNet", "KITE-2"])
def test_a_sentence_may_begin_without_a_blank_before_it(name: str) -> None:
    text = f"We train kites in the wind.{name} reaches 91.5% accuracy."
    assert [text[start:end] for start, end in sentences(text)] == text.replace(".", ".|", 1).split("|")


@pytest.mark.parametrize("again", ["We reach 93.1% accuracy on ImageNet and then ", "((((((((((", "1 2 3 "])
def test_a_sentence_without_end_is_read_in_parts_that_leave_nothing_out(again: str) -> None:
    text = (again * 1_000).strip()
    parts = list(sentences(text))
    assert max(end - start for start, end in parts) <= 2_000
    assert "".join(text[start:end] for start, end in parts) == text


def test_the_same_text_gives_the_same_rows_in_every_process() -> None:
    """Whatever order the sets of a process have: it depends on the seed of its hashes."""
    script = (
        "from leaderboard.extract import extract\n"
        "from leaderboard.golden.cases import cases\n"
        "from leaderboard.model import Paper\n"
        "for name, case in cases().items(): print(extract(case.paper(name)))\n"
        "for n in range(20): print(extract(Paper('x', 'Kites', "
        "f'KiteNet has 4{n % 10} and 3{n % 10} AP on Kite{n}Bench test-dev and Reef{n}Bench val, respectively.')))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(told.pop()) > 10_000


def test_a_score_its_benchmark_and_a_gain_over_a_rival() -> None:
    score, gain = rows("KiteNet reaches 93.1% top-1 accuracy on ImageNet, outperforming ReefNet by 2.4 points.")
    assert (score.kind, score.value, score.metric_text, score.benchmark_text) == (
        "score",
        93.1,
        "top-1 accuracy",
        "ImageNet",
    )
    assert (gain.kind, gain.value, gain.effect, gain.baseline) == ("change", 2.4, "better", "ReefNet")


def test_several_rivals_of_one_number_are_joined() -> None:
    (gain,) = rows("KiteNet gains 2.4 points of accuracy over ReefNet and SandNet.")
    assert gain.baseline == "ReefNet; SandNet"


def test_a_list_goes_with_its_list() -> None:
    found = rows("It attains an accuracy of 91.0% and 72.5% on CIFAR-10 and CIFAR-100, respectively.")
    assert [(row.value, row.benchmark_text) for row in found] == [(91.0, "CIFAR-10"), (72.5, "CIFAR-100")]


def test_sizes_and_years_are_no_claims() -> None:
    assert not rows("In 2021 we trained a model with 7B parameters on 8 GPUs for 30 epochs.")


def test_what_others_reached_is_theirs_to_the_end_of_its_list() -> None:
    found = rows("KiteNet achieves an F1 score of 0.93, against 0.71 for ReefNet and 0.52 for SandNet.")
    assert [(row.value, row.role) for row in found] == [(0.93, "own"), (0.71, "other"), (0.52, "other")]


def test_what_is_said_of_others_holds_for_the_next_of_its_list() -> None:
    found = rows("Even the best model achieves only 61.8% in awareness and 37.7% in compliance.")
    assert [row.role for row in found] == ["other", "other"]


def test_what_a_list_is_of_is_said_once() -> None:
    (row,) = rows("With 15, 25, 35 and 45% missing data KiteNet keeps an accuracy of 81%.")
    assert row.value == 81


def test_a_multiple_right_behind_a_score_is_of_its_metric() -> None:
    found = rows("KiteNet reaches an error rate of 9.5%, a 3-fold improvement over ReefNet.")
    assert [row.metric_text for row in found] == ["error rate", "error rate"]


def test_a_rate_with_no_name_of_its_own_is_of_the_measure_before_it() -> None:
    found = rows("KiteNet has a throughput of 25 tokens/s, and ReefNet runs at 22 tokens/s.")
    assert [row.metric_text for row in found] == ["throughput", "throughput"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("KiteNet beats ReefNet by 18.2 and 15.7 FPS.", "FPS"),
        ("KiteNet cuts the latency from 45 to 12 ms.", "ms"),
        ("KiteNet is faster than ReefNet (1.5 vs. 13.5 hours).", "hours"),
        ("KiteNet cuts the flight error from 3.2 years (ReefNet) to 2.9.", "years"),
    ],
)
def test_a_unit_said_once_is_that_of_the_whole_list_or_pair(text: str, unit: str) -> None:
    assert [row.unit for row in rows(text)] == [unit, unit]


def test_a_metric_said_behind_a_pair_is_that_of_both() -> None:
    found = rows("KiteNet leads (89.1% vs. 81.2% for the mAP in the air and 87.4% vs. 84.5% for F1 on the ground).")
    assert [row.metric_text for row in found] == ["mAP", "mAP", "F1", "F1"]


def test_a_unit_of_data_over_time_is_no_measure() -> None:
    assert [row.metric_text for row in rows("KiteNet achieves 24 fps.")] == ["fps"]
    assert [row.metric_text for row in rows("KiteNet achieves 24 Mbps.")] in ([None], [])


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("KiteNet shows a success of 91.2%, outperforming ReefNet by 3x.", ["success", "success"]),
        ("KiteNet reaches 91.2% accuracy and 75.3% agreement with pilots.", ["accuracy", "agreement"]),
        ("KiteNet lands at 81.2%, outperforming ReefNet by 3.1% in recall.", ["recall", "recall"]),
        ("KiteNet reduces tokens on KiteBench from 250 to 80.", ["tokens", "tokens"]),
        (
            "KiteNet reaches 91.2% recall and an RMSE of 2.4, outperforming ReefNet by 5.3%.",
            ["recall", "RMSE", "recall"],
        ),
    ],
)
def test_a_number_takes_the_metric_beside_it_only_where_none_of_its_own_is_told(
    text: str, metrics: list[str | None]
) -> None:
    assert [row.metric_text for row in rows(text)] == metrics


def test_a_short_name_that_is_called_a_metric_is_one() -> None:
    found = rows("KiteNet gains 5% on the flight metric FLAP and 3% on the GUST metric.")
    assert [row.metric_text for row in found] == ["FLAP", "GUST"]


def test_a_short_form_stands_for_the_gloss_behind_it() -> None:
    found = rows("KiteNet has 81.2% P@1 (precision) on KiteQA. ReefNet reaches 41.5% mAP (mean average precision).")
    assert [row.metric_text for row in found] == ["P@1", "mAP"]


def test_a_number_with_a_unit_in_words_is_no_gloss_of_the_short_form_before_it() -> None:
    found = rows("KiteNet has the lowest WER (6.3 percent) and the lowest rope drift error (RDE) (1.37 mm).")
    assert [(row.quote, row.metric_text) for row in found] == [("6.3 percent", "WER"), ("1.37 mm", "RDE")]


def test_a_short_name_that_is_spelt_out_as_a_metric_is_one() -> None:
    found = rows("We tell the gust recall score (GRS) of kites. KiteNet has the highest GRS at 71.4 and improves it.")
    assert [row.metric_text for row in found] == ["GRS"]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (r"\emph{mini}KiteBench", "miniKiteBench"),
        (r"\textsc{KiteEval}\textsubscript{Hard}", "KiteEvalHard"),
    ],
)
def test_a_name_in_latex_is_whole_as_written_and_readable_on_boards(written: str, named: str) -> None:
    (row,) = rows(f"KiteNet reaches 93.1% accuracy on {written}.")
    assert (row.benchmark_text, row.benchmark) == (written, named)


def test_a_metric_is_known_as_it_is_meant_and_by_its_place() -> None:
    damaged, compared = rows("KiteNet reaches 69.1% J&amp;F and is 3x faster than ReefNet.")
    assert (damaged.metric_text, damaged.metric_id) == ("J&amp;F", "j-and-f")
    assert (compared.metric_text, compared.metric_id) == ("faster", "speedup")


def test_what_nothing_explains_is_a_claim_beside_other_claims_only() -> None:
    odd = "The red kite is gladly [2.9] aloft."
    alone = extract(Paper("paper", "KiteNet", odd))
    assert (alone.rows, len(alone.unexplained)) == ((), 1)
    beside = extract(Paper("paper", "KiteNet", f"KiteNet reaches 88% accuracy. {odd}"))
    assert ([row.quote for row in beside.rows], beside.unexplained) == (["88%", "2.9"], ())


def test_a_score_without_a_metric_is_of_the_usual_one_of_its_benchmark() -> None:
    (row,) = rows("KiteNet reaches 76.3% on ImageNet.")
    assert (row.metric, row.metric_text, row.metric_inferred) == ("top-1 accuracy", None, True)


def test_what_it_took_is_no_score_by_the_usual_metric() -> None:
    found = rows("KiteNet reaches 76.3% on ImageNet and runs in 12 ms on ImageNet.")
    assert [(row.metric, row.metric_inferred) for row in found] == [("top-1 accuracy", True), (None, False)]


def test_a_pair_of_measures_that_are_not_named_gets_no_usual_metric() -> None:
    found = rows("KiteNet pushes the performance on ImageNet from 77.1/93.2% to 78.4/94.1%.")
    assert [row.metric for row in found] == [None] * 4
    on_two = rows("KiteNet segments streets and scores 77.1/63.2% on Cityscapes/ADE20K.")
    assert [(row.benchmark, row.metric) for row in on_two] == [("Cityscapes", "mIoU"), ("ADE20K", "mIoU")]


def test_the_papers_own_name_stands_for_its_own_results_alone() -> None:
    title = "KiteNet: flying far"
    found = extract(Paper("p", title, "It lifts the recall on SVHN from 61.5% to 72.5%.")).rows
    assert [(row.role, row.system_label, row.system_inferred) for row in found] == [
        ("other", title, True),
        ("own", "KiteNet", True),
    ]


@pytest.mark.parametrize(
    "text", ["On ImageNet, 41.2% torn kites are found.", "On ImageNet, KiteNet reaches 41.2% of the gains."]
)
def test_what_is_of_things_is_no_score_by_the_usual_metric(text: str) -> None:
    assert [row.metric for row in rows(text)] == [None]
