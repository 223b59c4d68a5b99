"""Daily-Papers pages saved as text: title and abstract in turn, banners in front and between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_BANNER = re.compile(
    r"new|daily papers|subscribe|get trending papers in your email inbox.*|by\s*AK and the research community"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? \w{3,9} \d{1,2}(?:,? \d{4})?"
    r"|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_INVITATION = "get trending papers"
_TITLE_LENGTH = 300


@dataclass(slots=True)
class _Draft:
    line: int
    title: str
    abstract: str = ""

    def papers(self) -> Iterator[tuple[int, str, str]]:
        """This one, if it has begun."""
        if self.title:
            yield self.line, self.title, self.abstract


def is_banner(line: str) -> bool:
    """Whether a line of a page belongs to the site rather than to a paper."""
    return _BANNER.fullmatch(line.strip()) is not None


def looks_like_page(text: str) -> bool:
    """Whether a text, or the beginning of one, is such a page: by banners, else by titles and long lines in turn."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(line.lower().startswith(_INVITATION) or "AK and the research community" in line for line in lines):
        return True
    lines = [line for line in lines if not is_banner(line)]
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    good = sum(
        _is_title(title) and len(abstract) > max(len(title), 80) and abstract[-1] in ".!?)" for title, abstract in pairs
    )
    return bool(pairs) and good >= 0.8 * len(pairs)


def parse(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """(line, title, abstract) of each paper; the abstract is empty where a title has none. Lines count from 1.

    Titles and abstracts come in turn. Two things put the turn right again: a line too long for a title goes on with
    the abstract before it, and a banner begins anew.
    """
    draft = _Draft(0, "")
    for number, line in _content(lines):
        if not line:  # a banner
            yield from draft.papers()
            draft = _Draft(0, "")
        elif not draft.title:
            draft = _Draft(number, line)
        elif not draft.abstract:
            draft.abstract = line
        elif len(line) <= _TITLE_LENGTH:
            yield from draft.papers()
            draft = _Draft(number, line)
        elif _is_title(draft.abstract):
            # What stood in the abstract's place was the next title: the one before it has no abstract.
            yield draft.line, draft.title, ""
            draft = _Draft(number - 1, draft.abstract, line)
        else:
            draft.abstract += " " + line
    yield from draft.papers()


def _content(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, numbered and trimmed; a banner as an empty line, unglued from what follows it."""
    invited = False
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if is_banner(line):
            invited = line.lower().startswith(_INVITATION)
            yield number, ""
        elif line:
            yield number, line.removeprefix("Subscribe").lstrip() if invited else line
            invited = False


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and not line.endswith(".") and re.match(r"#|[-*+] |```|\||>|//|<", line) is None
