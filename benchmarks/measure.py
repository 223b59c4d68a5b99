"""How the benchmarks measure: medians of whole runs, and children of their own for memory and start-up."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Playwright

CLI = (sys.executable, "-m", "leaderboard")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, what it was measured on, and the goal for it where there is one."""

    group: str
    name: str
    value: float
    unit: str
    goal: str = ""

    def shown(self) -> str:
        """The value to three significant digits, thousands apart, with its unit."""
        digits = f"{self.value:,.0f}" if abs(self.value) >= 100 else f"{self.value:.3g}"
        return f"{digits} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Child:
    """What a finished process took: wall seconds, and its largest resident memory in megabytes."""

    seconds: float
    peak_mb: float


# A forked process begins with its parent's peak on its account; so a small one stands between, and reports.
_BETWEEN = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def run_child(command: Sequence[str | Path]) -> Child:
    """Run `command` with its output thrown away, bound to one core where the system can do that.

    Raises:
        subprocess.CalledProcessError: it did not end well.
    """
    start = time.perf_counter()
    between = [sys.executable, "-S", "-c", _BETWEEN, *map(str, command)]
    answer = subprocess.run(between, capture_output=True, text=True, check=True, preexec_fn=bind_to_one_core).stdout
    seconds = time.perf_counter() - start
    code, peak = map(int, answer.split())
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Child(seconds, peak / (1024**2 if sys.platform == "darwin" else 1024))


def bind_to_one_core() -> None:
    """Keep this process on the core that it is allowed first; a system that cannot is left as it is."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def median_seconds(work: Callable[[], object], repeats: int = 5) -> float:
    """The median wall time of `repeats` calls of `work`, in seconds."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return median(once() for _ in range(repeats))


def chromium(playwright: Playwright) -> Browser:
    """The Chromium or Chrome that is installed, else the one that playwright downloaded."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"))


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of the page over a store, on a free port, for as long as the context lasts.

    Raises:
        RuntimeError: the page did not answer within a minute.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*CLI, "app", "--from", str(store), "--port", str(port), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _until_answered(f"{address}/_stcore/health")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _until_answered(address: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{address}: no answer within {seconds:.0f} s")


def first_abstracts(corpus: Path, count: int, into: Path) -> Path:
    """The first `count` lines of the arXiv sample in a plain file in the folder `into`."""
    target = into / f"first-{count}.jsonl"
    with gzip.open(corpus / "arxiv-sample.jsonl.gz", "rt", encoding="utf-8") as lines:
        target.write_text("".join(islice(lines, count)), encoding="utf-8")
    return target
