"""A sheet in ODF: narrower margins, its version below the first page, and type that fits."""

from __future__ import annotations

import re
from copy import deepcopy

from convenant.edges.odf.tables import TEXT_WIDTH
from convenant.edges.odf.xml import NAMESPACES, Element, only, q, value
from convenant.edges.office.fit import sheet_scale
from convenant.model.document import Document

_SIDES = {"fo:margin-left": "2cm", "fo:margin-right": "2cm"}
_PAGE = {"fo:margin-top": "1.1cm", "fo:margin-bottom": "0.8cm", **_SIDES}
_FIRST = {"fo:margin-top": "1.5cm", "fo:margin-bottom": "0.8cm", **_SIDES}
_WIDER = (TEXT_WIDTH + 1) / TEXT_WIDTH
"""The width between these margins, of that between the margins of a whole text."""

_POINTS = 72 / 2.54

_SIZES = {"Title": 21.0, "Heading_20_1": 12.5}
_BEFORE = {"Title": 3.0, "Cover_20_Reservation": 3.0, "Heading_20_1": 10.0}
_AFTER = {"Title": 3.0, "Heading_20_1": 3.5}
_TIGHTER = 0.6
"""Of the room between paragraphs in a whole text."""

_IN_CELLS = {"fo:padding-top": "0.025cm", "fo:padding-bottom": "0.025cm"}
_BELOW_TABLES = {"fo:margin-bottom": "0.1cm"}

_FURNITURE = ("Header", "Footer", "Title", "Cover_20_Line")
_LINES = {"120%": "108%", "104%": "101%"}
"""Running text and cells."""

_SMALLEST = 7.0
"""Points."""

_LENGTH = re.compile(r"([\d.]+)pt")


def fit_sheet(content: Element, styles: Element, document: Document) -> None:
    """Shape a sheet; it has to be done before headers and footers are filled.

    Args:
        content: the root of `content.xml`; `styles` that of `styles.xml`.
    """
    if not document.sheet:
        return
    _shape_pages(styles)
    for cell in content.iter(q("style:table-cell-properties")):
        _set(cell, _IN_CELLS)
    for table in content.iter(q("style:table-properties")):
        _set(table, {**_BELOW_TABLES, "style:width": f"{TEXT_WIDTH + 1}cm"})
    for column in content.iter(q("style:table-column-properties")):
        _widen(column, "style:column-width")
    scale = 1.0
    if document.pages:
        heights = (value(one, "svg:height") for one in content.iter(q("draw:frame")))
        drawn = sum(float(height.removesuffix("cm")) * _POINTS for height in heights)
        scale = sheet_scale(document.blocks, document.pages, drawn)
    for stop in only(styles, "office:styles").iter(q("style:tab-stop")):
        if value(stop, "style:type") == "right":
            _widen(stop, "style:position")
    for style in only(styles, "office:styles"):
        _scale(style, scale)


def _shape_pages(styles: Element) -> None:
    """The margins, and below the first page what stands below the others."""
    layouts = {
        value(one, "style:name"): one
        for one in styles.findall("office:automatic-styles/style:page-layout", NAMESPACES)
    }
    whole, first = layouts["Page"], layouts["FirstPage"]
    for layout, margins in ((whole, _PAGE), (first, _FIRST)):
        _set(only(layout, "style:page-layout-properties"), margins)
    for kind, side in (("header", "bottom"), ("footer", "top")):
        room = only(whole, f"style:{kind}-style/style:header-footer-properties")
        _set(room, {"fo:min-height": "0.8cm", f"fo:margin-{side}": "0.4cm"})
    first.append(deepcopy(only(whole, "style:footer-style")))
    pages = only(styles, "office:master-styles")
    masters = {value(one, "style:name"): one for one in pages}
    masters["First"].append(deepcopy(only(masters["Standard"], "style:footer")))


def _set(element: Element, attributes: dict[str, str]) -> None:
    for name, length in attributes.items():
        element.set(q(name), length)


def _widen(element: Element, attribute: str) -> None:
    length = float(value(element, attribute).removesuffix("cm"))
    element.set(q(attribute), f"{length * _WIDER:.3f}cm")


def _scale(style: Element, scale: float) -> None:
    name = value(style, "style:name")
    fixed = name in _FURNITURE
    own = {"fo:font-size": _SIZES, "fo:margin-top": _BEFORE, "fo:margin-bottom": _AFTER}
    for properties in style:
        for attribute, lengths in own.items():
            found = _LENGTH.fullmatch(value(properties, attribute))
            if not found:
                continue
            size = attribute == "fo:font-size"
            points = lengths.get(name, float(found[1]) * (1 if size else _TIGHTER))
            points = points if fixed else points * scale
            least = min(_SMALLEST, float(found[1])) if size else 0.0
            properties.set(q(attribute), f"{max(points, least):.1f}pt")
        line = value(properties, "fo:line-height")
        if line in _LINES:
            properties.set(q("fo:line-height"), _LINES[line])
