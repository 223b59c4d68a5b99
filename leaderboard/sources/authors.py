r"""The authors of a paper out of one text, in the ways that lists of names are written, with LaTeX's `\'e` as `é`."""

from __future__ import annotations

import re
from unicodedata import normalize

from leaderboard.text import collapse

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "dj": "đ", "DJ": "Đ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "i": "ı", "j": "ȷ",
}  # fmt: skip
_ACCENTED = re.compile(
    r"\\(?:(['`^\"~=.])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"
    r"|([uvHcdbrk])(?:\s*\{\s*\\?([A-Za-z])\s*\}|\s+([A-Za-z])))"
)
_NAMED = re.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|\s+(?=[a-z]))?")


def authors_of(text: str) -> list[str]:
    """The names: parted by semicolons where there are any, each then perhaps `Family, Given`; by `and` where each
    between is of that form, as in BibTeX; else by commas and `and`."""
    plain = collapse(_decoded(text))
    parts = re.split(r"\s*;\s*(?:and\s+)?|\s+and\s+", plain)
    if ";" not in plain and not (len(parts) > 1 and all(part.count(",") == 1 for part in parts)):
        parts = re.split(r"\s*,\s+and\s+|\s+and\s+|,\s+", plain)
    return parts


def _decoded(text: str) -> str:
    if "\\" not in text and "{" not in text:
        return text
    text = _NAMED.sub(lambda found: _LETTERS[found[1]], _ACCENTED.sub(_accented, text))
    return re.sub(r"[{}]", "", text.replace("\\ ", " ").replace("~", " "))


def _accented(found: re.Match[str]) -> str:
    accent, *letters = (group for group in found.groups() if group)
    return normalize("NFC", letters[0] + _ACCENTS[accent])
