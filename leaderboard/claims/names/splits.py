"""Which part of a benchmark a number is of: the test set, `test-clean`, the hard subset (`patterns/splits.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention
from leaderboard.patterns import Entry, load_entries
from leaderboard.resources import resource
from leaderboard.stretches import stretch
from leaderboard.words import shape

_REACH = 80
_LONGEST = 400


class Part(Entry):
    """An entry of `patterns/splits.yaml`, at whose head its keys are explained."""

    name: str
    doc: str
    words: str
    beside: bool = False
    named: bool = False
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Parts that stand in a list, in their order."""

    start: int
    end: int
    members: tuple[Mention, ...]
    named: bool = False


@cache
def parts() -> tuple[Part, ...]:
    """The entries, in the order in which they are tried."""
    return load_entries(resource("patterns") / "splits.yaml", Part)


@cache
def _words(beside: bool, named: bool) -> re.Pattern[str]:
    held = "|".join(part.words for part in parts() if (beside or not part.beside) and (named or not part.named))
    alone = r"(?<!\w)(?<!cross-)" if beside else r"(?<![\w-])"
    return re.compile(rf"{alone}(?<!train/)(?:{held})(?![\w-])")


def name_splits(drafts: list[Draft], text: str) -> None:
    """Give the drafts of a sentence the parts of their benchmarks that stand beside number or benchmark."""
    sentence = drafts[0].sentence
    names = [m for m in sentence.mentions if m.symbol == "B"]
    found = [
        part
        for part in _listed(text, sentence.start, sentence.end, _own_parts(drafts), named=_is_named(drafts))
        if not any(name.start < part.end and part.start < name.end for name in names)
    ]
    # Where parts lead their numbers none stands behind its own: `On A it is 80%, and on B 70%`.
    leads = bool(found) and found[0].end <= drafts[0].start and found[-1].end <= drafts[-1].start
    taken: set[int] = set()
    for place, draft in enumerate(drafts):
        if draft.kind == "factor":
            continue
        last = drafts[place - 1].end if place else sentence.start
        following = drafts[place + 1].start if place + 1 < len(drafts) else sentence.end
        near = _beside(draft, text) or _of_metric(draft, text)
        if near is None or near.start < last or near.start in taken:
            near = (None if leads else _behind(draft, found, text, following)) or near
        if near is None or near.start < last:
            near = _before(draft, [p for p in found if p.start not in taken], last) or near
        else:
            taken.add(near.start)
        if near is not None and not (near.end <= last and place and _is_onward(drafts[place - 1], draft)):
            draft.splits = _shared(near, len(draft.numbers))
    _deal(drafts, found)
    _carry(drafts)
    if "B" not in sentence.symbols and not any(draft.splits for draft in drafts):
        told = _told_before(sentence.start, text)
        for draft in drafts if told else ():
            if draft.kind == "score" and not draft.is_efficiency:
                draft.splits = [told] * len(draft.numbers)


def _told_before(start: int, text: str) -> Mention | None:
    """The only part that the sentence before tests on: `We compare kites on the validation set. They reach 80%.`"""
    begin = max(0, start - _LONGEST, text.rfind(". ", 0, max(0, start - 2)) + 1)
    if not shape("part-kept").search(text, begin, start):
        return None
    found = _listed(text, begin, start, named=False)
    one = found[0] if len(found) == 1 and len(found[0].members) == 1 else None
    return one.members[0] if one and shape("part-tested").search(text, begin, one.start) else None


def _deal(drafts: list[Draft], found: list[_Parts]) -> None:
    """`3.1 mAP and 2.5 mAP on easy/hard parts`: a part for each number of a list that stands before as many parts."""
    for near in found:
        count = len(near.members)
        listed = [draft for draft in drafts if draft.end <= near.start][-count:]
        if count < 2 or len(listed) < count or any(len(draft.numbers) > 1 for draft in listed):
            continue
        if all(_is_listed(*pair) for pair in pairwise(listed)):
            for draft, member in zip(listed, near.members, strict=True):
                draft.splits = [member]


def _is_named(drafts: list[Draft]) -> bool:
    return any(mentions_in(draft.benchmarks) for draft in drafts)


def _own_parts(drafts: list[Draft]) -> frozenset[str]:
    """The parts that the benchmarks of the drafts are known to have."""
    mentions = (m for draft in drafts for m in mentions_in(draft.benchmarks))
    return frozenset(part for m in mentions if isinstance(m.ref, Benchmark) for part in m.ref.splits)


@cache
def _own_words(own: frozenset[str], beside: bool = False, named: bool = True) -> tuple[re.Pattern[str], ...]:
    """The own parts of benchmarks, then those of any; a plain lower-case word among the own, if it is not beside the
    name, only before a word for a part. Two regexes, since one of both is slow to make for each benchmark."""
    behind = rf"(?={shape('part-noun').pattern})"
    held = [
        rf"(?<!\w){re.escape(part)}{behind if part.isalpha() and part.islower() and not beside else ''}(?![\w-])"
        for part in sorted(own, key=lambda p: (-len(p), p))
    ]
    return (re.compile("|".join(held)), _words(beside, named)) if held else (_words(beside, named),)


def _first(own: frozenset[str], text: str, start: int, end: int, named: bool) -> re.Match[str] | None:
    hits = [match for words in _own_words(own, named=named) if (match := words.search(text, start, end))]
    return min(hits, key=lambda match: (match.start(), -match.end()), default=None)


