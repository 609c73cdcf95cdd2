"""Changing YAML so that comments and layout stay."""
