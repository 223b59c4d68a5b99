"""Whose claim it is: systems, rivals read from their phrase, the paper's own name, roles."""

from __future__ import annotations

import pytest

from leaderboard.claims.names.own_system import own_system
from leaderboard.claims.names.rival import rivals
from tests.extracted import rows


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("the strong FinchNet model by", "FinchNet"),
        ("methods such as FinchNet in", "FinchNet"),
        ("the best method (FinchNet) by", "FinchNet"),
        ("FinchNet, WrenNet and KiteLM on", "FinchNet, WrenNet and KiteLM"),
        ("FinchNet (81.2), WrenNet (80.1) on", "FinchNet"),
        ("FinchNet and WrenNet, KiteNet gains", "FinchNet and WrenNet"),
        ("a compressed FinchNet", "compressed FinchNet"),
        ("Long Kite Network (LKN) by", "LKN"),
        ("FinchNet's accuracy by", "FinchNet"),
        ("KiteLM 3.1 8B Instruct on", "KiteLM 3.1 8B Instruct"),
        ("our previous two-stage approach", "two-stage approach"),
        ("human readers", "human"),
        ("both pruning-free training and random search by", "pruning-free training and random search"),
        ("the best two-stage approach", None),
        ("existing methods in", None),
        ("state-of-the-art KITE models", None),
        ("its full-size counterpart", None),
        ("defenses by", None),
        ("the best CNN model by", None),
        ("a wide variety of kites", None),
        ("2-6 times more", None),
    ],
)
def test_who_is_compared_with(phrase: str, named: str | None) -> None:
    start = len("both ") if phrase.startswith("both ") else 0
    found = rivals(phrase, start, len(phrase), 1)
    assert (phrase[found[0].start : found[0].end] if found and found[0] else None) == named


def test_as_many_rivals_as_numbers_are_one_each() -> None:
    text = "FinchNet and WrenNet on"
    found = rivals(text, 0, len(text), 2)
    assert found is not None
    assert [text[m.start : m.end] for m in found if m] == ["FinchNet", "WrenNet"]


def test_one_of_as_many_rivals_as_numbers_may_be_nobody() -> None:
    text = "FinchNet and the best old kite model, respectively"
    found = rivals(text, 0, len(text), 2)
    assert found is not None
    assert [m is None for m in found] == [False, True]


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        ("KiteNet: flying far", "We fly far.", "KiteNet"),
        ("Flying far", "We present Cascade, a planner of flights.", "Cascade"),
        ("Flying far", "This paper introduces the Plovers -- a set of gliders.", "Plovers"),
        ("Kite Tree for flights", "Here we build a Kite Tree over all flights.", "Kite Tree"),
        ("Flying far", "We propose a Long Kite Network (LKN) for it.", "LKN"),
        ("Flying far", "We present a study of gliders.", None),
        ("Flying far", "We introduce a new planner framework, Kestrel, which glides.", "Kestrel"),
        ("Flying far", "We propose a Soaring Kite Search method for gliders.", "Soaring Kite Search"),
        ("Flying far", "Our Long Kite Network (LKN) flies.", "LKN"),
        ("Flying far", "Here we present Kite Position Error (KPE) of gliders.", None),
        ("Flying far", "Kite Flying (KFX) is hard. We present KFX heuristics.", None),
        ("Gliding: how it is done", "We look at gliding.", None),
        ("KiteScale: gliders", "KiteScale is a framework for evaluating gliders.", None),
        ("Flying far", "We present scKITE, a glider.", "scKITE"),
        ("Flying far", "We use a new method called Cascade Kites.", "Cascade Kites"),
        ("Flying far", "It is a new method, named as long kite search (LKS).", "LKS"),
        ("Flying far", "We propose Progressive Kite Flight (PKF) for it.", "PKF"),
        ("Flying far", "We propose a novel gliding model DuneNet for it.", "DuneNet"),
        ("Flying far", "We propose a fast gliding method (DuneNet) for it.", "DuneNet"),
        ("Flying far", "We build a method on the strong model FinchNet for it.", None),
        ("Flying far", r"We propose \textbf{K}ite \textbf{S}earch (KSX) for it.", "KSX"),
        ("Flying far", "We propose WindKite GlideNet (WKG) for it.", "WKG"),
        ("Flying far", "We propose Mixed-Kite Gliders, or MKG -- a planner.", "MKG"),
        ("Flying far", "We propose the KSX module for it.", None),
        ("Kite-guided pruning for gliders", "We propose kite-guided pruning. It flies.", "kite-guided pruning"),
        ("Deep neural networks for gliders", "We propose deep neural networks. They fly.", None),
        ("Flying far", "We introduce soaring dropout, a glider.", "soaring dropout"),
    ],
)
def test_the_name_that_a_paper_brings(title: str, abstract: str, name: str | None) -> None:
    assert own_system(title, abstract) == name


