"""Findings become text, JSON or annotations."""
