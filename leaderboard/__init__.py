"""Read the results that papers claim in their abstracts, as rows that know their words."""
