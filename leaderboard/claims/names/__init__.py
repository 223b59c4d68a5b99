"""Whose claim it is: the system that a sentence speaks of, the one it is compared with, and the paper's own name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderboard.claims.draft import Draft
from leaderboard.claims.names.paper import own_name
from leaderboard.mentions import Mention

_NAME = r"([A-Z][\w.+-]*[A-Z\d][\w+-]*|[A-Z]+[\w-]*-?[A-Za-z]*Bench[\w-]*)"
_BRING = r"(?:introduce|present|propose|release|construct|build|develop|create|curate|contribute)s?"
_KIND = r"(?:benchmark|dataset|corpus|testbed|database)"
_INTRODUCES = re.compile(
    rf"\b{_BRING} (?:the |a |an |our )?{_NAME},? (?:\([^)]*\),? )?"
    rf"(?:which is |as )?(?:a|an|the|our)\b[^.]{{0,70}}?\b{_KIND}\b"
    rf"|\b{_KIND}s?,? (?:called|named|dubbed|termed|namely) (?:the )?{_NAME}"
    rf"|\b{_BRING} (?:the |a |an |our )(?:[\w-]+ ){{0,5}}?{_KIND} (?:\(|, ?){_NAME}"
)
_SPEAKS = re.compile(r"\b(?:we|our|ours|it|its|this|the proposed|proposed)\b", re.I)
_BRINGS = re.compile(r"\b(?:datasets?|benchmark|corpus|database|challenge|benchmarking)\b", re.I)


# A name after `over`, `on`, `of` and the like is no subject; a subject has a verb soon behind it.
_OBJECT = re.compile(r"[o^b@f&UsqndY<>(][wXmO]{0,3}$")
_SUBJECT = re.compile(r"[mwPD,()S&]{0,5}[aoburdxkiG]")


_RIVAL = re.compile(r"[o^b][XwmOqH]{0,4}?(?P<who>S)")
_RIVAL_AFTER = re.compile(r"[^N.o]{0,10}?[o^][XwmOqHP]{0,4}?(?P<who>S)")
_PLAIN_AFTER = re.compile(r"[^N.;o^B]{0,6}?\^O?(?P<who>wm?)(?=[,.;w+]|$)")
_NOBODY = frozenset(
    [
        "random",
        "methods",
        "state",
        "others",
        "all",
        "any",
        "its",
        "one",
        "those",
        "previous",
        "prior",
        "existing",
        "various",
        "several",
        "other",
        "both",
        "human",
        "each",
    ]
)


@dataclass(frozen=True, slots=True)
class Names:
    """The paper's own name for its system, where title or abstract give one; `speaks` "
    "where the sentence may mean it."""

    titled: str | None
    introduces: str | None
    speaks: bool = True


def paper_names(title: str, abstract: str) -> Names:
    """The name before a title's colon, else the one that the abstract introduces (`we propose X`, `dubbed X`)."""
    head, colon, rest = title.partition(":")
    short = head.strip()
    titled = (
        short
        if colon and 0 < len(short.split()) <= 3 and any(c.isupper() for c in short) and len(short) <= 30
        else None
    )
    if titled and titled.lower() not in abstract.lower() and len(titled.split()) > 1:
        titled = None
    introduces = titled if titled and _BRINGS.search(rest) else None
    if introduces is None:
        match = _INTRODUCES.search(abstract)
        if match and (titled is None or match.group(match.lastindex or 1) == titled):
            introduces = match.group(match.lastindex or 1)
    if introduces:
        return Names(None, introduces)
    return Names(own_name(title, abstract), None)


def introduced_benchmark(names: Names, text: str) -> Mention | None:
    """Where the text first names the benchmark that the title introduces (`X: a benchmark for ...`)."""
    if names.introduces is None:
        return None
    match = re.search(rf"(?<!\w){re.escape(names.introduces)}(?!\w)", text)
    return Mention("B", match.start(), match.end()) if match else None


def system_of(draft: Draft) -> Mention | None:
    """The name nearest before the number that is no baseline; of a quoted score the name right beside it."""
    symbols, mentions = draft.sentence.symbols, draft.sentence.mentions
    if draft.kind == "score" and draft.role == "other":
        before = symbols[: draft.index]
        back = before.rfind("S", max(0, draft.index - 5))
        return _last(mentions[back]) if back >= 0 else None
    found: Mention | None = None
    for i in range(draft.index):
        if symbols[i] == "S" and not _OBJECT.search(symbols[:i]) and _SUBJECT.match(symbols, i + 1):
            found = mentions[i]
    return _first(found) if found is not None else None


def _first(mention: Mention) -> Mention:
    return mention.members[0] if mention.members else mention


def _last(mention: Mention) -> Mention:
    return mention.members[-1] if mention.members else mention


def baseline_of(draft: Draft) -> Mention | None:
    """What stands after `over`, `than`, `outperforms`, of a change or a factor: a name, or a plain description."""
    if draft.kind == "score":
        return None
    symbols, mentions = draft.sentence.symbols, draft.sentence.mentions
    after = _RIVAL_AFTER.match(symbols, draft.index + 1)
    if after:
        return _rival(mentions, after)
    before = None
    for match in _RIVAL.finditer(symbols, 0, draft.index):
        before = match
    if before is not None and "." not in symbols[before.end() : draft.index]:
        return _rival(mentions, before)
    plain = _PLAIN_AFTER.match(symbols, draft.index + 1)
    return _rival(mentions, plain) if plain else None


def _rival(mentions: tuple[Mention, ...], match: re.Match[str]) -> Mention | None:
    first, last = mentions[match.start("who")], mentions[match.end("who") - 1]
    if first.symbol == "w" and first.word in _NOBODY:
        return None
    return Mention("S", first.start, last.end)
