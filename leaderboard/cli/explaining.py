"""The command `explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from leaderboard.explain import Decision, Explanation, SentenceExplained, Verdict
from leaderboard.explain import explain as explanation_of
from leaderboard.model import Paper, Row
from leaderboard.text import collapse

_SHOWN = ("value", "low", "spread", "unit", "topic", "bound", "effect", "relative", "metric", "benchmark", "split",
          "task", "system_label", "role", "baseline", "setting")  # fmt: skip


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="An abstract or a sentence; - reads standard input.")],
    title: Annotated[str, typer.Option(help="The paper's title, which may name the system.", show_default=False)] = "",
) -> None:
    """Say of each number in a text what it was taken for, by which pattern, and why.

    For example:

        leaderboard explain "Our model reaches 91.2% top-1 accuracy on ImageNet."

    Each sentence comes with what was seen in it, each number with the patterns that decided, file by file, and how
    many of the file were asked for it.

    **Exit codes**: 0; 1 where the text makes no claim.
    """
    abstract = collapse(sys.stdin.read() if text == "-" else text)
    told = explanation_of(Paper("text", title, abstract))
    typer.echo("\n".join(_lines(told)))
    if not told.extraction.rows:
        raise typer.Exit(1)


def _lines(told: Explanation) -> Iterator[str]:
    for sentence in told.sentences:
        yield from _sentence(sentence)
    if not told.sentences:
        yield "No number stands in the text."


def _sentence(sentence: SentenceExplained) -> Iterator[str]:
    yield sentence.text
    yield "  seen: " + " | ".join(f"{m.text} ({m.label})" for m in sentence.mentions)
    for verdict in sentence.verdicts:
        yield from _verdict(verdict)
    yield ""


def _verdict(verdict: Verdict) -> Iterator[str]:
    if verdict.reason:
        yield f"  {verdict.text}  " + ("unexplained" if verdict.reason == "unexplained" else "no claim")
    for row in verdict.rows:
        yield f"  {row.quote}  {row.kind} by {row.pattern}, confidence {row.confidence:.2f}"
        yield f"    {', '.join(_fields(row))}"
    for decision in verdict.decisions:
        yield f"    {_decision(decision)}"


def _fields(row: Row) -> Iterator[str]:
    for name in _SHOWN:
        value = getattr(row, name)
        if value is not None and value != "":
            inferred = " (inferred)" if getattr(row, f"{name.removesuffix('_label')}_inferred", False) else ""
            yield f"{name.removesuffix('_label')}: {value}{inferred}"


def _decision(decision: Decision) -> str:
    asked = f"{decision.file}, {decision.asked} asked: "
    return asked + (f"{decision.pattern}. {decision.doc or ''}".rstrip() if decision.pattern else "none held")
