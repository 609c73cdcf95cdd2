"""The tree for the page: one quiet file, readable without a script."""
