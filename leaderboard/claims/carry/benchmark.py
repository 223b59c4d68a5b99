"""A benchmark that a claim's own clause does not name: its siblings', the sentence's, or that of a sentence before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.claims.carry.respective import respective_before, take_respective
from leaderboard.claims.draft import Draft, mentions_in, spread_out
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape

_NEAR = 40
# Sentences back from where a score is carried, and a change only if a test is told of plainly.
_FAR = 3
_REACH = 100
# A score that is the same on so many benchmarks is their average, or one of them.
_MANY = 3
_JOINTS = re.compile(r"[-_ ]")


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What was said before a sentence: benchmarks tested on and how far back, the claims right before, the paper's.

    `plain` tells that this was said in words of testing; `source` gives the only data named, learned from or surely a
    benchmark, `own_benchmark` what the paper itself brings: both are looked for where nothing nearer is found.
    """

    tested: tuple[Mention, ...] = ()
    back: int = 0
    plain: bool = False
    claims: tuple[Draft, ...] = ()
    own_benchmark: Callable[[], Mention | None] = lambda: None
    source: Callable[[], Mention | None] = lambda: None


def carry_benchmark(draft: Draft, earlier: list[Draft], said: SaidBefore, text: str) -> None:
    """Take the benchmark of the claims before a draft, of its sentence or one before, or the one the paper brings."""
    take_respective(draft, text)
    _leave_average(draft, text)
    _from_part(draft, said, text)
    this = is_of_this(draft, text)
    if this:
        draft.leave_benchmarks()
    else:
        _from_own_sentence(draft, earlier, text)
    amount = draft.is_amount and not draft.is_quality
    spare = (draft.is_of_cost or amount) and not _leads_too(draft, said)
    if not draft.benchmark_slot and not spare and (this or "B" not in draft.sentence.symbols):
        _from_before(draft, said, text)
    _leave_unnamed(draft, text)


def _leads_too(draft: Draft, said: SaidBefore) -> bool:
    """`WrenNet beats ReefNet with 3x fewer steps`: what is saved, in one breath with a lead, is of the same test, where
    that is plain."""
    plain = said.plain or said.claims or not said.tested
    lead = stretch("leads", draft.sentence.symbols[: draft.index])
    return bool(plain) and draft.kind != "score" and lead is not None


def _from_part(draft: Draft, said: SaidBefore, text: str) -> None:
    """`28% (Lite)`, where Kite Lite and Kite Large were named: the one that a part of its name tells."""
    part = shape("part-told").match(text, draft.end)
    if part is None or any(len(found) == 1 and found[0] is not None for found in draft.benchmarks):
        return
    here = [m for mention in draft.sentence.mentions if mention.symbol == "B" for m in mention.each]
    parts = {m.word: (m, _JOINTS.split(text[m.start : m.end])) for m in (*said.tested, *here)}
    fitting = [m for m, pieces in parts.values() if len(pieces) > 1 and part[1] in pieces]
    if len(fitting) == 1:
        draft.take_benchmark(fitting[0], "named-in-part")


def _leave_unnamed(draft: Draft, text: str) -> None:
    """`On three old datasets and B`, `5% on A and 7% on B, beating X by`: what is said of all is none's alone."""
    every = mentions_in(draft.benchmarks)
    if not every:
        return
    if _is_mean_of_others(draft, every, text) or _is_behind_list(draft):
        draft.take_benchmark(None, "of-several")
    if not (draft.benchmark_loose and draft.benchmark_side != "right"):
        return
    if len(every) == len(draft.numbers) > 1 and len({m.word for m in every}) == len(every):
        return  # each has its own
    first, last = min(every, key=lambda m: m.start), max(every, key=lambda m: m.end)
    rest = shape("rest-before").search(text, max(0, first.start - _REACH), first.start) or shape("rest-behind").match(
        text, last.end
    )
    others = shape("on-others").match(text, draft.end, draft.sentence.end)
    if rest or others or _is_mean_of_many(draft, first.start, text):
        draft.take_benchmark(None, "of-several")


def _is_behind_list(draft: Draft) -> bool:
    """Whether benchmarks with a number each were listed, and this number is of another deed."""
    symbols = draft.sentence.symbols[: draft.index]
    one = len(draft.numbers) == 1 and draft.benchmark_side != "right"
    return one and stretch("numbered-list-behind", symbols) is not None


