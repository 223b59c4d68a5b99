"""Names of several words, and benchmarks by their place: `the X dataset`, `Long Name (LN)`."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.mentions.model import Mention

_CAPITAL = re.compile(r"[A-Z][a-z]+[a-z'-]*$")


def merge_names(mentions: list[Mention], text: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
    """Join adjacent name words, and make a benchmark of a name before or after a dataset word."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        touching = last is not None and text[last.end : mention.start] in (" ", "-", " - ", "/", "'s ")
        if (
            last is not None
            and touching
            and last.symbol == "S"
            and (
                mention.symbol == "S"
                or (mention.symbol == "#")
                or (
                    mention.symbol == "N"
                    and mention.ref.unit is None
                    and mention.ref.low is None
                    and mention.ref.bound == "exact"
                    and "." not in mention.ref.plain[:1]
                    and mention.end - mention.start <= 4
                    and text[last.end : mention.start] == " "
                    and _is_version(text, mention)
                )
            )
        ):
            joined[-1] = Mention("S", last.start, mention.end, word=text[last.start : mention.end].lower())
            continue
        if (
            last is not None
            and last.symbol == "S"
            and mention.symbol == "B"
            and text[last.end : mention.start] == " "
            and _CAPITAL.match(text[last.start : last.end])
        ):
            joined[-1] = Mention("B", last.start, mention.end, None, word=text[last.start : mention.end].lower())
            continue
        if (
            last is not None
            and last.symbol == "B"
            and mention.symbol == "S"
            and text[last.end : mention.start] == " "
            and _CAPITAL.match(text[mention.start : mention.end])
        ):
            joined[-1] = Mention("B", last.start, mention.end, None, word=text[last.start : mention.end].lower())
            continue
        if (
            last is not None
            and touching
            and last.symbol == "B"
            and (
                mention.symbol == "#"
                or (mention.symbol in ("N",) and mention.ref.unit is None and _is_version(text, mention))
            )
        ):
            joined[-1] = Mention("B", last.start, mention.end, None, word=text[last.start : mention.end].lower())
            continue
        joined.append(mention)
    out: list[Mention] = []
    for mention in joined:
        if mention.symbol == "D" and out:
            # `NAME open-vocabulary detection benchmark`: the name stands up to three plain words before.
            back = len(out) - 1
            while back >= 0 and len(out) - 1 - back < 4 and out[back].symbol in ("w", "", "M", "H", "m"):
                back -= 1
            if (
                back >= 0
                and out[back].symbol in "SB"
                and out[back].symbol
                and not (out[back].symbol == "S" and len(out) - 1 - back > 3)
            ):
                name = out[back]
                if (
                    mention.word not in ("task", "tasks", "domain", "domains", "environment", "environments")
                    or name.symbol == "B"
                ):
                    del out[back + 1 :]
                    out[back] = Mention("B", name.start, name.end, name.ref, word=name.word)
                    continue
        if (
            mention.symbol == ")"
            and len(out) >= 3
            and out[-2].symbol == "("
            and out[-1].symbol in "SB"
            and out[-1].symbol
        ):
            # `Long Name (LN)`: one name; a benchmark where either form is one.
            before = out[-3]
            if before.symbol in ("S", "B") and _abbreviates(out[-1], before, text):
                symbol = "B" if "B" in (before.symbol, out[-1].symbol) else "S"
                named = out[-1] if symbol == "B" else before
                out[-3:] = [Mention(symbol, named.start, named.end, before.ref or out[-1].ref, word=named.word)]
                continue
            if (
                before.symbol == "B"
                and out[-1].symbol == "S"
                and before.ref is None
                and sum(c.isupper() for c in text[out[-1].start : out[-1].end]) > 1
            ):
                out[-3:] = [replace(out[-1], symbol="B")]
                continue
        out.append(mention)
    return out


def _is_version(text: str, mention: Mention) -> bool:
    after = text[mention.end : mention.end + 1]
    return after in ("", " ", ",", ".", ")", ";") and not text[mention.end : mention.end + 5].strip().startswith(
        ("%", "×", "times")
    )


def _abbreviates(short: Mention, long: Mention, text: str) -> bool:
    letters = [c for c in text[short.start : short.end] if c.isupper()]
    return bool(letters) and text[long.start].upper() == letters[0]
