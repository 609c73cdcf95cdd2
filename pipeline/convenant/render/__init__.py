"""Records become one tree, and the tree what each format needs."""
