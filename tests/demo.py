"""A small store of made-up papers, with every sort of row that the page has to show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from leaderboard.model import Extraction, Paper, Row
from leaderboard.store import write
from tests.rows import placed_row

ACC: dict[str, Any] = {"metric": "accuracy", "metric_id": "accuracy", "higher_is_better": True}
BIRDS: dict[str, Any] = {**ACC, "benchmark": "Birds-9", "task": "image classification"}
MURMUR: dict[str, Any] = {
    "metric": "WER", "metric_id": "wer", "higher_is_better": False, "benchmark": "MurmurSpeech",
    "task": "speech recognition",
}  # fmt: skip


def _paper(paper_id: str, title: str, abstract: str, arxiv_id: str | None = None, date: str | None = None) -> Paper:
    return Paper(paper_id, title, abstract, None, arxiv_id, date, ("A. Finch", "B. Wren"), ("cs.CV",), ("made.txt",))


PAPERS = {
    paper.paper_id: paper
    for paper in (
        _paper(
            "oriole",
            "Oriole: a small model for birds",
            "Telling birds apart is hard. Oriole reaches 91.5% accuracy on Birds-9, against 89.0% for Jay, and is 3.2x "
            "faster than Jay. It gains 2.5 points over Jay. We train it on 40 GPUs for 12 epochs.",
            "2401.00001",
            "2024-01",
        ),
        _paper(
            "jay",
            "Jay, revisited",
            "Jay now reaches 90.2% accuracy on Birds-9 and a WER of 4.1% on MurmurSpeech.",
            "2306.00002",
            "2023-06",
        ),
        _paper(
            "kite",
            "Kite: learning <b>without</b> labels & costs",
            "With zero-shot prompts, Kite reaches 84.3 ± 0.4% accuracy on Birds-9. We see about 77% accuracy at home.",
            None,
            "2024-05",
        ),
        _paper("heron", "Heron listens", "Heron gets a WER of 3.4% on MurmurSpeech.", "2405.00004", "2024-05"),
        _paper("swift", "Swift and sure", "Swift reaches up to 93% accuracy on Birds-9; Swift lowers memory by 40%."),
        _paper("wren", "Wren counts", "Wren reaches 84.1 ± 0.3% accuracy on Birds-9.", None, "2023"),
        _paper("owl", "Owl at night", "Owl reaches 87.1% accuracy on Birds-9 at night, as we believe.", None, "2022"),
    )
}


def _row(paper_id: str, number: str, **fields: Any) -> Row:
    return placed_row(PAPERS[paper_id], number, **fields)


ROWS: tuple[Row, ...] = (
    _row("oriole", "91.5%", **BIRDS, system="Oriole"),
    _row("oriole", "89.0%", **BIRDS, system="Jay", role="other"),
    _row("oriole", "3.2x", kind="factor", topic="efficiency", effect="better", unit="x", metric="speed", metric_id=None,
         higher_is_better=None, system="Oriole", baseline="Jay", board_value=None, board_unit=None),
    _row("oriole", "2.5 points", kind="change", effect="better", unit="points", **BIRDS, system="Oriole",
         baseline="Jay", relative=False, board_value=None, board_unit=None),
    _row("jay", "90.2%", **BIRDS, system="Jay"),
    _row("jay", "4.1%", **MURMUR, system="Jay"),
    _row("kite", "84.3 ± 0.4%", **BIRDS, system="Kite", setting="zero-shot"),
    _row("kite", "77%", **ACC, system="Kite", bound="about", confidence=0.7),
    _row("heron", "3.4%", **MURMUR, system="Heron", split="test"),
    _row("swift", "93%", **BIRDS, system="Swift", bound="up_to"),
    _row("swift", "40%", kind="change", topic="efficiency", effect="better", relative=True, metric="memory",
         metric_id=None, higher_is_better=None, system="Swift", board_value=None, board_unit=None),
    _row("wren", "84.1 ± 0.3%", **BIRDS, system="Wren", setting="zero-shot"),
    _row("owl", "87.1%", **BIRDS, system="Owl", confidence=0.35),
)  # fmt: skip


def write_store(folder: Path) -> Path:
    """Keep the made-up papers and their rows as a store of their own; returns its folder."""
    write(folder, PAPERS.values(), lambda batch: map(_extraction, batch))
    return folder


def _extraction(paper: Paper) -> Extraction:
    return Extraction(paper, tuple(row for row in ROWS if row.paper_id == paper.paper_id), (), ())
