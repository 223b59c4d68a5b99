"""Sentences put together from parts: what is read of each part must be read of it wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.extracted import rows

Told = tuple[object, ...]


def told(text: str, *fields: str) -> list[Told]:
    """The rows of an abstract in the order of its text: of each the quote, and the fields asked for."""
    return [(row.quote, *(getattr(row, field) for field in fields)) for row in rows(text)]


def misread(cases: Iterable[tuple[str, Sequence[Told]]], *fields: str) -> list[str]:
    """Those of the texts whose rows are others than they must be, each with both."""
    read = [(text, told(text, *fields), list(must)) for text, must in cases]
    return [f"{text}\n  read {got}\n  must {must}" for text, got, must in read if got != must]
