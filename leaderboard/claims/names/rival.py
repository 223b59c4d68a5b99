"""Who is compared with: the phrase behind `over`, `than`, `outperforms`, read from its first word to its last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from leaderboard.claims.phrase import short_form
from leaderboard.cues import cue_letters
from leaderboard.mentions import Mention
from leaderboard.words import shape, words

_TOKEN = re.compile(r"[^\W_](?:[\w.+@/'’^*&~-]*[\w+*^])?(?:\([\w-]+\)[\w-]+)?\+*|\S")
# What leads on from a head that names nobody to who is meant: `methods such as X`, `the baseline (X)`, `the best, X,`.
_NAMELY = re.compile(
    r"(?: \([^()]{0,40}\))?,? ?(?:such as|like|including|e\.g\.,?|i\.e\.,?|namely|\((?:e\.g\.,?|i\.e\.,?)?) ?"
    r"|, (?=\S*[A-Z\d]\S*?(?: \S*[A-Z\d]\S*?){0,3}(?:,| (?:by|in|on|with|and|for|at)\b|\.?$))"
)
_AND = re.compile(
    r"(?: \([^()]{0,40}\))?(?:,? (?:and|or) |, )(?:the |its |their )?"
    r"(?!(?:on|in|for|with|by|to|from|at|of|as)\b|[a-z]+ (?:the|a)\b)"
)
_SINGLE = re.compile(r"[a-z]+")
_OWNER = re.compile(r"['’]s?$")
_NAMED = re.compile(r" [A-Z]\w*[A-Z\d]")
_HEAD = re.compile(r" ([a-z]+)\b")
_BOTH = re.compile(r"\b(?:and|or)\b")
_QUANTITY = re.compile(r"[\d.,]+(?:[-–][\d.,]+)?(?:x|times|k|m|b|gb|mb|gib|ms|s|h|-fold|-plus|-bit|st|nd|rd|th)?$")
# `16-bit Kite` is somebody, `16 bit wide` is a size.
_BITS = re.compile(r"-bit (?:\w+ )?[A-Z]")
_VERSION = re.compile(r"\d+(?:\.\d+)?[bm]?$")
_QUOTES = frozenset("\"'`“‘")
_LONGEST = 8
# Letters of the classes of verbs, which end a phrase.
_VERBS = frozenset("aoburdxki")


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    start: int
    end: int
    named: bool


def rivals(text: str, start: int, end: int, count: int) -> Sequence[Mention | None] | None:
    """Who is named from `start` on: one for each of `count` numbers where a list has as many, else one for them all."""
    first, stop = _rival(text, start, end)
    found, both, listed = [first], text[start - 5 : start] == "both ", 1
    while len(found) < 6:
        between = _AND.match(text, stop, end)
        if between is None or (first is None and not _BOTH.search(between.group())):
            break
        another, stop = _rival(text, between.end(), end, listed=not both)
        if another is None and not (len(found) + 1 == count and "respectively" in text[stop:end]):
            break
        found.append(another)
        listed = len(found) if _BOTH.search(between.group()) else listed
    found = found[:listed]  # `compared to A and B, KITE is`: who comes behind the last comma is not beaten
    named = [mention for mention in found if mention is not None]
    if not named or (len(named) == 1 and named[0].word != "human" and _SINGLE.fullmatch(text, *_place(named[0]))):
        return None
    if len(named) == count:
        return named
    if None in found[1:] and len(found) == count:
        return found
    joint = text[named[-2].end : named[-1].start] if len(named) > 1 else ""
    if ")" in joint:  # `A (64%) and B (63%)`
        return [named[-1]] * count
    whole = _BOTH.search(joint)
    return [Mention("S", named[0].start, named[-1].end, members=tuple(named)) if whole else named[0]] * count


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _rival(text: str, start: int, end: int, *, listed: bool = False) -> tuple[Mention | None, int]:
    """The phrase at `start` if it names somebody, or who it leads on to, and where it ends.

    `listed`: only where that is a name.
    """
    taken = _phrase(text, start, end)
    if not taken:
        return None, start
    if taken[-1].word in words("rival-of") and text[taken[-1].end : taken[-1].end + 4] == " of ":
        taken = _phrase(text, taken[-1].end + 4, end) or taken
    stop = taken[-1].end
    praised = taken[: len(taken) - len(_unranked(taken))]
    # `the baseline Kite models` and `our previous ones` are somebody, `the best Kite models` whoever they are.
    ours = text[start : start + 4].lower() == "our "
    ranked = not ours and any(w.word not in words("rival-kinds") for w in praised)
    taken = taken[len(praised) :]
    plain = bool(taken) and taken[-1].word.endswith("s") and not any(w.named for w in taken)
    if not taken or plain or taken[-1].word in words("rival-heads"):
        namely = _NAMELY.match(text, stop, end)
        if plain and namely and namely.group() == ", ":
            namely = None
        meant = _trimmed(_unranked(_phrase(text, namely.end(), end))) if namely else []
        if any(w.named for w in meant):
            return _span(meant, text), meant[-1].end
    if taken and taken[0].word.startswith("human") and "-" not in taken[0].word:
        word = "humans" if taken[0].word == "humans" else "human"
        return Mention("S", taken[0].start, taken[0].start + len(word), word="human"), stop
    taken = _trimmed(taken, praised=ranked)
    if not taken or (listed and not any(w.named for w in taken)):
        return None, stop
    return _span(taken, text), stop


def _unranked(taken: list[_Word]) -> list[_Word]:
    """A phrase without the words of rank and age before it."""
    first = next((place for place, w in enumerate(taken) if w.word not in words("rival-praise")), len(taken))
    return taken[first:]


def _span(taken: list[_Word], text: str) -> Mention:
    return short_form(text, Mention("S", taken[0].start, taken[-1].end))


def _trimmed(taken: list[_Word], *, praised: bool = False) -> list[_Word]:
    """What of a phrase is the name: without a plain head behind one; nothing where all of it is vague."""
    if taken and taken[-1].word in words("rival-plural") and (praised or not _sure(taken)):
        return []
    if (
        taken
        and taken[-1].word in words("rival-measures")
        and not (len(taken) > 1 and taken[-1].named and taken[-1].word.isalpha())
    ):
        return []
    names = [place for place, w in enumerate(taken) if w.named and not shape("made-of-name").search(w.word)]
    if names:
        last = names[-1]
        adjective = shape("rival-adjective").search(taken[last].word)
        if not adjective and all(w.word in words("rival-heads") for w in taken[last + 1 :]):
            taken = taken[: last + 1]
            while len(taken) > 1 and not taken[0].named and taken[0].word in _before_names():
                taken = taken[1:]
        return taken
    # `the best two-step method` is whoever is best; `the two-step method` is somebody.
    if praised and taken and (taken[-1].word.endswith("s") or taken[-1].word in words("rival-heads")):
        return []
    compound = len(taken) == 2 and "-" in taken[0].word
    if taken and taken[-1].word in words("rival-tails") and not compound:
        taken = taken[:-1]
    while taken and taken[-1].word.endswith("ed"):
        taken = taken[:-1]
    if taken and (taken[-1].word == "counterpart" or any(w.word.startswith("state-of-") for w in taken)):
        return []
    vague = all(w.word in words("rival-vague") or w.word in words("rival-heads") for w in taken)
    return [] if vague else taken


def _sure(taken: list[_Word]) -> bool:
    """Whether a phrase with a plural head names somebody all the same: `the KITE methods`, no `CNN models`."""
    if len(taken) == 1:
        return taken[0].named and taken[0].word not in words("rival-heads")
    if not taken[-2].named:
        return False
    word = taken[-2].word
    return word not in words("plain-shorts") and not shape("made-of-name").search(word)


@cache
def _before_names() -> frozenset[str]:
    return words("rival-dropped") | words("rival-heads")


def _ends(word: str, text: str, stop: int) -> bool:
    """Whether a word that ends at `stop` is no part of the phrase; `pruning` is one in `the pruning method`."""
    if cue_letters().get((word,)) in _VERBS and word not in words("rival-praise"):
        if word.endswith("ed") and _NAMED.match(text, stop):
            return False
        head = _HEAD.match(text, stop) if word.endswith("ing") else None
        return head is None or head[1] not in words("rival-heads")
    return word in words("ends-rival")


def _phrase(text: str, start: int, end: int) -> list[_Word]:
    taken: list[_Word] = []
    for token in _TOKEN.finditer(text, start, end):
        word, stop = token.group().lower(), token.end()
        if not taken and (word in words("before-rival") or word in _QUOTES):
            continue
        if not word[0].isalnum() or len(taken) == _LONGEST or (token.group() == word and _ends(word, text, stop)):
            break
        if (
            _QUANTITY.match(word)
            and not _BITS.match(text, stop - 4)
            and not (
                taken
                and taken[-1].named
                and _VERSION.match(word)
                and text[stop : stop + 1] not in ("%", "\\", "x", "×")
            )
        ):
            break
        owner = _OWNER.search(word)
        if owner and _NAMED.match(text, stop):
            owner = None
        named = any(c.isupper() for c in token.group()) or any(c.isdigit() for c in word)
        stop = token.start() + owner.start() if owner else stop
        taken.append(_Word(text[token.start() : stop].lower(), token.start(), stop, named))
        if owner or text[stop : stop + 1] in (",", ".", ";", ":", "(", ")"):
            break
    if len(taken) == 1 and text[taken[0].end : taken[0].end + 13] == " from scratch":
        taken.append(_Word("from scratch", taken[0].end + 1, taken[0].end + 13, named=False))
    return taken
