"""Changes, factors and pairs of levels: every form, of every kind of measure, in every way to write a number."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.composed import Told, misread

# Each measure with what a rise of it is; plain nouns, in no list, with what their words tell of it.
METRICS = {
    "accuracy": "better",
    "WER": "worse",
    "latency": "worse",
    "GPU memory": "worse",
    "gust losses": "worse",
    "wing strength": "better",
}
OTHER = {"better": "worse", "worse": "better"}
# How a number is written: its quote, unit, bound and lower end.
NUMBERS: dict[str, Told] = {
    "6%": ("6%", "%", "exact", None),
    "6 %": ("6 %", "%", "exact", None),
    r"$6\%$": (r"6\%", "%", "exact", None),
    "**6%**": ("6%", "%", "exact", None),
    r"\textbf{6\%}": (r"6\%", "%", "exact", None),
    "6.3 points": ("6.3 points", "points", "exact", None),
    "6 percentage points": ("6 percentage points", "points", "exact", None),
    "up to 6%": ("6%", "%", "up_to", None),
    "at least 6%": ("6%", "%", "at_least", None),
    "over 6%": ("6%", "%", "at_least", None),
    "about 6%": ("6%", "%", "about", None),
    "4-6%": ("4-6%", "%", "exact", 4.0),
    "4% to 6%": ("4% to 6%", "%", "exact", 4.0),
    "4% to over 6%": ("4% to over 6%", "%", "exact", 4.0),
}
BETTERED = (
    "KiteNet improves the {m} by {n}.",
    "KiteNet improves the {m} of WrenNet by {n}.",
    "KiteNet achieves a {n} improvement in {m}.",
    "KiteNet achieves improvements of {n} in {m}.",
    "KiteNet shows a gain in {m} of {n}.",
    "The {m} is improved by {n}.",
    "KiteNet outperforms WrenNet by {n} in {m}.",
    "KiteNet outstrips WrenNet by {n} in terms of {m}.",
    "KiteNet betters WrenNet by {n} in {m}.",
    "KiteNet brings {n} better {m}.",
    "KiteNet yields {m} improvements of {n}.",
    "KiteNet yields {m} gains of {n}.",
    "KiteNet registers a {n} gain in {m}.",
    "KiteNet provides a {n} boost to {m}.",
    "KiteNet gains {n} in {m}.",
    "KiteNet is better than WrenNet, with gains of {n} in {m}.",
)
RISEN = (
    "KiteNet increases the {m} by {n}.",
    "KiteNet has {n} higher {m}.",
    "The {m} rises by {n}.",
    "The {m} jumps by {n}.",
    "The {m} is increased by {n}.",
    "Strings bring a {n} increase in {m}.",
    "Strings bring a jump of {n} in {m}.",
    "Strings bring a {n} jump in {m}.",
    "Strings bring a rise of {n} in {m}.",
    "The {m} of KiteNet is {n} higher than that of WrenNet.",
    "The {m} of KiteNet is higher by {n}.",
)
FALLEN = (
    "KiteNet reduces the {m} by {n}.",
    "KiteNet cuts {m} by {n}.",
    "KiteNet brings down the {m} by {n}.",
    "The {m} can be reduced by {n}.",
    "The {m} falls by {n}.",
    "The {m} drops by {n}.",
    "KiteNet has {n} lower {m}.",
    "Strings bring a {n} reduction in {m}.",
    "Strings bring a reduction in {m} of {n}.",
    "Strings bring a drop of {n} in {m}.",
    "Strings bring a {n} {m} reduction.",
    "Strings bring {m} reductions of {n}.",
    "The {m} of KiteNet is {n} lower than that of WrenNet.",
)


@pytest.mark.parametrize("form", [*BETTERED, *RISEN, *FALLEN])
def test_a_change_is_told_by_its_form(form: str) -> None:
    cases = []
    for (metric, risen), (number, told) in product(METRICS.items(), NUMBERS.items()):
        plain = metric in ("accuracy", "gust losses")
        if (number != "6%" and not plain) or (form in FALLEN and metric == "wing strength"):
            continue  # what is no list's and falls may be meant to
        effect = "better" if form in BETTERED else risen if form in RISEN else OTHER[risen]
        text = form.format(m=metric, n=number)
        cases.append((text, [(told[0], "change", metric, effect, *told[1:])]))
    assert not misread(cases, "kind", "metric_text", "effect", "unit", "bound", "low")


_QUOTE = re.compile(r"(?:2% to (?:over )?)?6%")
HOW = (
    "KiteNet improves {m} by {n} on average.",
    "On average, KiteNet improves {m} by {n}.",
    "KiteNet improves {m}, on average, by {n}.",
    "KiteNet improves {m} on average by {n}.",
    "KiteNet improves {m} by an average of {n}.",
    "KiteNet significantly improves {m} by {n}.",
    "KiteNet improves {m} by an absolute {n}.",
    "KiteNet improves {m} by a relative {n}.",
    "KiteNet improves {m} by {n} absolute.",
    "KiteNet brings a {n} absolute improvement in {m}.",
    "KiteNet brings an average improvement of {n} in {m}.",
    "KiteNet brings a significant {n} improvement in {m}.",
    "KiteNet improves {m} by a large margin of {n}.",
    "KiteNet improves {m} by as much as {n}.",
    "The {m} improves on average by {n}.",
    "The {m} significantly improves by {n}.",
    "KiteNet brings gains in {m} ranging from 2% to {n}.",
    "KiteNet brings improvements ranging from 2% to over {n} in {m}.",
)


@pytest.mark.parametrize("metric", ["accuracy", "wing strength"])
def test_how_it_changed_may_be_said_anywhere(metric: str) -> None:
    texts = [form.format(m=metric, n="6%") for form in HOW]
    cases = [(text, [(_QUOTE.findall(text)[0], "change", metric, "better", 6.0)]) for text in texts]
    assert not misread(cases, "kind", "metric_text", "effect", "value")


LEVELS = (
    "KiteNet improves the {m} from {a} to {b}.",
    "KiteNet improves the {m} from around {a} to over {b}.",
    "KiteNet reduces the {m} from {a} to just {b}.",
    "KiteNet boosts the {m} of WrenNet from {a} to {b}.",
    "The {m} rises from {a} to {b}.",
    "The {m} is reduced from {a} to {b} on GustQA.",
    "The {m} of WrenNet dropped from {a} to {b}.",
    "The {m} of WrenNet on GustQA dropped from {a} to {b}.",
    "With KiteNet, the {m} fell from {a} to {b}.",
    "KiteNet improves the {m} ({a} -> {b}).",
    r"KiteNet improves the {m} ({a} $\rightarrow$ {b}).",
)
LEVELS_TURNED = (
    "KiteNet improves the {m} to {b} (from {a}).",
    "KiteNet lowers the {m} to {b}, down from {a}.",
    "KiteNet achieves lower {m} than WrenNet ({b} vs. {a}).",
    "KiteNet improves the {m} ({b} vs. {a}).",
    "KiteNet has a {m} of {b} as opposed to {a} for WrenNet.",
)


@pytest.mark.parametrize("form", [*LEVELS, *LEVELS_TURNED])
def test_two_levels_are_of_one_measure(form: str) -> None:
    cases = []
    for metric, (first, last) in product(METRICS, [("47.3%", "62.8%"), ("62.8%", "47.3%"), ("8.4", "2.9")]):
        if "%" in first and metric in ("latency", "GPU memory"):
            continue
        must = [(first, "score", metric, "other"), (last, "score", metric, "own")]
        cases.append((form.format(m=metric, a=first, b=last), must[::-1] if form in LEVELS_TURNED else must))
    assert not misread(cases, "kind", "metric_text", "role")


# How a multiple is written: its quote and bound.
TIMES = {
    "3.4x": ("3.4x", "exact"),
    "3.4 times": ("3.4 times", "exact"),
    r"3.4$\times$": (r"3.4$\times", "exact"),
    "3.4×": ("3.4×", "exact"),
    "**3.4x**": ("3.4x", "exact"),
    "3.4-fold": ("3.4-fold", "exact"),
    "up to 3.4x": ("3.4x", "up_to"),
    "about 3.4x": ("3.4x", "about"),
    "over 3.4x": ("3.4x", "at_least"),
}
MULTIPLES = {
    "KiteNet brings a {n} speedup.": "speedup",
    "KiteNet is {n} faster than WrenNet.": "faster",
    "KiteNet is {n} smaller than WrenNet.": "smaller",
    "KiteNet has {n} lower latency.": "latency",
    "KiteNet has {n} fewer parameters.": "parameters",
    "KiteNet reduces the latency of WrenNet by {n}.": "latency",
    "KiteNet increases throughput by {n}.": "throughput",
    "KiteNet achieves a {n} reduction in FLOPs.": "FLOPs",
    "KiteNet reduces rope wear by {n}.": "rope wear",
    "KiteNet has {n} lower rope wear.": "rope wear",
    "KiteNet requires {n} fewer rope turns.": "rope turns",
}
SHARES = {
    "KiteNet uses {n} of the parameters of WrenNet.": ("parameters", "better"),
    "KiteNet needs only {n} of the FLOPs of WrenNet.": ("FLOPs", "better"),
    "KiteNet matches WrenNet with only {n} of the memory.": ("memory", "better"),
    "KiteNet retains {n} of the accuracy of WrenNet.": ("accuracy", "worse"),
    "KiteNet preserves {n} of the original accuracy.": ("accuracy", "worse"),
    "KiteNet keeps {n} of its performance.": (None, "worse"),
}


def test_a_multiple_and_a_share_are_factors() -> None:
    cases: list[tuple[str, list[Told]]] = []
    for (form, metric), (number, (quote, bound)) in product(MULTIPLES.items(), TIMES.items()):
        cases.append((form.format(n=number), [(quote, "factor", metric, "better", bound, "x")]))
    for (form, (noun, effect)), number in product(SHARES.items(), ["34%", "**34%**", r"$34\%$"]):
        cases.append((form.format(n=number), [(number.strip("*$"), "factor", noun, effect, "exact", "%")]))
    assert not misread(cases, "kind", "metric_text", "effect", "bound", "unit")


LISTS = [("accuracy", "precision", "recall"), ("accuracy", "wing strength", "recall"),
         ("gust awareness", "wing strength", "wind comfort")]  # fmt: skip
EACH = ("6.1%", "7.4%", "9.8%")
LISTED = (
    "improves {m} by {n}",
    "shows a {n} improvement in {m}",
    "shows an improvement of {n} in {m}",
    "shows {n} higher {m}",
    "shows a gain of {n} in {m}",
    "shows {m} gains of {n}",
    "shows a {n} {m} gain",
    "shows +{n} {m}",
)
TOLD_AFTER = ("KiteNet {}.", "On GustQA, KiteNet {}.", "KiteNet {} compared to WrenNet.")


@pytest.mark.parametrize("form", LISTED)
def test_each_change_of_a_list_is_of_its_own_measure(form: str) -> None:
    deed, _, object_ = form.partition(" ")
    cases = []
    for metrics, frame, join in product(LISTS, TOLD_AFTER, ["{0} and {1}", "{0}, {1}, and {2}", "{0}, {1} and {2}"]):
        count = join.count("{")
        parts = [object_.format(m=m, n=n) for m, n in zip(metrics, EACH, strict=True)]
        sign = "+" if "+" in form else ""
        must = [(sign + EACH[i], "change", metrics[i], "better") for i in range(count)]
        cases.append((frame.format(f"{deed} {join.format(*parts)}"), must))
    assert not misread(cases, "kind", "metric_text", "effect")


RESPECTIVE = (
    "KiteNet improves {m} by {n}, respectively.",
    "KiteNet improves {m} over WrenNet by {n}, respectively.",
    "KiteNet outperforms WrenNet by {n} in {m}, respectively.",
    "KiteNet beats WrenNet by {n} in terms of {m}, respectively.",
    "KiteNet achieves improvements of {n} in {m}, respectively.",
    "KiteNet gains {n} in {m}, respectively.",
    "The {m} are improved by {n}, respectively.",
    "KiteNet yields {m} improvements of {n}, respectively.",
)


@pytest.mark.parametrize("form", RESPECTIVE)
def test_respective_changes_are_one_of_each_measure(form: str) -> None:
    cases = []
    for metrics, count in product([*LISTS, ("wing strength", "accuracy", "recall")], (2, 3)):
        if (metrics[0], count) == ("gust awareness", 3) and "{n} in" in form:  # `in storms, breezes, and calms`
            continue
        measures = " and ".join(metrics[:2]) if count == 2 else "{}, {}, and {}".format(*metrics)
        numbers = " and ".join(EACH[:2]) if count == 2 else "{}, {}, and {}".format(*EACH)
        must = [(EACH[i], "change", metrics[i], "better") for i in range(count)]
        cases.append((form.format(m=measures, n=numbers), must))
    assert not misread(cases, "kind", "metric_text", "effect")