def test_a_method_for_a_dataset_brings_no_benchmark() -> None:
    found = rows("KiteFace is small. We reach 81.2% accuracy.", "KiteFace: a method for small datasets")
    assert [row.system for row in found] == ["KiteFace"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("KiteNet has a recall of 92.5%, better than ReefNet (87.3%), SandNet (85.1%) and a DuneNet (84%).", "oxxx"),
        ("Experts achieve high accuracy (98.0%; 94.5% on hard kites).", "xx"),
        ("KiteNet has a better accuracy (75.5% vs 64%) and recall (61% vs 58%).", "oxox"),
        ("KiteNet beats old nets with 86% accuracy and a recall of 81%.", "oo"),
        ("KiteNet has 91% accuracy, beating old nets with 86% accuracy and a recall of 81%.", "oxx"),
    ],
)
def test_whose_scores_a_list_holds(text: str, roles: str) -> None:
    found = rows(text)
    assert "".join("o" if row.role == "own" else "x" for row in found if row.kind == "score") == roles


def test_a_public_model_is_not_that_of_a_paper_that_brings_a_benchmark() -> None:
    brought = "We introduce KiteBench, a benchmark of kites. "
    for text, role in [("GPT-5 has an accuracy of 41%.", "other"), ("Our tuned GPT-5 has an accuracy of 41%.", "own")]:
        assert [row.role for row in rows(brought + text)] == [role]
    assert [row.role for row in rows("GPT-5 has an accuracy of 41%.")] == ["own"]


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        (
            "KiteNet has a recall of 92%, outperforming FinchNet (81%) and the older WrenNet (79%).",
            ["KiteNet", "FinchNet", "WrenNet"],
        ),
        ("KiteNet has a recall of 92%, compared to 81% for the previous best model.", ["KiteNet", None]),
        ("KiteNet improves accuracy from 81.2% to 92.1%.", [None, "KiteNet"]),
        ("KiteNet outperforms FinchNet with a recall of 92% compared to 81%.", ["KiteNet", "FinchNet"]),
    ],
)
def test_the_scores_of_rivals_are_theirs(text: str, systems: list[str | None]) -> None:
    assert [row.system for row in rows(text)] == systems


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("Leveraging KiteNet, we reach 92.1% accuracy.", ["KiteNet"]),
        ("Pre-training a net reaches 92.1% accuracy.", [None]),
        ("Of Gull and Plover, the best one, Plover, reaches 92.1% accuracy.", ["Plover"]),
        ("Our KiteSoft Transformer reaches 92.1% accuracy.", ["KiteSoft Transformer"]),
        ("KiteNet + RNN reaches 92.1% accuracy.", ["KiteNet + RNN"]),
        ("KITE recognition reaches 92.1% accuracy.", [None]),
        ("Our 7B-parameter model reaches 92.1% accuracy.", [None]),
        ("Kites need 5x less time on a Raspberry Pi.", [None]),
        ("Human raters reach 92.1% accuracy.", ["Human raters"]),
        ("The KITE-enhanced graph network reaches 92.1% accuracy.", ["KITE-enhanced graph network"]),
        ("KITE: 71.2% accuracy; GULL-7: from 72.1% to 81.2%.", ["KITE", "GULL-7", "GULL-7"]),
        (r"\SysName reaches 92.1% accuracy.", [None]),
        (
            "The accuracy of KiteNet and FinchNet is improved from 71% to 72% and 81% to 82%, respectively.",
            ["KiteNet", "KiteNet", "FinchNet", "FinchNet"],
        ),
        ("KiteNet's 81.2% accuracy and 72.1% recall beat FinchNet's 80% accuracy.", ["KiteNet", "KiteNet", "FinchNet"]),
        (
            "We test many models, with KiteLM and GullLM achieving 92% and 91% accuracy, respectively.",
            ["KiteLM", "GullLM"],
        ),
        ("KiteNet reaches a BLEU of 29.1 for English-to-German and 41.2 for English-to-French.", ["KiteNet"] * 2),
    ],
)
def test_how_much_of_a_text_is_the_name(text: str, systems: list[str | None]) -> None:
    assert [row.system for row in rows(text)] == systems


