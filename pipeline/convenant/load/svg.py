"""SVG drawings: shapes and words only, nothing that acts, fetches or multiplies."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from convenant.load.raster import PIXEL_LIMIT, is_whole, pixels
from convenant.load.svg_weight import URL, multiplies
from convenant.locale import N_
from convenant.problem import Term

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    # ruff: noqa: SIM905  (a list of fifty strings is harder to read)
    "svg g defs symbol use title desc metadata style switch path rect circle ellipse line polyline "
    "polygon text tspan textPath image linearGradient radialGradient stop clipPath mask pattern "
    "marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_EDITORS = (
    "http://sodipodi.sourceforge.net/",
    "http://www.inkscape.org/namespaces/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
    "http://www.serif.com/",
    "http://www.bohemiancoding.com/sketch/ns",
)
"""What drawing programs add for themselves; viewers ignore it."""

_HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_CSS = re.compile(r"@import|-moz-binding|behavior\s*:|\\", re.IGNORECASE)
"""A backslash could spell any of these in another way."""

_FUNCTION = re.compile(r"([\w-]+)\s*\(")
_FUNCTIONS = frozenset(
    "url rgb rgba hsl hsla calc min max clamp var rotate rotatex rotatey rotatez scale scalex "
    "scaley translate translatex translatey skew skewx skewy matrix blur brightness contrast "
    "drop-shadow grayscale hue-rotate invert opacity saturate sepia cubic-bezier steps inset "
    "circle ellipse polygon path not is where nth-child nth-of-type and or "
    "icc-color device-cmyk only all screen print".split()
)
"""What a style may call; a browser may know others that fetch something."""

_STYLED = frozenset(
    "style fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end "
    "color stop-color flood-color lighting-color".split()
)
"""Attributes that are read as styles; others, such as names, may hold brackets."""

_ENCODING = re.compile(r"\ufeff?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_BITMAP = re.compile(r"\s*data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_BROKEN = N_("a fault: it is no well-formed XML in UTF-8")
_DOCTYPE = N_("a DOCTYPE or an entity")
_STYLESHEET = N_("an instruction to a program")
_ROOT = N_("no drawing: its outermost element is not svg")
_OUTSIDE = N_("an address of something outside the file")
_STYLE = N_("a style that loads or runs something")
_REPEATED = N_("parts that repeat each other without end")
_PICTURE = N_("an embedded picture that is damaged or too large")


def find_active(data: bytes) -> str | None:
    """What a drawing holds that it may not, in words; nothing when it is harmless."""
    from lxml import etree

    # An entity can be declared in a DOCTYPE only. Other encodings could hide one from this look.
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Term(_BROKEN)
    if re.search(r"<!\s*(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        return Term(_DOCTYPE)
    if (declared := _ENCODING.match(text)) and declared[1].lower() != "utf-8":
        return Term(_BROKEN)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return Term(_BROKEN)
    if root.tag != f"{{{_SVG}}}svg":
        return Term(_ROOT)
    if root.xpath("//processing-instruction() | /processing-instruction()"):
        return Term(_STYLESHEET)
    for element in root.iter("*"):
        for fault in _faults(element):
            return fault
    return Term(_REPEATED) if multiplies(root) else None


def _faults(element: Element) -> Iterator[str]:
    name = str(element.tag)
    namespace, _, local = name.removeprefix("{").rpartition("}")
    known = local in _ELEMENTS if namespace == _SVG else namespace.startswith(_EDITORS)
    if not known:
        yield f"<{local}>"
    if local == "style" and _is_active_style("".join(map(str, element.itertext()))):
        yield Term(_STYLE)
    for key, value in element.attrib.items():
        yield from _attribute_faults(str(key), str(value), local)


def _attribute_faults(key: str, value: str, element: str) -> Iterator[str]:
    name = key.rpartition("}")[2]
    if name.lower().startswith("on"):
        yield name
    elif key == _BASE:
        yield Term(_OUTSIDE)
    elif key in _HREFS and not value.strip().startswith("#"):
        yield from _bitmap_faults(value) if element == "image" else [Term(_OUTSIDE)]
    elif (key in _STYLED or "(" in value) and _is_active_style(value, strict=key in _STYLED):
        yield Term(_STYLE)


def _bitmap_faults(value: str) -> Iterator[str]:
    """A picture within the drawing is bounded like one beside it."""
    match = _BITMAP.match(value)
    if not match:
        yield Term(_OUTSIDE)
        return
    try:
        data = base64.b64decode(re.sub(r"\s", "", value[match.end() :]), validate=True)
    except binascii.Error:
        data = b""
    size = pixels(data)
    if size is None or size > PIXEL_LIMIT or not is_whole(data):
        yield Term(_PICTURE)


def _is_active_style(css: str, *, strict: bool = True) -> bool:
    called = {name.lower() for name in _FUNCTION.findall(css)} if strict else set[str]()
    outside = not all(sharp for sharp, _ in URL.findall(css))
    return outside or bool(called - _FUNCTIONS) or bool(_CSS.search(css))
