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
