"""Tables on standard output: drawn at a terminal, to a pipe a line each with cells divided by tabs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

_RIGHT = ("rank", "value", "scores", "papers", "best")
_WHOLE = ("rank", "value", "date", "result", "sure")
_PROSE = 24
"""Columns that a text needs to be read in."""


def print_table(
    head: Sequence[str], lines: Sequence[Sequence[str]], *, prose: Sequence[str] = (), one_line: bool = False
) -> None:
    """To a pipe every line whole. At a terminal without the columns that are empty; what does not fit is folded, or cut
    where each line is to stay `one_line`. Where that leaves the columns of `prose` no room, they stand below the rest.
    """
    cells = [[" ".join(cell.split()) for cell in line] for line in lines]
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(line) + "\n" for line in (head, *cells))
        return
    from rich.cells import cell_len
    from rich.console import Console

    console = Console()
    kept = [i for i in range(len(head)) if any(line[i] for line in cells)]
    head, cells = [head[i] for i in kept], [[line[i] for i in kept] for line in cells]
    widths = [max(map(cell_len, column)) for column in zip(head, *cells, strict=True)]
    least = sum(min(w, _PROSE) if name in prose else w for name, w in zip(head, widths, strict=True)) + 2 * len(head)
    if prose and least > console.width:
        head, cells = _stacked(head, cells, prose)
    room = console.width - 2 * len(head)
    _draw(console, head, cells, _narrowed(widths, room) if one_line else None)


def _stacked(
    head: Sequence[str], cells: Sequence[Sequence[str]], prose: Sequence[str]
) -> tuple[list[str], list[list[str]]]:
    """The table with all but its first two columns in one: a line of what is short, and one for each text."""
    long = [i for i in range(2, len(head)) if head[i] in prose]
    short = [i for i in range(2, len(head)) if i not in long]
    stacked = []
    for line in cells:
        texts = "; ".join(filter(None, (line[i] for i in short))), *(line[i] for i in long)
        stacked.append([*line[:2], "\n".join(filter(None, texts))])
    return [*head[:2], ", ".join(head[i] for i in (*short, *long))], stacked


def _draw(console: Any, head: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int] | None) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for place, name in enumerate(head):
        table.add_column(
            name,
            justify="right" if name in _RIGHT else "left",
            no_wrap=widths is not None or name in _WHOLE,
            overflow="ellipsis" if widths else "fold",
            width=widths[place] if widths else None,
        )
    for line in cells:
        table.add_row(*map(Text, line))
    console.print(table)


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """Widths from whose widest column is taken until all fit."""
    left = list(widths)
    while sum(left) > room and max(left) > 1:
        left[left.index(max(left))] -= 1
    return left
