"""Which numbers of a sentence are claims, of which kind, and where each one's metric and benchmark stand."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.claims.draft import Draft, spread_out
from leaderboard.claims.grammar import Compiled, load, matches
from leaderboard.lexicon import Metric
from leaderboard.mentions import AMOUNTS, Mention, Sentence
from leaderboard.model import Rejected
from leaderboard.numbers import Number

_CONTINUES = re.compile(r"[^aoburdxk;.N<>]*[,+;(][^aoburdxk;.N<>]*")
_WEAK = frozenset(
    {
        "number-on",
        "with-number",
        "score-default",
        "metric-of-number",
        "number-metric",
        "points-change",
        "number-over",
        "factor-times",
        "lower-number",
        "by-number",
    }
)
_MEASURED = frozenset({"time", "memory", "length", "power", "compute", "other"})
_UNSURE = frozenset({"with-number", "score-default", "number-on", "achieve-number", "versus-second"})


def decide(sentence: Sentence, text: str) -> tuple[list[Draft], list[Rejected], list[Number]]:
    """Claims, numbers rejected by name, and numbers that nothing explains, of one sentence of a view's `text`."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    unexplained: list[Number] = []
    if text[sentence.end - 1] == "?":
        return drafts, [Rejected(m.start, m.end, "question") for m in sentence.mentions if m.symbol == "N"], unexplained
    groups: dict[int, tuple[Number, ...]] = {}
    letters = list(sentence.symbols)
    for index, mention in enumerate(sentence.mentions):
        if mention.symbol not in ("N", "#") or not isinstance(mention.ref, Number):
            continue
        kept = []
        for number in _share_unit(tuple(m.ref for m in (mention.members or (mention,)))):
            reason = _rejected(number, sentence, index, text) or _count(number, sentence.symbols, index)
            if reason:
                rejected.append(Rejected(number.start, number.end, reason))
            else:
                kept.append(number)
        if kept:
            groups[index] = tuple(kept)
        else:
            letters[index] = "#"
    # What is rejected stands in no pattern's way.
    sentence = replace(sentence, symbols="".join(letters))
    for index, kept_group in groups.items():
        draft = _kind(sentence, index, kept_group, text)
        _continue(draft, drafts, sentence)
        _attach(draft, text)
        verdict = _doubt(draft)
        if verdict == "unexplained":
            unexplained += kept_group
        elif verdict:
            rejected += [Rejected(n.start, n.end, verdict) for n in kept_group]
        else:
            drafts.append(draft)
    return drafts, rejected, unexplained


def _share_unit(group: tuple[Number, ...]) -> tuple[Number, ...]:
    """`12.57 and 8.91 percentage points`: the unit said last is everybody's; so is the bound said first."""
    last, first = group[-1], group[0]
    out = []
    for number in group:
        if (
            number.unit is None
            and number.family is None
            and last.unit is not None
            and last.family in ("percent", "points", "times", "level")
        ):
            number = replace(number, unit=last.unit, family=last.family)
        if number.bound == "exact" and first.bound != "exact":
            number = replace(number, bound=first.bound)
        out.append(number)
    return tuple(out)


def _around(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, str]:
    return text[max(sentence.start, start - 140) : start], text[end : min(sentence.end, end + 80)]


def _rejected(number: Number, sentence: Sentence, index: int, text: str) -> str | None:
    before, after = (
        text[max(sentence.start, number.start - 60) : number.start],
        text[number.end : min(sentence.end, number.end + 60)],
    )
    for pattern in load("reject"):
        entry = pattern.entry
        if entry.name == "year":
            if re.fullmatch(r"(?:19|20)\d\d", number.plain) and number.unit is None:
                return entry.name
            continue
        if entry.name == "list-marker" and not (number.plain.isdigit() and int(number.plain) < 20):
            continue
        if matches(pattern, sentence.symbols, index, number.family, before, after)[0]:
            return entry.name
    return None


def _count(number: Number, symbols: str, index: int) -> str | None:
    """A whole number before a noun, and after nothing that could make it a value, counts things."""
    if number.family is not None or "." in number.plain or number.low is not None:
        return None
    before, after = symbols[index - 1 : index], symbols[index + 1 : index + 2]
    return (
        "count"
        if after in ("w", "B", "S", "D", "H", "m") and before not in ("<", ">", "Y", "q", "i", "=", "M", "(")
        else None
    )


