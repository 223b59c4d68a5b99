"""The tests, one file a topic.

What they share: `extracted` (the rows of a text), `composed` (sentences put together from parts), `rows` and
`made_store` (made-up rows, and a database of them), `demo` (a store with every sort of row), `ids` (of papers that may
be read and of blind ones), `views` (the page without a browser) and `serving` (the page in a process of its own).
"""
