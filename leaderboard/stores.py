"""Which store a command reads: the one last written in this folder, else the bundled corpus, extracted once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs

from leaderboard.model import Paper
from leaderboard.resources import resource
from leaderboard.sources import Reading, merge, read, title_key
from leaderboard.sources.known import KNOWN
from leaderboard.store import StoreError, write
from leaderboard.versions import code_version, patterns_version

_NAME = "leaderboard"
DIGEST = "digest.txt"


def remember(store: Path, folder: Path | None = None) -> None:
    """Note that commands run in `folder` (the current one) read this store; kept in the user's state folder."""
    note = _note(folder)
    try:
        path = str(store.resolve()).encode()
        note.parent.mkdir(parents=True, exist_ok=True)
        hidden = note.with_suffix(f".{os.getpid()}")
        hidden.write_bytes(path)
        hidden.replace(note)
    except (OSError, UnicodeError):  # a convenience only: where it cannot be kept, --from names the store
        return


def remembered(folder: Path | None = None) -> Path | None:
    """The store last written from `folder` (the current one), if it is still there."""
    try:
        store = Path(_note(folder).read_text(encoding="utf-8"))
    except OSError:
        return None
    return store if store.is_dir() else None


def default_store(corpora: Sequence[str | Path] = ()) -> Path:
    """The store remembered here, else the bundled corpus's."""
    return remembered() or bundled_store(corpora)


def is_bundled(store: Path) -> bool:
    """Whether a store is the bundled corpus's."""
    return _bundles() in store.resolve().parents or _fallback() in store.resolve().parents


def bundled_store(corpora: Sequence[str | Path] = ()) -> Path:
    """The store of the bundled digest, extracted the first time into the user's cache folder.

    Where `corpora` (inputs as `sources.read` takes them) hold the abstract of a paper of the digest, it takes the
    place of our summary. Digest, known papers, patterns, package and corpora make the store's name, so it is never out
    of date.

    Raises:
        StoreError: neither the cache folder nor the one for temporary files can be written.
        SourceError: an input of `corpora` cannot be read.
    """
    digest, known = resource("golden") / DIGEST, resource("golden") / KNOWN
    inputs = read(corpora, on_skip=lambda _: None) if corpora else None
    key = hashlib.sha256(digest.read_bytes() + known.read_bytes())
    key.update(f"{patterns_version()} {code_version()}".encode())
    if inputs:
        key.update("".join(sorted(map(_state, inputs.files))).encode())
    for root in (_bundles(), _fallback()):
        store = root / key.hexdigest()[:16]
        done = store / "complete"
        if done.exists():
            return store
        try:
            _fill(store, digest, inputs)
            done.touch()
        except (StoreError, OSError) as error:
            failed = error
            continue
        return store
    raise StoreError(f"{failed}; set XDG_CACHE_HOME to a folder that can be written") from failed


def _fill(store: Path, digest: Path, inputs: Reading | None) -> None:
    summaries = [replace(paper, sources=(DIGEST,)) for paper in merge(read([digest]))]
    papers: Iterable[Paper] = summaries
    if inputs:
        # The abstracts come first, so the text and the id of each pair are theirs.
        papers = [
            replace(paper, sources=tuple(s for s in paper.sources if s != DIGEST)) if len(paper.sources) > 1 else paper
            for paper in merge([*_same(inputs, summaries), *summaries])
        ]
    write(store, papers)


def _same(papers: Iterable[Paper], summaries: Sequence[Paper]) -> Iterator[Paper]:
    """The papers that have a summary."""
    titles = {title_key(paper.title) for paper in summaries}
    numbers = {paper.arxiv_id for paper in summaries if paper.arxiv_id}
    return (paper for paper in papers if paper.arxiv_id in numbers or title_key(paper.title) in titles)


def _state(file: str) -> str:
    if file == "-":
        return "-"
    stat = Path(file).stat()
    return f"{Path(file).resolve()} {stat.st_size} {stat.st_mtime_ns}\n"


def _note(folder: Path | None) -> Path:
    here = str((folder or Path.cwd()).resolve())
    name = hashlib.sha256(here.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return platformdirs.user_state_path(_NAME) / "last-store" / name


def _bundles() -> Path:
    return (platformdirs.user_cache_path(_NAME) / "bundled").resolve()


def _fallback() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return (Path(tempfile.gettempdir()) / f"{_NAME}-{user}").resolve()
