"""Addresses of views, and links that follow them without starting a new session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlencode

import streamlit as st

from leaderboard.model import Row
from leaderboard.pages.markup import Html, away, go, tag
from leaderboard.pages.moves import moves, pending

_SCRIPT = Path(__file__).with_name("page.js")


@cache
def _follower() -> Any:
    return st.components.v2.component("leaderboard.follow_links", js=_SCRIPT.read_text(encoding="utf-8"))


VIEWS = ("boards", "results", "changes", "unnamed", "compare", "try", "check", "board", "source")
"""The names of the views in addresses; the boards answer to the site's root."""

UNNAMED = "unnamed"
"""How an address names the metric that no text names, whose key is empty."""


def follow_links() -> None:
    """Make the move that Python asked for, if any, and let the page do what `page.js` says of links and buttons."""
    _follower()(key="follow_links", data={"to": pending(), "moves": moves()})


def address(view: str, **params: object) -> str:
    """The address of a view relative to the site's root: `./board?benchmark=coco`; None and empty are left out."""
    pairs: list[tuple[str, object]] = []
    for name, value in params.items():
        if value is None or value == "" or value is False:
            continue
        if isinstance(value, Iterable) and not isinstance(value, str):
            pairs.extend((name, item) for item in value)
        else:
            pairs.append((name, value))
    return f"./{view}" + (f"?{urlencode(pairs)}" if pairs else "")


def board_address(benchmark_key: str, metric_key: str | None = None) -> str:
    """The address of a board; without a metric, of the benchmark's usual board."""
    return address("board", benchmark=benchmark_key, metric=UNNAMED if metric_key == "" else metric_key)


def results_address(words: str) -> str:
    """The address of all results that hold these words, such as those of a system."""
    return address("results", rq=words)


def source_address(row: Row) -> str:
    """The address of the words that a row came from."""
    return address("source", paper=row.paper_id, at=row.start, row=row_mark(row))


def row_mark(row: Row) -> str:
    """Tells apart, in an address, the rows of one number (`90% on A and B`)."""
    named = (row.metric, row.benchmark, row.system_label, row.split, row.setting)
    return hashlib.sha256("\n".join(name or "" for name in named).encode("utf-8", "replace")).hexdigest()[:6]


def paper_link(title: str, url: str | None, arxiv_id: str | None, paper_id: str) -> tuple[str, str]:
    """Where to read the paper, as (address, what the address is)."""
    if arxiv_id:
        return f"https://arxiv.org/abs/{arxiv_id}", f"arXiv:{arxiv_id}"
    if url and url.startswith(("http://", "https://")):
        return url, "DOI" if "doi.org/" in url else "Paper"
    if paper_id.startswith("10.") and "/" in paper_id:
        return f"https://doi.org/{paper_id}", "DOI"
    return f"https://arxiv.org/search/?searchtype=title&query={quote_plus(title)}", "Search arXiv for the title"


def paper(row: Row) -> Html:
    """The title of a row's paper, which leads to where it can be read."""
    target, what = paper_link(row.title, row.url, row.arxiv_id, row.paper_id)
    arrow = tag("span", "\N{NO-BREAK SPACE}↗", aria_hidden="true")
    return tag("span", away(target, row.title, arrow, label=f"{row.title} ({what})"), class_="lb-paper")


def system(name: str) -> Html:
    """The name of a system, which leads to all results that hold this very name."""
    words = name.replace('"', " ")
    return tag("span", go(results_address(f'"{words}"'), name, label=f"{name}: all its results"), class_="lb-paper")


def sorting_address(view: str, order: str | None, page: str) -> str:
    """The address of the view as it is shown, but sorted by `order` (None: as usual) and from the first `page`."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in ("sort", page)}
    return address(view, **kept, sort=order)


def given(name: str) -> str | None:
    """The value of one query parameter, None where it is missing or blank."""
    return (st.query_params.get(name) or "").strip() or None
