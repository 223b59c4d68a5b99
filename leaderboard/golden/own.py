"""Check extraction against rows that somebody else wrote down: files of cases, or of annotated papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from leaderboard.golden.annotated import AnnotatedPaper, annotated_papers, read_annotated, text_hash
from leaderboard.golden.cases import load_cases
from leaderboard.golden.check import Annotated, Check, checked_parts
from leaderboard.model import Paper
from leaderboard.patterns import PatternError
from leaderboard.sources import read
from leaderboard.text import collapse


def check_own(files: Sequence[str | Path], corpora: Sequence[str | Path] = ()) -> Check:
    """Score the rows of `files` alone, as the part `own`: cases (`.yaml`) and annotated papers (`.jsonl`).

    An annotated paper that does not hold its `abstract` is found in `corpora` by its hash.

    Raises:
        PatternError: a file is of another kind, a line or row of it cannot be used, or two have one name.
        OSError: a file cannot be read.
    """
    given: dict[str, Annotated | AnnotatedPaper] = {}
    for path in map(Path, files):
        for name, found in _rows(path):
            if name in given:
                raise PatternError(f"{path}: two papers or cases are called `{name}`; rename one")
            given[name] = found
    texts = {text_hash(paper.abstract): paper.abstract for paper in (read(corpora) if corpora else ())}
    placed = {
        name: _placed(found, texts) if isinstance(found, AnnotatedPaper) else found for name, found in given.items()
    }
    own = {name: found for name, found in placed.items() if found is not None}
    absent = tuple(name for name, found in placed.items() if found is None)
    return replace(checked_parts({"own": own}), found=len(own), missing=len(absent), absent=absent)


def _rows(path: Path) -> Iterator[tuple[str, Annotated | AnnotatedPaper]]:
    if path.suffix in (".yaml", ".yml"):
        for case in load_cases(path):
            yield case.name, (case.paper(case.name), case.claims())
    elif path.suffix == ".jsonl":
        for paper in read_annotated(path):
            text = paper.sha256 if paper.abstract is None else text_hash(collapse(paper.abstract))
            if text in annotated_papers():  # some are blind, and nobody reads their errors
                raise PatternError(f"{path}: `{paper.id}` is of the golden set; `leaderboard check --corpus` scores it")
            yield paper.id, paper
    else:
        raise PatternError(f"{path}: of no kind that holds rows; give cases (.yaml) or annotated papers (.jsonl)")


def _placed(annotated: AnnotatedPaper, texts: dict[str, str]) -> Annotated | None:
    text = texts.get(annotated.sha256) if annotated.abstract is None else collapse(annotated.abstract)
    return (Paper(annotated.id, annotated.title, text), annotated.claims(text)) if text else None
