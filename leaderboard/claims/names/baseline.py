"""What a change or a factor is measured against: the first slot pattern whose phrase names somebody."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.claims.names.rival import rivals
from leaderboard.claims.names.slots import slots

# Who stands right behind the number is who is meant, even where that is nobody in particular.
_DECIDES = "baseline-after-over"


def name_baseline(draft: Draft, earlier: list[Draft], text: str) -> None:
    """Give a draft the baseline that its sentence names, or that of the claim before whose list it continues."""
    for slot, mention in slots("baseline_slots", draft, text):
        found = rivals(text, mention.start, draft.sentence.end, len(draft.numbers))
        if found is not None:
            draft.baseline_slot, draft.baselines = slot, list(found)
        if found is not None or slot == _DECIDES:
            return
    last = earlier[-1] if earlier else None
    if last is not None and last.baseline_slot and last.pattern == draft.pattern and draft.kind != "score":
        same = len(last.baselines) == len(draft.numbers)
        draft.baselines = list(last.baselines) if same else [last.baselines[-1]] * len(draft.numbers)
        draft.baseline_slot = "carried-sibling"