def _is_mean_of_many(draft: Draft, first: int, text: str) -> bool:
    """`Across six benchmarks, including B, 5% on average`."""
    around = text[max(draft.sentence.start, draft.start - _NEAR) : min(draft.sentence.end, draft.end + _NEAR)]
    if shape("averaged").search(around) is None:
        return False
    return shape("among-several").search(text, draft.sentence.start, first) is not None


def _is_mean_of_others(draft: Draft, every: list[Mention], text: str) -> bool:
    """`75% on B, and 5% on average over six benchmarks`, `5% on average across six benchmarks (B, C)`."""
    start = max(min(max(m.end for m in every), draft.end), draft.sentence.start)
    end = min(max(min(m.start for m in every), draft.start), draft.sentence.end)
    others = shape("over-several").search(text, start, end)
    return others is not None and shape("averaged").search(text, start - _NEAR, end + _NEAR) is not None


def is_of_this(draft: Draft, text: str) -> bool:
    """`88% on this benchmark, less than on B`: the one told of, although another is named behind."""
    named_before = "B" in draft.sentence.symbols[: draft.index]
    return not named_before and shape("on-this").match(text, draft.end, draft.sentence.end) is not None


def _from_own_sentence(draft: Draft, earlier: list[Draft], text: str) -> None:
    """Take what the sentence says elsewhere, the surest first."""
    if draft.lacks_benchmark:
        _from_list(draft, earlier)
    if not draft.benchmark_slot:
        _from_opening(draft, earlier)
    if not draft.benchmark_slot:
        _from_siblings(draft, earlier)
    if not draft.benchmark_slot:
        _from_sentence(draft, text)


def _from_before(draft: Draft, said: SaidBefore, text: str) -> None:
    """Take what the sentences before say, the nearest first; where the clause tells of a test `elsewhere`, only what
    that leaves open."""
    behind = shape("next-clause").search(text, draft.end, draft.sentence.end)
    elsewhere = shape("elsewhere").search(text, draft.sentence.start, behind.start() if behind else draft.sentence.end)
    if elsewhere is None:
        _from_claims_before(draft, said)
    each = shape("respectively").search(text, draft.end, draft.sentence.end)
    if not draft.benchmark_slot and (elsewhere is None or each):
        _from_sentence_before(draft, said, text, listed_only=elsewhere is not None)
    if not draft.benchmark_slot and (elsewhere is None or shape("several-within").fullmatch(elsewhere.group())):
        _from_own_benchmark(draft, said, text)
    if not draft.benchmark_slot and elsewhere is None and draft.kind == "score" and not said.tested:
        source = said.source()
        if source is not None:
            draft.take_benchmark(source, "carried-source")


def _leave_average(draft: Draft, text: str) -> None:
    """One number for several benchmarks is none's where it is their average, or the score of many."""
    if not any(len(found) > 1 for found in draft.benchmarks):
        return
    around = text[max(draft.sentence.start, draft.start - _NEAR) : min(draft.sentence.end, draft.end + _NEAR)]
    if _is_of_many(draft) or shape("averaged").search(around):
        draft.take_benchmark(None, "average")


def _is_of_many(draft: Draft) -> bool:
    """`Tests on A, B and C show 88% accuracy`, `up to 88% on A, B and C`, but not `on A, B and C, we keep 88%`."""
    if draft.kind != "score" or len(draft.benchmarks[0]) < _MANY:
        return False
    behind = draft.benchmark_side == "right"
    return draft.numbers[0].bound == "up_to" if behind else stretch("benchmark-opens", draft.sentence.symbols) is None


def _from_list(draft: Draft, earlier: list[Draft]) -> None:
    """`88% on A and 80% on B, 2% and 5% above the rest`: as many numbers as benchmarks before them."""
    count = len(draft.numbers)
    listed = [ms for d in earlier if d.benchmark_slot for ms in d.benchmarks]
    one = not draft.benchmarks or (len(draft.benchmarks[0]) == 1 and draft.benchmarks[0] == draft.benchmarks[-1])
    taken = not draft.benchmarks or any(draft.benchmarks[0][0] in found for found in listed)
    if count > 1 and len(listed) == count and one and taken:
        draft.take_benchmarks(listed, "listed-before")


