"""What a change or a factor is measured against: the first slot pattern whose phrase names somebody."""

from __future__ import annotations

from itertools import groupby

from leaderboard.claims.draft import Draft, mentions_in
from leaderboard.claims.entries import BASELINES
from leaderboard.claims.names.rival import reach, rivals
from leaderboard.claims.slots import slots
from leaderboard.mentions import Mention
from leaderboard.stretches import stretch
from leaderboard.words import shape

_SHARED = "shared-right"


def name_baselines(drafts: list[Draft], text: str, measures: frozenset[int]) -> None:
    """Give the drafts of a sentence the baselines that it names, those of a list what is said once for all of it."""
    gains = [draft for draft in drafts if draft.kind != "score"]
    for number, draft in enumerate(gains):
        _name(draft, gains[:number], text, measures)
    for place in range(len(gains) - 2, -1, -1):
        draft, later = gains[place : place + 2]
        if _lacks(draft, gains[:place], later) and _ends_list(later) and _listed(draft, later):
            _share(draft, later, _SHARED)
    for _, group in groupby((d for d in gains if d.baselines), lambda draft: draft.baselines[0]):
        _distribute(list(group), text)


def _name(draft: Draft, earlier: list[Draft], text: str, measures: frozenset[int]) -> None:
    """Give a draft the rivals of the first slot that names some, else those of the number before it in a list."""
    for pattern, mention in slots(BASELINES, draft, text):
        if mention.symbol == "S" and mention.start in measures:
            continue
        if shape("no-rival-before").search(text, max(0, mention.start - 40), mention.start):
            continue
        end = reach(text, mention.start, draft.start, draft.sentence.end)
        found = rivals(text, mention.start, end, len(draft.numbers))
        itself = mentions_in([*draft.systems, *draft.benchmarks, *draft.metrics])
        if found and any(_same(rival, itself, text) for rival in found if rival):
            continue
        if found is not None:
            draft.baseline_slot, draft.baselines = pattern.entry.name, list(found)
        if found is not None or pattern.entry.decides:
            draft.against_nobody = found is None
            return
    last = earlier[-1] if earlier else None
    if last is not None and _goes_on(last, draft) and (_listed(last, draft) or _stands_on(last, draft, text)):
        _share(draft, last, "carried-sibling")


def _lacks(draft: Draft, earlier: list[Draft], later: Draft) -> bool:
    """Whether a draft is held against nobody, or but against whom the last one was: `over A, a gain and 2x over B`."""
    if not draft.baseline_slot:
        return not draft.against_nobody
    taken = bool(earlier) and draft.baselines == earlier[-1].baselines
    return taken and "," not in draft.sentence.symbols[draft.index : later.index]


def _ends_list(draft: Draft) -> bool:
    """Whether what a draft stands against is said behind a list, for all of it."""
    entry = BASELINES.named(draft.baseline_slot)
    return draft.baseline_slot == _SHARED or (entry is not None and entry.shared)


def _goes_on(draft: Draft, after: Draft) -> bool:
    """Whether the next number of a list stands against the same; not that of `improves KITE by 5% and WING by 7%`."""
    entry = BASELINES.named(draft.baseline_slot)
    single = entry is not None and entry.single
    between = draft.sentence.symbols[draft.index + 1 : after.index]
    return draft.baseline_slot is not None and not (single and {"S", "q"} & set(between))


def _distribute(drafts: list[Draft], text: str) -> None:
    """Give numbers that stand apart each its own of a list: `5% gain and 7% gain over KITE and WING, respectively`."""
    first, count = drafts[0].baselines[0], sum(len(draft.numbers) for draft in drafts)
    end = drafts[0].sentence.end
    if len(drafts) < 2 or first is None or not shape("respectively").search(text, drafts[0].end, end):
        return
    each = list(rivals(text, first.start, end, count) or ())
    if len({m.start for m in each if m is not None}) == count:
        for draft in drafts:
            draft.baselines, each = each[: len(draft.numbers)], each[len(draft.numbers) :]


def _same(rival: Mention, others: list[Mention], text: str) -> bool:
    name = text[rival.start : rival.end]
    return any(text[m.start : m.end] == name for m in others)


def _listed(first: Draft, second: Draft) -> bool:
    return stretch("against-one", first.sentence.symbols, first.index + 1, second.index) is not None


def _stands_on(first: Draft, second: Draft, text: str) -> bool:
    """Whether what stands behind the first number goes on for the second: `5% over KITE on A and 7% on B`."""
    sentence, rival = first.sentence, first.baselines[-1]
    another = shape("stands-against").search(text, second.end, sentence.end)
    if rival is None or rival.start < first.end or another is not None:
        return False
    behind = next((i for i, m in enumerate(sentence.mentions) if m.start >= rival.end), second.index)
    return behind < second.index and stretch("against-one", sentence.symbols, behind, second.index) is not None


def _share(draft: Draft, other: Draft, slot: str) -> None:
    same = len(other.baselines) == len(draft.numbers)
    draft.baselines = list(other.baselines) if same else [other.baselines[-1]] * len(draft.numbers)
    draft.baseline_slot = slot
