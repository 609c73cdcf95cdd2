"""OpenDocument files: what pandoc writes is finished here."""
