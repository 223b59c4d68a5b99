"""Under which setting a number was measured: zero-shot, 5-shot, 10% of the labels (`patterns/settings.yaml`)."""

from __future__ import annotations

from leaderboard.claims.draft import Draft
from leaderboard.evaluation_settings import settings_in


def name_settings(drafts: list[Draft], text: str) -> None:
    """Give the claims of a sentence the settings that it names: of several to each number its own, else all."""
    sentence = drafts[0].sentence
    found = settings_in(text, sentence.start, sentence.end)
    if not found:
        return
    every = "; ".join(dict.fromkeys(setting for setting, _ in found))
    numbers = [m for m in sentence.mentions if m.symbol == "N"]
    leads = found[0][1] < numbers[0].start and found[-1][1] < numbers[-1].start
    for draft in drafts:
        last = max((m.end for m in numbers if m.end <= draft.start), default=sentence.start)
        following = min((m.start for m in numbers if m.start >= draft.end), default=sentence.end)
        behind = [setting for setting, at in found if draft.end <= at < following and not leads]
        ahead = [setting for setting, at in found if last <= at < draft.start]
        before = [setting for setting, at in found if at < draft.start]
        listed = next((each for each in (behind, ahead) if len(each) == len(draft.numbers)), None)
        nearest = (behind or before[::-1] or [every])[0]
        draft.settings = listed or [nearest] * len(draft.numbers)
