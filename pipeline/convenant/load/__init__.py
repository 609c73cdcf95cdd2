"""Texts become records, each value with its place; untrusted trees are rebuilt."""
