"""The paper's own name for its system: out of its title, or where the abstract brings it (`we propose X`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.mentions.short import abbreviates
from leaderboard.words import words

# A name of one word has an inner capital or digit: `KiteNet`, `KITE`, `Kite-T5`; no `Kite-Based`, no `KITE-guided`.
_WORD = r"(?!\w+-[a-z]+\b|[A-Z][a-z]+-[A-Z][a-z]+\b)[A-Za-z][\w.+-]*[A-Z\d][\w+-]*(?:\+{1,2}|\*(?!\*))?"
_MARK = r"(?:\\?(?:text(?:bf|it|tt|sc)|emph|mathrm)\s*\{?|(?:\\|(?<=\{))(?:bf|it|sc)\b|[\"'`*_“‘{($]){0,6}\s*"
# `\textbf{K}ite`, `$\textsc{Kite}$`.
_MARKUP = re.compile(r"\$?\\(?:text(?:bf|it|tt|sc|rm|sf)|emph|math(?:rm|bf|tt))\s*\{([\w .+-]*)\}\$?")
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
_CALLED = re.compile(rf"\b{_CALL},? (?:the |a |an |as )?{_MARK}((?:[A-Z][\w-]* ){{0,4}}\((?P<short>{_WORD})\)|{_WORD})")
# `a new method called long kite search (LKS)`, `a framework, dubbed Soaring Kites`: behind a kind any words are a name.
_KIND_CALLED = re.compile(
    rf"\b{_KIND},? (?:\(?(?:that|which) is |thus |and )?{_CALL},? (?:the |a |an |as )?{_MARK}"
    rf"((?:[A-Za-z][\w-]* ){{1,7}}\({_MARK}(?P<short>{_WORD})[}}\"'*]*\)|[A-Z][\w-]+(?: [A-Z][\w-]+){{1,4}})"
)
_BROUGHT = re.compile(
    rf"\b(?:[Ww]e (?:\w+ ){{0,3}}?{_BRING}|(?:by |and |also |paper |work |study |article |report |authors? )"
    r"(?:propos|introduc|present|develop|design|devis)(?:e|es|ing|s)?)"
    rf" (?:the |a |an |our |novel |new )*{_MARK}({_WORD})(?! [A-Z][a-z]+ [A-Z(])(?=[\s,:;)}}\"'*(])"
)
# Words that describe what is brought, up to its kind: none that leads on to something else.
_DESCRIBED = (
    r"(?: (?!(?:for|of|to|in|on|with|by|from|using|uses?|via|based|that|which|and|as|under|through|over|than|into"
    r"|against|between|leveraging|utilizing|employing|is|are)\b)[\w-]+,?){0,6}"
)
# `we propose a new framework, Kite, which`: what is named behind its kind.
_NAMED = re.compile(
    rf", (?:(?:the|a|an) )?{_MARK}({_WORD}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})[}}\"'*$]*"
    rf"(?: \((?:(?P<short>{_WORD})|[^()]*)\))?,"
)
_BRINGS_KIND = re.compile(rf"\b(?:{_BRING}|[Oo]ur)\b(?:[^.;:,]|\.(?=\d)){{0,80}}\b{_KIND}$")
# `we propose a tree-like method (KITE)`, `our fast network KiteNet`: behind its kind, in brackets or bare.
_BESIDE = re.compile(
    rf"\b(?:{_BRING}|[Oo]ur){_DESCRIBED} {_KIND} "
    rf"(?:\({_MARK}({_WORD})[}}\"'*$]*\)|{_MARK}({_WORD})(?=[}}\"'*$]*[\s,.;)]))"
)
# `we propose a Kite Tree method`: words with capitals before their kind.
_KIND_OF = re.compile(rf"[A-Z][\w-]+ {_KIND}\b")
_BRINGS_IT = re.compile(rf"\b{_BRING},? (?:the |a |an |our |novel |new )*((?:[A-Z][\w-]+ ){{1,5}}[A-Z][\w-]+)$")
# `we present Kite, a ...`, `this paper introduces the Kites -- a ...`: an apposition makes a name of plain words too.
_APPOSED = re.compile(
    rf"\b{_BRING},? (?:the |our |novel |new )*{_MARK}"
    rf"({_WORD}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,4}})[}}\"'*”’]*(?:,? or {_MARK}(?P<short>{_WORD}))?"
    r"(?:,[\"”’']* (?:a|an|the|our|which|or)\b|,? ?(?:--+|—|–|x2014) ?(?:a|an|the)\b)"
)
_GENERIC = re.compile(r"^an? |\b(?:neural|deep|adversarial) networks?$|^(?:data|deep|end-to-end) [\w-]+$", re.I)
# `we propose kite-guided distillation, a ...`, `a method called kite pruning`: plain words that name a technique.
_TECHNIQUE = re.compile(
    rf"(?:\b[Ww]e (?:\w+ ){{0,2}}{_BRING}|\b{_CALL},?) {_MARK}((?:(?!the|to|that|an?)[a-z][\w-]+ ){{1,4}}?[a-z-]+)"
    r"[}\"'”’]*(?:, (?:an?|the|which)\b|: an?\b| ?(?:--|—) ?an?\b| \(|,? to\b)"
)
# Where the phrase that a title opens with ends.
_PHRASE_END = re.compile(r"[:?]| (?:for|to|via|with|in|from|using|of|on|by|as|and|that|is|are|at|through)\b", re.I)
_SHORT = re.compile(rf"\(\s?{_MARK}({_WORD}s?|[A-Z]{{2,}}[a-z]?)[}}\"'*$]*\s?[,;)]")
_ITS_SHORT = re.compile(rf"s?[}}'’\"”*]*\s?\(\s?{_MARK}({_WORD}|[A-Z]{{2,}})s?[}}\"'*]*\s?\)", re.I)
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
_YEAR = re.compile(r"20\d\d$")
_OURS = re.compile(r"\b(?:we|our|novel|new)\b", re.I)
_MEASURES = re.compile(
    r"(?: \([^()]*\))?(?:,| is|:| --?| —)? (?:an?|the) (?:[\w-]+,? ){0,5}?(?:framework|suite|platform|environment"
    r"|testbed|toolkit|protocol|metric|methodology|pipeline) (?:for|to|that) (?:\w+ )?"
    r"(?:evaluat|assess|benchmark|measur|audit|quantif)"
)
_LONGEST = 90
_JOINTS = {ord(c): None for c in "-_ "}


def own_name(title: str, abstract: str) -> str | None:
    """The name that a paper gives its system, as its abstract writes it; null where neither text brings one."""
    if "\\" in abstract:
        abstract = _MARKUP.sub(r"\1", abstract)
    name = _titled(title, abstract) or next(_brought(abstract), None) or _phrase(title, abstract)
    return None if name and _evaluates(name, abstract) else name


def _evaluates(name: str, abstract: str) -> bool:
    """Whether what a name is given to measures systems and is none: `Kite, a framework for evaluating nets`."""
    place = find_word(name, abstract)
    return place >= 0 and _MEASURES.match(abstract, place + len(name)) is not None


def _titled(title: str, abstract: str) -> str | None:
    head, colon, _ = title.partition(":")
    if not colon:
        return None
    name = re.sub(r"^The ", "", head.strip(" \"'`*$"))
    count = len(name.split())
    bracket = re.search(r"\(([^()]{2,20})\)$", name)
    if bracket:
        return _as_written(bracket[1], abstract) or _as_written(bracket[1].rstrip("s"), abstract)
    if not 0 < count <= 4 or not any(c.isupper() for c in name) or len(name) > 40 or _YEAR.search(name):
        return None
    if count == 1 and name[1:].islower() and find_word(name, abstract) < 0 <= find_word(name.lower(), abstract):
        return None
    at = abstract.lower().find(name.lower())
    short = _ITS_SHORT.match(abstract, at + len(name)) if at >= 0 else None
    if short and not _plain(short[1]):
        return short[1]
    if count == 1:
        return _as_written(name, abstract) or name
    return name if find_word(name, abstract) >= 0 and _is_name(name) else None


def _phrase(title: str, abstract: str) -> str | None:
    """The phrase that the title opens with, where the abstract brings it by capitals or as a technique.

    `We propose a Kite Tree`, `we propose kite-guided distillation`.
    """
    head = _PHRASE_END.split(title, maxsplit=1)[0].strip(" \"'`")
    if not 1 < len(head.split()) <= 5:
        return None
    place = abstract.lower().find(head.lower())
    if place < 0 or not _BRINGS.search(abstract[max(0, place - _LONGEST) : place].rstrip()):
        return None
    phrase = abstract[place : place + len(head)]
    return phrase if _is_technique(phrase) or re.match(r"[A-Z]|\w*[a-z][A-Z]", phrase) else None


def _is_technique(phrase: str) -> bool:
    """Whether plain words name what is new: `kite-guided distillation`, but no `deep neural network`."""
    return phrase.split()[-1].lower() in words("techniques") and not _GENERIC.search(phrase)


def _plain(name: str) -> bool:
    return name.lower() in words("plain-shorts")


def _is_name(name: str) -> bool:
    return all(word[0].isupper() or any(c.isdigit() for c in word) for word in name.split() if len(word) > 3)


def _as_written(name: str, abstract: str) -> str | None:
    """The name as the abstract spells it: `Kite-Net` for `KiteNet`."""
    if find_word(name, abstract) >= 0 and not name.islower():
        return name
    letters = [c for c in name if c.isalnum() or c in "+*^"]
    if not letters or "".join(letters).lower() not in abstract.lower().translate(_JOINTS):
        return None
    found = re.search(r"(?<![\w-])" + r"[-_ ]?".join(map(re.escape, letters)) + r"(?![\w])", abstract, re.I)
    if found and found[0].islower() and not name.islower():
        return name
    return found[0] if found else None


def find_word(name: str, text: str) -> int:
    """Where a text has a name that is no part of a longer word; -1 where it has not."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _in_word(text, start - 1) and not _in_word(text, end):
            return start
        start = text.find(name, end)
    return -1