def test_what_the_paper_brings_has_no_part_in_the_scores_of_others() -> None:
    text = "KiteNet reaches 92.1% accuracy (versus 81.2%), from 0.71 to 0.82 in AUC."
    found = rows(text, "KiteNet: flying far")
    assert [row.system for row in found] == ["KiteNet", None, None, "KiteNet"]


def test_a_benchmark_that_the_paper_brings_is_no_system() -> None:
    text = "We bring the Kite Law Benchmark. The best nets reach 92.1% accuracy."
    assert [row.system for row in rows(text, "Kite Law Benchmark: reading laws")] == [None]


def test_the_paper_s_own_name_behind_its_spelt_out_form() -> None:
    text = "Our method, Flying Kite Search with Wind (FKSW), reaches 92.1% accuracy."
    assert [row.system for row in rows(text, "FKSW: flying far")] == ["FKSW"]


def test_what_is_said_behind_a_list_is_what_all_of_it_stands_against() -> None:
    text = "KiteNet flies with 2.1% higher recall, a 4x lower cost and 3.2x higher flight speed compared to ReefNet."
    assert {row.baseline for row in rows(text, "Flying far")} == {"ReefNet"}


@pytest.mark.parametrize(
    ("text", "baselines"),
    [
        (
            "KiteNet has a 2% gain and a 3% gain in recall over FinchNet and WrenNet, respectively.",
            ["FinchNet", "WrenNet"],
        ),
        (
            "KiteNet has 2% and 3% gains over the noisy-net baseline and random-tree baseline, respectively.",
            ["noisy-net baseline", "random-tree baseline"],
        ),
        ("KiteNet has a 2% gain and a 3% gain in recall over FinchNet.", ["FinchNet", "FinchNet"]),
        (
            "Compared to FinchNet, KiteNet gains 2% (from 71% to 73%) and 3% in recall.",
            ["FinchNet", None, None, "FinchNet"],
        ),
        ("KiteNet gains 2% over the flight planning library FinchNet.", ["FinchNet"]),
        ("KiteNet gains 2% over larger KLMs.", [None]),
        ("KiteNet gains 2% over FinchNet in the first test and 3% in the second.", ["FinchNet"] * 2),
        ("KiteNet gains 2% over FinchNet in the first test and 3% over earlier methods.", ["FinchNet", None]),
        ("KiteNet gains 2% over paper folding and random steering.", ["paper folding; random steering"]),
        (
            "KiteNet gains 2% over FinchNet, and has a 3% gain and a 4x speedup over WrenNet.",
            ["FinchNet", "WrenNet", "WrenNet"],
        ),
        ("KiteNet gains 2% over FinchNet's AUC and 3% over Wren's LongNet.", ["FinchNet", "Wren's LongNet"]),
    ],
)
def test_each_number_of_a_list_stands_against_its_own(text: str, baselines: list[str]) -> None:
    assert [row.baseline for row in rows(text, "Flying far")] == baselines


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("We segment the left atrium (LA). The Dice is 0.71 for LA.", [None]),
        ("We look for kite disease (KD). It has an AUC of 0.91 for KD and of 0.81 for non-KD.", [None, None]),
        ("We look for kite disease (K23). The AUC for kite disease (K23) was 0.91.", [None]),
        ("The Dice is 0.71 for Whole Tumor (WT).", [None]),
        ("We segment grey matter (GM) and white matter (WM). The Dice is 0.71 and 0.82 for GM and WM.", [None, None]),
        ("We compare with a kite network (KD). The Dice is 0.71 for KD.", ["KD"]),
    ],
)
def test_a_short_form_of_what_was_looked_at_reached_nothing(text: str, systems: list[str | None]) -> None:
    assert [row.system for row in rows(text, "Flying far")] == systems


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("We build on a Markov decision process (MDP). Flights reach 92.1% accuracy.", None),
        ("We introduce chain-of-thought (CoT) for kites. Flights reach 92.1% accuracy.", None),
        ("We propose a Kite-Aware Gaussian Process (KAGP). Flights reach 92.1% accuracy.", "KAGP"),
    ],
)
def test_what_every_field_knows_is_nobody_s_own(text: str, system: str | None) -> None:
    assert [row.system for row in rows(text, "Flying far")] == [system]
