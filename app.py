"""The page: `leaderboard app`, or `streamlit run app.py`."""

from streamlit.starlette import App

from leaderboard.pages.server import ROUTES, SCRIPT, opening

app = App(SCRIPT, routes=ROUTES, lifespan=opening)
