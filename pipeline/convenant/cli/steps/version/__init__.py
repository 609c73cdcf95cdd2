"""From a text to a published version, and back to what it proves."""
