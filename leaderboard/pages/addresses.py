"""Addresses of views, and links that follow them without starting a new session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote_plus, urlencode

import streamlit as st

from leaderboard.model import Row
from leaderboard.pages.moves import moves, pending

# A plain link would load the page anew and lose the session, with the rows added in it. The browser is moved on
# as its own "back" button would move it, which Streamlit follows; with a modifier key it does as it always does.
_FOLLOW_LINKS = """
let done = 0;
export default function ({ data }) {
  const move = (href) => {
    history.pushState(null, '', href);
    dispatchEvent(new PopStateEvent('popstate'));
    const page = document.querySelector('[data-testid="stMain"]');
    if (page) page.scrollTo(0, 0);
  };
  if (data.to && data.moves > done) {
    done = data.moves;
    move(new URL(data.to, location.href).href);
  }
  const follow = (event) => {
    const link = event.target.closest && event.target.closest('a.lb-go');
    if (!link || event.defaultPrevented || event.button) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    move(link.href);
  };
  const give = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const save = (event) => {
    const button = event.target.closest && event.target.closest('button.lb-save');
    const drawn = button && document.querySelector('[data-testid="stVegaLiteChart"] svg.marks');
    if (!drawn) return;
    const name = button.getAttribute('data-name');
    const svg = new Blob([drawn.outerHTML], { type: 'image/svg+xml' });
    if (button.getAttribute('data-kind') === 'svg') return give(svg, name);
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * picture.width;
      canvas.height = 2 * picture.height;
      const pen = canvas.getContext('2d');
      pen.fillStyle = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => give(blob, name));
      URL.revokeObjectURL(picture.src);
    };
    picture.src = URL.createObjectURL(svg);
  };
  const hush = (event) => {
    const told = document.activeElement;
    if (event.key === 'Escape' && told && told.matches('.lb-hint, .lb-badge')) told.blur();
  };
  document.addEventListener('click', follow);
  document.addEventListener('click', save);
  document.addEventListener('keydown', hush);
  return () => {
    document.removeEventListener('click', follow);
    document.removeEventListener('click', save);
    document.removeEventListener('keydown', hush);
  };
}
"""


@cache
def _follower() -> Any:
    return st.components.v2.component("leaderboard.follow_links", js=_FOLLOW_LINKS)


VIEWS = ("boards", "changes", "unnamed", "compare", "try", "check", "board", "source")
"""The names of the views in addresses; the boards answer to the site's root."""

UNNAMED = "unnamed"
"""How an address names the metric that no text names, whose key is empty."""


def follow_links() -> None:
    """Make every link of class `lb-go` on the page keep the session; make the move that Python asked for, if any.

    A button of class `lb-save` saves the chart as it is drawn, under its `data-name`, as its `data-kind` (svg or png).
    """
    _follower()(key="follow_links", data={"to": pending(), "moves": moves()})


def address(view: str, **params: object) -> str:
    """The address of a view relative to the site's root: `./board?benchmark=coco`; null and empty are left out."""
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
    """The address of a board; without a metric, of the benchmark's fullest board."""
    return address("board", benchmark=benchmark_key, metric=UNNAMED if metric_key == "" else metric_key)


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


def given(name: str) -> str | None:
    """The value of one query parameter, null where it is missing or blank."""
    return (st.query_params.get(name) or "").strip() or None
