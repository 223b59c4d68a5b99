"""Write the annotated rows that are shipped from the annotation and the abstracts it was made on.

    python golden/annotated/regenerate.py ANNOTATION_FOLDER CORPUS…

A row keeps its numbers, offsets and names; see golden/README.md for what happens to longer wordings.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from leaderboard.golden.annotated import text_hash, without_text
from leaderboard.sources import read


def regenerate(annotation: Path, corpora: list[str]) -> None:
    """Write `pages.jsonl` and `arxiv.jsonl` beside this file; `ours.jsonl` and `drawn.jsonl` are kept by hand."""
    texts = {text_hash(paper.abstract): paper.abstract for paper in read(corpora)}
    for name in ("pages.jsonl", "arxiv.jsonl"):
        lines = []
        for line in (annotation / name).read_text(encoding="utf-8").splitlines():
            paper = json.loads(line)
            paper["rows"] = [without_text(row, texts[paper["sha256"]]) for row in paper["rows"]]
            lines.append(json.dumps(paper, ensure_ascii=False, separators=(",", ":")) + "\n")
        Path(__file__).with_name(name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    regenerate(Path(sys.argv[1]), sys.argv[2:])