def _from_opening(draft: Draft, earlier: list[Draft]) -> None:
    """`On A, ... 88%`, unless another has opened since: `on A 88% of X, and on B 70% of X, 5% above Y`."""
    lead = stretch("benchmark-opens", draft.sentence.symbols)
    if lead is None or lead.end() > draft.index:
        return
    found = spread_out(draft.sentence.mentions[lead.end() - 1], len(draft.numbers))
    last = earlier[-1] if earlier and len(earlier[-1].benchmarks) == len(found) else None
    if last is None or last.benchmark_side != "left" or last.benchmarks == found:
        draft.take_benchmarks(found, "sentence-opens-with", loose=True)


def _from_siblings(draft: Draft, earlier: list[Draft]) -> None:
    """`88% on B with 2% of the labels and 85% without`: those of the last claim before that has some."""
    known = [d for d in earlier if d.benchmark_slot]
    if not known:
        return
    count, last = len(draft.numbers), known[-1].benchmarks
    if count > 1 and len(last) == count:
        draft.take_benchmarks(last, "carried-sibling")
    elif each := respective_before(draft):
        draft.take_benchmarks([[m] for m in each], "carried-sibling")
    elif all(ms == last[0] for ms in last) and (
        not draft.is_efficiency or known[-1].is_efficiency or draft.kind == known[-1].kind == "score"
    ):
        draft.take_benchmarks([last[0]] * count, "carried-sibling")


def _from_sentence(draft: Draft, text: str) -> None:
    """The only benchmark of the sentence, before a number or behind all; what is saved, only where it leads."""
    here = list({m.word: m for m in reversed(draft.sentence.mentions) if m.symbol == "B"}.values())
    if len(here) != 1:
        return
    if here[0].start >= draft.start and not _is_behind(draft, here[0], text):
        return
    if draft.is_efficiency and not stretch("benchmark-leads", draft.sentence.symbols):
        return
    draft.take_benchmarks(spread_out(here[0], len(draft.numbers)), "only-in-sentence", loose=True)


def _is_behind(draft: Draft, benchmark: Mention, text: str) -> bool:
    """Whether a benchmark stands behind no other number, or is that of a challenge which was won so."""
    if stretch("benchmark-behind", draft.sentence.symbols, draft.index + 1):
        return True
    between = text[draft.end : benchmark.start]
    inside = between.count("(") > between.count(")")
    told = shape("elsewhere").search(text, draft.sentence.start, benchmark.start)
    return shape("won-before").search(between) is not None and not inside and told is None


def _from_claims_before(draft: Draft, said: SaidBefore) -> None:
    """The claims of the sentence before are all of one benchmark: so is this."""
    quality = [ms for d in said.claims if not d.is_efficiency for ms in (d.benchmarks or [[None]])]
    single = [ms for ms in quality if len(ms) == 1 and ms[0] is not None]
    if not single or len(single) < len(quality):
        return
    if all(ms == single[0] for ms in single):
        draft.take_benchmark(single[0][0], "carried-claim")
    elif len(draft.numbers) == len(single):
        draft.take_benchmarks(single, "carried-claim")


def _from_sentence_before(draft: Draft, said: SaidBefore, text: str, *, listed_only: bool) -> None:
    count = len(draft.numbers)
    if not listed_only and len(said.tested) == 1 and (said.plain or said.back < _FAR or draft.kind == "score"):
        draft.take_benchmark(said.tested[0], "carried-sentence", loose=True)
    elif 0 < said.back < _FAR and count > 1 and len(said.tested) == count and not _is_of_others(draft, text):
        draft.take_benchmarks([[m] for m in said.tested], "carried-list")


def _is_of_others(draft: Draft, text: str) -> bool:
    """`81% F1 and 78% recall`, `1% and 2% over X and Y`, `81% and 78% in calm and stormy scenes`: a list of others."""
    if len(draft.numbers) == 2 and shape("own-list").search(text, draft.sentence.start, draft.sentence.end):
        return True
    rivals = stretch("against-each", draft.sentence.symbols, draft.index + 1) is not None
    return rivals or any(metrics != draft.metrics[0] for metrics in draft.metrics)


def _from_own_benchmark(draft: Draft, said: SaidBefore, text: str) -> None:
    """What the paper brings, unless that is better than others itself: then a model has the same name."""
    brought = said.own_benchmark()
    if brought is None:
        return
    name = text[brought.start : brought.end].lower()
    here = [m for one in draft.sentence.mentions for m in one.each if m.word == name]
    acts = any(shape("acts-behind").match(text, m.end) for m in here)  # `KiteEval achieves a correlation of`
    if not acts and (draft.kind == "score" or not here):
        draft.take_benchmark(brought, "introduced")
