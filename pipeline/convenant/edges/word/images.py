"""Pictures: described once, no larger than the page, and sharp where Word can draw SVG."""

from __future__ import annotations

from lxml import etree

from convenant.edges.office.package import parse, serialise, take
from convenant.edges.word.xml import NAMESPACES, Element, only, q
from convenant.model.document import Document

_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_HIGHEST = 18 * 360_000
"""18 cm in the units of drawings: a taller picture would push its caption to the next page."""


def finish_images(body: Element, parts: dict[str, bytes], document: Document) -> None:
    """Finish every drawing, and add the SVG beside the PNG that stands for it."""
    svg: dict[str, str] = {}
    for number, drawing in enumerate(body.iter(q("wp:inline")), 1):
        # LibreOffice takes a distance that is not there for one of its own.
        drawing.attrib.update(dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
        described = only(drawing, "wp:docPr")
        name = take(described, "title")
        described.set("name", f"{name.rpartition('.')[0] or name or 'image'} {number}")
        # Pandoc repeats the whole picture here, as its address.
        inner = only(drawing, ".//pic:cNvPr")
        inner.set("descr", described.get("descr", ""))
        _limit_height(drawing)
        image = document.images.get(name)
        blip = only(drawing, ".//a:blip")
        if image is None or image.media_type != "image/svg+xml" or not blip.get(q("r:embed")):
            continue
        if name not in svg:
            svg[name] = _add_svg(parts, image.data, len(svg) + 1)
        _offer(blip, svg[name])
    if svg:
        _declare(parts)


def _limit_height(drawing: Element) -> None:
    sizes = [only(drawing, "wp:extent"), only(drawing, ".//a:xfrm/a:ext")]
    for size in sizes:
        width, height = int(size.get("cx", "0")), int(size.get("cy", "0"))
        if height > _HIGHEST:
            size.set("cx", str(width * _HIGHEST // height))
            size.set("cy", str(_HIGHEST))


def _add_svg(parts: dict[str, bytes], data: bytes, number: int) -> str:
    """The relation by which the document refers to the added picture."""
    target, relation = f"media/drawing{number}.svg", f"rIdSvg{number}"
    parts[f"word/{target}"] = data
    relations = parse(parts[_RELATIONS])
    etree.SubElement(
        relations,
        f"{{{_PACKAGE}/relationships}}Relationship",
        {"Id": relation, "Type": _IMAGE, "Target": target},
    )
    parts[_RELATIONS] = serialise(relations)
    return relation


def _offer(blip: Element, relation: str) -> None:
    """Name the SVG beside the PNG: programs that can draw it, do."""
    extensions = blip.find("a:extLst", NAMESPACES)
    if extensions is None:
        extensions = etree.SubElement(blip, q("a:extLst"))
    extension = etree.SubElement(extensions, q("a:ext"), {"uri": _SVG_EXTENSION})
    names = {"asvg": NAMESPACES["asvg"]}
    etree.SubElement(extension, q("asvg:svgBlip"), {q("r:embed"): relation}, nsmap=names)


def _declare(parts: dict[str, bytes]) -> None:
    types = parse(parts[_TYPES])
    tag = f"{{{_PACKAGE}/content-types}}Default"
    if not any(default.get("Extension") == "svg" for default in types.iter(tag)):
        types.insert(
            0, types.makeelement(tag, {"Extension": "svg", "ContentType": "image/svg+xml"})
        )
    parts[_TYPES] = serialise(types)
