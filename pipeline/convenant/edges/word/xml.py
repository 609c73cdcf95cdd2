"""WordprocessingML by short names: `w:p` instead of braces around an address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def q(name: str) -> str:
    """The qualified form of `w:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


_PROPERTIES, _STYLE, _VALUE = q("w:pPr"), q("w:pStyle"), q("w:val")


def make(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element; its attributes are of its own namespace, `val="1"` giving `w:val`."""
    prefix = name.partition(":")[0]
    nsmap = {prefix: NAMESPACES[prefix]}
    element = etree.Element(q(name), {q(f"{prefix}:{k}"): v for k, v in attributes.items()}, nsmap)
    element.extend(children)
    return element


def value(element: Element | None, name: str = "w:val") -> str:
    """An attribute's value, or nothing."""
    return element.get(q(name), "") if element is not None else ""


def only(element: Element, path: str) -> Element:
    """What stands at a path where the format, or pandoc, always has something.

    Raises:
        LookupError: when it is not there after all.
    """
    found = element.find(path, NAMESPACES)
    if found is None:
        raise LookupError(f"{path} in {element.tag}")
    return found


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    # Asked of every paragraph many times; both always come first, so no search is needed.
    if len(paragraph) and paragraph[0].tag == _PROPERTIES:
        properties = paragraph[0]
        if len(properties) and properties[0].tag == _STYLE:
            return properties[0].get(_VALUE, "")
    return ""


def set_style(paragraph: Element, style: str) -> None:
    """Give a paragraph another style."""
    properties = properties_of(paragraph)
    found = properties.find("w:pStyle", NAMESPACES)
    if found is None:
        properties.insert(0, make("w:pStyle", val=style))
    else:
        found.set(q("w:val"), style)


_ORDER = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
""".split()  # noqa: SIM905 (a list of quoted words would hide the order)
"""The one order of paragraph properties that the schema allows. Source: ECMA-376-1, 17.3.1.26."""


def properties_of(paragraph: Element) -> Element:
    """The paragraph's properties, made where it has none."""
    properties = paragraph.find("w:pPr", NAMESPACES)
    if properties is None:
        properties = make("w:pPr")
        paragraph.insert(0, properties)
    return properties


def put(paragraph: Element, new: Element) -> None:
    """Set a paragraph property in its place, over one that is there."""
    properties = properties_of(paragraph)
    for old in properties.findall(new.tag):
        properties.remove(old)
    rank = _rank(new)
    place = sum(1 for other in properties if _rank(other) < rank)
    properties.insert(place, new)


def _rank(element: Element) -> int:
    return _ORDER.index(etree.QName(element).localname)


def text_of(element: Element) -> str:
    """The text of an element as printed."""
    return "".join(t.text or "" for t in element.iter(q("w:t")))


def run(text: str, style: str = "") -> Element:
    """A run of text, in a character style where one is given."""
    printed = make("w:t")
    printed.text = text
    printed.set(XML_SPACE, "preserve")
    return _styled(printed, style)


def tab() -> Element:
    """A run with a tab."""
    return make("w:r", make("w:tab"))


def field(code: str, result: str, style: str = "") -> list[Element]:
    """A field with its cached result, as runs; LibreOffice takes the style from the first."""
    instruction = make("w:instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    return [
        _styled(make("w:fldChar", fldCharType="begin"), style),
        _styled(instruction, style),
        _styled(make("w:fldChar", fldCharType="separate"), style),
        run(result, style),
        _styled(make("w:fldChar", fldCharType="end"), style),
    ]


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph in reading order, those in tables too."""
    return root.iter(q("w:p"))


def _styled(content: Element, style: str) -> Element:
    if not style:
        return make("w:r", content)
    return make("w:r", make("w:rPr", make("w:rStyle", val=style)), content)
