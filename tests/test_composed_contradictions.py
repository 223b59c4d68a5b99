"""What a row says of one number must not contradict itself: units, scales and names, in sentences put together."""

from __future__ import annotations

from itertools import product

from tests.composed import misread

_QUALITY = [("Dice", "0.871"), ("SSIM", "0.914"), ("recall", "0.643")]
_OTHERS = [("HD95", "3.62 mm"), ("latency", "7.5 ms"), ("PSNR", "27.4 dB")]
_PAIRS = ["{m} and {n} of {a} and {b}", "{m} and {n} of {a} and {b}, respectively"]


def test_unit_said_last_is_of_no_metric_that_has_none() -> None:
    """`Dice and HD95 of 0.871 and 3.62 mm`."""
    cases = [
        (f"KiteNet reaches {frame.format(m=m, n=n, a=a, b=b)}.", [(a, None, m), (b, b.split()[1], n)])
        for frame, (m, a), (n, b) in product(_PAIRS, _QUALITY, _OTHERS)
    ]
    assert not misread(cases, "unit", "metric_text")


def test_metric_is_carried_to_no_number_off_its_scale() -> None:
    """`(Dice: 81.6%, HD: 2.45 mm)`: what a number is of that can be no Dice is not known."""
    cases = [
        (f"KiteNet is best ({metric}: 81.6%, HD: {number}).", [("81.6%", metric), (number, None)])
        for metric, number in product(["Dice", "recall", "accuracy"], ["2.45 mm", "9.7 mm"])
    ]
    assert not misread(cases, "metric_text")


def test_ampersand_joins() -> None:
    """`on KITTI & SVHN` is two benchmarks, `precision & recall` two metrics."""
    joints = [" and ", " & "]
    cases = [
        (f"KiteNet reaches 81.3% and 74.6% accuracy on KITTI{joint}SVHN.", [("81.3%", "KITTI"), ("74.6%", "SVHN")])
        for joint in joints
    ]
    assert not misread(cases, "benchmark_text")
    cases = [
        (f"KiteNet has a precision{joint}recall of 81.3%{other}74.6%.", [("81.3%", "precision"), ("74.6%", "recall")])
        for joint, other in product(joints, joints)
    ]
    assert not misread(cases, "metric_text")


def test_metric_is_no_baseline() -> None:
    """`by 2.3% with respect to mIoU`, `over the previous best mIoU`: compared with nobody."""
    gains = ["KiteNet leads by 2.3% with respect to {m}.", "KiteNet has a gain of 2.3% over the previous best {m}."]
    cases = [(gain.format(m=m), [("2.3%", m, None)]) for gain, m in product(gains, ["mIoU", "PSNR", "AP50"])]
    assert not misread(cases, "metric_text", "baseline")


def test_metric_that_is_said_at_an_end_is_found() -> None:
    """The measure of a list of gains behind all of it, before all of it, or as what rises and falls."""
    ends = [
        "KiteNet beats ReefNet by {a} for kites and {b} for birds, based on {m}.",
        "KiteNet beats ReefNet by {a} for kites and {b} for birds, as measured with {m}.",
        "KiteNet gains {a} on SVHN and {b} on KITTI at {m}.",
        "KiteNet outperforms ReefNet by {a} on SVHN and by {b} on KITTI on {m}.",
        "On the {m} metric, KiteNet beats ReefNet by {a} on SVHN and {b} on KITTI.",
    ]
    cases = [
        (end.format(m=m, a="4.6%", b="7.9%"), [("4.6%", "change", m), ("7.9%", "change", m)])
        for end, m in product(ends, ["recall", "F1 score", "MRR"])
    ]
    assert not misread(cases, "kind", "metric_text")
    single = [
        "Wind causes the {m} to drop by 4.6%.",
        "Strings allow the {m} of KiteNet to rise by 4.6%.",
        "The {m} of KiteNet saw an average increase of 4.6%.",
        "KiteNet shows a gain of 4.6% over the previous best {m}.",
    ]
    cases = [(one.format(m=m), [("4.6%", "change", m)]) for one, m in product(single, ["recall", "F1 score", "MRR"])]
    assert not misread(cases, "kind", "metric_text")


def test_noun_of_change_said_last_is_of_all() -> None:
    """`4.6% recall and 7.9% precision improvements`, `4.6% latency and 7.9% memory reductions`."""
    told = {
        ("recall", "precision", "mAP"): ["improvement", "absolute gains", "relative improvements"],
        ("latency", "memory", "FLOPs"): ["reduction", "savings", "relative reductions"],
    }
    frames = [
        ("KiteNet brings {a} {m} and {b} {n} {noun}.", 2),
        ("KiteNet brings {a} {m}, {b} {n} and {c} {o} {noun} over ReefNet.", 3),
    ]
    numbers = ["4.6%", "7.9%", "5.3%"]
    cases = []
    for (metrics, nouns), (frame, count) in product(told.items(), frames):
        names = dict(zip("mno", metrics, strict=True)) | dict(zip("abc", numbers, strict=True))
        must = [(number, "change", m, "better") for number, m in zip(numbers, metrics, strict=True)][:count]
        cases += [(frame.format(**names, noun=noun), must) for noun in nouns]
    assert not misread(cases, "kind", "metric_text", "effect")


def test_cost_that_grows_is_bad_news() -> None:
    """`needs 3x more memory`, `a 3x higher latency`, but `beats models with 3x more parameters`."""
    costs = ["memory", "training time", "FLOPs"]
    worse = [
        "KiteNet requires {n} more {m} than ReefNet.",
        "KiteNet beats ReefNet while needing {n} more {m}.",
        "KiteNet has a {n} higher {m} than ReefNet.",
        "KiteNet leads to a {n} increase in {m}.",
    ]
    better = ["KiteNet outperforms models with {n} more {m}.", "KiteNet matches models that need {n} more {m}."]
    gains = ["KiteNet has a {n} higher {m} than ReefNet.", "KiteNet brings a {n} increase in {m}."]
    cases = [(one.format(n="3x", m=m), [("3x", m, "worse")]) for one, m in product(worse, costs)]
    cases += [(one.format(n="3x", m=m), [("3x", m, "better")]) for one, m in product(better, costs)]
    cases += [(one.format(n="3x", m=m), [("3x", m, "better")]) for one, m in product(gains, ["throughput", "speed"])]
    assert not misread(cases, "metric_text", "effect")
