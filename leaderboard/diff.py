"""How the rows of two runs over the same papers differ: gained, lost and changed, by pattern, with examples."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from leaderboard.counted import counted, unseen
from leaderboard.golden.blind import is_hidden
from leaderboard.store import Store

What = Literal["gained", "lost", "changed"]
# What a row says and where. Confidence and inferred fields follow from it and from the lexicon.
COMPARED = (
    "value", "low", "spread", "unit", "kind", "topic", "bound", "effect", "relative", "metric_text", "benchmark_text",
    "split", "task", "system", "role", "baseline", "setting", "quote",
)  # fmt: skip
Place = tuple[str, int]
RowMap = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs; `fields` names what changed, and is empty for a row gained or lost."""

    what: What
    old: RowMap | None
    new: RowMap | None
    fields: tuple[str, ...] = ()

    @property
    def row(self) -> RowMap:
        """The row as it is now, or as it was where it is gone."""
        return self.new or self.old or {}

    @property
    def pattern(self) -> str:
        """The pattern that made the row."""
        return str(self.row.get("pattern"))


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes, and how many rows are the same; `hidden` papers are in neither, only counted."""

    same: int
    hidden: int
    changes: tuple[Change, ...]

    def by_pattern(self) -> dict[str, Counter[What]]:
        """How many rows each pattern gained, lost and changed, the most changed pattern first."""
        counts: dict[str, Counter[What]] = defaultdict(Counter)
        for change in self.changes:
            counts[change.pattern][change.what] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])))

    def changed_fields(self) -> Counter[str]:
        """How often each field changed."""
        return Counter(name for change in self.changes for name in change.fields)


def diff(old: str | Path, new: str | Path) -> Difference:
    """Compare two runs, each a JSON-lines file of rows or a store folder.

    Raises:
        OSError: one of them cannot be read.
        StoreError: a folder is no store, or damaged.
        ValueError: a line is no JSON object with a paper id and a start.
    """
    return compare(read_rows(Path(old)), read_rows(Path(new)))


def compare(old: Iterable[RowMap], new: Iterable[RowMap]) -> Difference:
    """Compare rows; at the same number, the two that are most alike count as one row before and after."""
    hidden: set[str] = set()
    before, after = _by_place(old, hidden), _by_place(new, hidden)
    same, changes = 0, []
    for place in sorted(before.keys() | after.keys()):
        for change in _at_place(before.get(place, []), after.get(place, [])):
            if change.what == "changed" and not change.fields:
                same += 1
            else:
                changes.append(change)
    return Difference(same, len(hidden), tuple(changes))


def read_rows(path: Path) -> Iterator[RowMap]:
    """The rows of a JSON-lines file, gzipped or not, or of a store, one by one."""
    if path.is_dir():
        yield from _stored(path)
        return
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    number = 0
    with gzip.open(path) if packed else path.open("rb") as lines:
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path}:{number}")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ValueError(f"{path}:{number + 1}: cannot be read from here on ({error}); pack it again") from error


def render(difference: Difference, examples: int = 3) -> Iterator[str]:
    """The difference as lines of text, with up to `examples` rows of each pattern and sort of change."""
    total = Counter(change.what for change in difference.changes)
    yield (
        f"{counted(difference.same, 'row')} the same, "
        f"{total['gained']:,} gained, {total['lost']:,} lost, {total['changed']:,} changed"
        + (f"; {unseen(difference.hidden)}" if difference.hidden else "")
    )
    if fields := difference.changed_fields():
        yield "fields changed: " + ", ".join(f"{name} {count}" for name, count in fields.most_common())
    for pattern, counts in difference.by_pattern().items():
        yield ""
        yield f"{pattern}: " + ", ".join(
            f"{counts[what]} {what}" for what in ("gained", "lost", "changed") if counts[what]
        )
        for what in ("gained", "lost", "changed"):
            alike = [c for c in difference.changes if c.pattern == pattern and c.what == what]
            yield from (f"  {_line(change)}" for change in alike[:examples])


def _stored(directory: Path) -> Iterator[RowMap]:
    with Store(directory).connection() as db:
        rows = db.execute("SELECT * FROM rows")
        names = [column[0] for column in rows.description or ()]
        while batch := rows.fetchmany(10_000):
            yield from (dict(zip(names, values, strict=True)) for values in batch)


def _row(line: bytes, where: str) -> RowMap:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: not JSON; give lines that `leaderboard extract … --jsonl` wrote") from error
    if not isinstance(row, dict) or not (isinstance(row.get("paper_id"), str) and isinstance(row.get("start"), int)):
        raise ValueError(
            f"{where}: not a row, which has `paper_id`, a text, and `start`, a whole number; give lines that "
            "`leaderboard extract … --jsonl` wrote"
        )
    return row


def _by_place(rows: Iterable[RowMap], hidden: set[str]) -> dict[Place, list[RowMap]]:
    """The rows by where they stand; of hidden papers only the ids, into `hidden`."""
    places: dict[Place, list[RowMap]] = defaultdict(list)
    for row in rows:
        if is_hidden(row["paper_id"], str(row.get("title") or "")):
            hidden.add(row["paper_id"])
        else:
            places[row["paper_id"], row["start"]].append(row)
    return places


def _at_place(old: Sequence[RowMap], new: Sequence[RowMap]) -> Iterator[Change]:
    by_likeness = sorted(
        ((len(_changed(a, b)), i, j) for i, a in enumerate(old) for j, b in enumerate(new)), key=lambda pair: pair[0]
    )
    left, free = set(range(len(old))), set(range(len(new)))
    for _, i, j in by_likeness:
        if i in left and j in free:
            left.remove(i)
            free.remove(j)
            yield Change("changed", old[i], new[j], _changed(old[i], new[j]))
    yield from (Change("lost", old[i], None) for i in sorted(left))
    yield from (Change("gained", None, new[j]) for j in sorted(free))


def _changed(old: RowMap, new: RowMap) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if old.get(name) != new.get(name))


def _line(change: Change) -> str:
    row = change.row
    place = f"{change.what:7} {row['paper_id']} at {row['start']}: {row.get('quote')}"
    if change.what == "changed" and change.old and change.new:
        return f"{place}: " + ", ".join(
            f"{name} {change.old.get(name)!r} -> {change.new.get(name)!r}" for name in change.fields
        )
    named = (f"{name.removesuffix('_text')} {row[name]!r}" for name in _TOLD if row.get(name) is not None)
    return f"{place} {row.get('kind')}, " + ", ".join(named)


_TOLD = ("metric_text", "benchmark_text", "system", "baseline")
