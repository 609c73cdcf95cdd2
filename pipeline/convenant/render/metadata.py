"""Metadata of a published document: DiWoo for the Woo index, MDTO for the archive.

Both are for an authority to complete: what only the authority knows (its TOOI identifier, how long
the record is kept, whether its use is restricted) is said to be still to decide, never made up.
Source: standaarden.overheid.nl/diwoo/metadata, version 0.9.8; MDTO-XML 1.0.1 (Nationaal Archief).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from msgspec import Struct

DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
MDTO = "https://www.nationaalarchief.nl/mdto"
_TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_COVENANTS = ("c_8fc2335c", "convenanten")
_SIGNING = ("c_e1ec050e", "ondertekening")
_EUROPE = "http://publications.europa.eu/resource/authority/"
_LANGUAGES = {"nl": ("NLD", "Nederlands"), "en": ("ENG", "Engels")}
_PLAIN: dict[Any, str] = {None: MDTO}
"""Names without a prefix."""

_UNDECIDED = "nog te bepalen door de archiefvormer"


class Published(Struct, frozen=True):
    """What the metadata are about.

    Attributes:
        identifier: such as `de-linde/v1.0.0`.
        publisher: who makes it public; a party's full name.
        makers: the full names of the parties that sign.
        created: ISO date of the text.
        signed: ISO date of the last signature, or nothing.
    """

    identifier: str
    title: str
    summary: str
    language: str
    publisher: str
    makers: tuple[str, ...]
    created: str
    signed: str = ""


class PublishedFile(Struct, frozen=True):
    """One file of it; `sha256` in hexadecimal, `size` in bytes."""

    name: str
    sha256: str
    size: int


def diwoo_xml(about: Published) -> bytes:
    """A `Document` as a sitemap for the Woo index holds one, about the PDF."""
    root = etree.Element(f"{{{DIWOO}}}Document", nsmap={"diwoo": DIWOO})
    data = _add(root, DIWOO, "DiWoo")
    _add(_add(data, DIWOO, "identifiers"), DIWOO, "identifier", about.identifier)
    _add(data, DIWOO, "publisher", about.publisher)
    titles = _add(data, DIWOO, "titelcollectie")
    _add(titles, DIWOO, "officieleTitel", about.title)
    if about.summary:
        _add(_add(data, DIWOO, "omschrijvingen"), DIWOO, "omschrijving", about.summary)
    kinds = _add(_add(data, DIWOO, "classificatiecollectie"), DIWOO, "informatiecategorieen")
    _add(kinds, DIWOO, "informatiecategorie", _COVENANTS[1], resource=_TOOI + _COVENANTS[0])
    _add(data, DIWOO, "creatiedatum", about.created)
    code, name = _LANGUAGES[about.language]
    _add(data, DIWOO, "language", name, resource=f"{_EUROPE}language/{code}")
    _add(data, DIWOO, "format", "pdf", resource=f"{_EUROPE}file-type/PDF")
    if about.signed:
        handling = _add(_add(data, DIWOO, "documenthandelingen"), DIWOO, "documenthandeling")
        _add(handling, DIWOO, "soortHandeling", _SIGNING[1], resource=_TOOI + _SIGNING[0])
        _add(handling, DIWOO, "atTime", f"{about.signed}T00:00:00")
    return _written(root)


def mdto_xml(about: Published, files: Sequence[PublishedFile]) -> Mapping[str, bytes]:
    """An `informatieobject` for the version, and a `bestand` for each of its files, by name."""
    found = {"mdto.xml": _information_object(about, files)}
    return found | {f"mdto/{file.name}.xml": _file(about, file) for file in files}


def _information_object(about: Published, files: Sequence[PublishedFile]) -> bytes:
    root, data = _mdto("informatieobject")
    _identified(data, about.identifier)
    _add(data, MDTO, "naam", f"{about.title} ({about.identifier.rpartition('/')[2]})")
    _term(data, "aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    if about.summary:
        _add(data, MDTO, "omschrijving", about.summary)
    _add(data, MDTO, "taal", about.language)
    if about.signed:
        event = _add(data, MDTO, "event")
        _term(event, "eventType", "Ondertekening", "Begrippenlijst Eventtypen MDTO")
        _add(event, MDTO, "eventTijd", about.signed)
    _term(data, "waardering", _UNDECIDED, "Begrippenlijst Waarderingen MDTO")
    for file in files:
        _reference(data, "heeftRepresentatie", f"{about.identifier}/{file.name}")
    for maker in about.makers:
        _reference(data, "archiefvormer", maker)
    limits = _add(data, MDTO, "beperkingGebruik")
    _term(limits, "beperkingGebruikType", _UNDECIDED, "Begrippenlijst BeperkingGebruik MDTO")
    return _written(root)


def _file(about: Published, file: PublishedFile) -> bytes:
    root, data = _mdto("bestand")
    _identified(data, f"{about.identifier}/{file.name}")
    _add(data, MDTO, "naam", file.name)
    _add(data, MDTO, "omvang", str(file.size))
    _term(data, "bestandsformaat", file.name.rpartition(".")[2], "PRONOM-register")
    checksum = _add(data, MDTO, "checksum")
    _term(checksum, "checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _add(checksum, MDTO, "checksumWaarde", file.sha256)
    _add(checksum, MDTO, "checksumDatum", f"{about.created}T00:00:00")
    _reference(data, "isRepresentatieVan", about.identifier)
    return _written(root)


def _mdto(kind: str) -> tuple[etree._Element, etree._Element]:
    root = etree.Element(f"{{{MDTO}}}MDTO", nsmap=_PLAIN)
    return root, _add(root, MDTO, kind)


def _identified(data: etree._Element, identifier: str) -> None:
    named = _add(data, MDTO, "identificatie")
    _add(named, MDTO, "identificatieKenmerk", identifier)
    _add(named, MDTO, "identificatieBron", "convenant")


def _term(parent: etree._Element, name: str, label: str, listed: str) -> None:
    term = _add(parent, MDTO, name)
    _add(term, MDTO, "begripLabel", label)
    _add(_add(term, MDTO, "begripBegrippenlijst"), MDTO, "verwijzingNaam", listed)


def _reference(parent: etree._Element, name: str, to: str) -> None:
    _add(_add(parent, MDTO, name), MDTO, "verwijzingNaam", to)


def _add(
    parent: etree._Element, space: str, name: str, text: str = "", *, resource: str = ""
) -> etree._Element:
    made = etree.SubElement(parent, f"{{{space}}}{name}")
    # What XML cannot hold at all was refused by the reader of the text.
    made.text = text or None
    if resource:
        made.set("resource", resource)
    return made


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
