"""From a name as written to its lexicon entry. Case, blanks and hyphens do not count; variants are never merged."""

from __future__ import annotations

import difflib
from functools import cache

from leaderboard.cues import PIECE
from leaderboard.lexicon import Benchmark, Metric, is_borne_out, lexicon
from leaderboard.words import words

_MARKS = frozenset("-_'./ ${}()\\^")


def find_benchmark(text: str, context: str | None = None) -> Benchmark | None:
    """The benchmark of this name or alias; an ambiguous one only where `context`, if given, bears it out.

    A noun behind the name is left out where the name is known without it only (`the Kite dataset`).
    """
    found = benchmarks_named(text)
    return next((b for b in found if context is None or is_borne_out(b, context)), None)


def benchmarks_named(text: str) -> list[Benchmark]:
    """Every benchmark of this name or alias."""
    known = _benchmarks()
    return known.get(_benchmark_key(text)) or known.get(_benchmark_key(_without_noun(text)), [])


def _without_noun(text: str) -> str:
    bare = text.removeprefix("the ")
    return next((bare[: -len(noun)] for noun in words("dataset-nouns") if bare.lower().endswith(f" {noun}")), bare)


def find_metric(text: str, context: str | None = None) -> Metric | None:
    """The metric of this name or alias; an ambiguous one only where `context`, if given, bears it out.

    Words in front that name no other metric are left out (`mean Dice`), and so are those that say what was done
    (`top-1 classification accuracy`) or that a metric may end with (`accuracy rate`).
    """
    written = [piece for piece in PIECE.findall(text) if piece not in _MARKS]
    telling = [written[:1]] + [[piece] for piece in written[1:-1] if piece.lower() not in words("asides")]
    readings = [written, [piece for part in [*telling, written[1:][-1:]] for piece in part]]
    for start in range(len(written)):
        if start and written[start - 1].lower() in words("parted"):
            continue  # what follows is no metric by itself
        for pieces in readings:
            ending = pieces[start:]
            shorter = ending[:-1] if ending and ending[-1].lower() in words("fillers") else []
            for tried in (ending, shorter):
                found = _metric_spelt(tried, context)
                if found is not None:
                    return found
    return _by_place().get(" ".join(text.lower().split()))


def _metric_spelt(pieces: list[str], context: str | None) -> Metric | None:
    for metric, exact in _metrics().get("".join(pieces).lower(), ()):
        if exact is not None and exact != "".join(pieces):
            continue
        if context is None or is_borne_out(metric, context):
            return metric
    return None


def suggest_benchmarks(text: str, n: int = 5) -> list[str]:
    """Up to `n` names of benchmarks that are spelt much like the text, the most alike first."""
    return difflib.get_close_matches(text, [benchmark.name for benchmark in lexicon().benchmarks], n)


def _benchmark_key(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter in "+*")


@cache
def _benchmarks() -> dict[str, list[Benchmark]]:
    found: dict[str, list[Benchmark]] = {}
    for entry in lexicon().benchmarks:
        for key in dict.fromkeys(map(_benchmark_key, (entry.name, *entry.aliases))):
            found.setdefault(key, []).append(entry)
    return found


@cache
def _metrics() -> dict[str, list[tuple[Metric, str | None]]]:
    """Wordings, blanks and marks left out, to their metrics, each with the only way to write it, if it has one."""
    found: dict[str, list[tuple[Metric, str | None]]] = {}
    for metric in lexicon().metrics:
        for wording in metric.wordings:
            bare = "".join(piece for piece in PIECE.findall(wording) if piece not in _MARKS)
            found.setdefault(bare.lower(), []).append((metric, bare if metric.is_exact(wording) else None))
    return found


@cache
def _by_place() -> dict[str, Metric]:
    """Wordings that mean a metric where a claim says one, in lower case."""
    return {wording: metric for metric in lexicon().metrics for wording in metric.by_place}
