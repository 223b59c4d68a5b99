"""Made-up papers and their rows, for tests of what stands behind extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from leaderboard.model import Paper, Row


def made_row(**fields: Any) -> Row:
    """An own score without a benchmark; `fields` change what a test is about."""
    row = Row(
        paper_id="oriole",
        title="Oriole: a small model for birds",
        url=None,
        arxiv_id="2401.00001",
        date="2024-01",
        source="made",
        value=91.5,
        low=None,
        spread=None,
        unit="%",
        board_value=91.5,
        board_low=None,
        board_unit="%",
        kind="score",
        topic="quality",
        bound="exact",
        effect=None,
        relative=None,
        metric="accuracy",
        metric_text="accuracy",
        metric_id="accuracy",
        higher_is_better=True,
        metric_inferred=False,
        benchmark=None,
        benchmark_text=None,
        benchmark_id=None,
        split=None,
        task=None,
        system="Oriole",
        system_label="Oriole",
        system_inferred=False,
        role="own",
        baseline=None,
        setting=None,
        quote="91.5%",
        quote_start=0,
        end=5,
        start=0,
        sentence_start=0,
        sentence_end=5,
        snippet="91.5%",
        snippet_start=0,
        metric_start=None,
        metric_end=None,
        benchmark_start=None,
        benchmark_end=None,
        system_start=None,
        system_end=None,
        baseline_start=None,
        baseline_end=None,
        pattern="made",
        confidence=0.95,
    )
    return replace(row, **fields)


def made_paper(paper_id: str = "oriole", **fields: Any) -> Paper:
    """A paper of one sentence."""
    paper = Paper(paper_id, "Oriole: a small model for birds", "91.5% accuracy.", sources=("made",))
    return replace(paper, **fields)


def placed_row(paper: Paper, number: str, nth: int = 0, **fields: Any) -> Row:
    """A row of `paper` whose quote, metric, benchmark and system stand where its abstract has them.

    `number` is the quote; its `nth` occurrence counts. A name in `fields` that the abstract holds gets its place.
    """
    text = paper.abstract
    start = -1
    for _ in range(nth + 1):
        start = text.index(number, start + 1)
    places: dict[str, Any] = {}
    for name in ("metric", "benchmark", "system", "baseline"):
        words = fields.get(name)
        if words and words in text:
            places[f"{name}_start"], places[f"{name}_end"] = text.index(words), text.index(words) + len(words)
            if name in ("metric", "benchmark"):
                places[f"{name}_text"] = words
    digit = next(i for i, c in enumerate(number) if c.isdigit() or c == ".")
    value, *spread = (float(found) for found in re.findall(r"\d+(?:\.\d+)?", number))
    last = text.find(". ", start)
    sentence = (text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, last + 1 if last >= 0 else len(text))
    row = made_row(
        paper_id=paper.paper_id, title=paper.title, url=paper.url, arxiv_id=paper.arxiv_id, date=paper.date,
        spread=spread[0] if spread else None,
        value=value, board_value=value, quote=number, quote_start=start, start=start + digit, end=start + len(number),
        sentence_start=sentence[0], sentence_end=sentence[1],
        snippet=text[slice(*sentence)], snippet_start=sentence[0], **places,
    )  # fmt: skip
    return replace(row, system_label=fields.get("system") or paper.title, **fields)
