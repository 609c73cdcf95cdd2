"""A forge on the web: one interface, and GitHub behind it."""
