"""Which split of a benchmark a number is of: the test set, `test-clean`, the hard subset (`patterns/splits.yaml`)."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.claims.names.split_patterns import Splits, find_splits, one_split, own_split_words, split_words
from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape

_LONGEST = 400


def name_splits(drafts: list[Draft], text: str) -> None:
    """Give the claims of a sentence the splits of their benchmarks that stand by number, metric or benchmark."""
    found = _in_sentence(drafts, text)
    _take_nearest(drafts, found, text)
    _deal(drafts, found)
    _carry(drafts)
    if not any(draft.splits for draft in drafts):
        _take_from_sentence_before(drafts, text)


def _in_sentence(drafts: list[Draft], text: str) -> list[Splits]:
    """The splits that the sentence of drafts names, other than in the name of a benchmark."""
    sentence = drafts[0].sentence
    names = [m for m in sentence.mentions if m.symbol == "B"]
    named = any(mentions_in(draft.benchmarks) for draft in drafts)
    found = find_splits(text, sentence.start, sentence.end, _own_splits(drafts), named=named)
    return [near for near in found if not any(name.start < near.end and near.start < name.end for name in names)]


def _take_nearest(drafts: list[Draft], found: list[Splits], text: str) -> None:
    """Give each draft the split beside its benchmark or metric, else the next behind its number, else before it."""
    sentence = drafts[0].sentence
    # Where splits lead their numbers none stands behind its own: `On A it is 80%, and on B 70%`.
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
        if near is not None and near.start < sentence.start and found:
            continue  # that of another sentence, where this one has its own
        if near is not None and not (near.end <= last and place and _is_onward(drafts[place - 1], draft)):
            draft.splits = _shared(near, len(draft.numbers))


def _take_from_sentence_before(drafts: list[Draft], text: str) -> None:
    """`We compare kites on the validation set. They reach 80%.`: the only split that the sentence before tests on."""
    sentence = drafts[0].sentence
    begin = max(0, sentence.start - _LONGEST, text.rfind(". ", 0, max(0, sentence.start - 2)) + 1)
    if "B" in sentence.symbols or not shape("part-kept").search(text, begin, sentence.start):
        return
    found = find_splits(text, begin, sentence.start, named=False)
    if len(found) != 1 or len(found[0].members) != 1 or not shape("part-tested").search(text, begin, found[0].start):
        return
    for draft in drafts:
        if draft.kind == "score" and not draft.is_efficiency:
            draft.splits = [found[0].members[0]] * len(draft.numbers)


def _deal(drafts: list[Draft], found: list[Splits]) -> None:
    """`3.1 mAP and 2.5 mAP on easy/hard parts`: a split for each number of a list that stands before as many splits."""
    for near in found:
        count = len(near.members)
        listed = [draft for draft in drafts if draft.end <= near.start][-count:]
        if count < 2 or len(listed) < count or any(len(draft.numbers) > 1 for draft in listed):
            continue
        if all(_is_listed(*pair) for pair in pairwise(listed)):
            for draft, member in zip(listed, near.members, strict=True):
                draft.splits = [member]


def _own_splits(drafts: list[Draft]) -> frozenset[str]:
    """The splits that the benchmarks of the drafts are known to have."""
    mentions = (m for draft in drafts for m in mentions_in(draft.benchmarks))
    return frozenset(split for m in mentions if isinstance(m.ref, Benchmark) for split in m.ref.splits)


def _beside(draft: Draft, text: str) -> Splits | None:
    """The split that stands right behind the benchmark; one for each of as many benchmarks as numbers."""
    found = [_behind_name(mention, text) for mention in _each(draft.benchmarks)]
    each = [part for part in found if part is not None]
    if len(each) == len(found) == len(draft.numbers) > 1:
        return Splits(each[0].start, each[-1].end, tuple(part.members[0] for part in each))
    return each[0] if each else None


def _behind_name(mention: Mention, text: str) -> Splits | None:
    """The split right behind the name of a benchmark, or the list that it opens: `KITTI test`, `KITTI (easy)`."""
    gap = shape("whose-part").match(text, mention.end)
    own = frozenset(mention.ref.splits if isinstance(mention.ref, Benchmark) else ())
    held = (words.match(text, gap.end()) for words in own_split_words(own, beside=True)) if gap else ()
    match = next(filter(None, held), None)
    if match is None:
        return None
    listed = find_splits(text, match.start(), match.end() + 60)
    return next((part for part in listed if part.start == match.start()), one_split(*match.span()))


def _of_metric(draft: Draft, text: str) -> Splits | None:
    """The split that stands right before the metric, or is written with it: `test accuracy`, but not `test error`."""
    if draft.kind != "score" and not mentions_in(draft.benchmarks):
        return None
    for mention in (m for m in _each(draft.metrics) if m.symbol != "E"):
        start = text.rfind(" ", 0, mention.start - 1) + 1
        match = split_words(beside=True, named=False).fullmatch(text, start, mention.start - 1)
        match = match or split_words(beside=True, named=False).search(text, mention.start, mention.end)
        short = match is not None and shape("short-part").fullmatch(match.group())
        if match and match.end() < mention.end and (short or not _is_own(text, mention)):
            return one_split(*match.span())
    return None


def _each(mentions: list[list[Mention | None]]) -> list[Mention]:
    """Every mention of a slot, once, in the order of the numbers: that of a set would be another in each process."""
    return list(dict.fromkeys(mentions_in(mentions)))


def _is_own(text: str, metric: Mention) -> bool:
    return shape("measured-by-part").search(text, metric.start, metric.end) is not None


def _behind(draft: Draft, found: list[Splits], text: str, following: int) -> Splits | None:
    """The next split behind a number, in its clause and before the number that follows."""
    near = next((p for p in found if draft.end <= p.start < following), None)
    if near is None or near.start - draft.end > 90 or shape("clause-end").search(text, draft.end, near.start):
        return None
    if near.named and "," in text[draft.end : near.start]:
        return None
    return near


def _before(draft: Draft, found: list[Splits], last: int) -> Splits | None:
    return next((p for p in reversed(found) if last <= p.start and p.end <= draft.start and not p.named), None)


def _shared(near: Splits, count: int) -> list[Mention | None]:
    if len(near.members) == count:
        return list(near.members)
    return [near.members[0]] * count


def _carry(drafts: list[Draft]) -> None:
    """Share a split that is said once among the numbers of a list: from behind to those before it, else onward."""
    for draft, later in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        if not draft.splits and later.splits and _is_listed(draft, later):
            draft.splits = [later.splits[0]] * len(draft.numbers)
    for earlier, draft in pairwise(drafts):
        if not draft.splits and earlier.splits and _is_onward(earlier, draft):
            draft.splits = [earlier.splits[-1]] * len(draft.numbers)


def _is_listed(first: Draft, second: Draft) -> bool:
    """Whether a split said behind the second of two numbers is that of the first too."""
    between = first.sentence.symbols[first.index + 1 : second.index]
    return first.kind == second.kind and stretch("of-one-part", between) is not None


def _is_onward(first: Draft, second: Draft) -> bool:
    """Whether a split that was said with one number still holds for the next: nothing between is of other data."""
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
