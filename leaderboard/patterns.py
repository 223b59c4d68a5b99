"""Load pattern files: YAML lists of entries, each checked by a pydantic model as it is read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import platformdirs
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


def load_entries(
    path: Path,
    model: type[EntryT],
    refuse: Callable[[EntryT], str | None] = lambda _: None,
    unsaid: Mapping[str, str] | None = None,
) -> tuple[EntryT, ...]:
    """The entries of one YAML list, in its order.

    `refuse` is asked about each entry in turn, and returns what is wrong with it beside those before, or None. `unsaid`
    holds the values of keys that an entry leaves out.

    Raises:
        PatternError: the file is no YAML list, or an entry does not fit `model` or is refused.
    """
    try:
        text = path.read_text(encoding="utf-8")
        raw = _parsed(path, text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PatternError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    if not isinstance(raw, list):
        raise PatternError(f"{path}:1: expected a list of entries, each starting with `- `")
    entries: list[EntryT] = []
    for item in raw:
        try:
            entries.append(model.model_validate({**unsaid, **item} if unsaid and isinstance(item, dict) else item))
        except ValidationError as error:
            raise PatternError(f"{path}:{_line(text, len(entries))}: {_misfit(error, model)}") from error
        said = refuse(entries[-1])
        if said is not None:
            raise PatternError(f"{path}:{_line(text, len(entries) - 1)}: {said}")
    return tuple(entries)


def _parsed(path: Path, text: str) -> Any:
    """What a YAML file holds. It is kept as JSON in the user's cache folder, which is read thirty times as fast."""
    kept = platformdirs.user_cache_path("leaderboard") / "patterns" / f"{_digest(str(path.resolve()))}.json"
    state = _digest(text)
    try:
        of, raw = json.loads(kept.read_text(encoding="utf-8"))
        if of == state:
            return raw
    except (OSError, ValueError, TypeError):  # it is not there, or is not ours
        pass
    raw = yaml.load(text, Loader=_Loader)
    with suppress(OSError, TypeError):  # where it cannot be kept, it is read from YAML again
        kept.parent.mkdir(parents=True, exist_ok=True)
        hidden = kept.with_suffix(f".{os.getpid()}")
        hidden.write_text(json.dumps([state, raw]), encoding="utf-8")
        hidden.replace(kept)
    return raw


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def load_named(
    path: Path, model: type[NamedT], refuse: Callable[[NamedT], str | None] = lambda _: None
) -> dict[str, NamedT]:
    """The entries of one YAML list, by their names.

    Raises:
        PatternError: as `load_entries`, or two entries have one name.
    """
    repeated = once()
    entries = load_entries(path, model, lambda entry: repeated(entry.name) or refuse(entry))
    return {entry.name: entry for entry in entries}


def once() -> Callable[[str], str | None]:
    """A `refuse` for `load_entries` that is to be asked for the name of each entry: none may come twice."""
    taken: set[str] = set()

    def refuse(name: str) -> str | None:
        if name in taken:
            return f"two entries are called `{name}`; rename one"
        taken.add(name)
        return None

    return refuse


def _line(text: str, place: int) -> int:
    """The line of the entry at a place: it is read again with its marks, only on error."""
    root: Any = yaml.compose(text, Loader=_Loader)
    return int(root.value[place].start_mark.line) + 1


def _misfit(error: ValidationError, model: type[Entry]) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "entry"
    said = first["msg"]
    if first["type"] == "extra_forbidden" and len(first["loc"]) == 1:
        said = f"no key of it; its keys: {', '.join(model.model_fields)}"
    return f"`{place}`: {said}"
