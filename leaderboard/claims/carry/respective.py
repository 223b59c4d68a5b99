"""Benchmarks of a list, one for each number of another: `..., respectively`."""

from __future__ import annotations

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.mentions import Mention
from leaderboard.words import shape


def take_respective(draft: Draft, text: str) -> None:
    """`5% and 7% on the Kite Wing and Gust datasets, respectively`: of as many names behind the numbers each its own,
    where not all were known as benchmarks."""
    count = len(draft.numbers)
    known = {m.word for m in mentions_in(draft.benchmarks)}
    if len(known) == count or not draft.is_respective:
        return
    told = shape("named-each").search(text, draft.end, draft.sentence.end)
    if told is None:
        return
    at = told.lastindex or 0
    members = _members(text, told.start(at), told.end(at))
    if len(members) == count == len({m.word for m in members}):
        draft.take_benchmarks([[m] for m in members], "respective", side="right")


def respective_before(draft: Draft) -> tuple[Mention, ...]:
    """`On A and B ..., precision of 81% and 71%, respectively`: the list before the numbers that has one for each."""
    if not draft.is_respective:
        return ()
    before = (m.each for m in reversed(draft.sentence.mentions[: draft.index]) if m.symbol == "B")
    return next((listed for listed in before if len(listed) == len(draft.numbers)), ())


def _members(text: str, start: int, end: int) -> list[Mention]:
    """The names of a list, none where one is no name."""
    found: list[Mention] = []
    while start < end:
        joint = shape("list-joint").search(text, start, end)
        stop = joint.start() if joint else end
        name = shape("listed-name").fullmatch(text, start, stop)
        if name is None:
            return []
        found.append(Mention("B", name.start(1), name.end(1), word=text[name.start(1) : name.end(1)].lower()))
        start = joint.end() if joint else end
    return found
