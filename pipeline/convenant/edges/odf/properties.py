"""What an OpenDocument file says about itself, and the list of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from convenant.edges.odf.xml import Element, make
from convenant.edges.office.facts import LOCALES, authors, moment, provenance
from convenant.edges.office.package import serialise
from convenant.model.document import Document

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SUFFIXES = {
    "xml": "text/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


def meta_part(document: Document) -> bytes:
    """Title, parties, time, language, and flat strings to recognise the file by."""
    texts = (
        ("meta:generator", "convenant"),
        ("dc:title", document.title),
        ("dc:subject", document.subtitle),
        ("meta:initial-creator", authors(document)),
        ("dc:creator", authors(document)),
        ("meta:creation-date", moment(document)),
        ("dc:date", moment(document)),
        ("dc:language", LOCALES[document.language]),
    )
    facts: list[Element] = [make(name, None, text=text) for name, text in texts if text]
    for name, text in provenance(document).items():
        given = {"meta:name": name, "meta:value-type": "string"}
        facts.append(make("meta:user-defined", given, text=text))
    meta = make("office:meta", None, *facts)
    return serialise(make("office:document-meta", {"office:version": "1.3"}, meta))


def manifest_part(names: Iterable[str]) -> bytes:
    """The list of the package's parts with their media types."""
    root = {"manifest:full-path": "/", "manifest:media-type": MEDIA_TYPE}
    entries = [make("manifest:file-entry", {**root, "manifest:version": "1.3"})]
    for name in sorted(set(names) - {"mimetype", "META-INF/manifest.xml"}):
        kind = _SUFFIXES.get(name.rpartition(".")[2], "application/octet-stream")
        given = {"manifest:full-path": name, "manifest:media-type": kind}
        entries.append(make("manifest:file-entry", given))
    return serialise(make("manifest:manifest", {"manifest:version": "1.3"}, *entries))
