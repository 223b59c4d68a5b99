"""The command `explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from leaderboard.extract import extract
from leaderboard.model import Extraction, Paper, Row
from leaderboard.sources.record import collapse

_SHOWN = ("value", "low", "spread", "unit", "topic", "bound", "effect", "relative", "metric", "benchmark", "split",
          "task", "system_label", "role", "baseline", "setting")  # fmt: skip


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="An abstract or a sentence; - reads standard input.")],
    title: Annotated[str, typer.Option(help="The paper's title, which may name the system.")] = "Untitled",
) -> None:
    """Say of each number in a text what it was taken for, by which pattern, and why.

        leaderboard explain "Our model reaches 91.2% top-1 accuracy on ImageNet."

    **Exit codes**: 0; 1 where the text makes no claim.
    """
    abstract = collapse(sys.stdin.read() if text == "-" else text)
    found = extract(Paper("text", title, abstract))
    typer.echo("\n".join(_lines(found)))
    if not found.rows:
        raise typer.Exit(1)


def _lines(found: Extraction) -> Iterator[str]:
    abstract = found.paper.abstract
    told = [(row.quote_start, _claim(row)) for row in found.rows]
    told += [(r.start, [f"{abstract[r.start : r.end]}  no claim: {r.pattern}"]) for r in found.rejected]
    told += [(start, [f"{abstract[start:end]}  unexplained"]) for start, end in found.unexplained]
    for _, lines in sorted(told, key=lambda one: one[0]):
        yield from lines
    if not told:
        yield "No number stands in the text."


def _claim(row: Row) -> list[str]:
    lines = [f"{row.quote}  {row.kind} by {row.pattern}, confidence {row.confidence:.2f}"]
    for name in _SHOWN:
        value = getattr(row, name)
        if value is not None:
            inferred = " (inferred)" if getattr(row, f"{name.removesuffix('_label')}_inferred", False) else ""
            lines.append(f"    {name.removesuffix('_label')}: {value}{inferred}")
    return lines
