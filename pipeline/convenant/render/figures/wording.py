"""Names and words as they fit in a figure; the tables have them whole."""

from __future__ import annotations

from convenant.model.covenant import Covenant
from convenant.render.blocks.name import who_line

_NAME, _WORDS = 48, 140
"""Characters that a figure has room for."""


def short_name(covenant: Covenant, id: str) -> str:
    """Who does or has something: a party, a body, or the words as given."""
    return short(who_line(covenant, id), _NAME)


def short(text: str, most: int = _WORDS) -> str:
    """The text, cut between words where it is too long; a word that is too long itself is cut."""
    text = text.strip()
    if len(text) <= most:
        return text
    kept = text[:most].rpartition(" ")[0] or text[:most]
    return kept.rstrip(" ,;:–-") + "…"
