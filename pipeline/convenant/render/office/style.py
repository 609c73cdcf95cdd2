"""The house style in the styles of the office files: the same parts in other colours and fonts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from convenant.model.house_style import LINDE, HouseStyle, Scale

_COLOUR = re.compile(rb"(?<=[\"#])[0-9A-Fa-f]{6}(?=\")")
_TINTS = {"bfcbc7": "rule", "edf3f1": "tint", "595959": "muted"}
"""Colours of the parts that are not quite those of the page, by their role."""


_HEADING = re.compile(
    rb'(styleId="Heading|style:name="Heading_20_)(?P<level>[123])"'
    rb'.*?(?P<sizes>(<w:sz w:val="\d+"/><w:szCs w:val="\d+"/>)|fo:font-size="[\d.]+pt")',
    re.DOTALL,
)
_LINE = re.compile(rb'(?P<sizes>w:line="288"|fo:line-height="120%")')
_CELL = re.compile(
    rb'(styleId="TableText"|style:name="Table_20_Contents").*?'
    rb'(?P<sizes>w:before="\d+" w:after="\d+"|'
    rb'fo:margin-top="[\d.]+pt" fo:margin-bottom="[\d.]+pt")',
    re.DOTALL,
)
_TEXT = 10.5
"""The size of running text, in points."""

_NUMBER = re.compile(rb"\d[\d.]*")


def dressed(
    templates: Mapping[str, bytes], style: HouseStyle, *, sheet: bool = False
) -> Mapping[str, bytes]:
    """The parts in the look of a style; as they are for the style they come in.

    Args:
        sheet: a sheet has sizes of its own, in which it stays on its pages.
    """
    scale = None if sheet else style.scale
    if (style.light, style.fonts, scale) == (LINDE.light, LINDE.fonts, None):
        return templates
    return {
        name: _scaled(_dressed(part, name, style), scale) if scale else _dressed(part, name, style)
        for name, part in templates.items()
    }


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


def _scaled(part: bytes, scale: Scale) -> bytes:
    """The part with headings as large as in the PDF, and lines and cells in its proportions."""
    headings = {b"1": scale.section, b"2": scale.article, b"3": scale.part}
    ours = Scale()

    def heading(found: re.Match[bytes]) -> bytes:
        points = _TEXT * headings[found["level"]]
        size = b"%d" % round(points * 2) if b"w:sz" in found["sizes"] else b"%.1f" % points
        return _with(found, lambda _: size)

    part = _HEADING.sub(heading, part)
    for lengths, share in ((_LINE, scale.line / ours.line), (_CELL, scale.cell / ours.cell)):
        part = lengths.sub(partial(_times, share=share), part)
    return part


def _times(found: re.Match[bytes], share: float) -> bytes:
    """What was found with its lengths so many times as long, in whole numbers for Word."""
    return _with(found, lambda one: b"%d" % round(float(one[0]) * share))


def _with(found: re.Match[bytes], size: Callable[[re.Match[bytes]], bytes]) -> bytes:
    start = found.start("sizes") - found.start()
    return found[0][:start] + _NUMBER.sub(size, found["sizes"])
