"""HTML out of text that is not ours: everything is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of finished, safe HTML; any plain string beside it is text and is escaped."""

    source: str

    def __str__(self) -> str:
        return self.source


Piece = str | Html | None


def html(piece: Piece) -> str:
    """The HTML of a piece: text escaped, None as nothing."""
    if piece is None:
        return ""
    return piece.source if isinstance(piece, Html) else escape(piece, quote=True)


def join(pieces: Iterable[Piece], separator: str = "") -> Html:
    """Pieces one after the other, empty ones left out."""
    return Html(escape(separator).join(filter(None, map(html, pieces))))


def prose(text: str | None) -> Html:
    """Words of ours: what stands between backticks as code."""
    return join(tag("code", part) if at % 2 else part for at, part in enumerate((text or "").split("`")))


def tag(name: str, *content: Piece, **attributes: str | None) -> Html:
    """An element; `class_` is written `class`, `aria_label` as `aria-label`, attributes of None are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>{''.join(map(html, content))}</{name}>")


def go(target: str, *content: Piece, label: str | None = None) -> Html:
    """A link to a view of ours; it keeps the session."""
    return tag("a", *content, href=target, class_="lb-go", aria_label=label)


def away(target: str, *content: Piece, label: str | None = None) -> Html:
    """A link out, opened beside the page."""
    return tag("a", *content, href=target, target="_blank", rel="noopener noreferrer", aria_label=label)


def small(*content: Piece) -> Html:
    """Secondary words under or after something."""
    return tag("span", *content, class_="lb-small")


def badge(text: str, meaning: str | None = None) -> Html:
    """A short mark beside a value; with a `meaning` it can be pointed at, tapped or reached with the keyboard."""
    if meaning is None:
        return tag("span", text, class_="lb-badge")
    return _told("lb-badge", text, meaning)


def quoted() -> Html:
    """The mark of a result that is not the authors' own."""
    return badge("quoted", "quoted by these authors for others' work")


def hint(text: str, meaning: str | None, about: str | None = None) -> Piece:
    """A word that says what it is when it is pointed at, tapped or reached with the keyboard; itself without one.

    `about` is read out in its place where it is no word, such as a question mark.
    """
    return _told("lb-hint", text, meaning, about) if meaning else text


def _told(kind: str, text: str, meaning: str, about: str | None = None) -> Html:
    told = tag("span", meaning, class_="lb-tip", aria_hidden="true")
    return tag("button", text, told, type="button", class_=kind, aria_label=f"{about or text}: {meaning}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, what it means, and `num` where figures line up to the right.

    One that is empty throughout is left out, but for one that is `kept`.
    `sort` is the address that sorts by it and `sorted` how the table is sorted by it now.
    """

    heading: str
    meaning: str | None = None
    num: bool = False
    wide: bool = False
    kept: bool = False
    sort: str | None = None
    sorted: str | None = None


def table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Piece]], *, narrow: bool = False) -> Html:
    """A table with its name, headings and cells.

    On a phone a row becomes a card, but for a `narrow` table.
    """
    lines = [tuple(map(html, row)) for row in rows]
    shown = [at for at, one in enumerate(columns) if not lines or one.kept or any(line[at] for line in lines)]
    head = join(_heading(columns[place]) for place in shown)
    body = join(
        tag(
            "tr",
            *(
                tag("td", Html(line[place]), class_=_kind(columns[place]), data_label=columns[place].heading)
                for place in shown
            ),
        )
        for line in lines
    )
    inner = tag(
        "table",
        tag("caption", caption, class_="lb-hidden"),
        tag("thead", tag("tr", head)),
        tag("tbody", body),
        class_="lb-table lb-narrow" if narrow else "lb-table",
    )
    return tag("div", inner, class_="lb-scroll")


def _heading(column: Column) -> Html:
    arrow = {"ascending": "\N{NO-BREAK SPACE}↑", "descending": "\N{NO-BREAK SPACE}↓"}.get(column.sorted or "", "")
    text: Piece = column.heading + arrow
    if column.sort:
        text = go(column.sort, text)
        if column.meaning:
            text = join([text, hint("?", column.meaning, column.heading)], "\N{NO-BREAK SPACE}")
    else:
        text = hint(column.heading, column.meaning)
    return tag("th", text, scope="col", class_=_kind(column), aria_sort=column.sorted)


def _kind(column: Column) -> str | None:
    return "lb-num" if column.num else "lb-wide" if column.wide else None


def facts(pairs: Iterable[tuple[str, Piece]]) -> Html:
    """A list of names and what they are; pairs with nothing to say are left out."""
    return tag("dl", *(join([tag("dt", name), tag("dd", value)]) for name, value in pairs if value), class_="lb-facts")
