"""Agreements that partners draft together and can trust."""

__version__ = "0.1.0"
