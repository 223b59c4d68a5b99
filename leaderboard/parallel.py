"""Extraction by several processes, in the order of the papers."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice

from leaderboard.extract import extract
from leaderboard.model import Extraction, Paper

ENOUGH = 1_000
"""Papers from which on more than one process pays."""
_BATCH = 100

ExtractAll = Callable[[Iterable[Paper]], Iterator[Extraction]]


@contextmanager
def extractor(jobs: int | None = None) -> Iterator[ExtractAll]:
    """A function from papers to extractions, lazily and in order, by `jobs` processes that live as long as this.

    Without `jobs`, one for few papers (fewer than `ENOUGH`), else as many as this process may use cores.
    """
    wanted = jobs or _cores()
    pool: ProcessPoolExecutor | None = None

    def extract_all(papers: Iterable[Paper]) -> Iterator[Extraction]:
        nonlocal pool
        rest = iter(papers)
        first = list(islice(rest, ENOUGH if jobs is None else 0))
        every = chain(first, rest)
        if wanted == 1 or (jobs is None and len(first) < ENOUGH):
            return map(extract, every)
        if pool is None:
            pool = ProcessPoolExecutor(wanted, initializer=_begin)
        return _in_order(pool, every, 2 * wanted)

    try:
        yield extract_all
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def warm() -> None:
    """Load patterns and lexicon into a process that is there to extract, and set them apart from what is collected.

    They stay to the end: going through them again and again took a tenth of the time.
    """
    gc.disable()
    extract(Paper("warm", "", "KiteNet is 1% better."))
    gc.freeze()
    gc.enable()


def _begin() -> None:
    """Make a process ready; when to stop is for the one that started it to say, and without that one it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_order(pool: ProcessPoolExecutor, papers: Iterator[Paper], ahead: int) -> Iterator[Extraction]:
    """No more than `ahead` batches wait, so that memory does not grow where the reader is slow."""
    waiting: deque[Future[list[Extraction]]] = deque()
    while batch := list(islice(papers, _BATCH)):
        waiting.append(pool.submit(_extract_batch, batch))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _extract_batch(papers: list[Paper]) -> list[Extraction]:
    return [extract(paper) for paper in papers]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
