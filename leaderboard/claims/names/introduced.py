"""The benchmark that a paper brings: `X: a benchmark for ...`, `we introduce X, a dataset of ...`."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.claims.names.paper import find_word
from leaderboard.lexicon import Benchmark
from leaderboard.mentions import Mention, read_sentence
from leaderboard.mentions.short import abbreviates
from leaderboard.text import view
from leaderboard.words import words

# Any word in capitals is a name where it is told to be one.
_PLAIN_NAME = r"[A-Z][\w.+-]*[\w+]\b(?! [A-Z])"
_NAME = r"((?:[A-Z]|[a-z](?=[A-Z]))[\w.+-]*[A-Z\d][\w+-]*(?: Bench)?|[A-Z]+[\w-]*-?[A-Za-z]*Bench[\w-]*)"
_BRING = (
    r"(?:(?:introduce|propose|release|create|curate|contribute|organi[sz]e|compile)[sd]?"
    r"|(?:present|construct|develop|collect|publish)(?:s|ed)?|builds?|built)"
)
_KIND = r"(?i:(?:evaluation|test|benchmark) suite|benchmark|data ?set|corpus|test ?bed|database|challenge)"
_TITLED_KIND = r"(?:Dataset|Benchmark|Corpus|Database|Testbed|Challenge|Suite)"
# What may stand between an article and the noun that it belongs to: `a (large and diverse) dataset`.
_BEFORE_NOUN = (
    r"(?:(?!(?:for|that|to|with|which|on|from|in|by|via|using|whose|where)\b"
    r"|(?:framework|method|model|approach|library|tool|toolkit|system|algorithm|metric)s?\b)[^\s.]+ ){0,10}?"
)
# A name in full, before its short form: `Kites in the Evening (KITE)`.
_LONG = r"[A-Z][\w'-]+ (?:(?:[A-Z][\w'-]*|and|in|the|of|for|on|to|with|&) ){1,8}"
_INTRODUCES = re.compile(
    rf"\b{_BRING} (?:(?:the |a |an |our )?(?:{_LONG}\()?{_NAME}\)?(?: ?,| [–—]+)? ?(?:\([^)]*\)(?:,| [–—]+)? )?"
    rf"(?:which is |as )?(?:a|an|the|our)\b {_BEFORE_NOUN}{_KIND}\b(?! of our\b)"
    rf"|(?:the |a |an |our )(?:[\w-]+ ){{0,5}}?{_KIND}(?: \(| ?, ?| )(?:{_LONG}\()?{_NAME}"
    rf"|(?:(?:the|an?|our) (?:[\w-]+ ){{0,3}})?{_LONG}\({_NAME}\) {_KIND}\b"
    rf"|(?:the |a |an |our )(?:[a-z-]+ ){{0,3}}{_NAME} (?:[a-z-]+ ){{0,2}}{_KIND}\b"
    rf"|(?:the |a |an |our )?(?:[a-z-]+ ){{0,3}}(?:[A-Z][\w'-]+ (?:in |the |of |for |and )*){{1,6}}"
    rf"{_TITLED_KIND} \({_NAME}\)"
    rf"|(?:the |our )?{_NAME} \([A-Z][^()]*{_TITLED_KIND}\)"
    rf"|(?:the |a |an |our )?(?:{_LONG}\()?{_NAME}\)?,? (?:compris|consist|contain)ing"
    r" (?:of |over |more than )*\d[\d,.]*[kK]? (?:[\w-]+ ){0,4}?"
    r"(?:problem|question|task|instance|test case|example)s\b)"
    rf"|\b{_KIND}s?,? (?:called|named|dubbed|termed|namely) (?:the )?(?:{_NAME}|(?:{_LONG}\()?({_PLAIN_NAME}))"
    rf"|\b{_BRING} ({_PLAIN_NAME}) ?(?:,|[–—]+|\([^)]*\),?) ?(?:which is |as )?"
    rf"(?:a|an|the|our)\b {_BEFORE_NOUN}{_KIND}\b(?! of our\b)"
)
# Where what is brought ends in a title: `Kite: a method for small datasets` brings no dataset.
_OF_WHAT = re.compile(r" (?:for|with|on|in|to|via|by|from|using|through|across|under|over)\b", re.I)
# `Kite: Pruning Large Datasets` brings none either.
_WORKS_ON = re.compile(
    r"(?:Training|Evaluating|Augmenting|Auditing|Improving)\b|[A-Z]\w+ing (?:[\w-]+ ){0,3}Datasets\b", re.I
)
# Names that say so themselves.
_NAMED = re.compile(r"(?:[Bb]ench|Benchmark|(?<=.)Eval|Arena)(?:[-+ ]?[\w.]{1,4})?$")
_DATED = re.compile(r"\w-?20\d\d|[A-Z][\w-]*[A-Z]\w*(?: Challenge)? 20\d\d")
# `The Kite Dataset: ...` names it.
_TITLED_END = re.compile(rf" {_TITLED_KIND}$")
# What a title says of the one whose challenge it enters: `The NEST System for Kite`.
_ENTERS = re.compile(r"\b(?:(submissions?)|systems?|solutions?|entry|entries) (?:for|to|at|in) (?:the )?$", re.I)
_CHALLENGE = re.compile(r" (?:\w+ ){0,3}?(?:Challenge|Shared Task|Task|Track)\b")
_VERSION = re.compile(r" (?:[IVX]+|v?\d[\d.]*)\b(?! ?[%×])")
_BRINGS = re.compile(
    r"\b(?:datasets?|benchmark|corpus|database|challenge|benchmarking|test ?bed|(?:evaluation|test) suite)\b"
    r"(?! (?:\w+ )?(?:system|copilot|membership|distillation|condensation|pruning|inference|selection|augmentation"
    r"|generation|protection|copyright|ownership|usage|result|score|performance|leakage|contamination)s?\b)",
    re.I,
)

# What a paper tests that brings its benchmark for it, and what tells that it has something of its own to test.
_TESTS = re.compile(
    r"\b(?:evaluat|assess|test|benchmark|measur|experiment|analys|analyz|compar|prob|stud|investigat|reveal|show|find)\w*\b[^.]{0,90}?"
    r"\b(?:\w*LLMs?|LMMs?|VLMs?|VLAs?|[Ll]anguage [Mm]odels|[Mm]ultimodal [Mm]odels|[Ff]oundation [Mm]odels"
    r"|(?:AI |coding |LLM |GUI |web )[Aa]gents|(?:frontier|leading|proprietary|reasoning) (?:[\w-]+ ){0,3}models)\b"
)
_HAS_OWN = re.compile(
    r"\b(?:our|[Tt]he proposed|proposed) (?:[\w-]+ ){0,3}?(?:models?|methods?|approach|agent|algorithm|pipeline"
    r"|strategy|technique|system|solution|network|detector)\b"
    r"|\b(?:[Ww]e|and|[Ff]inally,|[Ff]urther,?) (?:also |further |then |additionally |finally )*"
    r"(?:fine-?tune|train|propose|develop|design|introduce|present)\b[^.]{0,60}?"
    r"\b(?:methods?|models?|approach|baselines?|strategy|technique|agents?|network|algorithm"
    r"|(?<!evaluation )(?<!assessment )(?<!benchmarking )framework)\b"
    r"|\b(?:fine-?tun|train)(?:ed|ing) (?:on|with) (?:our|this|the (?:new|proposed))\b",
)


def tests_models(text: str) -> bool:
    """Whether a paper that brings a benchmark tests language models and the like on it, and none of its own."""
    return _TESTS.search(text) is not None and _HAS_OWN.search(text) is None


def benchmark_name(title: str, text: str) -> str | None:
    """The name of the benchmark that a title, or the text of an abstract's view, introduces."""
    head, colon, rest = title.partition(":")
    short = head.strip().removeprefix("The ")
    called = _before_kind(short, text) if colon else None
    titled = (
        short
        if colon and not called and 0 < len(short.split()) <= 3 and any(c.isupper() for c in short) and len(short) <= 30
        else None
    )
    if titled and titled.lower() not in text.lower() and len(titled.split()) > 1:
        titled = None
    what = _OF_WHAT.split(rest, maxsplit=1)[0]
    if titled and (_NAMED.search(titled) or (_BRINGS.search(what) and not _WORKS_ON.match(what.strip()))):
        return titled
    match = _INTRODUCES.search(text)
    name = match.group(match.lastindex or 1) if match else None
    if name and name.lower() not in words("plain-shorts") and (titled is None or _is_same(name, titled)):
        return name
    return called


