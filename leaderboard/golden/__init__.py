"""The golden test set: our cases, the annotated papers, the scorer, and the check of extraction against them."""
