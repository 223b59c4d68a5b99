"""Why a number is the row it is, or none: each field with where it was read and the pattern that decided it."""

from __future__ import annotations

from collections.abc import Mapping

from leaderboard.boards import board_keys
from leaderboard.boards.figures import number
from leaderboard.boards.values import BOUND_WORDS, readable
from leaderboard.explain import Decision, Explanation, Verdict
from leaderboard.model import Extraction, Row
from leaderboard.pages import reading
from leaderboard.pages.addresses import board_address
from leaderboard.pages.markup import Column, Html, Piece, facts, go, join, prose, small, table, tag
from leaderboard.pages.snippets import snippet_in

KINDS = {"score": "a level reached", "change": "a difference", "factor": "a multiple"}
SURE = "how often rows decided like this one were right, from 0 to 1, where careful readers had written down the truth"
_ROLES = {"own": "the authors' own result", "other": "quoted for others' work"}
_DECIDES = {
    "reject": "Rejected",
    "kinds": "Kind",
    "metric_slots": "Metric",
    "benchmark_slots": "Benchmark",
    "doubts": "Doubted",
    "roles": "Whose",
    "system_slots": "System",
    "baseline_slots": "Compared with",
}


def why_this_row(row: Row, told: Explanation | None) -> Html:
    """The row's fields, where each was read, and which pattern decided it out of how many that were asked."""
    verdict = verdict_at(told, row.quote_start, row.end)
    by = {decision.file: decision for decision in verdict.decisions} if verdict and _same(verdict, row) else {}
    kind = _by(by, "kinds") or join([tag("code", row.pattern), prose(reading.pattern_doc(row.pattern))], " ")
    pairs: list[tuple[str, Piece]] = [
        ("Number", join([tag("strong", readable(row.quote)), small(_shape(row))], " ")),
        ("Kind", _lines(f"{row.kind}: {KINDS[row.kind]} ({row.topic})", kind)),
        ("Metric", _lines(_metric(row), _by(by, "metric_slots"))),
        ("Benchmark", _lines(_benchmark(row), _by(by, "benchmark_slots"))),
        ("System", _lines(_system(row), _by(by, "system_slots"))),
        ("Compared with", _lines(row.baseline, _by(by, "baseline_slots")) if row.baseline else None),
        ("Split", row.split),
        ("Setting", row.setting),
        ("Whose", _lines(_ROLES[row.role], _by(by, _decides_whose(row, by)))),
        ("Effect", row.effect),
        ("Confidence", join([f"{row.confidence:.2f}", small(SURE)], " ")),
    ]
    if not by:
        pairs.append(("", small("The patterns have changed since this row was written; only the first is known.")))
    return facts(pairs)


def decisions(told: Explanation | None, start: int, end: int) -> Html | None:
    """What each file of patterns said of the number at a place; None where it is not known."""
    verdict = verdict_at(told, start, end)
    if verdict is None or not verdict.decisions:
        return None
    columns = [Column("Decided"), Column("Pattern"), Column("Meaning", wide=True), Column("Asked", num=True)]
    rows = [
        (
            _DECIDES.get(decision.file, decision.file),
            tag("code", decision.pattern) if decision.pattern else small("none held"),
            prose(decision.doc),
            str(decision.asked),
        )
        for decision in verdict.decisions
    ]
    return table("What decided", columns, rows)


def verdict_at(told: Explanation | None, start: int, end: int) -> Verdict | None:
    """What was made of the number that overlaps a stretch of the abstract."""
    verdicts = (verdict for sentence in told.sentences for verdict in sentence.verdicts) if told else ()
    return next((verdict for verdict in verdicts if verdict.start < end and verdict.end > start), None)


def no_claims(found: Extraction) -> Html:
    """The numbers of a text that became no row, each with the pattern that says so."""
    text = found.paper.abstract
    told: list[tuple[int, int, str | None, str | None]] = [
        (r.start, r.end, r.pattern, reading.pattern_doc(r.pattern)) for r in found.rejected
    ]
    told += [(start, end, None, "neither a claim nor rejected by name") for start, end in found.unexplained]
    rows = [
        (
            tag("strong", text[start:end]),
            snippet_in(text, start, end),
            tag("code", pattern) if pattern else small("not explained"),
            prose(doc),
        )
        for start, end, pattern, doc in sorted(told, key=lambda one: one[0])
    ]
    columns = [Column("Number"), Column("Where", wide=True), Column("Pattern"), Column("What it is", wide=True)]
    return table("Numbers that are no claims", columns, rows)


def _same(verdict: Verdict, row: Row) -> bool:
    """Whether the patterns of today still make this row of the number."""
    return any((r.kind, r.metric, r.benchmark) == (row.kind, row.metric, row.benchmark) for r in verdict.rows)


def _lines(read: Piece, by: Html | None) -> Html:
    return join([read, tag("span", by, class_="lb-by") if by else None])


def _decides_whose(row: Row, decided: Mapping[str, Decision]) -> str:
    """The file whose pattern says it: where none of the roles held and it is not the authors' own, that of the kind."""
    roles = decided.get("roles")
    return "kinds" if roles and roles.pattern is None and row.role == "other" else "roles"


def _by(decided: Mapping[str, Decision], file: str) -> Html | None:
    decision = decided.get(file)
    if decision is None:
        return None
    if decision.pattern is None:
        return join([f"by default: none of the {decision.asked} patterns asked held"])
    return join([tag("code", decision.pattern), " ", prose(decision.doc)])


def _shape(row: Row) -> str:
    parts = [BOUND_WORDS[row.bound]]
    if row.low is not None:
        parts.append(f"from {number(row.low)} to {number(row.value)}")
    if row.spread is not None:
        parts.append(f"± {number(row.spread)}")
    if row.kind == "change" and row.relative is not None:
        parts.append("relative" if row.relative else "absolute")
    return ", ".join(filter(None, parts))


def _metric(row: Row) -> Piece:
    if row.metric_inferred:
        return join([row.metric, small("the benchmark's usual one; the text names none")], " ")
    return _read(row.metric, row.metric_text, row.metric_start, row)


def _system(row: Row) -> Piece:
    if row.system is None:
        return small("the text names none")
    if row.system_inferred:
        return join([row.system, small("the paper's own; the sentence names none")], " ")
    return _read(row.system_label, row.system, row.system_start, row)


def _benchmark(row: Row) -> Piece:
    read = _read(row.benchmark, row.benchmark_text, row.benchmark_start, row)
    key = board_keys(row)
    return join([read, go(board_address(*key), "see its board")], " · ") if key else read


def _read(name: str | None, written: str | None, start: int | None, row: Row) -> Piece:
    if name is None:
        return small("the text names none")
    notes = []
    if written and written != name:
        notes.append(f"written “{written}”")
    if start is not None and not row.sentence_start <= start < row.sentence_end:
        notes.append("carried over from another sentence")
    return join([name, small("; ".join(notes)) if notes else None], " ")
