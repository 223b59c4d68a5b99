"""A check as lines of text: figures, tables, and each error beside its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leaderboard.counted import counted
from leaderboard.golden.check import PARTS, Check
from leaderboard.golden.pairing import Claim
from leaderboard.golden.scoring import Figures, Score

_TOLD = (
    "kind",
    "topic",
    "role",
    "bound",
    "effect",
    "metric",
    "benchmark",
    "split",
    "system",
    "baseline",
    "low",
    "spread",
)
_USUAL = {"topic": "quality", "role": "own", "bound": "exact"}


def figures(check: Check) -> Iterator[str]:
    """The figures of every part, what the parts are, and what was not scored, with the mend."""
    for part, score in check.parts.items():
        for level, f in score.levels.items():
            yield f"{part:5} {level:12} {_figures(f)}  ({f.expected:,} annotated in {counted(score.papers, 'paper')})"
        yield f"{part:5} fields: " + ", ".join(f"{name} {share:.3f}" for name, share in _fields(score))
    yield "; ".join(f"{part}: {words}" for part, words in PARTS.items() if part in check.parts)
    yield f"{check.found:,} of {check.found + check.missing:,} annotated papers found and scored"
    if check.absent:
        yield (
            f"{check.missing:,} not scored: no abstract at hand has the `sha256` (white space collapsed) of "
            f"{', '.join(check.absent)}; name places that hold them with --corpus, or give their lines an `abstract`"
        )
    elif check.missing:
        yield (
            f"{check.missing:,} not scored: their abstracts, which are not ours to ship, are not at hand; name places "
            "that hold some with --corpus (Daily-Papers pages, the arXiv snapshot, or what else `extract` reads)"
        )


def breakdown(score: Score) -> Iterator[str]:
    """Row figures by kind, precision by pattern and the share of right rows by band of confidence."""
    yield "by kind:"
    yield from (f"  {kind:10} {_figures(f)}" for kind, f in score.by_kind.items())
    yield "by pattern (right of found):"
    yield from (f"  {f.right:5} of {f.found:<5} {f.precision:.2f}  {name}" for name, f in score.by_pattern.items())
    yield "by confidence (right of found):"
    yield from (f"  {b.low:.2f} to {b.high:.2f}  {b.right:5} of {b.rows:<5} {b.share:.3f}" for b in score.bands)


def misses(check: Check) -> Iterator[str]:
    """Each error of the cases and of the papers that may be read, beside its sentence, with expected and got."""
    for part, score in check.parts.items():
        for paper_id, wrong in groupby(score.misses, lambda miss: miss.paper_id):
            paper = check.papers[paper_id]
            yield ""
            yield f"{part} {paper_id}  {paper.title}".rstrip()
            for (start, end), together in groupby(wrong, check.sentence):
                yield f"  {paper.abstract[start:end]}"
                for miss in together:
                    yield f"    {', '.join(miss.faults)}"
                    yield f"      expected {_told(miss.expected)}"
                    yield f"      got      {_told(miss.got)}"


def _figures(f: Figures) -> str:
    return f"precision {f.precision:.3f}  recall {f.recall:.3f}  F1 {f.f1:.3f}"


def _fields(score: Score) -> Iterator[tuple[str, float]]:
    yield from score.agreement.items()
    yield from ((f"{name} F1", f.f1) for name, f in score.sparse.items())


def _told(claim: Claim | None) -> str:
    if claim is None:
        return "nothing"
    values = ((name, getattr(claim, name)) for name in _TOLD)
    told = ", ".join(f"{name} {value}" for name, value in values if value is not None and _USUAL.get(name) != value)
    source = f"  [{claim.pattern} {claim.confidence:.2f}]" if claim.pattern and claim.confidence is not None else ""
    return f"{claim.quote}: {told}{source}"
