"""Who is compared with: the phrase behind `over`, `than`, `outperforms`, and the list that it may open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from leaderboard.claims.names.rival_phrase import Word, phrase_words
from leaderboard.claims.noun_phrase import short_form
from leaderboard.cues import is_verb
from leaderboard.mentions import Mention
from leaderboard.words import shape, words

# How far before who is named `both` may begin.
_NEAR = 5


def rivals(text: str, start: int, end: int, count: int) -> Sequence[Mention | None] | None:
    """Whom the phrase at `start` names: one for each of `count` numbers if a list has as many, else the same for all.

    None where it names nobody; a None among them is one who has no name.
    """
    first, stop = _rival(text, start, end)
    found, both, listed = [first], shape("both-before").search(text, max(0, start - _NEAR), start) is not None, 1
    each = count > 1 and shape("respectively").search(text, start, end) is not None
    while len(found) < 6:
        between = shape("rival-joined").match(text, stop, end)
        if between is None or (first is None and not shape("joins-last").search(between.group())):
            break
        if _does(text, between.end() - 1):  # `than A, and lowered B`
            break
        another, stop = _rival(text, between.end(), end, listed=not (both or each or _is_plain(first, text)))
        if another is None and not (len(found) + 1 == count and each):
            break
        if _does(text, stop) or (another and _is_word(another, text)):  # `than A, and the B gains`
            break
        found.append(another)
        listed = len(found) if shape("joins-last").search(between.group()) else listed
    found = found[:listed]  # `compared to A and B, KITE is`: who comes behind the last comma is not beaten
    named = [mention for mention in found if mention is not None]
    if not named or (len(named) == 1 and named[0].word != "human" and _is_word(named[0], text)):
        return None
    if len(named) == count:
        return named
    if None in (found if each else found[1:]) and len(found) == count:
        return found
    joint = text[named[-2].end : named[-1].start] if len(named) > 1 else ""
    if "%)" in joint:  # `A (64%) and B (63%)`
        return [named[-1]] * count
    whole = shape("joins-last").search(joint)
    return [Mention("S", named[0].start, named[-1].end, members=tuple(named)) if whole else named[0]] * count


def reach(text: str, start: int, number: int, end: int) -> int:
    """Where a phrase that begins at `start` must end to say whose a number is: at the bracket that the number is in."""
    bracket = text.rfind("(", start, number)
    return bracket if bracket >= 0 and ")" not in text[bracket:number] else end


def _is_plain(mention: Mention | None, text: str) -> bool:
    """Whether who is named first is so in plain words: the next may be too."""
    return mention is not None and text[mention.start : mention.end].islower()


def _does(text: str, end: int) -> bool:
    """Whether a verb follows what ends at `end`."""
    verb = shape("word-next").match(text, end)
    return verb is not None and is_verb(verb[1])


def _is_word(mention: Mention, text: str) -> bool:
    """Whether who is named is so by one plain word."""
    written = text[mention.start : mention.end]
    return written.isalpha() and written.islower()


def _rival(text: str, start: int, end: int, *, listed: bool = False) -> tuple[Mention | None, int]:
    """The phrase at `start` if it names somebody, or who it leads on to, and where it ends.

    `listed`: only where that is a name.
    """
    taken = phrase_words(text, start, end)
    if taken and taken[-1].word in words("rival-of") and text.startswith(" of ", taken[-1].end):
        taken = phrase_words(text, taken[-1].end + 4, end) or taken
    if not taken:
        return None, start
    stop, unranked = taken[-1].end, _unranked(taken)
    ranks = taken[: len(taken) - len(unranked)]
    meant = _namely(unranked, text, stop, end, ranked=bool(ranks))
    if meant:
        return _span(meant, text), meant[-1].end
    human = shape("human").match(unranked[0].word) if unranked else None
    if human is not None:
        return Mention("S", unranked[0].start, unranked[0].start + human.end(), word="human"), stop
    # `the baseline Kite models` and `our previous ones` are somebody, `the best Kite models` whoever they are.
    ours = shape("our-next").match(text, start) is not None
    kinds = words("rival-kinds") | words("rival-usual") if _opens_named(unranked) else words("rival-kinds")
    name = _name(unranked, ranked=not ours and any(w.word not in kinds for w in ranks))
    if not name or (listed and not any(w.named for w in name)):
        return None, stop
    return _span(name, text), stop


def _opens_named(taken: list[Word]) -> bool:
    """Whether a phrase opens with a name that is one paper's own: `KITE models`, but no `CNN models`."""
    first = taken[0] if taken else None
    return first is not None and first.named and not _is_made(first.word) and first.word not in words("plain-shorts")


