"""The command `leaderboard`: each command a thin module, imported when it is called, so that starting stays quick."""

from __future__ import annotations

import importlib
import io
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from leaderboard.cli.failing import told

_COMMANDS = {
    "extract": "leaderboard.cli.extracting",
    "boards": "leaderboard.cli.viewing",
    "show": "leaderboard.cli.viewing",
    "export": "leaderboard.cli.viewing",
    "find": "leaderboard.cli.finding",
    "app": "leaderboard.cli.serving",
    "check": "leaderboard.cli.checking",
    "explain": "leaderboard.cli.explaining",
    "diff": "leaderboard.cli.checking",
}


class _Commands(TyperGroup):
    """Commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order in which they are used."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or None for a name that is none."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        if cmd_name not in self.commands:
            one = typer.Typer(add_completion=False, rich_markup_mode="markdown")
            one.command(cmd_name)(getattr(importlib.import_module(_COMMANDS[cmd_name]), cmd_name))
            self.commands[cmd_name] = typer.main.get_command(one)
        return self.commands[cmd_name]

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what stops it is told in a line."""
        with told():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """The whole run: help and version, which `invoke` does not see, are output that may fail too."""
        with told():
            return super().main(*args, **kwargs)


app = typer.Typer(cls=_Commands, no_args_is_help=True, rich_markup_mode="markdown", pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        from leaderboard import __version__
        from leaderboard.versions import patterns_version

        typer.echo(f"leaderboard {__version__}, patterns {patterns_version()}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Read the results that papers claim in their abstracts, and show them as leaderboards.

    Look around in the bundled corpus:

        leaderboard boards

        leaderboard show ImageNet

        leaderboard app

    Read your own abstracts, then look at those:

        leaderboard extract abstracts.csv pages/ --into my-store

        leaderboard show LibriSpeech --metric WER

    **Exit codes**: 0 done; 1 the answer is no (nothing was read, no such board, a figure under its floor); 2 the
    command, an input, a pattern file or a store cannot be used as given, or the output cannot be written; 130
    interrupted; 141 the reader of the output left. Results go to standard output, everything else to standard error.
    """
    del version
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A damaged character, or a terminal that lacks one, is no reason to stop.
            stream.reconfigure(errors="replace", encoding="utf-8" if not stream.isatty() else None)
