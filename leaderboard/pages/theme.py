"""The look of what we draw ourselves; Streamlit's own parts take theirs from `.streamlit/config.toml`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from leaderboard.pages.markup import Html, Piece, tag

_STYLES = Path(__file__).with_name("theme.css")
CHART_ROOM = tag("div", class_="lb-room")
"""Keeps, in a container of the key `chart`, the room of a chart until it is drawn, so that what is below stays put."""


def apply() -> None:
    """Put the style sheet on the page; both themes are in it, told apart by the page's colour scheme."""
    st.html(_STYLES)


def draw(piece: Html) -> None:
    """Show finished HTML."""
    st.html(piece.source)


def heading(title: str, lead: Piece = None, back: Html | None = None, shown: Html | None = None) -> None:
    """The head of a view: the way back, its one first-level heading, and what it is; the tab is named alike.

    `shown` is the heading where it is more than the text of `title`.
    """
    st.set_page_config(page_title=f"{title} · Leaderboard")
    draw(
        tag(
            "header",
            tag("p", back, class_="lb-back") if back else None,
            tag("h1", shown or title),
            tag("p", lead, class_="lb-lead") if lead else None,
            class_="lb-head",
        )
    )


def section(title: str, level: int = 2) -> None:
    """A heading under that of the view, its text as it is: a paper's title is no Markdown."""
    draw(tag(f"h{level}", title, class_="lb-section"))


def aside(*content: Piece) -> None:
    """Secondary words on a line of their own."""
    draw(tag("p", *content, class_="lb-aside"))


def note(*content: Piece) -> None:
    """A message about the view itself: a wrong address, or what to do where there is nothing to show."""
    draw(tag("p", *content, class_="lb-note", role="status"))
