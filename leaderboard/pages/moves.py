"""Moving on to another view from Python, as a link would."""

from __future__ import annotations

import streamlit as st


def move_to(target: str) -> None:
    """Go to an address of ours after this run; counted, so that whatever asked for it starts afresh on return."""
    st.session_state["moves"] = moves() + 1
    st.session_state["move_to"] = target


def pending() -> str | None:
    """Where to go now, once."""
    target = st.session_state.pop("move_to", None)
    return target if isinstance(target, str) else None


def moves() -> int:
    """How many moves this session has made."""
    return int(st.session_state.get("moves", 0))
