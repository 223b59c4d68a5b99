"""Fill the measured blocks of README.md from recorded runs: `python -m benchmarks.readme`, or `--check` to compare.

A block stands between `<!-- measured: NAME -->` and `<!-- end -->`; whatever is between them is replaced.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import RECORDED

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"(<!-- measured: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str, blocks: dict[str, Callable[[], str]]) -> str:
    """`text` with each measured block written anew.

    Raises:
        KeyError: a block has a name that nothing fills.
    """
    return _BLOCK.sub(lambda block: f"{block[1]}{blocks[block['name']]()}\n{block[3]}", text)


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; its first column is flushed left, the others right."""
    rule = ["---"] + ["---:"] * (len(heads) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, rule, *rows])


def measured(*parts: str) -> str:
    """The recorded figures of these parts, with the day and the machine."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    figures = [figure for part in parts for figure in recorded[part]["figures"]]
    rows = [[figure["name"], figure["shown"], figure["goal"]] for figure in figures]
    last = recorded[parts[-1]]
    return table(["", "measured", "goal"], rows) + f"\n\n{last['date']}, {last['machine']}."


def crossed(part: str, group: str, head: str, *, down: bool = False) -> str:
    """The recorded figures of a group whose names are `this, that`: a line for each `that`, a column for each `this`.

    `down` turns that round, and puts the highest line first: not every column has each.
    """
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))[part]
    cells: dict[tuple[str, str], str] = {}
    for figure in recorded["figures"]:
        if figure["group"] == group:
            this, that = figure["name"].split(", ", 1)
            goal = f" ({figure['goal']})" if figure["goal"] else ""
            cells[(this, that) if down else (that, this)] = figure["shown"] + goal
    lines, columns = (list(dict.fromkeys(side)) for side in zip(*cells, strict=True))
    lines = sorted(lines, reverse=True) if down else lines
    rows = [[line, *(cells.get((line, column), "") for column in columns)] for line in lines]
    return table([head, *columns], rows) + f"\n\n{recorded['date']}, {recorded['machine']}."


BLOCKS: dict[str, Callable[[], str]] = {
    "accuracy": lambda: crossed("accuracy", "F1", "papers (goal)"),
    "confidence": lambda: crossed("accuracy", "Confidence", "confidence", down=True),
    "speed": lambda: measured("reading", "scale"),
}


def main() -> None:
    """Write the README, or with `--check` say whether it is as the records have it."""
    before = README.read_text(encoding="utf-8")
    after = filled(before, BLOCKS)
    if "--check" not in sys.argv[1:]:
        README.write_text(after, encoding="utf-8")
    elif before != after:
        sys.exit("README.md differs from the recorded figures: run `make figures`.")


if __name__ == "__main__":
    main()