def _kind(sentence: Sentence, index: int, group: tuple[Number, ...], text: str) -> Draft:
    first, last = group[0], group[-1]
    before, after = _around(text, sentence, first.start, last.end)
    if first.signed and last.family in ("percent", "points", None, "level", "times"):
        entry_sense = "down" if text[first.start] == "-" else "up"
        kind = "factor" if last.family == "times" else "change"
        return Draft(sentence, index, group, kind, "signed-change", 0.93, sense=entry_sense, bound=first.bound)  # type: ignore[arg-type]
    for pattern in load("kinds"):
        entry = pattern.entry
        if matches(pattern, sentence.symbols, index, last.family, before, after)[0] and entry.kind:
            return Draft(
                sentence, index, group, entry.kind, entry.name, entry.confidence, topic=entry.topic, sense=entry.sense,
                effect=entry.effect, relative=entry.relative, role=entry.role or "own", bound=first.bound,
            )  # fmt: skip
    return Draft(sentence, index, group, "score", "score-default", 0.4, bound=first.bound)


def _continue(draft: Draft, drafts: list[Draft], sentence: Sentence) -> None:
    """A number that only continues a list (`by 5% on A and 7% on B`) is what the number before it is."""
    if not drafts or draft.pattern not in _WEAK:
        return
    last = drafts[-1]
    between = sentence.symbols[last.index + 1 : draft.index]
    if between == "(" and draft.kind == "score" and last.kind != "score":
        pass  # `10 points (14%)`: the same change told twice
    elif (
        last.family != draft.family or not _CONTINUES.fullmatch(between) or last.pattern.startswith(("from-", "arrow"))
    ):
        return
    if last.kind == "score" and draft.kind == "score":
        if draft.pattern in _UNSURE:
            draft.pattern, draft.confidence = last.pattern, draft.confidence * 0.95
        return
    if draft.kind == "score" and last.kind != "score" and ";" in between:
        return
    draft.kind, draft.sense, draft.effect, draft.relative, draft.topic = (
        last.kind,
        last.sense,
        last.effect,
        last.relative,
        last.topic,
    )
    draft.pattern = last.pattern
    draft.confidence = min(draft.confidence, last.confidence) * 0.95
    if draft.bound == "exact" and "G" not in between:
        draft.bound = last.bound
        draft.numbers = tuple(replace(n, bound=last.bound) if n.bound == "exact" else n for n in draft.numbers)


def slot(name: str, draft: Draft, text: str) -> tuple[Mention, Compiled] | None:
    """The first slot pattern of a file that holds for a draft, and the mention it takes."""
    sentence = draft.sentence
    before, after = _around(text, sentence, draft.start, draft.end)
    for pattern in load(name):
        if pattern.entry.kinds and draft.kind not in pattern.entry.kinds:
            continue
        held, at = matches(pattern, sentence.symbols, draft.index, draft.family, before, after)
        if held and at is not None:
            return sentence.mentions[at], pattern
    return None


def _attach(draft: Draft, text: str) -> None:
    count = len(draft.numbers)
    found = slot("metric_slots", draft, text)
    if found and not _suits(found[0], found[1].entry.name, draft):
        found = None
    if found:
        draft.metrics = spread_out(found[0], count)
        draft.metric_slot, draft.metric_confidence = found[1].entry.name, found[1].entry.confidence
    elif draft.family == "rate" and draft.kind == "score":
        unit = draft.numbers[-1]
        draft.metrics = [[Mention("E", unit.end - len(unit.unit or ""), unit.end)] for _ in draft.numbers]
        draft.metric_slot, draft.metric_confidence = "metric-is-unit", 0.85
    elif draft.kind != "score":
        faster = _faster(draft)
        if faster:
            draft.metrics = [[faster] for _ in draft.numbers]
            draft.metric_slot, draft.metric_confidence = "metric-comparative", 0.85
    found = slot("benchmark_slots", draft, text)
    if found and _is_benchmark(found[0], text):
        draft.benchmarks = spread_out(found[0], count)
        draft.benchmark_slot, draft.benchmark_confidence = found[1].entry.name, found[1].entry.confidence


