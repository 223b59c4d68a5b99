"""The benchmark that a claim is of: which name is one, and whose it is."""

from __future__ import annotations

import pytest

from leaderboard.mentions import read_sentence
from tests.extracted import rows

Found = list[tuple[float | None, str | None]]


def named(text: str) -> list[str]:
    every = [m for one in read_sentence(text, 0, len(text), text.lower()).mentions for m in (one.members or (one,))]
    return [text[m.start : m.end] for m in every if m.symbol == "B"]


def claimed(abstract: str, title: str = "On feathers") -> Found:
    return [(row.value, row.benchmark_text) for row in rows(abstract, title)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The encoder, pre-trained on ImageNet, is tested on BirdBench.", ["BirdBench"]),
        ("BirdNet with ImageNet pre-trained features is small.", []),
        ("It leads on KiteQ (accuracy of 81%) and ReefQ (accuracy of 72%).", ["KiteQ", "ReefQ"]),
        ("It gains 5% (NestQ), 7% (CIFAR-10) and 3% (EggQ).", ["NestQ", "CIFAR-10", "EggQ"]),
        ("It gains 5% (NestQ) and 3% (EggQ).", []),
        ("It is tested on both the open-air KiteBench and closed-door BirdBench.", ["KiteBench", "BirdBench"]),
        ("It gains 1.5 points (MNIST), 3.9 points (KiteQ) and 2.1 points (ReefQ).", ["MNIST", "KiteQ", "ReefQ"]),
        ("It gains 1.5 points (BirdNet-S) and 3.9 points (BirdNet-L).", []),
        ("It is tested on the ten-class KiteQ dataset.", ["KiteQ"]),
        ("It is tested on **KiteQ** only.", ["KiteQ"]),
        ("It is tested on KiteBench and RadarQ-based detection.", ["KiteBench"]),
        ("It is tested on the National Institute of Kites (NIK) KiteQ dataset.", ["KiteQ"]),
        ("We bring a corpus for reading wings, named KiteQ.", ["KiteQ"]),
        ("We bring a corpus with a small net, named KiteQ.", []),
        ("We bring KiteQ, a collection of 120 questions.", ["KiteQ"]),
        ("Our proposed CIFAR-10 model is small.", []),
        ("It is tested on the BirdGPT-7B with a prompt.", []),
        ("We test on the Bird Annotation By Experts (BABE) dataset.", ["BABE"]),
        ("We test on a new Chinese GUI benchmark called BirdGUI.", ["BirdGUI"]),
        ("We test on BirdBench version 2 and KITTI.", ["BirdBench version 2", "KITTI"]),
        ("We took part in BirdEval-2025 Task 4: Counting.", ["BirdEval-2025 Task 4"]),
        ("We test on the 3DBirdScan dataset.", ["3DBirdScan"]),
        ("We test on a small and noisy subset of NestShots.", ["NestShots"]),
        ("We test on Human-Bird Interaction recognition.", []),
        ("We test on BirdBench3D recognition.", ["BirdBench3D"]),
        ("We look at Mars and at Dense feathers.", []),
        ("We test on the CIFAR-10 and noisy SVHN datasets.", ["CIFAR-10", "SVHN"]),
        ("We test on the Nesting of Birds dataset.", ["Nesting of Birds"]),
        ("We test on the Birdland Report Images dataset.", ["Birdland Report Images"]),
        ("We test on the National Society for Kites and on CIFAR-10.", ["CIFAR-10"]),
        ("In the Workshop on Finding Nests Shared Task we came second.", ["Workshop on Finding Nests"]),
        ("We bring a Bird Picture Benchmark (BPBench) for this.", ["BPBench"]),
        ("Trained on CIFAR-10, SVHN and MNIST and BirdLearn achieves 81%.", ["CIFAR-10", "SVHN", "MNIST"]),
        ("Nest Picture Recognition (NPR) is hard, so we test on NPR.", []),
        ("KPCs are hard. We test on the KPC benchmark.", []),
        ("Experiments on BirdSeek, a small model, and on CIFAR-10.", ["CIFAR-10"]),
        ("We outperform BirdEval on the test set of CVPR 2025.", []),
        ("Tail Movement (TaM) sensors are new, so we test on TaM.", []),
        ("We test on Layered Wings of birds and on CIFAR-10 Dev.", ["CIFAR-10"]),
        ("More rounds lower the cost of errors on BirdAgent's overall performance.", []),
        ("NestTune, a large instruction-tuning dataset, is new. We test on NestTune.", []),
        ("It gains 3% over fine-tuning on the original NestTune data.", []),
        ("We test on ModelNet40 3D shape recognition.", ["ModelNet40"]),
        ("We take part in the Bird Language Identification (BLI) shared task.", ["BLI"]),
    ],
)
def test_a_name_is_a_benchmark_by_what_it_is_and_by_its_place(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("abstract", "found"),
    [
        # Said once for a list, and not for what stands apart.
        ("BirdNet reaches BLEU of 39.1 and ROUGE of 27.3 on WMT14.", [(39.1, "WMT14"), (27.3, "WMT14")]),
        ("BirdNet reaches 80.1% on CIFAR-10 and 70.2% for the plain task.", [(80.1, "CIFAR-10"), (70.2, None)]),
        (
            "BirdNet saves 26.8% of the time on MNIST and 59.9% on SVHN, with errors of 1.4% and 2.7%.",
            [(26.8, "MNIST"), (59.9, "SVHN"), (1.4, "MNIST"), (2.7, "SVHN")],
        ),
        # Behind all the numbers, each told in its own way, unless one says where it was measured.
        ("BirdNet gains 7.1% on two old datasets and gains 4.4% on CIFAR-10.", [(7.1, None), (4.4, "CIFAR-10")]),
        ("BirdNet reaches an F1 of 80.1% and won the CIFAR-10 challenge.", [(80.1, "CIFAR-10")]),
        ("From 70.2% (one round) to 80.1% (two rounds) on CIFAR-10.", [(70.2, "CIFAR-10"), (80.1, "CIFAR-10")]),
        # An average, and the best of several.
        (
            "On three datasets (CIFAR-10, MNIST and SVHN), average F1 is 80.1%, 70.2% and 60.3%, respectively.",
            [(80.1, "CIFAR-10"), (70.2, "MNIST"), (60.3, "SVHN")],
        ),
        ("BirdNet reaches an average accuracy of 80.1% on CIFAR-10, MNIST and SVHN.", [(80.1, None)]),
        ("BirdNet reaches up to 80.1% accuracy on CIFAR-10, MNIST and SVHN.", [(80.1, None)]),
        ("Tests on known sets (CIFAR-10, MNIST, SVHN) and noise show that BirdNet has 80.1% accuracy.", [(80.1, None)]),
        # As many names as numbers, one for each, whatever they look like.
        (
            "BirdNet reaches an AP of 80.1% and 70.2% on Nest Watch and Vision datasets, respectively.",
            [(80.1, "Nest Watch"), (70.2, "Vision")],
        ),
        (
            "BirdNet reaches an AP of 80.1% and 70.2% on COCO val and LVIS val, respectively.",
            [(80.1, "COCO"), (70.2, "LVIS")],
        ),
        # Carried on from where it was said.
        ("BirdNet is trained and tested on CIFAR-10. It reaches an accuracy of 80.1%.", [(80.1, "CIFAR-10")]),
        ("As part of the Bird Nest Challenge (BNC), we build BirdNet. It has an F1 of 80.1%.", [(80.1, "BNC")]),
        ("We evaluate BirdNet on CIFAR-10. It reaches an accuracy of 80.1%.", [(80.1, "CIFAR-10")]),
        ("We evaluate BirdNet on CIFAR-10. It gains 5.2% accuracy on two datasets.", [(5.2, None)]),
        (
            "BirdNet reaches 80.1% accuracy on CIFAR-10. For counting birds, it reaches an accuracy of 70.2%.",
            [(80.1, "CIFAR-10"), (70.2, "CIFAR-10")],
        ),
        (
            "Experiments on CIFAR-10 show that BirdNet is 2.3x faster than EagleNet.",
            [(2.3, "CIFAR-10")],
        ),
    ],
)
def test_a_claim_takes_the_benchmark_that_is_its_own(abstract: str, found: Found) -> None:
    assert claimed(abstract) == found


