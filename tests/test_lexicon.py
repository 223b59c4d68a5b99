"""The lexicon of benchmarks: how many there are, which names are one benchmark and which are two."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from leaderboard import lexicon as module
from leaderboard.canonical import find_benchmark
from leaderboard.lexicon import Benchmark, lexicon
from leaderboard.mentions.lexer import lex
from leaderboard.numbers import numbers
from leaderboard.patterns import PatternError

FIELDS = {
    "vision", "language", "speech", "audio", "video", "3d", "robotics", "rl", "graphs", "tabular", "time-series",
    "recommendation", "retrieval", "code", "mathematics", "medicine", "biology", "remote-sensing", "driving",
    "multimodal", "agents", "science", "security", "signals", "learning",
}  # fmt: skip


def key(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum() or letter in "+*")


def read(text: str) -> list[str]:
    """The ids of the benchmarks of the lexicon that a text names, in its order."""
    mentions = lex(text, 0, len(text), text.lower(), list(numbers(text, 0, len(text))))
    return [m.ref.id for m in mentions if isinstance(m.ref, Benchmark)]


def test_every_field_is_covered_and_there_are_enough() -> None:
    fields = Counter(benchmark.field for benchmark in lexicon().benchmarks)
    assert set(fields) == FIELDS
    assert sum(fields.values()) >= 1_200
    assert sum(benchmark.verified for benchmark in lexicon().benchmarks) >= 1_200


def test_each_has_a_task() -> None:
    assert [benchmark.id for benchmark in lexicon().benchmarks if not benchmark.task] == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id: gust, name: Gust, metric: hight}", "`metric`: .* no id `hight`"),
        ("{id: kite, name: Gust}", "two entries are called `kite`"),
    ],
)
def test_a_bad_benchmark_is_named_by_its_line(
    entry: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "patterns" / "benchmarks").mkdir(parents=True)
    (tmp_path / "patterns" / "metrics.yaml").write_text("- {id: height, name: height}\n")
    (tmp_path / "patterns" / "benchmarks" / "air.yaml").write_text(
        f"- {{id: kite, name: Kite, metric: height}}\n- {entry}\n"
    )
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    with pytest.raises(PatternError, match=f"air.yaml:2: {said}"):
        module.lexicon.__wrapped__()


def test_a_name_in_two_entries_needs_context_in_both() -> None:
    holders = defaultdict(set)
    for benchmark in lexicon().benchmarks:
        for name in (benchmark.name, *benchmark.aliases):
            holders[key(name)].add(benchmark.id)
    known = {benchmark.id: benchmark for benchmark in lexicon().benchmarks}
    shared = {name: ids for name, ids in holders.items() if len(ids) > 1}
    assert {name: ids for name, ids in shared.items() if any(not known[i].needs for i in ids)} == {}


def test_a_name_is_told_by_its_letters_and_digits() -> None:
    names = [name for benchmark in lexicon().benchmarks for name in (benchmark.name, *benchmark.aliases)]
    assert [name for name in names if "∞" in name or len(key(name)) < 2] == []
    assert find_benchmark("Bench") is None


def test_no_alias_repeats_another_of_its_entry() -> None:
    for benchmark in lexicon().benchmarks:
        assert len({benchmark.name, *benchmark.aliases}) == 1 + len(benchmark.aliases), benchmark.id


@pytest.mark.parametrize(
    "spellings",
    [
        ("CIFAR-100", "CIFAR100", "CIFAR 100", "Cifar-100"),
        ("ImageNet", "ImageNet-1k", "ImageNet 1K"),
        ("COCO", "MS COCO", "MS-COCO", "Microsoft COCO"),
        ("NTU RGB+D 60", "NTU-60", "NTU RGB+D-60"),
        ("Something-Something V2", "SSv2", "Sth-Sth V2"),
        ("KITTI 2015", "KITTI-2015", "KITTI-15"),
        ("CUB-200-2011", "CUB", "Caltech-UCSD Birds"),
        ("Stanford Cars", "Cars-196", "CARS196"),
        ("SQuAD", "SQuAD 1.1", "SQuAD v1.1", "Stanford Question Answering Dataset"),
        ("WMT14 En-De", "WMT 2014 English-to-German", "WMT14 English-German", "WMT'14 En-De"),
        ("GSM8K", "GSM-8K", "GSM8k"),
        ("AIME 2024", "AIME24", "AIME'24"),
        ("WSJ0-2mix", "WSJ0-2MIX", "WSJ-2mix"),
        ("Hub5'00", "Hub5 2000", "Eval2000"),
        ("MovieLens-1M", "ML-1M", "MovieLens 1M"),
        ("MS MARCO", "MSMARCO", "MS-MARCO"),
        ("CNN/DailyMail", "CNN/DM", "CNN / Daily Mail"),
        ("Universal Dependencies", "UD v2"),
        ("Waymo Open", "Waymo Open Dataset", "the Waymo Open dataset"),
        ("IAM", "IAM Handwriting Database"),
    ],
)
def test_spellings_of_one_benchmark(spellings: tuple[str, ...]) -> None:
    found = {getattr(find_benchmark(name), "id", None) for name in spellings}
    assert None not in found
    assert len(found) == 1


@pytest.mark.parametrize(
    "variants",
    [
        ("ImageNet", "ImageNet-A", "ImageNet-C", "ImageNet-V2", "ImageNet-21k", "Tiny ImageNet"),
        ("CIFAR-10", "CIFAR-100", "CIFAR-10-C", "Split CIFAR-100", "10-Split-CIFAR-100"),
        ("SQuAD 1.1", "SQuAD 2.0"),
        ("MMMU", "MMMU-Pro"),
        ("RefCOCO", "RefCOCO+", "RefCOCOg"),
        ("KITTI", "KITTI 2012", "KITTI 2015", "KITTI-360"),
        ("ISIC 2017", "ISIC 2018"),
        ("nuScenes", "nuPlan", "Occ3D-nuScenes"),
        ("V*", "VBench", "V-STaR"),
        ("MMLU", "MMLU-Pro", "MMLU-Redux", "CMMLU", "Global-MMLU"),
        ("GPQA", "GPQA Diamond"),
        ("HumanEval", "HumanEval+", "HumanEval-X", "MBPP", "MBPP+"),
        ("SWE-bench", "SWE-bench Lite", "SWE-bench Verified"),
        ("GSM8K", "GSM-Hard", "GSM-Plus", "MATH", "MATH-500"),
        ("AIME", "AIME 2024", "AIME 2025"),
        ("LibriSpeech", "LibriSpeech 100h", "LibriTTS", "Libri2Mix", "Multilingual LibriSpeech"),
        ("VoxCeleb", "VoxCeleb1", "VoxCeleb2"),
        ("ASVspoof", "ASVspoof 2019", "ASVspoof 2019 LA", "ASVspoof 2021 DF"),
        ("WMT14", "WMT14 En-De", "WMT14 De-En", "WMT14 En-Fr", "WMT16 En-De"),
        ("DCASE 2018", "DCASE 2019", "DCASE 2020"),
        ("WikiText-2", "WikiText-103"),
        ("FB15k", "FB15k-237", "WN18", "WN18RR"),
        ("ETTh1", "ETTh2", "ETTm1"),
        ("TREC DL 2019", "TREC DL 2020"),
    ],
)
def test_variants_stay_apart(variants: tuple[str, ...]) -> None:
    found = [getattr(find_benchmark(name), "id", None) for name in variants]
    assert None not in found
    assert len(set(found)) == len(variants)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("We segment retinal vessels on DRIVE and STARE.", ["drive", "stare"]),
        ("They DRIVE the loss down.", []),
        ("Each kite wears a MARS label.", []),
        ("Person re-identification on MARS.", ["mars"]),
        ("Fine-grained retrieval on CUB and CARS.", ["cub", "stanford-cars"]),
        ("CARS are sold in spring.", []),
        ("They propose a PURE method.", []),
        ("We localize an action on the AVA dataset.", ["ava"]),
        ("A 2D model of an arc.", []),
        ("Machine unlearning on MUSE and TOFU.", ["muse", "tofu"]),
        ("We MUSE on TOFU.", []),
        ("Weather and Traffic are long-term forecasting sets.", ["weather", "traffic"]),
        ("Traffic is predicted from Weather.", []),
        ("Piano transcription on MAPS.", ["maps"]),
        ("MAPS of the city.", []),
        ("Natural questions arise.", []),
        ("Translation on WMT14 En→De.", ["wmt14-en-de"]),
        ("Answers to Natural Questions.", ["natural-questions"]),
        ("Ejection of the WORD list.", []),
    ],
)
def test_an_ambiguous_name_needs_its_context(text: str, ids: list[str]) -> None:
    assert read(text) == ids
