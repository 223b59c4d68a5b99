"""Names that an abstract brings for what is new in it: `we propose X`, `a method called X`, `a Long Name (LN)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.mentions.short import abbreviates
from leaderboard.words import words

# A name of one word has an inner capital or digit: `KiteNet`, `KITE`, `Kite-T5`; no `Kite-Based`, no `KITE-guided`.
NAME = r"(?!\w+-[a-z]+\b|[A-Z][a-z]+-[A-Z][a-z]+\b)[A-Za-z][\w.+-]*[A-Z\d][\w+-]*(?<!-)(?:\+{1,2}|\*(?!\*))?"
MARK = r"(?:\\?(?:text(?:bf|it|tt|sc)|emph|mathrm)\s*\{?|(?:\\|(?<=\{))(?:bf|it|sc)\b|[\"'`*_“‘{($]){0,6}\s*"
_BRING = (
    r"(?:propos|introduc|present|develop|design|devis|describ|build|built|construct|creat|offer|contribut"
    r"|formulat|establish|formaliz|demonstrat)(?:e|es|ed|ing|s)?"
)
# What a paper brings, by its kind.
_KIND = (
    r"(?:method|framework|model|approach|algorithm|architecture|network|system|technique|pipeline|prototype|strategy"
    r"|library|tool|toolkit|attack|mechanism|agent|paradigm|scheme|solution|optimizer|variant|extension|procedure"
    r"|policy|classifier|detector|engine)"
)
_CALL = (
    r"(?:(?:called|named|dubbed|termed|coined|nicknamed|denoted|abbreviated|referred to)(?: as| by)?|namely|entitled"
    r"|titled|which we (?:call|name|term|dub|refer to as)|we (?:call|name|term|dub)(?: it| this \w+| our \w+)?)"
)
# Without one of these nothing is called by a name: looking for them is quick.
_CALLING = (
    *("called", "named", "dubbed", "termed", "coined", "namely", "denoted", "abbreviated", "titled"),
    *("referred to", "refer to", "we call", "we name", "we term", "we dub"),
)
_CALLED = re.compile(rf"\b{_CALL},? (?:the |a |an |as )?{MARK}((?:[A-Z][\w-]* ){{0,4}}\((?P<short>{NAME})\)|{NAME})")
# `a new method called long kite search (LKS)`, `a framework, dubbed Soaring Kites`: behind a kind any words are a name.
_KIND_CALLED = re.compile(
    rf"\b{_KIND},? (?:\(?(?:that|which) is |thus |and )?{_CALL},? (?:the |a |an |as )?{MARK}"
    rf"((?:[A-Za-z][\w-]* ){{1,7}}\({MARK}(?P<short>{NAME})[}}\"'*]*\)|[A-Z][\w-]+(?: [A-Z][\w-]+){{1,4}})"
)
_BROUGHT = re.compile(
    rf"\b(?:[Ww]e (?:\w+ ){{0,3}}?{_BRING}|(?:by |and |also |paper |work |study |article |report |authors? )"
    r"(?:propos|introduc|present|develop|design|devis)(?:e|es|ing|s)?)"
    rf" (?:the |a |an |our |novel |new )*{MARK}({NAME})"
    r"(?! [A-Z][a-z]+ [A-Z]|(?: [A-Z][\w-]*){1,4} ?\()(?=[\s,:;)}\"'*(])"
)
# Words that describe what is brought, up to its kind: none that leads on to something else.
_DESCRIBED = (
    r"(?: (?!(?:for|of|to|in|on|with|by|from|using|uses?|via|based|that|which|and|as|under|through|over|than|into"
    r"|against|between|leveraging|utilizing|employing|is|are)\b)[\w-]+,?){0,6}"
)
# `we propose a new framework, Kite, which`: what is named behind its kind.
_NAMED = re.compile(
    rf", (?:(?:the|a|an) )?{MARK}({NAME}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})[}}\"'*$]*"
    rf"(?: \((?:(?P<short>{NAME})|[^()]*)\))?,"
)
_BRINGS_KIND = re.compile(rf"\b(?:{_BRING}|[Oo]ur)\b(?:[^.;:,]|\.(?=\d)){{0,80}}\b{_KIND}$")
# `we propose a tree-like method (KITE)`, `our fast network KiteNet`: behind its kind, in brackets or bare.
_BESIDE = re.compile(
    rf"\b(?:{_BRING}|[Oo]ur){_DESCRIBED} {_KIND} "
    rf"(?:\({MARK}({NAME})[}}\"'*$]*\)|{MARK}({NAME})(?=[}}\"'*$]*[\s,.;)]))"
)
# `we propose a Kite Tree method`: words with capitals before their kind.
_KIND_OF = re.compile(rf"[A-Z][\w-]+ {_KIND}\b")
_BRINGS_IT = re.compile(rf"\b{_BRING},? (?:the |a |an |our |novel |new )*((?:[A-Z][\w-]+ ){{1,5}}[A-Z][\w-]+)$")
# `we present Kite, a ...`, `this paper introduces the Kites -- a ...`: an apposition makes a name of plain words too.
_APPOSED = re.compile(
    rf"\b{_BRING},? (?:the |our |novel |new )*{MARK}"
    rf"({NAME}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,4}})[}}\"'*”’]*(?:,? or {MARK}(?P<short>{NAME}))?"
    r"(?:,[\"”’']* (?:a|an|the|our|which|or)\b|,? ?(?:--+|—|–|x2014) ?(?:a|an|the)\b)"
)
_GENERIC = re.compile(r"^an? |\b(?:neural|deep|adversarial) networks?$|^(?:data|deep|end-to-end) [\w-]+$", re.I)
# `we propose kite-guided distillation, a ...`, `a method called kite pruning`: plain words that name a technique.
_TECHNIQUE = re.compile(
    rf"(?:\b[Ww]e (?:\w+ ){{0,2}}{_BRING}|\b{_CALL},?) {MARK}((?:(?!the|to|that|an?)[a-z][\w-]+ ){{1,4}}?[a-z-]+)"
    r"[}\"'”’]*(?:, (?:an?|the|which)\b|: an?\b| ?(?:--|—) ?an?\b| \(|,? to\b)"
)
_SHORT = re.compile(rf"\(\s?{MARK}({NAME}s?|[A-Z]{{2,}}[a-z]?)[}}\"'*$]*\s?[,;)]")
# What stands between the bringing verb and the long form: words that modify it, or a description and a comma.
_BRINGS = re.compile(
    rf"\b(?:our (?:proposed |novel |new )?\W*|"
    rf"(?:{_BRING}|called|named|dubbed|termed|namely|\w+(?:work|thod|ach|del|ithm|ique|tem|line|ture|egy),)"
    rf"{_DESCRIBED}\W*)$",
    re.I,
)
# What a long form ends with that is no system; what its short form is the name of, which is none.
_NO_SYSTEM = re.compile(
    r"\b(?:problems?|tasks?|errors?|rates?|scores?|index|indices|metrics?|distances?|spotting|diagnosis|challenge|ratio"
    r"|interfaces?|datasets?|benchmarks?|corpus|indicators?|equations?|criteri(?:on|a)|stud(?:y|ies))\W*$",
    re.I,
)
_OF_NO_SYSTEM = re.compile(
    r"[}\"'*$)]*[ -](?:[a-z]+ )?(?:data ?set|benchmark|corpus|metric|score|problem|task|module|loss|head|operation)s?\b"
)
_NO_NAME = re.compile(r"[(%]|\d\.\d")
_OURS = re.compile(r"\b(?:we|our|novel|new)\b", re.I)
_LONGEST = 90


def brought_names(abstract: str) -> Iterator[str]:
    """Names that the abstract brings, the plainest first."""
    calls = any(word in abstract for word in _CALLING)
    for pattern in (_CALLED, _KIND_CALLED) if calls else ():
        called = pattern.search(abstract)
        if called and not is_plain(called["short"] or called[1]):
            yield called["short"] or called[1]
    apposed = _APPOSED.search(abstract)
    if apposed and not is_plain(apposed[1]):
        yield apposed["short"] or apposed[1]
    yield from _named(abstract)
    brought = _BROUGHT.search(abstract)
    told = brought is not None and _is_told(brought[1], abstract, brought.start())
    if brought and not told and not is_plain(brought[1]) and not _OF_NO_SYSTEM.match(abstract, brought.end()):
        yield brought[1]
    shorts = list(_shortened(abstract))
    yield from (short for short in shorts if not any(other.startswith(f"{short}-") for other in shorts))
    yield from (name for beside in _BESIDE.finditer(abstract) if not is_plain(name := beside[1] or beside[2]))
    yield from _of_kind(abstract)
    yield from (plain[1] for plain in _TECHNIQUE.finditer(abstract) if is_technique(plain[1]))


def _is_told(name: str, abstract: str, end: int) -> bool:
    """Whether a short form was told before `end`, of something that is not the authors': `Kite flying (KF) is hard`."""
    place = abstract.find(f"({name})", 0, end)
    sentence = abstract[abstract.rfind(". ", 0, max(0, place)) + 1 : place]
    return place >= 0 and _OURS.search(sentence) is None


