"""Rules for Markdown: that it can be read, holds nothing harmful and has its parts in order."""
