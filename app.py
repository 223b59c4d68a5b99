"""The page: `leaderboard app`, or `streamlit run app.py`."""

from leaderboard.pages.site import main

main()
