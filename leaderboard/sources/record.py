"""What a file says about one paper, and the paper that this makes: ids, dates, links and trimmed text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from leaderboard.model import Paper
from leaderboard.sources.known import KnownPapers

FIELDS = ("id", "title", "abstract", "doi", "arxiv_id", "url", "date", "authors", "categories", "versions")
"""What a record may say of a paper; `title` and `abstract` it must. Column mapping is by these names."""

_ARXIV = re.compile(
    r"(?:arxiv:|(?:https?://)?(?:\w+\.)?arxiv\.org/(?:abs|pdf|html)/)?"
    r"(?P<id>(?P<new>(?P<month>\d\d(?:0[1-9]|1[0-2]))\.(?P<number>\d{4,5}))"
    r"|[a-z][a-z-]*(?:\.[a-z]{2})?/(?P<old>\d\d(?:0[1-9]|1[0-2]))\d{3})(?P<version>v\d+)?(?:\.pdf)?/?",
    re.IGNORECASE,
)
_HALVES = re.compile("[\ud800-\udfff]")
_ISO = re.compile(r"((?:1[5-9]|20|21)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def collapse(text: str) -> str:
    """The text with white space collapsed to single blanks and trimmed."""
    return " ".join(text.split())


def slug(title: str) -> str:
    """The title as an id: lower case, runs outside a-z0-9 one `-`, 80 characters at most; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80].strip("-")


def text_id(abstract: str) -> str:
    """The id of a paper that has no better: 12 hexadecimal digits of its abstract's SHA-256."""
    return hashlib.sha256(abstract.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def arxiv_id(text: str) -> str | None:
    """The arXiv id, without version, of `2401.00001v2`, `arXiv:cs/0112017` or an arXiv address; else null."""
    found = _ARXIV.fullmatch(text.strip())
    if found is None or not _plausible(found):
        return None
    return found["id"]


def arxiv_month(identifier: str) -> str | None:
    """The month an arXiv id says: `2023-10` of `2310.01234`, `1999-01` of `hep-th/9901001`."""
    found = _ARXIV.fullmatch(identifier)
    if found is None or not _plausible(found):
        return None
    digits = found["month"] or found["old"]
    century = "19" if found["old"] and digits[:2] >= "91" else "20"
    return f"{century}{digits[:2]}-{digits[2:]}"


def _plausible(found: re.Match[str]) -> bool:
    """Numbers had four digits from April 2007 on, five from 2015 on; before there were names of archives."""
    if found["new"]:
        return found["month"] >= "0704" and len(found["number"]) == (4 if found["month"] < "1501" else 5)
    return found["old"] >= "9108" or found["old"] <= "0703"


def paper_of(record: Mapping[str, Any], source: str, known: KnownPapers) -> Paper | str:
    """The paper of a record, or what it lacks.

    `paper_id` is the record's own `id` (an arXiv version stripped), else its DOI, else the title's slug, else
    `text_id`. The table of known papers adds arXiv id, url and date where the record gives none.
    """
    title, abstract = collapse(_text(record.get("title"))), collapse(_text(record.get("abstract")))
    if not title or not abstract:
        return "no title" if not title else "no abstract"
    own, doi = _text(record.get("id")).strip(), _doi(_text(record.get("doi")))
    url = _text(record.get("url")).strip() or None
    arxiv = next(filter(None, map(arxiv_id, (_text(record.get("arxiv_id")), own, url or ""))), None)
    entry = known.find(title, arxiv)
    if arxiv is None and entry is not None:
        arxiv = entry.arxiv_id
    date = _date(record) or (entry.date if entry else None) or (arxiv_month(arxiv) if arxiv else None)
    if url is None:
        url = (entry.url if entry else None) or _link(arxiv, doi)
    return Paper(
        paper_id=_own_id(own) or doi or slug(title) or text_id(abstract),
        title=title,
        abstract=abstract,
        url=url,
        arxiv_id=arxiv,
        date=date,
        authors=_names(record.get("authors"), r"\s*;\s*|\s*,\s+and\s+|\s+and\s+|,\s+"),
        categories=_names(record.get("categories"), r"[\s,;]+"),
        sources=(source,),
    )


def _own_id(own: str) -> str:
    found = _ARXIV.fullmatch(own)
    return own[: found.start("version")] + own[found.end("version") :] if found and found["version"] else own


def _doi(text: str) -> str | None:
    found = _DOI.fullmatch(text.strip())
    return found[1] if found else None


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


def iso_date(text: str) -> str | None:
    """`2023-10-05` of an ISO date or time or of `Thu, 5 Oct 2023 10:00:00 GMT`, to the precision given; else null."""
    found = _ISO.match(text.strip())
    if found:
        return "-".join(filter(None, found.groups()))
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except ValueError:
        return None


def _text(value: Any) -> str:
    """A cell as text: null and NaN are empty; half of a surrogate pair, which is no character, becomes U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() else _HALVES.sub("\ufffd", value)
    return "" if value is None or value != value or isinstance(value, (dict, list)) else str(value)


def _names(value: Any, between: str) -> tuple[str, ...]:
    parts: Iterable[Any] = re.split(between, collapse(value)) if isinstance(value, str) else _listed(value)
    return tuple(name for part in parts if (name := collapse(_text(part))))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
