"""Word files: what pandoc writes is finished here, and read back."""
