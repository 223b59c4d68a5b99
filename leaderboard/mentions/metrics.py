"""Metrics of several words: what modifies a metric joins it, and `word error rate (WER)` is one."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.mentions.model import Mention
from leaderboard.words import shape, words


def merge_metrics(mentions: list[Mention], text: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
    """Grow a metric to the words that make it another measure, and make a metric of `noun rate` and the like."""
    out: list[Mention] = []
    for mention in mentions:
        grows = mention.symbol in "ME" and mention.symbol
        opens = mention.word in words("open-heads") and mention.symbol in ("w", "P", "L")
        if (grows or opens) and (grows or out):
            last_word = text[mention.start : mention.end].split()[-1].lower()
            begin = mention.start
            taken = 0
            while out and taken < 3 and (opens or last_word in words("heads")):
                before = out[-1]
                if (
                    before.symbol not in ("w", "", "M", "H", "E")
                    or before.end + 1 < begin
                    or text[before.end : begin].strip() != ""
                ):
                    break
                if mention.word in ("loss", "losses") and before.symbol in ("M", "E"):
                    break
                if before.word in words("no-modifier"):
                    break
                noun = (
                    before.symbol == "w"
                    and taken < 2
                    and before.word.isalpha()
                    and before.word.islower()
                    and not shape("adjective").search(before.word)
                    and text[before.start].islower()
                )
                if not (before.symbol in ("M", "E") or noun or shape("modifier").fullmatch(before.word)):
                    break
                begin = before.start
                out.pop()
                taken += 1
            if mention.word in ("loss", "losses") and not taken:
                out.append(replace(mention, symbol="L"))
                continue
            inside = mention.symbol == "M" and len(out) >= 2 and out[-1].symbol == "S" and out[-2].symbol == "M"
            if inside and text[out[-2].end : out[-1].start] == " " == text[out[-1].end : begin]:
                # `rank-1 Re-ID accuracy`: a name inside a metric is part of it.
                begin = out[-2].start
                del out[-2:]
            if grows or taken:
                symbol = mention.symbol if grows else "M"
                if (
                    out
                    and out[-1].word in ("average", "mean")
                    and last_word in ("error", "errors")
                    and out[-1].end + 1 == begin
                ):
                    begin = out.pop().start
                out.append(Mention(symbol, begin, mention.end, mention.ref, word=text[begin : mention.end].lower()))
                continue
        # `word error rate (WER)` is one metric, named by its short form where that is one word in capitals.
        if (
            mention.symbol == ")"
            and len(out) >= 3
            and out[-2].symbol == "("
            and out[-1].symbol in ("M", "E", "S")
            and out[-3].symbol in ("M", "E")
        ):
            short, long = out[-1], out[-3]
            written = text[short.start : short.end]
            if short.symbol != "S" or sum(c.isupper() for c in written) >= 2:
                named = short if " " not in written and sum(c.isupper() for c in written) >= 2 else long
                out[-3:] = [Mention(long.symbol, named.start, named.end, short.ref or long.ref, word=named.word)]
                continue
        out.append(mention)
    return out
