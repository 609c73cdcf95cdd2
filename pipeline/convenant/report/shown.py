"""Text from others on a terminal: everything escaped that a terminal obeys instead of showing."""

from __future__ import annotations

from unicodedata import category


def shown(text: str) -> str:
    """The text on one line, as it may be shown."""
    return text if text.isprintable() else "".join(map(_character, text))


def _character(character: str) -> str:
    if character.isprintable() or category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode()