@pytest.mark.parametrize(
    ("brought", "benchmark"),
    [
        ("We introduce NestBench, a benchmark for nests.", "NestBench"),
        ("We present the Nest Egg Trials (NETs), comprising 235 hard questions.", "NETs"),
        ("We build a Nest Picture Quiz (NPQ) dataset.", "NPQ"),
        ("We introduce the Nest Picture Dataset (NPD-2), which holds many pictures.", "NPD-2"),
        ("We introduce NEST (Nest Egg Size Trials), a new dataset.", "NEST"),
        ("We introduce NeSTe (Nest Egg Size Challenge) for nests.", "NeSTe"),
        ("We introduced Large Egg Networks (LEN) dataset.", "LEN"),
        ("We build a new dataset, NestSet, from photographs.", "NestSet"),
        ("We build the large nest dataset NestSet.", "NestSet"),
        ("We release NestSet -- the first publicly available dataset of nests.", "NestSet"),
        (r"We release \textbf{NestSet}, a nest test suite.", "NestSet"),
        ("We organized the Nests in the Reeds (NIRE) challenge.", "NIRE"),
        ("We collect Nestling, a large and diverse dataset.", "Nestling"),
        ("We build a new dataset, called Nestling, from photographs.", "Nestling"),
        ("We build a dataset called Nest Pictures Online (NePO).", "NePO"),
        ("We propose NestFind, a framework for finding the members of a dataset.", None),
        ("We propose NestTrain, a method that trains nets on a synthetic dataset.", None),
    ],
)
def test_a_paper_that_brings_a_benchmark_speaks_of_it(brought: str, benchmark: str | None) -> None:
    found = claimed(f"{brought} The best model reaches an accuracy of 61.3%.")
    assert found == [(61.3, benchmark)]
    trained = claimed(f"{brought} A model fine-tuned on our dataset reaches an accuracy of 61.3%.")
    assert trained == [(61.3, None)]