def _in_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")


def _brought(abstract: str) -> Iterator[str]:
    """Names that the abstract brings, the plainest first."""
    for called in (_CALLED.search(abstract), _KIND_CALLED.search(abstract)):
        if called and not _plain(called["short"] or called[1]):
            yield called["short"] or called[1]
    apposed = _APPOSED.search(abstract)
    if apposed and not _plain(apposed[1]):
        yield apposed["short"] or apposed[1]
    yield from _named(abstract)
    brought = _BROUGHT.search(abstract)
    told = brought is not None and _is_told(brought[1], abstract, brought.start())
    if brought and not told and not _plain(brought[1]) and not _OF_NO_SYSTEM.match(abstract, brought.end()):
        yield brought[1]
    shorts = list(_shortened(abstract))
    yield from (short for short in shorts if not any(other.startswith(f"{short}-") for other in shorts))
    yield from (name for beside in _BESIDE.finditer(abstract) if not _plain(name := beside[1] or beside[2]))
    yield from _of_kind(abstract)
    yield from (plain[1] for plain in _TECHNIQUE.finditer(abstract) if _is_technique(plain[1]))


def _is_told(name: str, abstract: str, end: int) -> bool:
    """Whether a short form was told before `end`, of something that is not the authors': `Kite flying (KF) is hard`."""
    place = abstract.find(f"({name})", 0, end)
    sentence = abstract[abstract.rfind(". ", 0, max(0, place)) + 1 : place]
    return place >= 0 and _OURS.search(sentence) is None


def _named(abstract: str) -> Iterator[str]:
    """Names behind their kind, where what stands before it brings them."""
    for match in _NAMED.finditer(abstract):
        name = match["short"] if match["short"] and abbreviates(match["short"], match[1]) else match[1]
        if _BRINGS_KIND.search(abstract, max(0, match.start() - _LONGEST), match.start()) and not _plain(name):
            yield name


def _of_kind(abstract: str) -> Iterator[str]:
    """Names of several words before their kind."""
    for match in _KIND_OF.finditer(abstract):
        end = abstract.rfind(" ", 0, match.end())
        brought = _BRINGS_IT.search(abstract, max(0, end - _LONGEST), end)
        if brought and not _plain(brought[1].split()[-1]) and brought[1].split()[-1] != "Learning":
            yield brought[1]


def _shortened(abstract: str) -> Iterator[str]:
    """`we propose a Long Name (LN)`."""
    for short in _SHORT.finditer(abstract):
        name = short[1]
        single = name[:-1] if name.endswith("s") and name[:-1].isupper() else name
        if _plain(single) or _plain(name) or name.isdigit():
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
