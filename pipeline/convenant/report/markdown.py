"""Text from others inside Markdown on a forge: it is no markup there and mentions nobody."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$@-])")


def plain(text: str) -> str:
    """Text as it is, on one line."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return _MARKUP.sub(r"\\\1", shown)