@pytest.mark.parametrize(
    "place", ["an M2 MacBook", "L40S", "KiteLM", "KiteGAN", "Danish", "4K", "California", "NRTL implementations"]
)
def test_what_is_run_on_or_spoken_is_no_benchmark(place: str) -> None:
    assert claimed(f"BirdNet gains 3.1% accuracy on {place}.") == [(3.1, None)]


def test_a_count_of_several_is_of_a_kind() -> None:
    assert claimed("BirdNet gains 3.1% accuracy on 6 NestQA benchmarks.") == [(3.1, None)]
    assert claimed("BirdNet gains 3.1% accuracy in 6 KITTI tasks.") == [(3.1, "KITTI")]


def test_the_benchmark_of_the_title_is_that_of_the_abstract() -> None:
    abstract = "WikiSQL and CoQA ask for answers. We look at three variants. Ours reaches an accuracy of 81.3%."
    assert claimed(abstract, "Exploring WikiSQL with words") == [(81.3, "WikiSQL")]
    assert claimed(abstract, "Exploring words") == [(81.3, None)]


def test_a_title_that_ends_with_what_is_brought_names_it() -> None:
    abstract = "The Nestling dataset [1] holds many nests. The best model reaches an accuracy of 61.3%."
    assert claimed(abstract, "The Nestling Dataset: Counting Eggs") == [(61.3, "Nestling")]


def test_a_share_of_a_performance_was_measured_where_it_was() -> None:
    tested = "We evaluate BirdNet on KITTI. It keeps 94% of the accuracy of EagleNet"
    assert claimed(f"{tested}.") == [(94.0, "KITTI")]


def test_how_long_a_score_took_was_measured_with_it() -> None:
    tested = "We evaluate BirdNet on KITTI. It reaches an accuracy of 80.1%"
    assert claimed(f"{tested} with a latency of 35 ms.") == [(80.1, "KITTI"), (35.0, "KITTI")]
    assert claimed(f"{tested} and is 2.3x faster than EagleNet.") == [(80.1, "KITTI"), (2.3, None)]


def test_data_is_tested_on_where_nothing_else_is_named() -> None:
    trained = "The models were trained on the NestBench dataset. The best one reaches an accuracy of 61.3%."
    assert claimed(trained) == [(61.3, "NestBench")]
    assert claimed(f"We test on KITTI. {trained}") == [(61.3, "KITTI")]
    between = "Nests are hard to see. Their colours vary. The best model reaches an accuracy of 61.3%."
    assert claimed(f"The photographs of the NestSet dataset show nests. {between}") == [(61.3, "NestSet")]
    assert claimed(f"The photographs of KITTI and NestBench show nests. {between}") == [(61.3, None)]