def _suits(metric: Mention, slot_name: str, draft: Draft) -> bool:
    """Whether a claim of this kind can be of that metric, found there."""
    if draft.kind != "score":
        after = draft.sentence.symbols[draft.index + 1 : draft.index + 2]
        return after != "F" or slot_name in ("metric-higher", "metric-gain-in")
    if draft.family == "rate":
        return metric.symbol == "E"
    return not (metric.symbol == "E" and isinstance(metric.ref, Metric) and metric.ref.id in AMOUNTS)


def _is_benchmark(mention: Mention, text: str) -> bool:
    """A bare name after `on` is a benchmark unless something was trained or run on it."""
    if mention.symbol == "B":
        return not re.search(
            (
                r"\b(?:train(?:ed|ing)?|pre-?train(?:ed|ing)?|fine-?tun(?:ed|ing)|learn(?:ed|ing)?|"
                r"built|based) (?:only |solely )?(?:on|with|from) (?:the )?$"
            ),
            text[: mention.start][-40:],
            re.I,
        )
    return False


def _faster(draft: Draft) -> Mention | None:
    after = draft.sentence.symbols[draft.index + 1 : draft.index + 4]
    place = after.find("F")
    if place < 0 and draft.family != "times":
        return None
    if place >= 0:
        return draft.sentence.mentions[draft.index + 1 + place]
    back = draft.sentence.symbols.rfind("F", max(0, draft.index - 4), draft.index)
    return draft.sentence.mentions[back] if back >= 0 else None


def _doubt(draft: Draft) -> str | None:  # noqa: C901 - one case after another, in the order they are tried
    """Why a number is no claim after all: the name of the rejection, `unexplained`, or null where it stands."""
    family, symbols = draft.family, draft.sentence.symbols
    has_metric = bool(draft.metric_slot)
    whole = all(n.unit is None and "." not in n.plain for n in draft.numbers)
    if family is None:
        if draft.kind == "score":
            if has_metric and all(m is not None and m.symbol == "E" for ms in draft.metrics for m in ms):
                return "size-or-count"
            strong = draft.metric_slot in (
                "metric-right",
                "metric-left",
                "metric-left-verb",
                "metric-from-to",
                "metric-right-of",
                "metric-bracket",
                "metric-left-open",
                "metric-name-of",
                "metric-name-right",
            )
            quality = strong and any(m is not None and m.symbol in ("M", "S") for ms in draft.metrics for m in ms)
            decimal = all("." in n.plain for n in draft.numbers)
            if draft.pattern.startswith(("from-", "arrow")) and (decimal or quality):
                return None
            if whole and not (quality and draft.metric_slot in ("metric-right", "metric-left", "metric-left-verb")):
                return "bare-number"
            if decimal and (quality or ("M" in symbols and draft.pattern not in ("score-default",))):
                return None
            if whole and quality:
                return None
            if (
                decimal
                and draft.benchmark_slot
                and draft.pattern in ("achieve-number", "number-on", "metric-of-number")
            ):
                return None
            return "unexplained" if decimal and "M" in symbols else "bare-number"
        if whole and not has_metric:
            return "bare-number"
        if draft.kind == "change" and not has_metric and draft.pattern in ("by-number", "improve-number"):
            return "bare-number"
        return None
    if (
        family == "times"
        and not has_metric
        and draft.pattern == "factor-times"
        and symbols[draft.index - 1 : draft.index] not in ("Y", "^")
    ):
        return "multiple-of-nothing"
    if family in _MEASURED:
        if draft.kind != "score" and draft.pattern not in ("improve-number", "by-number"):
            return None
        if has_metric or draft.pattern.startswith("from-"):
            return None
        return "measured-setup"
    if family == "level" and draft.kind == "score" and not has_metric:
        return "measured-setup"
    bare = not draft.benchmark_slot or draft.pattern == "score-default"
    lone = "M" not in symbols and draft.pattern in ("with-number", "versus-second")
    if draft.kind == "score" and not has_metric and bare and (draft.pattern == "score-default" or lone):
        return "unexplained"
    return None
