"""Packages of office formats, in memory: zip archives of XML parts, written the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

_FIRST = ("mimetype", "[Content_Types].xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name. For our own packages only: nothing is bounded here."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts: stored, since implementations of deflate differ, and undated.

    The parts that a format wants in front come first, then all others by name.
    """
    names = [name for name in _FIRST if name in parts]
    names += sorted(parts.keys() - set(_FIRST))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # else Windows writes other bytes
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def parse(part: bytes) -> etree._Element:
    """The root of an XML part; entities and the network stay off."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(part, parser)


def parent_of(element: etree._Element) -> etree._Element:
    """The element around this one.

    Raises:
        LookupError: when it is a root, which no part of a finished package may be moved out of.
    """
    parent = element.getparent()
    if parent is None:
        raise LookupError(element.tag)
    return parent


def replace(old: etree._Element, new: Sequence[etree._Element]) -> None:
    """Put elements where one stood; the text behind it stays behind the last of them."""
    parent = parent_of(old)
    place = parent.index(old)
    if new:
        new[-1].tail = (new[-1].tail or "") + (old.tail or "") or None
    parent[place : place + 1] = new


def take(element: etree._Element, attribute: str) -> str:
    """Take an attribute away: its value, or nothing."""
    return str(element.attrib.pop(attribute, ""))


def serialise(root: etree._Element) -> bytes:
    """The part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
