"""Which column of a table, or key of an object, holds which of our fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from leaderboard.sources.known import SourceError
from leaderboard.sources.record import FIELDS
from leaderboard.sources.skips import Fault

NEEDED = ("title", "abstract")
_SHOWN = 300
# What columns are called where they are not called as we do.
_ALIASES = {"id": ("paper_id",), "abstract": ("abstract_note",), "arxiv_id": ("arxiv",), "url": ("link",),
            "date": ("published", "publication_date", "publication_year", "year"),
            "authors": ("author",), "categories": ("category",)}  # fmt: skip


def mapping(columns: Mapping[str, str] | None) -> dict[str, str]:
    """Which columns were asked for, as text: those of a table without a head may be numbers.

    Raises:
        SourceError: a field is none of ours.
    """
    for field in columns or ():
        if field not in FIELDS:
            raise SourceError(f"no field `{field}` to map a column to; there are {', '.join(FIELDS)}")
    return {field: str(name) for field, name in (columns or {}).items()}


def named(names: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which of the columns holds which of `FIELDS`: as mapped, else of the same name, else of a usual other one."""
    by_name = {plain(name): name for name in reversed(names)}
    found = {}
    for field in FIELDS:
        wanted = (columns[field],) if field in columns else (field, *_ALIASES.get(field, ()))
        match = next((by_name[plain(name)] for name in wanted if plain(name) in by_name), None)
        if match is not None:
            found[field] = match
    return found


def plain(name: str) -> str:
    """A name of a column as it is compared: `arXiv ID` is `arxiv_id`."""
    return re.sub(r"[\s-]+", "_", name.strip()).lower()


def lacking(names: Sequence[str], columns: Mapping[str, str]) -> Fault | None:
    """What is wrong with columns that do not hold a title and an abstract; None where they do."""
    found = named(names, columns)
    missing = [field for field in NEEDED if field not in found]
    if not missing:
        return None
    what = " and ".join(f"no column `{columns[field]}`" if field in columns else f"no {field}" for field in missing)
    option = " ".join(f"--column {field}=…" for field in missing)
    return Fault(f"{what} among the columns", "rename one", _listed(names), option)


def unmet(names: Sequence[str], columns: Mapping[str, str]) -> list[Fault]:
    """What is wrong with each column that was asked for, and that others read papers without."""
    there = set(map(plain, names))
    lost = [(field, name) for field, name in columns.items() if field not in NEEDED and plain(name) not in there]
    return [Fault(f"no column `{name}`, so no {field}", "check its name", _listed(names)) for field, name in lost]


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


def twice(names: Sequence[str], columns: Mapping[str, str]) -> list[Fault]:
    """What is wrong with each column that we read where others are called the same."""
    all_names = [plain(name) for name in names]
    return [
        Fault(f"{all_names.count(plain(name))} columns are called `{name}` and the first is read", "rename the others")
        for name in dict.fromkeys(named(names, columns).values())
        if all_names.count(plain(name)) > 1
    ]
