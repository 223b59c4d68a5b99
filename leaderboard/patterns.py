"""Load pattern files: YAML lists of entries, each checked by a pydantic model when it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(BaseModel):
    """What every entry of a pattern file is: strict about its keys, frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(Entry):
    """An entry that is asked for by its name."""

    name: str
    doc: str


EntryT = TypeVar("EntryT", bound=Entry)
NamedT = TypeVar("NamedT", bound=Named)


class PatternError(ValueError):
    """An entry of a pattern file that cannot be used; the message names file, line and mend."""


def load_entries(path: Path, model: type[EntryT]) -> tuple[EntryT, ...]:
    """The entries of one YAML list.

    Raises:
        PatternError: the file is no YAML list, or an entry does not fit `model`.
    """
    try:
        text = path.read_text(encoding="utf-8")
        raw = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PatternError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    if not isinstance(raw, list):
        raise PatternError(f"{path}:1: expected a list of entries, each starting with `- `")
    try:
        return tuple(model.model_validate(item) for item in raw)
    except ValidationError as error:
        raise PatternError(_where(path, text, model)) from error


def load_named(path: Path, model: type[NamedT]) -> dict[str, NamedT]:
    """The entries of one YAML list, by their names.

    Raises:
        PatternError: as `load_entries`, or two entries have one name.
    """
    found: dict[str, NamedT] = {}
    for entry in load_entries(path, model):
        if found.setdefault(entry.name, entry) is not entry:
            raise PatternError(f"{path}: two entries are called `{entry.name}`; rename one")
    return found


def _where(path: Path, text: str, model: type[EntryT]) -> str:
    """Name the first entry that fails by its line: entries are found again with their marks, only on error."""
    root: Any = yaml.compose(text, Loader=_Loader)
    for node, item in zip(root.value, yaml.load(text, Loader=_Loader), strict=True):
        try:
            model.model_validate(item)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "entry"
            said = first["msg"]
            if first["type"] == "extra_forbidden" and len(first["loc"]) == 1:
                said = f"no key of it; its keys: {', '.join(model.model_fields)}"
            return f"{path}:{node.start_mark.line + 1}: `{place}`: {said}"
    return f"{path}:1: an entry does not fit {model.__name__}"
