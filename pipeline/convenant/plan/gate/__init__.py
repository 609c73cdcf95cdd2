"""The gate: whether a proposal may enter the main version now, and if not, what helps."""
