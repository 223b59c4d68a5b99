"""The little language of claim patterns, compiled to regexes over symbol strings.

A context stands beside a number: `before` ends at it, `after` starts behind it. It is made of these words:

    achieve, of, gain   a class of `patterns/cues.yaml`; the letter of a class stands for it, too
    N M E B S w #       a mention: number, metric, cost metric, benchmark, name, other words, a number that is no claim
    Q  A                a metric of either sort; a benchmark or a name
    ^  $                the ends of the sentence
    ..  ...             up to eight mentions, up to sixteen, but no number
    ~                   up to eight mentions, but no number and no comma
    -                   up to two plain words
    ....                whatever it is
    aside               a bracket and what it holds
    ( | )  ?  *         as in regexes

`!` behind a word marks the mention that the slot takes. Four take more than one word:

    NP!                 a noun phrase that opens with one to six mentions of plain words, metrics and the like
    SP!                 one that opens with a name
    RP!                 one of who is compared with
    OB!                 a benchmark, behind words that may stand between it and its `on`: `the hard pictures of B`

What `words_before` or `words_after` call `(?P<said>...)` is taken as it stands.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from leaderboard.cues import letters, letters_of

_TOKEN = re.compile(r"\.{2,4}|~|[A-Za-z]+!?|[()|?*^$#-]")
_WIDE = re.compile(r"(?:\[\^(?!\\w)[^\]]*\]|\.)(?:\*|\{0,(?:[4-9]\d|1\d\d)\})\)*$")
# A choice between classes, which is one class: that is read and matched faster.
_CHOICE = re.compile(r"\(\?:(\[(?!\^)[^\]]+\](?:\|\[(?!\^)[^\]]+\])+)\)")


@cache
def words_regex(text: str, field: str) -> regex.Pattern[str] | re.Pattern[str]:
    """The regex of `words_before`, `words_after` or `written`; compiled once.

    That of `words_before` is matched backwards from the number, or searched for from the left where a wide gap ends it,
    which is faster. The others are of `re`, which takes half the time of `regex`.

    Raises:
        regex.error, re.error: it is none.
    """
    if field == "words_before":
        return regex.compile(rf"(?:{text})\Z" if reads_far(text) else f"(?<={text})", regex.I)
    return re.compile(text, re.I if field == "words_after" else 0)


def reads_far(text: str) -> bool:
    """Whether `words_before` ends in a wide gap, and is to be searched for and not matched at the number."""
    return _WIDE.search(text) is not None


@cache
def _gaps() -> dict[str, str]:
    phrase = "".join(sorted(letters("phrase")))
    return {
        "..": "[^N.;]{0,8}?",
        "...": "[^N.]{0,16}?",
        "....": ".*?",
        "~": "[^N.;,]{0,8}?",
        "-": "[wPmvVXh]{0,2}?",
        "aside": r"(?:\([^()]{0,16}\))",
        "NP!": f"(?P<slot>[{phrase}][S{phrase}]{{0,5}})",
        "SP!": f"(?P<slot>S[S{phrase}]{{0,5}})",
        "RP!": f"(?P<slot>[{phrase}SB#O])",
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
        if token in _gaps():
            out.append(_gaps()[token])
        elif token in "()|?*^$":
            out.append("(?:" if token == "(" else token)
        else:
            taken = token.endswith("!")
            cls = "[" + regex.escape(letters_of(token.rstrip("!"))) + "]"
            out.append(f"(?P<slot>{cls})" if taken else cls)
    return _CHOICE.sub(lambda choice: choice[1].replace("]|[", ""), "".join(out))
