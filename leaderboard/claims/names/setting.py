"""Under which setting a number was measured: zero-shot, 5-shot, 10% of the labels (`patterns/settings.yaml`)."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.settings import settings_in


def setting_of(draft: Draft, place: int, text: str) -> str | None:
    """What the sentence of a draft names as settings; of several that of its number at `place`, else all.

    That stands behind the number, or before it where settings lead.
    """
    sentence = draft.sentence
    found = settings_in(text, sentence.start, sentence.end)
    every = list(dict.fromkeys(setting for setting, _ in found))
    if len(every) < 2:
        return "; ".join(every) or None
    numbers = [m for m in sentence.mentions if m.symbol == "N"]
    leads = found[0][1] < numbers[0].start and found[-1][1] < numbers[-1].start
    last = max((m.end for m in numbers if m.end <= draft.start), default=sentence.start)
    following = min((m.start for m in numbers if m.start >= draft.end), default=sentence.end)
    behind = [setting for setting, at in found if draft.end <= at < following and not leads]
    ahead = [setting for setting, at in found if last <= at < draft.start]
    listed = next((each for each in (behind, ahead) if len(each) == len(draft.numbers)), None)
    before = [setting for setting, at in found if at < draft.start]
    near = listed[place] if listed else next(iter(behind or before[::-1]), None)
    return near or "; ".join(every)
