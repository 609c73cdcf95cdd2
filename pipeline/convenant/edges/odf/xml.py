"""OpenDocument XML by short names: `text:p` instead of braces around an address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from convenant.edges.office.package import parent_of

Element = etree._Element

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    "office": f"{_ODF}office:1.0",
    "style": f"{_ODF}style:1.0",
    "text": f"{_ODF}text:1.0",
    "table": f"{_ODF}table:1.0",
    "draw": f"{_ODF}drawing:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "svg": f"{_ODF}svg-compatible:1.0",
    "meta": f"{_ODF}meta:1.0",
    "manifest": f"{_ODF}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


@cache
def q(name: str) -> str:
    """The qualified form of `text:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def make(
    name: str, attributes: dict[str, str] | None = None, *children: Element, text: str = ""
) -> Element:
    """An element; attributes by short name too, as in `{"text:name": "x"}`."""
    used = {key.partition(":")[0] for key in (name, *(attributes or {}))} - {"xml"}
    nsmap = {prefix: NAMESPACES[prefix] for prefix in sorted(used)}
    given = {q(key): value for key, value in (attributes or {}).items()}
    element = etree.Element(q(name), given, nsmap)
    element.text = text or None
    element.extend(children)
    return element


def value(element: Element, name: str) -> str:
    """An attribute's value, or nothing."""
    return element.get(q(name), "")


def only(element: Element, path: str) -> Element:
    """What stands at a path where the format always has something.

    Raises:
        LookupError: when it is not there after all.
    """
    found = element.find(path, NAMESPACES)
    if found is None:
        raise LookupError(f"{path} in {element.tag}")
    return found


def text_of(element: Element) -> str:
    """The text of an element as printed, without notes."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in (q("text:tab"), q("text:s"), q("text:line-break")):
            parts.append(" ")
        elif child.tag != q("text:note"):
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def unwrap(element: Element) -> None:
    """Take an element away and leave its content in its place."""
    parent = parent_of(element)
    previous = element.getprevious()
    _append(parent, previous, element.text)
    children = list(element)
    place = parent.index(element)
    tail = element.tail
    parent[place : place + 1] = children
    _append(parent, children[-1] if children else previous, tail)


def headings(root: Element) -> Iterator[Element]:
    """Every heading, in order."""
    return root.iter(q("text:h"))


def _append(parent: Element, after: Element | None, text: str | None) -> None:
    if after is None:
        parent.text = (parent.text or "") + (text or "") or None
    else:
        after.tail = (after.tail or "") + (text or "") or None
