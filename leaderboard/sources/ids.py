"""Ids and dates as texts give them: arXiv ids, DOIs, slugs of titles, hashes of abstracts, ISO dates."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from email.utils import parsedate_to_datetime

_ARXIV = re.compile(
    r"(?:arxiv:|(?:https?://)?(?:\w+\.)?arxiv\.org/(?:abs|pdf|html)/)?"
    r"(?P<id>(?P<new>(?P<month>\d\d(?:0[1-9]|1[0-2]))\.(?P<number>\d{4,5}))"
    r"|[a-z][a-z-]*(?:\.[a-z]{2})?/(?P<old>\d\d(?:0[1-9]|1[0-2]))\d{3})(?P<version>v\d+)?(?:\.pdf)?/?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{3,4})\.(\d{1,5})")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ISO = re.compile(rf"((?:1[5-9]|20|21)\d\d)(?:(?P<by>[-/])(1[0-2]|0?[1-9])(?:(?P=by)({_DAY}))?)?(?![\d/-])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELT = re.compile(
    rf"(?:(?P<before>{_DAY})(?:st|nd|rd|th)?[ -])?(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?[ -]"
    rf"(?:(?P<after>{_DAY})(?:st|nd|rd|th)?,? )?(?P<year>(?:1[5-9]|20|21)\d\d)",
    re.IGNORECASE,
)
_FIVE_DIGITS = "1501"
"""The month from which on numbers in arXiv ids have five digits."""
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def slug(title: str) -> str:
    """The title as an id: lower case, runs outside a-z0-9 one `-`, 80 characters at most; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80].strip("-")


def text_id(abstract: str) -> str:
    """The id of a paper that has no better: 12 hexadecimal digits of its abstract's SHA-256."""
    return hashlib.sha256(abstract.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def arxiv_id(text: str) -> str | None:
    """The arXiv id, without version, of `2401.00001v2`, `arXiv:cs/0112017` or an arXiv address; else None."""
    found = _ARXIV.fullmatch(text.strip())
    if found is None or not _plausible(found):
        return None
    return found["id"]


def arxiv_id_of_number(text: str) -> str | None:
    """The arXiv id that a program took for a number, which has no zeros at its ends: `704.0001`, `2310.0751`."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or not int(found[2]):
        return None
    month = found[1].zfill(4)
    return arxiv_id(f"{month}.{found[2].ljust(5 if month >= _FIVE_DIGITS else 4, '0')}")


def without_version(identifier: str) -> str:
    """An id as it stands, but for the version of an arXiv id."""
    found = _ARXIV.fullmatch(identifier)
    if found is None or not found["version"]:
        return identifier
    return identifier[: found.start("version")] + identifier[found.end("version") :]


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
        return found["month"] >= "0704" and len(found["number"]) == (4 if found["month"] < _FIVE_DIGITS else 5)
    return found["old"] >= "9108" or found["old"] <= "0703"


def doi_of(text: str) -> str | None:
    """The DOI of `10.1000/x`, `doi:10.1000/x` or a doi.org address; else None."""
    found = _DOI.fullmatch(text.strip())
    return found[1] if found else None


def iso_date(text: str) -> str | None:
    """`2023-10-05` of an ISO date or time, of `2023/10/5`, `5 Oct 2023`, `October 5, 2023` or
    `Thu, 5 Oct 2023 10:00:00 GMT`, to the precision given; else None, as of `05/10/2023`, which may be one of two, and
    of a day that its month does not have.
    """
    if found := _ISO.match(text.strip()):
        return _there("-".join(part.zfill(2) for part in found.group(1, 3, 4) if part))
    if found := _SPELT.fullmatch(text.strip()):
        day = found["before"] or found["after"]
        month = _MONTHS.index(found["month"].lower()) + 1
        return _there(f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else ""))
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except (ValueError, OverflowError):  # a year of more digits than a machine's number has
        return None


def _there(iso: str) -> str | None:
    """The date, unless it is a day that its month does not have."""
    try:
        return iso if len(iso) < len("2023-10-05") or date.fromisoformat(iso) else None
    except ValueError:
        return None