def test_a_dataset_that_is_said_to_be_used_is_tested_on() -> None:
    between = "All hyperparameters are in the appendix. BirdNet reaches an accuracy of 61.3%."
    assert claimed(f"In our study we use the large NestSet dataset. {between}") == [(61.3, "NestSet")]
    assert claimed(f"Leveraging the NestSet dataset, we count birds. {between}") == [(61.3, "NestSet")]
    assert claimed(f"We utilise the Nest Picture Dataset (NPDS) for this. {between}") == [(61.3, "NPDS")]


def test_what_a_clause_behind_says_is_not_where_a_number_was_measured() -> None:
    tested = "We evaluate BirdNet on KITTI."
    behind = f"{tested} It gains 5.2% accuracy, while it stays strong on two datasets."
    assert claimed(behind) == [(5.2, "KITTI")]
    this = "NestBench is a benchmark for nests. We evaluate nets on NestBench."
    assert claimed(
        f"{this} The best reaches an accuracy of 30.1% on this benchmark, less than on the older KITTI."
    ) == [(30.1, "NestBench")]


def test_a_list_goes_on_in_the_sentence_behind_it() -> None:
    first = "BirdNet reaches an accuracy of 99.5% and 98.9% on KITTI and CIFAR-10."
    tested = "We test on KITTI, CIFAR-10 and ETH3D."
    assert claimed(f"{tested} For small nests, gains of 7.1%, 3.4% and 4.9% accuracy are found, respectively.") == [
        (7.1, "KITTI"), (3.4, "CIFAR-10"), (4.9, "ETH3D"),
    ]  # fmt: skip
    assert claimed(f"{first} A small one reaches 98.8% and 97.1% accuracy.") == [
        (99.5, "KITTI"), (98.9, "CIFAR-10"), (98.8, "KITTI"), (97.1, "CIFAR-10"),
    ]  # fmt: skip


def test_a_benchmark_that_opens_a_clause_is_not_that_of_the_one_before() -> None:
    found = claimed(
        "On KITTI, BirdNet reaches a PSNR of 21.6 and an SSIM of 0.87, "
        "and on the ETH3D dataset, it reaches a PSNR of 23.4 and an SSIM of 0.84."
    )
    assert found == [(21.6, "KITTI"), (0.87, "KITTI"), (23.4, "ETH3D"), (0.84, "ETH3D")]
    rival = claimed(
        "BirdNet reaches a Dice of 91.0% on KITTI, surpassing NestNet by 2.6%, and a Dice of 85.4% on ETH3D."
    )
    assert rival == [(91.0, "KITTI"), (2.6, "KITTI"), (85.4, "ETH3D")]


def test_names_in_one_list_are_alike() -> None:
    found = claimed("BirdNet is the most accurate on CIFAR-10 (92.4%), Nestlings (97.1%) and one more dataset.")
    assert found == [(92.4, "CIFAR-10"), (97.1, "Nestlings")]
    apart = claimed(
        "Tested on the CIFAR-10 dataset and on our newly built KITTI dataset, it reaches 82.5% and 77.3% accuracy."
    )
    assert apart == [(82.5, "CIFAR-10"), (77.3, "KITTI")]
    assert claimed("On the ResNet-50, ImageNet task, BirdNet gains 2.1% accuracy.") == [(2.1, "ImageNet")]
    models = "We test on KITTI. BirdNet beats pruning by 5.1% accuracy on both NestLava and NEST-2 models."
    assert claimed(models) == [(5.1, "KITTI")]


def test_the_shared_task_that_a_paper_enters_is_what_it_is_measured_by() -> None:
    abstract = "This is our submission to the WMT 2019 shared task. We use big models. Ours gains 5.3 BLEU."
    assert claimed(abstract) == [(5.3, "WMT 2019")]
    named = "This is our system submitted to the WMT 2019 shared task: the NestEval 2019 quiz. Ours gains 5.3 BLEU."
    assert claimed(named) == [(5.3, "WMT 2019")]


FILLER = "It has two wings. They are light. They are made of paper. It folds well. "


