"""The views put together: their addresses, the navigation, and what every view needs before it is drawn."""

from __future__ import annotations

from pathlib import Path

import duckdb
import streamlit as st

from leaderboard.errors import sentence
from leaderboard.pages import board, changes, check, compare, home, reading, results, source, theme, tryit, unnamed
from leaderboard.pages.addresses import follow_links
from leaderboard.pages.markup import prose
from leaderboard.patterns import PatternError
from leaderboard.sources import SourceError
from leaderboard.store import StoreError

# A file of ours: the named icons of the tab would be fetched from another site.
_ICON = Path(__file__).with_name("icon.png")


def main() -> None:
    """Draw the view that the address names; an address that names none gets the list of boards."""
    st.set_page_config(page_title="Leaderboard", page_icon=_ICON, layout="wide")
    theme.apply()
    follow_links()
    view = st.navigation(
        [
            st.Page(home.show, title="Boards", default=True, url_path="boards"),
            st.Page(results.show, title="All results", url_path="results"),
            st.Page(changes.show, title="Gains and savings", url_path="changes"),
            st.Page(unnamed.show, title="Without a benchmark", url_path="unnamed"),
            st.Page(compare.show, title="Compare", url_path="compare"),
            st.Page(tryit.show, title="Try it", url_path="try"),
            st.Page(check.show, title="Check", url_path="check"),
            st.Page(board.show, title="Board", url_path="board", visibility="hidden"),
            st.Page(source.show, title="Source", url_path="source", visibility="hidden"),
        ],
        position="top",
    )
    try:
        with st.spinner("Opening the boards; the very first time, the papers are read …"):
            reading.prepare()
        view.run()
    except PatternError as error:
        theme.heading("A pattern file cannot be read")
        theme.note(prose(f"{error}. Mend it, and start the page again."))
    except (StoreError, SourceError, duckdb.Error, OSError) as error:
        theme.heading("This cannot be read")
        theme.note(prose(f"{sentence(error)}. Another store is named with `leaderboard app --from DIR`."))


if __name__ == "__main__":
    main()
