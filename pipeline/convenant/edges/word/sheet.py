"""A sheet in Word: narrower margins, its version below the first page, and type that fits."""

from __future__ import annotations

from convenant.edges.office.fit import sheet_scale
from convenant.edges.office.package import parse, serialise
from convenant.edges.word.tables import TEXT_WIDTH
from convenant.edges.word.xml import Element, only, q
from convenant.model.document import Document

_MARGINS = {
    "top": "964",
    "bottom": "1134",
    "left": "1134",
    "right": "1134",
    "header": "510",
    "footer": "567",
}
_WIDER = 9638 / TEXT_WIDTH
"""The width between these margins, of that between the margins of a whole text."""

_EMU = 12_700
"""Units of drawings in a point."""

_HALF_POINTS = {"Title": 42, "Heading1": 25, "CoverReservation": 18}
_BEFORE = {"Title": 60, "CoverReservation": 60, "Heading1": 200}
_AFTER = {"Title": 60, "Heading1": 70}
_TIGHTER = 0.6
"""Of the room between paragraphs in a whole text."""

_IN_CELLS, _BELOW_TABLES = "14", "120"
"""Twips above and below the words of a cell, and below a table."""

_FURNITURE = ("Header", "Footer", "Title", "CoverLine")
_LINES = {"288": "260", "250": "242", "200": _BELOW_TABLES}
"""Running text and cells, in 240ths of a line; in twips the line that keeps two tables apart."""

_SMALLEST = 14
"""Half points."""


def fit_sheet(body: Element, parts: dict[str, bytes], document: Document) -> None:
    """Shape a sheet; it has to be done before headers and footers are filled."""
    if not document.sheet:
        return
    section = only(body, "w:sectPr")
    for name, length in _MARGINS.items():
        only(section, "w:pgMar").set(q(f"w:{name}"), length)
    for width in body.iter(q("w:tblW"), q("w:tcW"), q("w:gridCol")):
        width.set(q("w:w"), _wider(width.get(q("w:w"), "0")))
    parts["word/first-footer.xml"] = parts["word/footer.xml"]
    for spacing in body.iter(q("w:spacing")):
        if spacing.get(q("w:before")) == "200":
            spacing.set(q("w:before"), _BELOW_TABLES)
    scale = 1.0
    if document.pages:
        heights = (int(one.get("cy", "0")) for one in body.iter(q("wp:extent")))
        scale = sheet_scale(document.blocks, document.pages, sum(heights) / _EMU)
    styles = parse(parts["word/styles.xml"])
    for style in styles.iter(q("w:style"), q("w:docDefaults")):
        _scale(style, scale)
    parts["word/styles.xml"] = serialise(styles)


def _scale(style: Element, scale: float) -> None:
    name = style.get(q("w:styleId"), "")
    fixed = name in _FURNITURE
    for size in style.iter(q("w:sz"), q("w:szCs")):
        half = _HALF_POINTS.get(name, int(size.get(q("w:val"), "21")))
        scaled = half if fixed else max(round(half * scale), min(_SMALLEST, half))
        size.set(q("w:val"), str(scaled))
    for spacing in style.iter(q("w:spacing")):
        for side, own in (("w:before", _BEFORE), ("w:after", _AFTER)):
            if given := spacing.get(q(side)):
                twips = own.get(name, int(given) * _TIGHTER)
                spacing.set(q(side), str(round(twips if fixed else twips * scale)))
        line = spacing.get(q("w:line"))
        if line in _LINES:
            spacing.set(q("w:line"), _LINES[line])
    for stop in style.iter(q("w:tab")):
        if stop.get(q("w:val")) == "right":
            stop.set(q("w:pos"), _wider(stop.get(q("w:pos"), "0")))
    for margin in style.iter(q("w:top"), q("w:bottom")):
        if margin.get(q("w:w")) == "28":
            margin.set(q("w:w"), _IN_CELLS)


def _wider(twips: str) -> str:
    return str(round(int(twips) * _WIDER))
