"""The page in the browser: one module a view, beside the pieces that they share.

`site` puts the views together. Views draw and nothing else: what a notebook would want too is a function of
`leaderboard.boards`, `leaderboard.store`, `leaderboard.extract`, `leaderboard.golden` or `leaderboard.export`.
Shared pieces: `addresses` (a link to every view), `markup` (escaped HTML and tables), `highlight` (an abstract with
its claims marked), `why` (what decided of a number), `widgets` and `filters` (bound to the address), `charts`,
`downloads`, `reading` (cached reads of the data that `stores` opens), `theme`. `server` stands before Streamlit.
"""
