"""Load pattern files: YAML lists of entries, each checked by a pydantic model as it is read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import platformdirs
import regex
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
    text = read_text(path)
    raw = load_yaml(path, text)
    if not isinstance(raw, list):
        raise PatternError(f"{path}:1: expected a list of entries, each starting with `- `")
    entries: list[EntryT] = []
    for item in raw:
        try:
            entries.append(model.model_validate({**unsaid, **item} if unsaid and isinstance(item, dict) else item))
        except ValidationError as error:
            cause = error.errors()[0].get("ctx", {}).get("error")
            if isinstance(cause, PatternError):  # of another file, which this one refers to
                raise cause from error
            line = _line(text, len(entries), *error.errors()[0]["loc"])
            raise PatternError(f"{path}:{line}: {misfit(error, model)}") from error
        said = refuse(entries[-1])
        if said is not None:
            raise PatternError(f"{path}:{_line(text, len(entries) - 1)}: {said}")
    return tuple(entries)


def no_regex(file: str, parts: Iterable[tuple[str, str]], error: Exception) -> PatternError:
    """What to raise where a regex of a pattern file, or of several entries (name, regex), cannot be compiled."""
    for name, part in parts:
        try:
            regex.compile(part)
        except regex.error as own:
            return PatternError(f"patterns/{file}: `{name}` is no regular expression: {own}; mend it")
    return PatternError(f"patterns/{file}: no regular expression: {error}")


def read_text(path: Path) -> str:
    """What a file of text holds, without the mark that some editors put in front.

    Raises:
        PatternError: it is not UTF-8.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PatternError(
            f"{path}:{line}: not UTF-8 (byte {data[error.start]:#04x}); save the file as UTF-8"
        ) from error


def numbered_lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file that are not blank, each with `PATH:LINE`.

    Raises:
        PatternError: it is not UTF-8.
    """
    lines = read_text(path).split("\n")
    return ((f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def load_yaml(path: Path, text: str) -> Any:
    """What a YAML file holds.

    Raises:
        PatternError: it is none.
    """
    try:
        return _parsed(path, text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PatternError(f"{path}:{line}: not valid YAML: {error.problem}{_yaml_mend(error.problem)}") from error
    except yaml.reader.ReaderError as error:
        line = text[: text.find(chr(error.character))].count("\n") + 1
        raise PatternError(f"{path}:{line}: a control character ({error.character:#04x}); take it out") from error


def _yaml_mend(problem: str | None) -> str:
    return "; put a text that has `: ` in it into quotes" if problem and "mapping values" in problem else ""


def _parsed(path: Path, text: str) -> Any:
    """It is kept as JSON in the user's cache folder, which is read thirty times as fast."""
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


def _line(text: str, place: int, *within: int | str) -> int:
    """The line of the entry at a place, or of what is `within` it: read again with its marks, only on error."""
    root: Any = yaml.compose(text, Loader=_Loader)
    node = root.value[place]
    for part in within:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), node)
    return int(node.start_mark.line) + 1


_EXPECTED = {
    "tuple_type": "expected a list, [a, b]", "frozen_set_type": "expected a list, [a, b]",
    "model_type": "expected keys with values, {key: value}", "dict_type": "expected keys with values, {key: value}",
    "string_type": "expected a text; put a number into quotes", "bool_type": "expected true or false",
    "bool_parsing": "expected true or false", "missing": "is not there; add it",
    "extra_forbidden": "is no key here; mend its name or take it out",
}  # fmt: skip
"""What pydantic's sorts of errors are to somebody who writes YAML or JSON."""


def misfit(error: ValidationError, model: type[BaseModel] | None = None) -> str:
    """The first thing that does not fit a model, in a line: where it is, and what is expected there."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "entry"
    said = _EXPECTED.get(first["type"], first["msg"].removeprefix("Value error, "))
    if first["type"] == "json_invalid":
        return said.replace("Invalid JSON", "not JSON").replace("at line 1 column", "at character")
    if model and first["type"] == "extra_forbidden" and len(first["loc"]) == 1:
        said = f"no key of it; its keys: {', '.join(model.model_fields)}"
    return f"`{place}`: {said}"
