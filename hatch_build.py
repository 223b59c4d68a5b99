"""Puts the data that the package reads into a wheel; an editable install reads them from the checkout instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_DATA = ("patterns", "golden", "app.py", ".streamlit")


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `_DATA` to a standard wheel as `leaderboard/_data/…`, where `leaderboard.resources` looks."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is `standard` or `editable`."""
        if self.target_name != "wheel" or version != "standard":
            return
        for name in _DATA:
            if (Path(self.root) / name).exists():
                build_data["force_include"][name] = f"leaderboard/_data/{name}"