def _named(abstract: str) -> Iterator[str]:
    """Names behind their kind, where what stands before it brings them."""
    for match in _NAMED.finditer(abstract):
        name = match["short"] if match["short"] and abbreviates(match["short"], match[1]) else match[1]
        if _BRINGS_KIND.search(abstract, max(0, match.start() - _LONGEST), match.start()) and not is_plain(name):
            yield name


def _of_kind(abstract: str) -> Iterator[str]:
    """Names of several words before their kind."""
    for match in _KIND_OF.finditer(abstract):
        end = abstract.rfind(" ", 0, match.end())
        brought = _BRINGS_IT.search(abstract, max(0, end - _LONGEST), end)
        if brought and not is_plain(brought[1].split()[-1]) and brought[1].split()[-1] != "Learning":
            yield brought[1]


def _shortened(abstract: str) -> Iterator[str]:
    """`we propose a Long Name (LN)`."""
    for short in _SHORT.finditer(abstract):
        name = short[1]
        single = name[:-1] if name.endswith("s") and name[:-1].isupper() else name
        if is_plain(single) or is_plain(name) or name.isdigit():
            continue
        before = abstract[max(0, short.start() - _LONGEST) : short.start()].rstrip()
        cut = [m.end() for m in re.finditer(r"[.;!?]\s", before)]
        before = before[cut[-1] :] if cut else before
        longs = [long for long in _long_forms(name, before) if not _NO_SYSTEM.search(long)]
        brought = any(_BRINGS.search(before[: before.rfind(long)].rstrip() + " ") for long in longs)
        if brought and not _OF_NO_SYSTEM.match(abstract, short.end()):
            yield single


def _long_forms(short: str, before: str) -> Iterator[str]:
    """The words right before a bracket that its capitals begin, three more than it has capitals at most."""
    words = list(re.finditer(r"[A-Za-z][\w'/]*|\d+D", before))
    most = sum(c.isupper() for c in short) + 3
    for word in words[-1 : -most - 1 : -1][::-1]:
        long = before[word.start() :]
        begins = word[0][0].lower() == short[0].lower() and len(long.split()) > 1
        if (abbreviates(short, long) or begins) and not _NO_NAME.search(long):
            yield long


def brings(before: str) -> bool:
    """Whether words bring what stands right behind them: `we propose a new`."""
    return _BRINGS.search(before[-_LONGEST:]) is not None


def is_technique(phrase: str) -> bool:
    """Whether plain words name what is new: `kite-guided distillation`, but no `deep neural network`."""
    return phrase.split()[-1].lower() in words("techniques") and not _GENERIC.search(phrase)


def is_plain(name: str) -> bool:
    """Whether every field knows a name, `CNN`: it is nobody's own."""
    return name.lower() in words("plain-shorts")
