"""Run the benchmarks, print their table, and record the figures that the README shows."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks import accuracy, scale, speed
from benchmarks.measure import Figure

RECORDED = Path(__file__).with_name("recorded.json")


class Part(StrEnum):
    """What can be measured by itself."""

    ACCURACY = "accuracy"
    READING = "reading"
    SCALE = "scale"


PARTS: dict[Part, Callable[[Path, Path], Iterator[Figure]]] = {
    Part.ACCURACY: accuracy.measure,
    Part.READING: speed.measure,
    Part.SCALE: scale.measure,
}


def main(
    corpus: Annotated[
        Path,
        typer.Option(envvar="LEADERBOARD_CORPUS", exists=True, file_okay=False, help="Holds arxiv-sample.jsonl.gz."),
    ],
    only: Annotated[list[Part] | None, typer.Option(help="Measure this part; the others keep their record.")] = None,
    record: Annotated[bool, typer.Option(help="Keep the figures for the README.")] = True,
) -> None:
    """Measure accuracy, speed, memory and scale. Medians of whole runs; nothing else should keep the machine busy."""
    console = Console()
    figures: dict[str, list[Figure]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for part in only or list(Part):
            table = Table("what", "measured", "goal", title=part.value, title_justify="left")
            figures[part] = []
            console.print(f"[dim]Measuring {part.value} …")
            for figure in PARTS[part](corpus, Path(scratch)):
                figures[part].append(figure)
                table.add_row(figure.name, figure.shown(), figure.goal)
                console.print(f"[dim]  {figure.name}: {figure.shown()}")
            console.print(table)
    if record:
        _record(figures)


def _record(figures: dict[str, list[Figure]]) -> None:
    """Put the figures of the parts that ran into the record, with the day and the machine."""
    kept = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    for part, measured in figures.items():
        kept[part] = {
            "date": datetime.now(UTC).date().isoformat(),
            "machine": machine,
            "figures": [asdict(figure) | {"shown": figure.shown()} for figure in measured],
        }
    RECORDED.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
