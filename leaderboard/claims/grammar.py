"""The little language of claim patterns, compiled to regexes over symbol strings.

A pattern stands on a number. `before` ends at it, `after` starts behind it. Both are words: a class of
`patterns/cues.yaml` (`achieve`, `of`, `gain`) or a mention (`N` number, `M` metric, `E` cost metric, `Q` either,
`B` benchmark, `S` name, `A` either name, `w` other words, `#` no claim, `P` performance, `D` dataset); the letter of a
class stands for the class too, `^` and `$` for the ends of the sentence. Between them
`..` is up to eight mentions that are no numbers, `...` up to sixteen, `~` up to eight with no comma, `-` up to two
plain words, `....` any at all, `aside` a bracket and what it holds; `( | )`, `?` and `*` are as in regexes. A `!`
behind a word takes that mention as what the slot yields; `NP!` takes the noun phrase that one to six mentions of plain
words, metrics and the like open with, `SP!` one that a name opens, `RP!` one of what is compared with;
the words that `words_before` or `words_after` calls `(?P<said>...)` are taken as they stand;
`OB!` takes a benchmark behind words that may stand between it and its `on`: `the hard pictures of B`, `a set called B`.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from leaderboard.cues import symbol_of

_TOKEN = re.compile(r"\.{2,4}|~|[A-Za-z]+!?|[()|?*^$#-]")
_SHORT = {
    "N": "N",
    "M": "M",
    "E": "E",
    "B": "B",
    "S": "S",
    "w": "w",
    "Q": "ME",
    "P": "P",
    "D": "D",
    "A": "BS",
}
_WIDE = re.compile(r"(?:\[\^(?!\\w)[^\]]*\]|\.)(?:\*|\{0,(?:[4-9]\d|1\d\d)\})\)*$")
# A choice between classes, which is one class: that is read and matched faster.
_CHOICE = re.compile(r"\(\?:(\[(?!\^)[^\]]+\](?:\|\[(?!\^)[^\]]+\])+)\)")
# What the mentions of a noun phrase may be.
_PHRASE = "wPMEHmXDhlFRGLg"


@cache
def words_regex(text: str, field: str) -> regex.Pattern[str] | re.Pattern[str]:
    """The regex of a field over words, `words_before`, `words_after` or `written`; compiled once.

    What stands before a number is read back from it, but from the left where much may stand between: that is faster.
    The others are for `re`, which takes half the time.

    Raises:
        regex.error, re.error: it is none.
    """
    if field == "words_before":
        return regex.compile(rf"(?:{text})\Z" if reads_far(text) else f"(?<={text})", regex.I)
    return re.compile(text, re.I if field == "words_after" else 0)


def reads_far(text: str) -> bool:
    """Whether `words_before` ends in a wide gap, and is to be searched for and not matched at the number."""
    return _WIDE.search(text) is not None


def _letters(word: str) -> str:
    if len(word) == 1 and word not in _SHORT:
        return word
    if word in _SHORT:
        return _SHORT[word]
    if word not in symbol_of():
        raise ValueError(f"{word!r} is no class of patterns/cues.yaml; the classes: {', '.join(sorted(symbol_of()))}")
    return symbol_of()[word]


_GAPS = {
    "..": "[^N.;]{0,8}?",
    "...": "[^N.]{0,16}?",
    "....": ".*?",
    "~": "[^N.;,]{0,8}?",
    "-": "[wPmvVXh]{0,2}?",
    "aside": r"(?:\([^()]{0,16}\))",
    "NP!": f"(?P<slot>[{_PHRASE}][S{_PHRASE}]{{0,5}})",
    "SP!": f"(?P<slot>S[S{_PHRASE}]{{0,5}})",
    "RP!": f"(?P<slot>[{_PHRASE}SB#O])",
    "OB!": r"(?:,w(?=[BwD]))?(?:[OwDEPq+mX#]|wU|U(?=,?B)|[Fhle](?=[Bw+])|[wDE]<|S(?=[DB])|N(?=B|wqB)|DN(?=q))*"
    r"(?:D,?(?:[s.]|\(s?)?,?w?|qw,w?|Swq|[SE]\()?(?P<slot>B)",
}


@cache
def compile_context(text: str) -> str:
    """A context of the language as a regex over symbols.

    Raises:
        ValueError: a word is no class of `patterns/cues.yaml`, or a character has no meaning here.
    """
    out: list[str] = []
    stray = _TOKEN.sub("", text).split()
    if stray:
        raise ValueError(f"{stray[0]!r} has no meaning in a context")
    for token in _TOKEN.findall(text):
        if token in _GAPS:
            out.append(_GAPS[token])
        elif token in "()|?*^$":
            out.append("(?:" if token == "(" else token)
        else:
            taken = token.endswith("!")
            cls = "[" + regex.escape(_letters(token.rstrip("!"))) + "]"
            out.append(f"(?P<slot>{cls})" if taken else cls)
    return _CHOICE.sub(lambda choice: choice[1].replace("]|[", ""), "".join(out))
