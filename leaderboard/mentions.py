"""Find what a sentence mentions: numbers, metrics, benchmarks, names and cue words, as one string of letters.

A sentence becomes symbols, one character a mention, so that claim patterns are regexes over that string. Articles and
adverbs are dropped; coordinated numbers, benchmarks or metrics (`A, B and C`) become one symbol with several members.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from leaderboard.cues import PIECE, cue_letters
from leaderboard.lexicon import Benchmark, Metric, lexicon
from leaderboard.numbers import numbers

_WORD = re.compile(r"[^\W_](?:[\w.+@/'^*&-]*[\w+*^])?|[^\w\s]", re.UNICODE)
_JOIN = frozenset("-_'./ ")
_NAME_SHAPE = re.compile(
    (
        r"(?=.*[A-Z])(?:.*[a-z\d].*[A-Z].*|[A-Z]{2,}.*|.*[A-Za-z].*\d.*|.*\d.*[A-Z].*|"
        r"[A-Z][\w']*[-/][\w'-]*)|[a-z]+\d[\w.]*|[a-z]+2[a-z]+"
    ),
    re.S,
)
_CAPITAL = re.compile(r"[A-Z][a-z]+[a-z'-]*$")
# Metric heads that make a metric of the words before them: `detection rate`, `angular error`.
_VERBS = frozenset("aoburdxkiwm;O")
AMOUNTS = frozenset(
    {"data", "tokens", "iterations", "training-data", "labels", "samples", "epochs", "steps", "queries"}
)
# Letters whose words may stand first in a compound (`state-of-the-art-level`).
_MADE = frozenset("MEBGRLX")
_LANGUAGE = re.compile(
    r"\b(?:English|Chinese|German|French|Spanish|Japanese|Arabic|Hindi|Russian|Korean|Igbo|"
    r"Finnish|Turkish|Vietnamese|Italian|Portuguese|Romanian|Czech|Urdu|Bengali|Swahili|"
    r"Persian|Mandarin)(?:\b|-)"
)
_ARTICLES = frozenset({"the", "a", "an", "our"})
_NOUN = {"d": "R", "r": "g", "x": "L", "u": "G"}
_ADJECTIVE = re.compile(r"(?:able|ible|ive|ful|ous|ly|est|er|less|ish|ary|ed|ent|ant|wn|ew|est|ow|igh|ood)$")
_NO_MODIFIER = frozenset(
    [
        "outstanding",
        "promising",
        "city",
        "human",
        "existing",
        "leading",
        "competing",
        "corresponding",
        "resulting",
        "best",
        "near",
        "perfect",
        "absolute",
        "final",
        "reported",
        "true",
        "actual",
        "zero",
        "full",
        "equal",
        "same",
        "desired",
        "ideal",
        "achieving",
        "using",
        "development",
        "improvement",
        "reduction",
        "increasing",
        "reducing",
        "improving",
        "boosting",
        "lowering",
        "including",
        "having",
        "being",
        "yielding",
        "obtaining",
        "reaching",
        "during",
        "decreasing",
        "training-free",
        "average",
        "overall",
    ]
)
_EITHER = frozenset(
    [
        "decrease",
        "increase",
        "drop",
        "decline",
        "gain",
        "boost",
        "cut",
        "rise",
        "lift",
        "raise",
        "drops",
        "gains",
        "increases",
        "decreases",
        "save",
        "improve",
        "reduce",
    ]
)
_HEADS = frozenset(
    [
        "accuracy",
        "accuracies",
        "rate",
        "rates",
        "error",
        "errors",
        "score",
        "scores",
        "ratio",
        "ratios",
        "index",
        "coefficient",
        "coefficients",
        "distance",
        "precision",
        "recall",
        "loss",
        "losses",
        "probability",
        "percentage",
        "correlation",
        "similarity",
        "auc",
        "ap",
        "f1",
        "f-score",
        "f1-score",
        "iou",
        "map",
        "miou",
        "kappa",
        "success",
        "auroc",
        "dice",
        "recall@1",
        "perplexity",
        "wer",
        "agreement",
        "satisfaction",
        "quality",
    ]
)
_OPEN_HEADS = frozenset(
    [
        "rate",
        "rates",
        "error",
        "errors",
        "score",
        "scores",
        "ratio",
        "ratios",
        "index",
        "coefficient",
        "coefficients",
        "distance",
        "percentage",
        "probability",
        "similarity",
        "quality",
        "loss",
        "gap",
    ]
)
_MODIFIER = re.compile(
    r".*(?:ion|ing|ment|level|wise|tive|ity|ence|ance|ness|shot|set)$|test|validation|word|"
    r"top-\d+|rank-?\d+|pixel|frame|macro|micro|weighted|balanced|mask|box|novel|base|"
    r"class|mean|per-class|within|cross|exact|joint|end-to-end|human|task|angular|pose|"
    r"false|true|positive|negative|equal|absolute|squared|root|image|object|text|speech|"
    r"speaker|phone|character|token|sentence|document|response|answer|code|scale|win|"
    r"success|hit|attack|semantic|execution|logical|form|overall|average|reward|spatial|"
    r"temporal|standardized|normalized|structural|cosine|harmonic|geometric|linear|hazard|"
    r"view|key|event-based|point|contact|edge|node|link|graph|color|depth|surface|normal|"
    r"clean|robust|adversarial|natural|certified|standard|strict|relaxed|soft|hard|slot|"
    r"intent|goal|turn|dialogue|entity|relation|event|trigger|argument|binary|multi-class|"
    r"patch|slide|patient|lesion|voxel|volume|boundary|contour|depth|mean-squared|"
    r"cumulative|final|last-incremental|incremental|out-of-distribution|in-domain|"
    r"out-of-domain|zero-shot|few-shot|one-shot|five-shot|downstream|linear-probe|probe|"
    r"probing|k-nn|knn|retrieval|search|planning|routing|reconstruction|rank"
)


_DEVICE = re.compile(
    r"\b(?:[GCTN]PUs?|Jetson|Raspberry|RTX|Tesla|Intel|NVIDIA|Nvidia|ARM|Pixel|iPhone|"
    r"FPGAs?|Xeon|Snapdragon|[AHV]100|Titan|Xavier|Orin|GTX|device|devices|hardware|"
    r"processor|smartphone|Galaxy|Core i\d|Android|Cortex|backbone|architecture|LLaMA|"
    r"Llama|Qwen|ResNe|VGG|AlexNet|LeNet|GoogLeNet|MobileNet|BERT|RoBERTa|DeBERTa|GPT|CLIP|"
    r"SD\\d|SDXL|Flux|FLUX|MoE|LLMs?\\b|Mamba|ViT|DiT|Swin|YOLO|Inception|DenseNet|"
    r"EfficientNet|T5|Mistral|Gemma|Phi-|Claude|Gemini|DeepSeek|LLaVA|Whisper|HuBERT|"
    r"Transformer|UNet|U-Net|Stable Diffusion|CNN|RNN|LSTM|DRAM|SRAM|PDE|AWS|Azure)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a view's text; `ref` is its number, lexicon entry, or null. `members` holds coordinated mentions."""

    symbol: str
    start: int
    end: int
    ref: Any = None
    members: tuple[Mention, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's mentions with their letters; `symbols[i]` is the letter of `mentions[i]`."""

    start: int
    end: int
    symbols: str
    mentions: tuple[Mention, ...]


@cache
def _trie() -> dict[str, Any]:
    """Pieces in lower case to nested dicts; the key "" holds (priority, letter, entry, only in capitals)."""
    root: dict[str, Any] = {}

    def add(pieces: Iterable[str], letter: str, entry: object, priority: int, upper: bool = False) -> None:
        node = root
        for piece in pieces:
            node = node.setdefault(piece, {})
        if priority > node.get("", (-1,))[0]:
            node[""] = (priority, letter, entry, upper)

    for cue_pieces, letter in cue_letters().items():
        add(cue_pieces, letter, None, 1)
    for metric in lexicon().metrics:
        for alias in (metric.name, *metric.aliases):
            add(
                _key(alias), "E" if metric.topic == "efficiency" else "M", metric, 2, alias.isupper() and len(alias) < 6
            )
    for benchmark in lexicon().benchmarks:
        for alias in (benchmark.name, *benchmark.aliases):
            add(_key(alias), "B", benchmark, 3)
    return root


def _key(text: str) -> tuple[str, ...]:
    return tuple(p for p in PIECE.findall(text.lower()) if p not in _JOIN)


def _lookup(pieces: list[tuple[str, int, int]], index: int, text: str) -> tuple[int, tuple[int, str, Any, bool]] | None:
    """The longest entry that starts at a piece and ends with a word: (pieces taken, entry)."""
    best: tuple[int, tuple[int, str, Any, bool]] | None = None
    node, at, last = _trie(), index, -1
    while at < len(pieces):
        piece, _start, _ = pieces[at]
        if last >= 0 and piece in _JOIN and node.get(piece) is None:
            at += 1
            continue
        if piece not in node:
            break
        node = node[piece]
        last = at
        at += 1
        if "" in node:
            end = pieces[last][2]
            after = text[end : end + 1]
            shouted = node[""][3] and text[pieces[index][1] : end].islower()
            inside = piece[-1].isalnum() and (after.isalnum() or (after == "_" and node[""][1] != "M"))
            if not inside and not shouted:
                best = (last - index + 1, node[""])
    return best


def _benchmark_fits(benchmark: Benchmark, text: str, start: int, end: int, context: str) -> bool:
    written = text[start:end]
    if benchmark.case and written not in (benchmark.name, *benchmark.aliases):
        return False
    if written.islower() and not benchmark.name.islower() and not any(c.isdigit() for c in written):
        return False
    return not benchmark.needs or any(word.lower() in context for word in benchmark.needs)


def lex(text: str, start: int, end: int, context: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
    """All mentions of `text[start:end]`, left to right, articles and adverbs as mentions with an empty letter."""
    found = list(numbers(text, start, end))
    at_number = {n.lead: n for n in found} | {n.start: n for n in found}
    pieces = [(m.group().lower(), m.start() + 0, m.end()) for m in PIECE.finditer(text, start, end)]
    mentions: list[Mention] = []
    index = 0
    while index < len(pieces):
        piece, begin, stop = pieces[index]
        number = at_number.get(begin)
        if number is not None and number.end > begin:
            hit = _lookup(pieces, index, text) if number.lead == number.first else None
            if hit is None or hit[1][1] not in "MEB" or pieces[index + hit[0] - 1][2] <= number.end:
                end_at = number.end
                if number.family == "name":
                    end_at = _word_end(text, number.start, end)
                    named = any(c.isupper() for c in text[number.start : end_at]) and "-" in text[number.start : end_at]
                    mentions.append(
                        Mention(
                            "S" if named else "#",
                            number.start,
                            end_at,
                            number,
                            word=text[number.start : end_at].lower(),
                        )
                    )
                else:
                    mentions.append(Mention("N", number.start, number.end, number))
                index += 1
                while index < len(pieces) and pieces[index][1] < end_at:
                    index += 1
                continue
        hit = _lookup(pieces, index, text)
        if hit is not None:
            taken, (_, letter, entry, _) = hit
            stop = pieces[index + taken - 1][2]
            tail = text[stop : stop + 2]
            bigger = len(tail) == 2 and tail[0] in "-+" and (tail[1].isalpha() or tail[1].isdigit())
            if letter == "B" and (
                (bigger and (tail[1].isupper() or tail[1].isdigit()))
                or not _benchmark_fits(entry, text, begin, stop, context)
            ):
                plain = cue_letters().get((piece,)) if taken == 1 else None
                if plain is not None:
                    mentions.append(Mention(plain, begin, stop, word=piece))
                    index += 1
                    continue
            elif letter == "B" and bigger:
                mentions.append(Mention("w", begin, _word_end(text, begin, end), word="name-made"))
                index = _skip(pieces, index, mentions[-1].end)
                continue
            elif bigger and letter not in _MADE and tail[0] == "-":
                pass
            elif (
                letter == ""
                and text[begin].isupper()
                and begin > start
                and re.match(r" [A-Z]\w*[a-z]", text[stop : stop + 4])
            ):
                mentions.append(Mention("S", begin, stop, word=text[begin:stop].lower()))
                index += taken
                continue
            else:
                if letter == "M" and ((bigger and tail[1].isdigit()) or tail[:1] in ("_", "@")):
                    stop = _word_end(text, pieces[index + taken - 1][1], end)
                    index = _skip(pieces, index, stop)
                else:
                    index += taken
                mentions.append(
                    Mention(
                        _amount(letter, entry, mentions, text, stop), begin, stop, entry, word=text[begin:stop].lower()
                    )
                )
                continue
        word_end = _word_end(text, begin, end)
        word = text[begin:word_end]
        mentions.append(
            Mention(
                _shape(word, begin == start or text[max(0, begin - 2) : begin] in (". ", ": ")),
                begin,
                word_end,
                word=word.lower(),
            )
        )
        index = _skip(pieces, index, word_end)
    return mentions


def _amount(letter: str, entry: object, before: list[Mention], text: str, stop: int) -> str:
    """Data, labels and the like are a cost only where the text counts or compares them: `5x fewer labels`."""
    if letter != "E" or not isinstance(entry, Metric) or entry.id not in AMOUNTS:
        return letter
    last = before[-1].symbol if before else ""
    compared = any(m.symbol in ("l", "F", "R", "d", "h", "L") for m in before[-4:])
    counted = last == "N" or any(m.symbol == "N" for m in before[-5:])
    return (
        letter
        if compared or counted or re.match(r"[- ](?:efficien|reduc|sav|usage|cost)", text[stop : stop + 12])
        else "w"
    )


def _word_end(text: str, begin: int, end: int) -> int:
    match = _WORD.match(text, begin, end)
    return match.end() if match else begin + 1


def _skip(pieces: list[tuple[str, int, int]], index: int, position: int) -> int:
    index += 1
    while index < len(pieces) and pieces[index][1] < position:
        index += 1
    return index


def _shape(word: str, opens: bool) -> str:
    """`S` for a word that looks like a name, else `w`."""
    if len(word) < 2 or word.lower() in _plain():
        return "w"
    if _NAME_SHAPE.fullmatch(word):
        return "S"
    return "S" if _CAPITAL.match(word) and not opens else "w"


@cache
def _plain() -> frozenset[str]:
    return frozenset(key[0] for key in cue_letters() if len(key) == 1)


def _merge_metrics(mentions: list[Mention], text: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
    """Grow a metric to the words that make it another measure, and make a metric of `noun rate` and the like."""
    out: list[Mention] = []
    for mention in mentions:
        grows = mention.symbol in "ME" and mention.symbol
        opens = mention.word in _OPEN_HEADS and mention.symbol in ("w", "P", "L")
        if (grows or opens) and (grows or out):
            last_word = text[mention.start : mention.end].split()[-1].lower()
            begin = mention.start
            taken = 0
            while out and taken < 3 and (opens or last_word in _HEADS):
                before = out[-1]
                if (
                    before.symbol not in ("w", "", "M", "H", "E")
                    or before.end + 1 < begin
                    or text[before.end : begin].strip() != ""
                ):
                    break
                if mention.word in ("loss", "losses") and before.symbol in ("M", "E"):
                    break
                if before.word in _NO_MODIFIER:
                    break
                noun = (
                    before.symbol == "w"
                    and taken < 2
                    and before.word.isalpha()
                    and before.word.islower()
                    and not _ADJECTIVE.search(before.word)
                    and text[before.start].islower()
                )
                if not (before.symbol in ("M", "E") or noun or _MODIFIER.fullmatch(before.word)):
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


def _merge_names(mentions: list[Mention], text: str) -> list[Mention]:  # noqa: C901 - one case after another, in the order they are tried
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


def _drop_asides(mentions: list[Mention]) -> list[Mention]:
    """Brackets that hold only words and counts (`ImageNet (1000 classes)`) are left out, so that lists stay whole."""
    out: list[Mention] = []
    opened = -1
    for mention in mentions:
        if mention.symbol == "(":
            opened = len(out)
        elif mention.symbol == ")" and opened >= 0:
            inside = out[opened + 1 :]
            if inside and all(m.symbol in ("w", "", "#", "D", "m", "q") or _plain_count(m) for m in inside):
                del out[opened:]
                opened = -1
                continue
            opened = -1
        out.append(mention)
    return out


def _plain_count(mention: Mention) -> bool:
    return mention.symbol == "N" and mention.ref.family is None and "." not in mention.ref.plain


def _next(mentions: list[Mention], place: int) -> str:
    return next((m.symbol for m in mentions[place + 1 :] if m.symbol), "")


def _group(mentions: list[Mention]) -> list[Mention]:
    """Coordinated mentions of one letter become one with members; nothing but commas and `and` may stand between."""
    out: list[Mention] = []
    for place, mention in enumerate(mentions):
        if mention.symbol in ("N", "B", "S", "M", "E") and len(out) >= 2:
            seps = 0
            named = mention.symbol in ("B", "S", "M")
            while (
                seps < 3
                and seps < len(out)
                and (out[-1 - seps].symbol in (",", "+") or (named and seps == 0 and out[-1].word in _ARTICLES))
            ):
                seps += 1
            if seps and named and not any(m.symbol == "+" for m in out[-seps:]) and _next(mentions, place) in _VERBS:
                seps = 0  # `On B, NAME achieves`: no list
            if (
                seps
                and out[-seps].symbol in (",", "+")
                and seps < len(out)
                and (out[-1 - seps].symbol == mention.symbol or {out[-1 - seps].symbol, mention.symbol} == {"S", "B"})
            ):
                head = out[-1 - seps]
                members = (*(head.members or (head,)), mention)
                del out[-seps - 1 :]
                symbol = "B" if "B" in (head.symbol, mention.symbol) else head.symbol
                out.append(Mention(symbol, head.start, mention.end, head.ref, members, head.word))
                continue
        out.append(mention)
    return out


def _is_noun(mentions: list[Mention], place: int) -> bool:
    """`a drop`, `5% decrease`, `increase in`: a noun, where the word alone could be a verb."""
    before = mentions[place - 1].symbol if place else ","
    after = mentions[place + 1].symbol if place + 1 < len(mentions) else "."
    return (
        before in ("", "N", "M", "E", "v", "V", "P")
        and mentions[place - 1].word not in ("also", "only", "up", "significantly", "further", "not")
    ) or after in ("n", "q")


def _tested_on(before: list[Mention], name: Mention, text: str) -> bool:
    """`on NAME`, with plain words between at most, and NAME no device: what is measured on."""
    place = len(before) - 1
    while place >= 0 and before[place].symbol in ("w", "O", "v", "D", "X"):
        place -= 1
    return (
        place >= 0
        and before[place].symbol == "@"
        and not _DEVICE.search(text[name.start : name.end + 14])
        and not _LANGUAGE.match(text[name.start : name.end])
    )


def read_sentence(text: str, start: int, end: int, context: str) -> Sentence:
    """The sentence as mentions and symbols; runs of other words are one `w`."""
    mentions = _merge_names(_merge_metrics(lex(text, start, end, context), text), text)
    grouped = _group(_drop_asides(mentions))
    kept: list[Mention] = []
    for place, mention in enumerate(grouped):
        if mention.symbol == "":
            continue
        if mention.symbol == "w" and kept and kept[-1].symbol == "w":
            kept[-1] = replace(kept[-1], end=mention.end)
            continue
        if mention.symbol in _NOUN and mention.word in _EITHER and _is_noun(grouped, place):
            mention = replace(mention, symbol=_NOUN[mention.symbol])
        if mention.symbol == "S" and _tested_on(kept, mention, text):
            mention = replace(mention, symbol="B")
        kept.append(mention)
    return Sentence(start, end, "".join(m.symbol for m in kept), tuple(kept))
