"""Papers in Markdown: agenda, minutes, changes, and words of people as text."""
