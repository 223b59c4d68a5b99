"""What a file says about one paper, and the paper that this makes: ids, dates, links and trimmed text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from leaderboard.model import Paper
from leaderboard.sources.authors import authors_of
from leaderboard.sources.ids import (
    arxiv_id,
    arxiv_id_of_number,
    arxiv_month,
    doi_of,
    iso_date,
    slug,
    text_id,
    without_version,
)
from leaderboard.sources.known import KnownPapers
from leaderboard.sources.skips import Fault
from leaderboard.text import collapse

FIELDS = ("id", "title", "abstract", "doi", "arxiv_id", "url", "date", "authors", "categories", "versions")
"""What a record may say of a paper; `title` and `abstract` it must. Column mapping is by these names."""

# A truth value is a number too: it comes first.
_KINDS = (
    (bool, "true or false"), ((int, float), "a number"), ((list, tuple), "a list"), (dict, "an object"),
    (bytes, "bytes"),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_BETWEEN_CATEGORIES = re.compile(r"[\s,;]+")
_SHOWN = 40
_HALVES = re.compile("[\ud800-\udfff]")


def paper_of(
    record: Mapping[str, Any], source: str, known: KnownPapers, note: Callable[[Fault], None]
) -> Paper | Fault:
    """The paper of a record, or what is wrong with it.

    `paper_id` is the record's own `id` (an arXiv version stripped), else its DOI, else the title's slug, else
    `text_id`. The table of known papers adds arXiv id, url and date where the record gives none. `note` hears of what
    is no reason to leave the paper out: a date or an arXiv id that is none.
    """
    for field in ("title", "abstract"):
        if kind := _no_text(record.get(field)):
            return Fault(f"{field} is {kind}, not text", "write it as text")
    title, abstract = collapse(_text(record.get("title"))), collapse(_text(record.get("abstract")))
    if not title or not abstract:
        return Fault("no abstract" if title else "no title")
    own, doi = _text(record.get("id")).strip(), doi_of(_text(record.get("doi")))
    url = _text(record.get("url")).strip() or None
    arxiv = next(filter(None, map(arxiv_id, (_text(record.get("arxiv_id")), own, url or ""))), _arxiv_number(record))
    entry = known.find(title, arxiv)
    _note_unread(record, arxiv, note)
    if arxiv is None and entry is not None:
        arxiv = entry.arxiv_id
    date = _date(record) or (entry.date if entry else None) or (arxiv_month(arxiv) if arxiv else None)
    if url is None:
        url = (entry.url if entry else None) or _link(arxiv, doi or doi_of(own))
    return Paper(
        paper_id=without_version(own) or doi or slug(title) or text_id(abstract),
        title=title,
        abstract=abstract,
        url=url,
        arxiv_id=arxiv,
        date=date,
        authors=_names(record.get("authors"), authors_of),
        categories=_names(record.get("categories"), _BETWEEN_CATEGORIES.split),
        sources=(source,),
    )


def _note_unread(record: Mapping[str, Any], arxiv: str | None, note: Callable[[Fault], None]) -> None:
    stated, date = _text(record.get("arxiv_id")).strip(), _text(record.get("date"))
    if stated and arxiv is None:
        note(Fault("the arXiv id is none and is left out", "write it like 2310.01234", stated[:_SHOWN]))
    if _DIGIT.search(date) and iso_date(date) is None:  # `forthcoming` says that there is none
        note(Fault("the date is none that we read and is left out", "write it like 2023-10-05", date[:_SHOWN]))


def _arxiv_number(record: Mapping[str, Any]) -> str | None:
    """The arXiv id of a record where it stands as a number."""
    own = record.get("id")
    given = (_text(record.get("arxiv_id")), str(own) if isinstance(own, float) else "")
    return next(filter(None, map(arxiv_id_of_number, given)), None)


def _no_text(value: Any) -> str | None:
    """What a value is that is neither text nor missing (None, NaN)."""
    if isinstance(value, str) or value is None or value != value:
        return None
    return next((name for kind, name in _KINDS if isinstance(value, kind)), f"a {type(value).__name__}")


def _link(arxiv: str | None, doi: str | None) -> str | None:
    if arxiv:
        return f"https://arxiv.org/abs/{arxiv}"
    return f"https://doi.org/{doi}" if doi else None


def _date(record: Mapping[str, Any]) -> str | None:
    versions = record.get("versions")
    if isinstance(versions, list) and versions and isinstance(versions[0], dict):
        first = next((v for v in versions if isinstance(v, dict) and v.get("version") == "v1"), versions[0])
        if date := iso_date(_text(first.get("created"))):
            return date
    return iso_date(_text(record.get("date")))


def _text(value: Any) -> str:
    """A cell as text: None and NaN are empty; half of a surrogate pair, which is no character, becomes U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() else _HALVES.sub("\ufffd", value)
    return "" if value is None or value != value or isinstance(value, (dict, list)) else str(value)


def _names(value: Any, parted: Callable[[str], Iterable[Any]]) -> tuple[str, ...]:
    listed = parted(value) if isinstance(value, str) else _listed(value)
    parts = (part.get("name") if isinstance(part, dict) else part for part in listed)
    return tuple(name for part in parts if (name := collapse(_text(part))))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
