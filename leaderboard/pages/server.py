"""What stands before Streamlit: the page that every address is answered with, and where a wrong address leads.

Streamlit takes the address of a view for a folder of the server, asks there first, and the browser notes each time
that there is nothing. So the page that we answer with says where to ask; and it is named after us from the start.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from threading import Thread

from starlette.convertors import PathConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import file_util

from leaderboard.pages.addresses import VIEWS, address

SCRIPT = Path(__file__).with_name("site.py")
_ICON = Path(__file__).with_name("icon.png")

# A prefix that a proxy puts before all addresses stays: only the name of a view is taken away. Until the page is
# drawn it has the background that it will have, so that the dark one does not begin with a flash.
_HEAD = f"""<title>Leaderboard</title>
    <meta name="description" content="Results read out of paper abstracts, as leaderboards" />
    <script>
      window.__streamlit = {{
        BACKEND_BASE_URL: location.origin + location.pathname.replace(/(^|\\/)(?:{"|".join(VIEWS)})\\/?$/, "$1"),
      }}
    </script>
    <style>
      html:has(#root:empty) {{ background: #fcfcfa; }}
      @media (prefers-color-scheme: dark) {{ html:has(#root:empty) {{ background: #14191b; }} }}
    </style>"""


async def _view(_: Request) -> Response:
    return HTMLResponse(_page(), headers={"Cache-Control": "no-cache"})


async def _icon(_: Request) -> Response:
    return FileResponse(_ICON)


async def _elsewhere(request: Request) -> Response:
    """To the boards, which say what was not found; a view in other letters or with a slash too many is found."""
    path = request.url.path
    asked = path.strip("/")
    up = "../" * (path.count("/") - 1)
    if asked.lower() in VIEWS:
        view = "" if asked.lower() == "boards" else asked.lower()
        return RedirectResponse(f"{up}./{view}" + (f"?{request.url.query}" if request.url.query else ""))
    return RedirectResponse(up + address("", missing=asked))


class _Elsewhere(PathConvertor):
    """Any path but those that Streamlit answers itself."""

    regex = r"(?!(?:_stcore|static|media|component|app/static|auth)/).+"


register_url_convertor("elsewhere", _Elsewhere())


@cache
def _page() -> str:
    """Streamlit's page with our head; without a font that is not ours."""
    source = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    source = re.sub(r"<title>.*?</title>", lambda _: _HEAD, source, count=1, flags=re.DOTALL)
    return re.sub(r'<link\s+rel="preload"[^>]*as="font"[^>]*/>', "", source)


ROUTES = (
    Route("/", _view),
    *(Route(f"/{view}", _view) for view in VIEWS if view != "boards"),
    Route("/favicon.png", _icon),
    Route("/favicon.ico", _icon),
    Route("/{rest:elsewhere}", _elsewhere),
)
"""Before Streamlit's own, which keep their addresses."""


@asynccontextmanager
async def opening(_: object) -> AsyncIterator[None]:
    """Load all that draws, then begin to open the boards, so that the first reader waits the less.

    Loaded before anyone is served: of two threads that import the same modules at once, one may meet half a module.
    """
    from leaderboard.pages import reading, site

    del site
    Thread(target=reading.prepare, daemon=True).start()
    yield
