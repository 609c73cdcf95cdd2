"""Metadata for index and archive, held against what the published schemas ask for.

The tables below say in our own words what the schema of MDTO-XML 1.0.1 (Nationaal Archief) allows:
which elements, in which order, how often, and what is in them. Of DiWoo 0.9.8 the order is that of
published examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from lxml import etree

from convenant.render.metadata import DIWOO, MDTO, Published, PublishedFile, diwoo_xml, mdto_xml

MANY = 10_000
TEXT, NUMBER, LANGUAGE = r"(?s).+", r"[+-]?\d+", r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"
NAMED = "identificatie"
REFERENCE = "verwijzing"
TERM = "begrip"

Form = tuple[tuple[str, int, int, str], ...]
"""Name, at least, at most, and the name of a form or a pattern of the text."""

FORMS: Mapping[str, Form] = {
    "informatieobject": (
        ("identificatie", 1, MANY, NAMED),
        ("naam", 1, 1, TEXT),
        ("aggregatieniveau", 0, 1, TERM),
        ("classificatie", 0, MANY, TERM),
        ("trefwoord", 0, MANY, TEXT),
        ("omschrijving", 0, MANY, TEXT),
        ("taal", 0, MANY, LANGUAGE),
        ("event", 0, MANY, "event"),
        ("waardering", 1, 1, TERM),
        ("informatiecategorie", 0, 1, TERM),
        ("isOnderdeelVan", 0, MANY, REFERENCE),
        ("heeftRepresentatie", 0, MANY, REFERENCE),
        ("archiefvormer", 1, MANY, REFERENCE),
        ("activiteit", 0, 1, REFERENCE),
        ("beperkingGebruik", 1, MANY, "beperking"),
    ),
    "bestand": (
        ("identificatie", 1, MANY, NAMED),
        ("naam", 1, 1, TEXT),
        ("omvang", 1, 1, NUMBER),
        ("bestandsformaat", 1, 1, TERM),
        ("checksum", 1, MANY, "checksum"),
        ("URLBestand", 0, 1, TEXT),
        ("isRepresentatieVan", 1, 1, REFERENCE),
    ),
    NAMED: (("identificatieKenmerk", 1, 1, TEXT), ("identificatieBron", 1, 1, TEXT)),
    REFERENCE: (("verwijzingNaam", 1, 1, TEXT), ("verwijzingIdentificatie", 0, 1, NAMED)),
    TERM: (
        ("begripLabel", 1, 1, TEXT),
        ("begripCode", 0, 1, TEXT),
        ("begripBegrippenlijst", 1, 1, REFERENCE),
    ),
    "event": (
        ("eventType", 1, 1, TERM),
        ("eventTijd", 0, 1, f"{DAY}|{MOMENT}"),
        ("eventVerantwoordelijkeActor", 0, 1, REFERENCE),
        ("eventResultaat", 0, 1, TEXT),
    ),
    "beperking": (
        ("beperkingGebruikType", 1, 1, TERM),
        ("beperkingGebruikNadereBeschrijving", 0, 1, TEXT),
    ),
    "checksum": (
        ("checksumAlgoritme", 1, 1, TERM),
        ("checksumWaarde", 1, 1, TEXT),
        ("checksumDatum", 1, 1, MOMENT),
    ),
}


def unfit(element: etree._Element, form: str) -> Iterator[str]:
    """Where an element is not as its form asks."""
    if form not in FORMS:
        if len(element) or not re.fullmatch(form, element.text or ""):
            yield f"{element.tag}: {element.text}"
        return
    left = list(element)
    for name, least, most, inside in FORMS[form]:
        count = 0
        while left and left[0].tag == f"{{{MDTO}}}{name}":
            yield from unfit(left.pop(0), inside)
            count += 1
        if not least <= count <= most:
            yield f"{element.tag}: {count} × {name}"
    yield from (f"{element.tag}: no place for {one.tag}" for one in left)


def about(**other: str) -> Published:
    known = {"summary": "Waar het over gaat.", "signed": "2026-11-24", "language": "nl"} | other
    return Published(
        "buurtkamer/v1.0.0",
        "Convenant Buurtkamer & zo <voort>",
        known["summary"],
        known["language"],
        "Gemeente Wolderveen",
        ("Gemeente Wolderveen", "Stichting De Linde"),
        "2026-11-20",
        known["signed"],
    )


FILES = (PublishedFile("buurtkamer.pdf", "0" * 64, 1200), PublishedFile("a.docx", "1" * 64, 0))
CASES = [about(), about(summary=""), about(signed=""), about(language="en", summary="", signed="")]


@pytest.mark.parametrize("one", CASES)
def test_every_file_for_the_archive_is_as_the_schema_asks(one: Published) -> None:
    made = mdto_xml(one, FILES)
    assert set(made) == {"mdto.xml", "mdto/buurtkamer.pdf.xml", "mdto/a.docx.xml"}
    for name, data in made.items():
        root = etree.fromstring(data)
        assert root.tag == f"{{{MDTO}}}MDTO"
        (only,) = root
        kind = "informatieobject" if name == "mdto.xml" else "bestand"
        assert only.tag == f"{{{MDTO}}}{kind}"
        assert list(unfit(only, kind)) == []


@pytest.mark.parametrize("name", ["naam", "waardering", "archiefvormer", "beperkingGebruik"])
def test_what_is_obligatory_is_missed(name: str) -> None:
    root = etree.fromstring(mdto_xml(about(), FILES)["mdto.xml"])
    for element in root[0].findall(f"{{{MDTO}}}{name}"):
        root[0].remove(element)
    assert list(unfit(root[0], "informatieobject"))


ORDER = (
    *("identifiers", "publisher", "titelcollectie", "omschrijvingen", "classificatiecollectie"),
    *("creatiedatum", "language", "format", "documenthandelingen"),
)
VOCABULARIES = (
    "https://identifier.overheid.nl/tooi/def/thes/kern/c_",
    "http://publications.europa.eu/resource/authority/",
)


@pytest.mark.parametrize("one", CASES)
def test_what_the_index_gets_stands_in_order_and_names_its_terms(one: Published) -> None:
    root = etree.fromstring(diwoo_xml(one))
    assert root.tag == f"{{{DIWOO}}}Document"
    (data,) = root
    names = [etree.QName(element).localname for element in data]
    wanted = {"omschrijvingen": bool(one.summary), "documenthandelingen": bool(one.signed)}
    assert names == [name for name in ORDER if wanted.get(name, True)]
    terms = [element.get("resource") for element in data.iter() if element.get("resource")]
    assert len(terms) == 3 + bool(one.signed)
    assert all(term.startswith(VOCABULARIES) for term in terms)
    for moment in data.iter(f"{{{DIWOO}}}atTime"):
        assert re.fullmatch(MOMENT, moment.text or "")


def test_nothing_of_a_text_becomes_markup() -> None:
    assert b"&lt;voort&gt;" in diwoo_xml(about())
    assert b"&lt;voort&gt;" in mdto_xml(about(), FILES)["mdto.xml"]
