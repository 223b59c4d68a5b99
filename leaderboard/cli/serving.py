"""The command `app`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.failing import told
from leaderboard.cli.stored import From, choose
from leaderboard.resources import resource
from leaderboard.sources import read
from leaderboard.store import Store

Corpora = Annotated[
    list[Path] | None,
    typer.Option(
        "--corpus",
        envvar="LEADERBOARD_CORPUS",
        metavar="PATH",
        help="Where real abstracts are: they take the place of our summaries of the same papers. May repeat.",
    ),
]


def app(
    store: From = None,
    corpus: Corpora = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open a browser, where there is one.")] = True,
) -> None:
    """Serve the boards as a page on this machine, and open it in the browser.

    For example:

        leaderboard app

        leaderboard app --from my-store --port 8600

    **Exit codes**: 0 when the page is closed; 2 where the store or a corpus cannot be read, or the port is taken.
    """
    with told():  # before a server is started, which would tell it on each page only
        read(corpus or ())
        chosen = choose(store, corpus).resolve()
        Store(chosen).connection().close()
    if _taken(port):
        typer.echo(f"port {port} is taken, or is not ours to use; name another with --port", err=True)
        raise typer.Exit(2)
    page = resource("app.py")
    environment = {**os.environ, "LEADERBOARD_FROM": str(chosen)}
    if corpus:
        environment["LEADERBOARD_CORPUS"] = os.pathsep.join(str(path.resolve()) for path in corpus)
    # The package is found where we found it, also from a checkout that is not installed.
    # The server starts in another folder, so paths that stand relative to ours are made absolute.
    given = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    environment["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[2]), *map(os.path.abspath, given)])
    options = ["--server.port", str(port), "--server.headless", str(not (browser and _has_screen())).lower()]
    command = [sys.executable, "-m", "streamlit", "run", str(page), *options, "--browser.gatherUsageStats", "false"]
    try:
        # Streamlit reads the theme in the folder it is started from.
        server = subprocess.Popen(command, cwd=page.parent, env=environment)
    except OSError as error:
        typer.echo(f"the page cannot be served: {error}", err=True)
        raise typer.Exit(2) from error
    raise typer.Exit(_wait(server))


def _taken(port: int) -> bool:
    """Whether nobody can be served on this machine's port: said here, since Streamlit names no mend."""
    with socket.socket() as trial:
        # As the server does: a port that was left a moment ago is free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _wait(server: subprocess.Popen[bytes]) -> int:
    """Until the page is closed; whatever stops us stops the server too."""
    import signal

    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        return max(server.wait(), 0)
    except KeyboardInterrupt:
        server.wait()
        return 0


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