def _before_kind(title: str, text: str) -> str | None:
    """What the text, too, has of a title that ends with what is brought: `Kite Dataset`."""
    name = _TITLED_END.sub("", title)
    return name if name != title and name[0].isupper() and find_word(name, text) >= 0 else None


def _is_same(name: str, titled: str) -> bool:
    """Whether a name is the title's, written another way or short: `KiteOne` and `KITE-One`, `KB` and `Kite Beach`."""
    one, other = (re.sub(r"[\W_]", "", written).lower() for written in (name, titled))
    return one == other or (" " in titled and abbreviates(name, titled))


def introduced_benchmark(name: str | None, text: str) -> Mention | None:
    """Where the text first names the benchmark that the paper introduces."""
    if name is None:
        return None
    start = find_word(name, text)
    return Mention("B", start, start + len(name)) if start >= 0 else None


def titled_benchmark(title: str, text: str) -> Mention | None:
    """Where the text names the one benchmark that its title speaks of, if that is known or has a year in its name."""
    heading = view(title).text
    read = read_sentence(heading, 0, len(heading), text.lower()) if heading else None
    names = [m for m in (read.mentions if read else ()) if m.symbol in "BS"]
    sure = [m for m in names if (m.symbol == "B" and isinstance(m.ref, Benchmark)) or _is_held(m, heading)]
    found = [heading[m.start : m.end] for m in sure or [m for m in names if _is_short(m, heading)]]
    if len(found) != 1:
        return None
    # `Kite-2019 Task 3` of a title may be `Kite-2019` in the abstract
    short = found[0].split()[0] if _DATED.search(found[0]) else None
    named = introduced_benchmark(found[0], text) or introduced_benchmark(short, text)
    version = _VERSION.match(text, named.end) if named else None
    return replace(named, end=version.end()) if named and version else named


def _is_held(name: Mention, title: str) -> bool:
    """Whether a name has a year in it, or a title tells of a system for the challenge of that name."""
    enters = _ENTERS.search(title, 0, name.start)
    entered = enters is not None and (enters[1] is not None or _CHALLENGE.match(title, name.end) is not None)
    return entered or _DATED.search(title, name.start, name.end) is not None


def _is_short(name: Mention, title: str) -> bool:
    """Whether a name is the short form of a challenge: `The Kite Flying Challenge (KFC)`."""
    return title.endswith(("Challenge (", "Competition (", "Task ("), 0, name.start)
