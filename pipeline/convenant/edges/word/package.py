"""Word files: the reference document that pandoc takes its styles from, and the finishing touch.

`reference_docx` gives pandoc what it can use. `finish_docx` puts in what its writer lacks: native
numbers, fields that can be brought up to date, a filled table of contents, headers and footers
with the version, properties, and the same bytes each time.
"""

from __future__ import annotations

from collections.abc import Mapping

from convenant.edges.office.label import outline
from convenant.edges.office.package import pack, parse, serialise, unpack
from convenant.edges.word.bookmarks import settle_bookmarks
from convenant.edges.word.contents import fill_contents
from convenant.edges.word.images import finish_images
from convenant.edges.word.numbering import (
    Headings,
    match_headings,
    number_headings,
    shape_lists,
)
from convenant.edges.word.properties import (
    calm_code,
    name_languages,
    property_parts,
    set_language,
    settings_part,
)
from convenant.edges.word.references import link_references, number_captions, targets_of
from convenant.edges.word.running import fill_running
from convenant.edges.word.sheet import fit_sheet
from convenant.edges.word.tables import shape_tables
from convenant.edges.word.xml import make, put, set_style, style_of
from convenant.model.document import Document

_PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {
    "document.xml": ("document.main", ""),
    "styles.xml": ("styles", "styles"),
    "fontTable.xml": ("fontTable", "fontTable"),
    "header.xml": ("header", "header"),
    "footer.xml": ("footer", "footer"),
    "first-header.xml": ("header", "header"),
    "first-footer.xml": ("footer", "footer"),
}
_BODY, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_FOOTNOTES, _SETTINGS = "word/footnotes.xml", "word/settings.xml"


def reference_docx(templates: Mapping[str, bytes]) -> bytes:
    """The reference document for pandoc, from the parts in `templates/word`.

    A part is related to the document as `rId` plus its name in capitals: `rIdFirstHeader`.
    """
    overrides, relations = [], []
    for name, (content, relation) in _KINDS.items():
        overrides.append(
            f'<Override PartName="/word/{name}" ContentType="{_PREFIX}{content}+xml"/>'
        )
        if relation:
            id = "".join(word.capitalize() for word in name.removesuffix(".xml").split("-"))
            relations.append(
                f'<Relationship Id="rId{id}" Type="{_RELATION}/{relation}" Target="{name}"/>'
            )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {f"word/{name}": templates[name] for name in _KINDS}
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{''.join(overrides)}</Types>"
    ).encode()
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{"".join(relations)}</Relationships>'
    ).encode()
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATION}/officeDocument" Target="{_BODY}"/></Relationships>'
    ).encode()
    return pack(parts)


def finish_docx(package: bytes, document: Document) -> bytes:
    """The Word file for `document`, from what pandoc made of its `word_tree`."""
    parts = unpack(package)
    root = parse(parts[_BODY])
    body = root[0]
    numbering = parse(parts[_NUMBERING])
    notes = parse(parts[_FOOTNOTES])
    settle_bookmarks(body)
    headings = match_headings(body, outline(document.blocks).labels)
    number_headings(headings, numbering)
    shape_lists(body, numbering)
    shape_tables(body)
    number_captions(body)
    targets = targets_of(body, headings)
    for tree in (body, notes):
        link_references(tree, targets)
        name_languages(tree)
        calm_code(tree)
    fill_contents(body, headings)
    _break_pages(headings, sheet=document.sheet)
    finish_images(body, parts, document)
    fit_sheet(body, parts, document)
    parts[_BODY], parts[_NUMBERING] = serialise(root), serialise(numbering)
    parts[_FOOTNOTES] = serialise(notes)
    parts[_STYLES] = set_language(parts[_STYLES], document.language)
    parts[_SETTINGS] = settings_part(document)
    parts |= property_parts(document)
    fill_running(parts, document)
    return pack(parts)


def _break_pages(headings: Headings, *, sheet: bool) -> None:
    """Start the text, each annex and the signatures on a page of their own."""
    for index, (paragraph, label) in enumerate(headings):
        following = paragraph.getnext()
        signing = following is not None and style_of(following) == "SigningPage"
        if signing and following is not None:
            # The page starts at the heading, no longer below it.
            set_style(following, "LeadIn")
        if signing or (label.level == 1 and ((index == 0 and not sheet) or label.kind == "annex")):
            put(paragraph, make("w:pageBreakBefore"))
