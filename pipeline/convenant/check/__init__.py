"""The rules: one file a family, a registry of all."""
