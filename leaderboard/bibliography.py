"""The papers of a table as BibTeX, and their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from leaderboard.model import Paper


def bib_keys(papers: Iterable[Paper]) -> dict[str, str]:
    """The key of each paper (`smith2023learning`) by its id; none twice."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for paper in papers:
        keys[paper.paper_id] = _bib_key(paper, taken)
        taken.add(keys[paper.paper_id])
    return keys


def bibtex(papers: Iterable[Paper]) -> str:
    """An entry a paper, with the arXiv number where it is known."""
    given = list(papers)
    keys = bib_keys(given)
    entries = []
    for paper in given:
        fields = {
            "title": "{" + tex(paper.title) + "}",
            "author": " and ".join(tex(author) for author in paper.authors),
            "year": (paper.date or "")[:4],
            "eprint": paper.arxiv_id or "",
            "archivePrefix": "arXiv" if paper.arxiv_id else "",
            "url": _url(paper.url or ""),
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        entries.append(f"@misc{{{keys[paper.paper_id]},\n{body}}}\n")
    return "\n".join(entries)


def _bib_key(paper: Paper, taken: set[str]) -> str:
    author = paper.authors[0].replace(",", " ").split() if paper.authors else []
    # `Smith, Ann` puts the family name first, `Ann Smith` last.
    family = (author[0] if "," in paper.authors[0] else author[-1]) if author else ""
    words = [word for word in re.findall(r"[a-z0-9]+", paper.title.lower()) if word not in _STOP]
    parts = (
        re.sub(r"[^a-z0-9]", "", normalize("NFKD", family.lower())),
        (paper.date or "")[:4],
        words[0] if words else "",
    )
    stem = "".join(parts) or "paper"
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}-{count}"
    return key


_STOP = frozenset({"a", "an", "the", "on", "of", "for", "in", "to", "and", "towards", "with"})
_TEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "±": r"$\pm$", "×": r"$\times$", "−": "$-$", "–": "--", "≤": r"$\leq$", "≥": r"$\geq$", "≈": r"$\approx$",
    # BibTeX counts braces also behind a backslash: an odd one would end the file.
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    **{character: "\\" + character for character in "&%$#_"},
}  # fmt: skip


def tex(text: str) -> str:
    """The text as LaTeX sets it: no character of it is a command."""
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))


def _url(url: str) -> str:
    """BibTeX only minds braces, backslashes and blanks in an address; they are written in per cent form."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found.group()):02X}", url)