def _listed(text: str, start: int, end: int, own: frozenset[str] = frozenset(), *, named: bool = True) -> list[_Parts]:
    found: list[_Parts] = []
    while match := _first(own, text, start, end, named):
        mention, start = Mention("w", *match.span()), match.end()
        before = max(0, mention.start - _REACH)
        if shape("part-learned").search(text, before, mention.start):
            continue
        one_of_many = shape("sets-of-parts").match(text, mention.end)
        if one_of_many and shape("parts-several").search(text, before, mention.start):
            continue
        if found and shape("parts-joined").fullmatch(text, found[-1].end, mention.start):
            members = (*found[-1].members, _bare(mention, text))
            found[-1] = _Parts(found[-1].start, mention.end, members, found[-1].named)
        else:
            only_named = named and not any(w.match(text, mention.start) for w in _own_words(own, named=False))
            found.append(_Parts(mention.start, mention.end, (mention,), only_named))
    return found


def _bare(last: Mention, text: str) -> Mention:
    """The last of a list of levels without the noun of them all: `easy and hard [parts]`."""
    level = shape("difficulty").match(text, last.start, last.end)
    return Mention("w", *level.span()) if level else last


def _beside(draft: Draft, text: str) -> _Parts | None:
    """The part that the benchmark's name has right behind it; one for each of as many benchmarks as numbers."""
    found = [_behind_name(mention, text) for mention in _each(draft.benchmarks)]
    each = [part for part in found if part is not None]
    if len(each) == len(found) == len(draft.numbers) > 1:
        return _Parts(each[0].start, each[-1].end, tuple(part.members[0] for part in each))
    return each[0] if each else None


def _behind_name(mention: Mention, text: str) -> _Parts | None:
    gap = shape("whose-part").match(text, mention.end)
    own = frozenset(mention.ref.splits if isinstance(mention.ref, Benchmark) else ())
    held = (words.match(text, gap.end()) for words in _own_words(own, beside=True)) if gap else ()
    match = next(filter(None, held), None)
    if match is None:
        return None
    listed = _listed(text, match.start(), match.end() + 60)
    alone = _Parts(*match.span(), (Mention("w", *match.span()),))
    return next((part for part in listed if part.start == match.start()), alone)


def _of_metric(draft: Draft, text: str) -> _Parts | None:
    """The part that stands right before the metric, or is written with it: `test accuracy`, but not `test error`."""
    if draft.kind != "score" and not mentions_in(draft.benchmarks):
        return None
    for mention in (m for m in _each(draft.metrics) if m.symbol != "E"):
        start = text.rfind(" ", 0, mention.start - 1) + 1
        match = _words(beside=True, named=False).fullmatch(text, start, mention.start - 1)
        match = match or _words(beside=True, named=False).search(text, mention.start, mention.end)
        short = match is not None and shape("short-part").fullmatch(match.group())
        if match and match.end() < mention.end and (short or not _is_own(text, mention)):
            return _Parts(*match.span(), (Mention("w", *match.span()),))
    return None


def _each(mentions: list[list[Mention | None]]) -> list[Mention]:
    """Every mention of a slot, once, in the order of the numbers: that of a set would be another in each process."""
    return list(dict.fromkeys(mentions_in(mentions)))


def _is_own(text: str, metric: Mention) -> bool:
    return shape("measured-by-part").search(text, metric.start, metric.end) is not None


def _behind(draft: Draft, found: list[_Parts], text: str, following: int) -> _Parts | None:
    near = next((p for p in found if draft.end <= p.start < following), None)
    if near is None or near.start - draft.end > 90 or shape("clause-end").search(text, draft.end, near.start):
        return None
    if near.named and "," in text[draft.end : near.start]:
        return None
    return near


def _before(draft: Draft, found: list[_Parts], last: int) -> _Parts | None:
    return next((p for p in reversed(found) if last <= p.start and p.end <= draft.start and not p.named), None)


def _shared(near: _Parts, count: int) -> list[Mention | None]:
    if len(near.members) == count:
        return list(near.members)
    return [near.members[0]] * count


def _carry(drafts: list[Draft]) -> None:
    """Share a part that is said once among the numbers of a list: from behind to those before it, else onward."""
    for draft, later in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        if not draft.splits and later.splits and _is_listed(draft, later):
            draft.splits = [later.splits[0]] * len(draft.numbers)
    for earlier, draft in pairwise(drafts):
        if not draft.splits and earlier.splits and _is_onward(earlier, draft):
            draft.splits = [earlier.splits[-1]] * len(draft.numbers)


def _is_listed(first: Draft, second: Draft) -> bool:
    between = first.sentence.symbols[first.index + 1 : second.index]
    return first.kind == second.kind and stretch("of-one-part", between) is not None


def _is_onward(first: Draft, second: Draft) -> bool:
    symbols = first.sentence.symbols
    between = symbols[first.index + 1 : second.index]
    if stretch("bracket-closes", between) or first.is_efficiency or second.is_efficiency:
        return False
    if stretch("on-other-data", symbols, second.index + 1):
        return False
    if not set(between) & set("BD") or _same_benchmark(first, second):
        return True
    part = first.splits[-1] if first.splits else None
    mentions = first.sentence.mentions
    ends = [at for at in range(first.index + 1, second.index) if part and mentions[at].start <= part.end + 1]
    return bool(ends) and stretch("of-part-before", symbols, ends[-1] + 1) is not None


def _same_benchmark(first: Draft, second: Draft) -> bool:
    """Whether both are of the one benchmark that stands between them: `80% on the test set of KITE, 2% more than Y`."""
    of_each = [{m.start for m in mentions_in(draft.benchmarks)} for draft in (first, second)]
    return len(of_each[0]) == 1 and of_each[0] == of_each[1]