@pytest.mark.parametrize(
    ("abstract", "benchmark"),
    [
        ("We evaluate BirdNet on CIFAR-10. " + FILLER + "It reaches an accuracy of 80.1%.", "CIFAR-10"),
        ("BirdNet is good at CIFAR-10 and MNIST. " + FILLER + "It reaches an accuracy of 80.1%.", None),
        ("We evaluate BirdNet on CIFAR-10. In a user study it is preferred in 80.1% of cases.", None),
        ("We evaluate BirdNet on datasets like CIFAR-10 and MNIST. It reaches an accuracy of 80.1%.", None),
        ("On four old benchmarks and the new NestSet dataset, BirdNet gains 80.1% accuracy.", None),
        ("On NestSet, KITTI, and six other birding benchmarks, BirdNet gains 80.1% accuracy.", None),
        ("We evaluate BirdNet on CIFAR-10. On real data it reaches an accuracy of 80.1%.", None),
        ("BirdNet learns from CIFAR-10. We test on our own dataset. It reaches an accuracy of 80.1%.", None),
        ("We evaluate BirdNet on CIFAR-10. Over 40 bird photo test images its accuracy is 80.1%.", None),
        ("BirdNet gains 70.2% on CIFAR-10 and 75.3% on MNIST, with up to 80.1% fewer parameters.", None),
        ("BirdNet gains 70.2% on CIFAR-10, 75.3% on MNIST and 80.1% on the 2D Nests Problem.", None),
        ("BirdNet gains 75.3% on CIFAR-10 classification (vs. 70.2%), and 80.1% on nest finding.", None),
        ("BirdNet gains an accuracy of 80.1% on the NEST-2 subset of CIFAR-10.", "CIFAR-10"),
        ("BirdNet leads on MNIST with 75.3% over EagleNet and 80.1% over EagleNet on CIFAR-10.", "CIFAR-10"),
        ("We evaluate BirdNet on pictures from CIFAR-10. " + FILLER + "It reaches an accuracy of 80.1%.", "CIFAR-10"),
        ("The dataset CIFAR-10 is small. " + FILLER + "It reaches 80.1% across all 7 tasks.", "CIFAR-10"),
        ("We test on CIFAR-10. Two benchmark algorithms reach an accuracy of 80.1%.", "CIFAR-10"),
    ],
)
def test_a_benchmark_is_carried_from_where_a_test_is_told_of(abstract: str, benchmark: str | None) -> None:
    assert claimed(abstract)[-1:] == [(80.1, benchmark)]


def test_what_comes_before_a_benchmark_is_brought_was_measured_elsewhere() -> None:
    abstract = "EagleNet has an accuracy of 93.1%. We introduce NestBench, a benchmark. It reaches 61.3% accuracy."
    assert claimed(abstract) == [(93.1, None), (61.3, "NestBench")]


@pytest.mark.parametrize(
    ("title", "abstract", "benchmark"),
    [
        ("Birds at NestEval-2025 Task 3: Small Nets", "We count birds in NestEval-2025. {}", "NestEval-2025"),
        ("The Bird System for the NEST-CAM Challenge", "The NEST-CAM data is noisy. {}", "NEST-CAM"),
        ("The Small Nest Counting Challenge (SNECO)", "SNECO is about nests. {}", "SNECO"),
        ("Birds at NESTEval 2025", "NESTEval 2025 is about nests. {}", "NESTEval 2025"),
        ("Birds", "This is our submission to the counting task of NestEval-2025. {}", "NestEval-2025"),
        ("Counting in May 2025", "We did this in May 2025. {}", None),
    ],
)
def test_who_enters_a_challenge_is_measured_by_it(title: str, abstract: str, benchmark: str | None) -> None:
    found = claimed(abstract.format("Nets are small. " + FILLER + "We reach an accuracy of 80.1%."), title)
    assert found == [(80.1, benchmark)]


def test_a_benchmark_is_told_by_a_part_of_its_name() -> None:
    found = claimed(
        "On NestBench Lite and NestBench Verified, BirdNet reaches 28.3% (Lite) and 35.1% (Verified) accuracy."
    )
    assert found == [(28.3, "NestBench Lite"), (35.1, "NestBench Verified")]
    behind = claimed(
        "We evaluate on NESTS-21 and KITES-15. BirdNet gains 2.5% F1, then 3.1% for NESTS and 9.2% for KITES."
    )
    assert behind[1:] == [(3.1, "NESTS-21"), (9.2, "KITES-15")]


@pytest.mark.parametrize(
    "text",
    [
        "KiteNet lifts accuracy on SVHN from 61% to 71%, and the average accuracy across six hard benchmarks to 44%.",
        "KiteNet reaches an average accuracy of 44% across two hard benchmarks (SVHN, MNIST 2021).",
    ],
)
def test_a_mean_over_several_benchmarks_is_of_none_of_them(text: str) -> None:
    row = rows(text)[-1]
    assert (row.quote, row.benchmark) == ("44%", None)
