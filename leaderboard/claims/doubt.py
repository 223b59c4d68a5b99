"""Claims that do not hold up once metric and benchmark are known."""

from __future__ import annotations

from leaderboard.claims.draft import Draft

_MEASURED = frozenset({"time", "memory", "length", "power", "compute", "other"})


def doubt(draft: Draft) -> str | None:  # noqa: C901 - one case after another, in the order they are tried
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
