"""`python -m leaderboard` is the command `leaderboard`."""

from leaderboard.cli import app

app(prog_name="leaderboard")
