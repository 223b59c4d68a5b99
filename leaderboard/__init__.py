"""Read the results that papers claim in their abstracts, as rows that know their words."""

__version__ = "0.1.0"
