"""The house style in the styles of the office files: the same parts in other colours and fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from convenant.model.house_style import LINDE, HouseStyle

_COLOUR = re.compile(rb"(?<=[\"#])[0-9A-Fa-f]{6}(?=\")")
_TINTS = {"bfcbc7": "rule", "edf3f1": "tint", "595959": "muted"}
"""Colours of the parts that are not quite those of the page, by their role."""


def dressed(templates: Mapping[str, bytes], style: HouseStyle) -> Mapping[str, bytes]:
    """The parts with the colours and fonts of a style; as they are for the style they come in."""
    if (style.light, style.fonts) == (LINDE.light, LINDE.fonts):
        return templates
    return {name: _dressed(part, name, style) for name, part in templates.items()}


def _dressed(part: bytes, name: str, style: HouseStyle) -> bytes:
    roles = {LINDE.light.accent[1:]: "accent", **_TINTS}
    colours = style.light.named()

    def visit(found: re.Match[bytes]) -> bytes:
        role = roles.get(found[0].decode().lower())
        if role is None:
            return found[0]
        made = colours[role][1:]
        return (made.upper() if found[0].isupper() or found[0].isdigit() else made).encode()

    part = _COLOUR.sub(visit, part)
    # The table of fonts names both; a style names the one that it is set in.
    if name == "fontTable.xml":
        return part
    return part.replace(LINDE.fonts.text.encode(), style.fonts.text.encode())
