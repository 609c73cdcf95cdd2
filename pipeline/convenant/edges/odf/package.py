"""OpenDocument files: the reference document for pandoc's writer, and the finishing touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from convenant.edges.odf.contents import fill_contents
from convenant.edges.odf.images import finish_images
from convenant.edges.odf.numbering import number_headings, shape_lists
from convenant.edges.odf.properties import MEDIA_TYPE, manifest_part, meta_part
from convenant.edges.odf.references import heading_targets, link_references, number_captions
from convenant.edges.odf.running import fill_running
from convenant.edges.odf.sheet import fit_sheet
from convenant.edges.odf.tables import shape_tables
from convenant.edges.odf.xml import NAMESPACES, Element, headings, make, only, q, value
from convenant.edges.office.facts import LOCALES
from convenant.edges.office.label import Label, outline
from convenant.edges.office.package import pack, parse, serialise, unpack
from convenant.locale import N_, voice
from convenant.model.document import Document

_STYLE = "text:style-name"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"


def reference_odt(templates: Mapping[str, bytes]) -> bytes:
    """The reference document for pandoc, from the part in `templates/odt`."""
    text = make("office:text")
    content = make("office:document-content", {"office:version": "1.3"})
    content.append(make("office:body", None, text))
    parts = {_CONTENT: serialise(content), _STYLES: templates[_STYLES]}
    parts[_MANIFEST] = manifest_part(parts)
    return pack({"mimetype": MEDIA_TYPE.encode(), **parts})


def finish_odt(package: bytes, document: Document) -> bytes:
    """The OpenDocument file for `document`, from what pandoc made of its `odt_tree`."""
    parts = unpack(package)
    root = parse(parts[_CONTENT])
    body = only(root, "office:body/office:text")
    styles = only(root, "office:automatic-styles")
    plan = outline(document.blocks)
    labels = plan.labels
    _settle_styles(body, styles)
    shape_lists(body, styles)
    shape_tables(body, styles, document.style.light)
    number_headings(body, styles, labels)
    captions = number_captions(body, plan.captions)
    link_references(body, heading_targets(body, labels) | captions)
    fill_contents(body, labels)
    _break_pages(body, styles, labels, sheet=document.sheet)
    logo = document.style.logo
    said = voice(document.language).say(N_("Logo"))
    finish_images(body, [*([(logo.name, said)] if logo else []), *plan.images])
    _name_languages(styles)
    parts[_STYLES] = _styles(parts[_STYLES], root, document)
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["ooow"])
    parts[_CONTENT] = serialise(root)
    parts["meta.xml"] = meta_part(document)
    parts.pop("manifest.rdf", None)
    parts[_MANIFEST] = manifest_part(parts)
    return pack(parts)


def _settle_styles(body: Element, styles: Element) -> None:
    """Call our styles by their stored names, and undo what pandoc adds to a quotation."""
    quotations = {
        value(style, "style:name")
        for style in styles.findall(q("style:style"))
        if value(style, "style:parent-style-name") == "Quotations"
    }
    for paragraph in body.iter(q("text:p"), q("text:span")):
        name = value(paragraph, _STYLE).replace(" ", "_20_")
        if name:
            name = "Quotations" if name in quotations else name
            paragraph.set(q(_STYLE), name)


def _break_pages(body: Element, styles: Element, labels: Sequence[Label], *, sheet: bool) -> None:
    """Give the title page its own looks; start the text and each annex on a fresh page."""
    for index, (heading, label) in enumerate(zip(headings(body), labels, strict=True)):
        following = heading.getnext()
        signing = following is not None and value(following, _STYLE) == "Signing_20_Page"
        if signing and following is not None:
            # The page starts at the heading, no longer below it.
            following.set(q(_STYLE), "Lead_20_In")
        if signing or (label.level == 1 and ((index == 0 and not sheet) or label.kind == "annex")):
            heading.set(q(_STYLE), "Heading_20_Opening")
    first = body.find(q("text:p"))
    if first is not None:
        parent = value(first, _STYLE)
        opening = {
            "style:name": "Opening",
            "style:family": "paragraph",
            "style:parent-style-name": parent,
            "style:master-page-name": "First",
        }
        styles.append(make("style:style", opening))
        first.set(q(_STYLE), "Opening")


def _name_languages(styles: Element) -> None:
    """Give words in another language the country that dictionaries are chosen by."""
    for properties in styles.iter(q("style:text-properties")):
        language = value(properties, "fo:language")
        if language in LOCALES:
            properties.set(q("fo:country"), LOCALES[language].partition("-")[2])


def _styles(part: bytes, content: Element, document: Document) -> bytes:
    root = parse(part)
    language, _, country = LOCALES[document.language].partition("-")
    for properties in root.findall(".//style:default-style/style:text-properties", NAMESPACES):
        properties.set(q("fo:language"), language)
        properties.set(q("fo:country"), country)
    fit_sheet(content, root, document)
    fill_running(root, document)
    return serialise(root)