def _unranked(taken: list[Word]) -> list[Word]:
    """A phrase without the words of rank and age before it."""
    first = next((place for place, w in enumerate(taken) if w.word not in words("rival-praise")), len(taken))
    return taken[first:]


def _namely(taken: list[Word], text: str, stop: int, end: int, *, ranked: bool) -> list[Word]:
    """Who a phrase leads on to that ends at `stop` and names nobody: `methods such as X`, `the best one (X)`."""
    plural = bool(taken) and taken[-1].word.endswith("s") and not any(w.named for w in taken)
    if taken and not plural and taken[-1].word not in words("rival-heads"):
        return []
    link = shape("rival-namely").match(text, stop, end)
    beside = not ranked and any(w.named for w in taken)  # `compared to the KITE model, WING, which`
    if link is None or (link.group() == ", " and (plural or beside)):
        return []
    meant = _name(_unranked(phrase_words(text, link.end(), end)))
    return meant if any(w.named for w in meant) else []


def _span(taken: list[Word], text: str) -> Mention:
    return short_form(text, Mention("S", taken[0].start, taken[-1].end))


def _name(taken: list[Word], *, ranked: bool = False) -> list[Word]:
    """What of a phrase is the name: without a plain head behind one; nothing where all of it is vague.

    `ranked`: words of rank stood before it.
    """
    if not taken or _is_vague(taken, ranked=ranked):
        return []
    names = [place for place, w in enumerate(taken) if w.named and not _is_made(w.word)]
    if not names:
        return _described(taken, ranked=ranked)
    name = _named(taken, names[-1])
    anybody = name[0].several and (ranked or len(name) < len(taken))  # `larger LLMs`
    return [] if anybody or (len(name) == 1 and name[0].word in words("rival-heads")) else name


def _is_made(word: str) -> bool:
    """Whether a word with a capital is no name: `KITE-based`, `State-of-the-Art`."""
    return word in words("rival-praise") or shape("made-of-name").search(word) is not None


def _is_vague(taken: list[Word], *, ranked: bool) -> bool:
    """Whether the head of a phrase stands for whoever there is, or for a measure: `methods`, `accuracy`."""
    head = taken[-1]
    anybody = head.word in words("rival-plural") and (ranked or not _sure(taken))
    if ranked and len(taken) > 1 and taken[-2].word in words("plain-shorts"):  # `the best CNN model`
        anybody = anybody or head.word in words("rival-heads")
    named = len(taken) > 1 and head.named and head.word.isalpha()
    return anybody or (head.word in words("rival-measures") and not named)


def _named(taken: list[Word], last: int) -> list[Word]:
    """A phrase whose last name is at `last` without what is no part of it: `a strong [KITE] model`."""
    if shape("rival-adjective").search(taken[last].word):
        return taken
    while len(taken) > last + 1 and (taken[-1].word in words("rival-tails") or taken[-1].word.endswith("ed")):
        taken = taken[:-1]
    if any(w.word not in words("rival-heads") for w in taken[last + 1 :]):
        return taken
    taken = taken[: last + 1]
    first = next(place for place, w in enumerate(taken) if all(later.named for later in taken[place:]))
    before = taken[first - 1].word if first else ""  # `the network library [KITE]`, `accelerators [KITE] and`
    thing = first - 1 if {before, before.removesuffix("s")} & _things() else -1
    taken = taken[thing + 1 :]
    while len(taken) > 1 and taken[0].word in words("rival-heads" if taken[0].named else "rival-dropped"):
        taken = taken[1:]
    return taken


def _described(taken: list[Word], *, ranked: bool) -> list[Word]:
    """A phrase with no name in it where it still tells somebody: `the two-step method`, but not `the best` such."""
    if ranked and (taken[-1].word.endswith("s") or taken[-1].word in words("rival-heads")):
        return []
    compound = len(taken) == 2 and "-" in taken[0].word
    if taken[-1].word in words("rival-tails") and not compound:
        taken = taken[:-1]
    while taken and taken[-1].word.endswith("ed"):
        taken = taken[:-1]
    if any(shape("rival-nobody").match(w.word) for w in taken):
        return []
    vague = all(w.word in words("rival-vague") or w.word in words("rival-heads") for w in taken)
    return [] if vague else taken


def _sure(taken: list[Word]) -> bool:
    """Whether a phrase with a plural head names somebody all the same: `the KITE methods`, no `CNN models`."""
    if len(taken) == 1:
        return taken[0].named and taken[0].word not in words("rival-heads")
    if not taken[-2].named:
        return False
    word = taken[-2].word
    return word not in words("plain-shorts") and not shape("made-of-name").search(word)


@cache
def _things() -> frozenset[str]:
    return words("rival-things") | words("rival-heads")
