"""The errors of a check: a list to narrow, and a view of each with its sentence, expected, got, and what decided."""

from __future__ import annotations

from collections.abc import Sequence

from leaderboard.boards.figures import number
from leaderboard.boards.values import readable
from leaderboard.counted import counted
from leaderboard.golden.annotated import HIDDEN
from leaderboard.golden.check import Check
from leaderboard.golden.pairing import Claim, differs
from leaderboard.golden.scoring import Miss
from leaderboard.pages import reading
from leaderboard.pages.addresses import address, given
from leaderboard.pages.downloads import downloads, sheet_of
from leaderboard.pages.highlight import Span, field_spans, legend, marked
from leaderboard.pages.markup import Column, Html, Piece, badge, go, join, small, table, tag
from leaderboard.pages.theme import aside, draw, heading, note, section
from leaderboard.pages.why import decisions, verdict_at
from leaderboard.pages.widgets import choice, pages
from leaderboard.sheets import Sheet

COMPARED = (
    *("value", "low", "spread", "unit", "kind", "topic", "metric", "benchmark", "split", "system", "baseline"),
    *("role", "bound", "effect", "setting"),
)
PER_PAGE, ERRORS_PAGE = 25, "errors_page"


def error_list(check: Check, part: str) -> None:
    """The errors of one part, by what is wrong."""
    section("Errors")
    if part in HIDDEN:
        note("Errors of blind papers are not shown: whoever reads them can no longer be told by them.")
        return
    misses = check.parts[part].misses
    faults = sorted({fault for miss in misses for fault in miss.faults})
    fault = choice("What is wrong", "fault", faults, page=ERRORS_PAGE)
    shown = [miss for miss in misses if fault is None or fault in miss.faults]
    if not shown:
        note("No errors here.")
        return
    aside(f"{counted(len(shown), 'error')}; a number leads to its sentence.")
    listed, first = pages(len(shown), PER_PAGE, ERRORS_PAGE)
    with listed:
        draw(_table(shown[first : first + PER_PAGE], part, fault))
    name = " ".join(filter(None, ["errors", part, fault]))
    downloads(sheet_of(_sheet(shown), name, lambda most: (check.papers[m.paper_id] for m in shown[:most])), "errors")


def error_view(check: Check, part: str) -> None:
    """The errors at the place that `error` (a paper) and `at` in the address name."""
    fault = given("fault")
    back = go(address("check", part=part, fault=fault), "← All errors")
    score = check.parts.get(part)
    shown = [miss for miss in score.misses if fault is None or fault in miss.faults] if score else []
    places = list(dict.fromkeys(map(_place, shown)))
    asked = (given("error"), given("at"))
    if asked not in places:
        heading("No such error", back=back)
        note("Nothing is wrong at the place that this address names: it may have been mended. ", back, ".")
        return
    here = [miss for miss in shown if _place(miss) == asked]
    at = places.index(asked)
    paper = check.papers[here[0].paper_id]
    heading(f"{_number(here[0])}: {', '.join(here[0].faults)}", paper.title, back=back)
    told = reading.explained(paper)
    claim = here[0].expected or here[0].got
    place = _stretch(claim, paper.abstract)
    verdict = verdict_at(told, *place)
    fields = field_spans(verdict.rows[0]) if verdict and verdict.rows else (Span(*place, "number", "the number"),)
    draw(legend(span.kind for span in fields))
    draw(marked(paper.abstract, fields, check.sentence(here[0])))
    for miss in here:
        draw(_side_by_side(miss))
    section("What decided")
    draw(decisions(told, *place) or tag("p", small("No pattern was asked: the number was not seen as one.")))
    around = [
        go(_address(places[near], part, fault), words)
        for near, words in ((at - 1, "← Previous error"), (at + 1, "Next error →"))
        if 0 <= near < len(places)
    ]
    draw(tag("nav", join(around, " · "), aria_label="Other errors"))


def _table(shown: Sequence[Miss], part: str, fault: str | None) -> Html:
    rows = [
        (
            go(_address(_place(miss), part, fault), _number(miss), label=f"{_number(miss)}: see its sentence"),
            ", ".join(miss.faults),
            _told(miss.expected),
            _told(miss.got),
        )
        for miss in shown
    ]
    columns = [Column("Number"), Column("What is wrong"), Column("Expected", wide=True), Column("Got", wide=True)]
    return table("Errors", columns, rows)


def _sheet(shown: Sequence[Miss]) -> Sheet:
    columns = ("Paper", "Number", "What is wrong", *(f"{side} {name}" for name in COMPARED for side in _SIDES))
    lines = tuple(
        (
            miss.paper_id,
            _number(miss),
            ", ".join(miss.faults),
            *(_value(claim, name) or None for name in COMPARED for claim in (miss.expected, miss.got)),
        )
        for miss in shown
    )
    return Sheet(columns, lines)


_SIDES = ("expected", "got")


def _side_by_side(miss: Miss) -> Html:
    rows: list[tuple[Piece, ...]] = []
    for name in COMPARED:
        expected, got = _value(miss.expected, name), _value(miss.got, name)
        if expected or got:
            wrong = miss.expected is None or miss.got is None or differs(miss.expected, miss.got, name)
            label = join([name, badge("differs") if wrong else None], " ")
            rows.append((label, expected or small("nothing"), got or small("nothing")))
    columns = [Column("Field"), Column("Expected", wide=True), Column("Got", wide=True)]
    return table("Expected and got", columns, rows, narrow=True)


def _place(miss: Miss) -> tuple[str, str]:
    claim = miss.expected or miss.got
    return miss.paper_id, str(claim.start if claim else 0)


def _address(place: tuple[str, str], part: str, fault: str | None) -> str:
    return address("check", part=part, fault=fault, error=place[0], at=place[1])


def _stretch(claim: Claim | None, abstract: str) -> tuple[int, int]:
    """Where the number stands; a claim that gives only its start is found by its quote."""
    if claim is None:
        return 0, 0
    if claim.quote_start is not None and claim.end is not None:
        return claim.quote_start, claim.end
    return claim.start, min(len(abstract), claim.start + max(1, len(claim.quote)))


def _number(miss: Miss) -> str:
    claim = miss.expected or miss.got
    return readable(claim.quote) if claim else ""


def _told(claim: Claim | None) -> Piece:
    if claim is None:
        return small("nothing")
    return join([claim.kind, claim.metric, claim.benchmark and f"on {claim.benchmark}"], " ")


def _value(claim: Claim | None, name: str) -> str:
    value = getattr(claim, name, None) if claim else None
    return "" if value is None else number(value) if isinstance(value, float) else str(value)
