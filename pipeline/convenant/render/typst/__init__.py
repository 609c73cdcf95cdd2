"""The tree for Typst: calls of the template, and the files beside them."""
