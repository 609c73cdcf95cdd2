"""A filled-in form becomes a proposal: read as data, then handed over and opened."""
