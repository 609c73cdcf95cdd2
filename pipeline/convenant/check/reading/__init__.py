"""Rules for reading a file at all."""
