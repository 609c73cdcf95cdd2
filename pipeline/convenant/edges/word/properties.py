"""What a Word file says about itself: title, parties, time, version, digest and its language."""

from __future__ import annotations

from typing import cast

from lxml import etree

from convenant.edges.office.facts import LOCALES, authors, moment, provenance
from convenant.edges.office.package import parse, serialise
from convenant.edges.word.xml import NAMESPACES, Element, make, q
from convenant.model.document import Document

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_USER_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

_CODE_STYLE = "Tok"
"""How pandoc ends the names of its styles for program text."""


def property_parts(document: Document) -> dict[str, bytes]:
    """The three parts with properties."""
    return {
        "docProps/core.xml": serialise(_core(document)),
        "docProps/custom.xml": serialise(_custom(document)),
        "docProps/app.xml": serialise(_application()),
    }


def _core(document: Document) -> Element:
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    texts = (
        (_DC, "title", document.title),
        (_DC, "subject", document.subtitle),
        (_DC, "creator", authors(document)),
        (_CORE, "keywords", ", ".join(provenance(document).values())),
        (_DC, "language", LOCALES[document.language]),
        (_CORE, "version", document.stamp.version),
    )
    for namespace, name, text in texts:
        if text:
            etree.SubElement(root, f"{{{namespace}}}{name}").text = text
    for name in ("created", "modified"):
        dated = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        dated.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        dated.text = moment(document)
    return root


def _custom(document: Document) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=_default(_CUSTOM) | {"vt": _TYPES})
    for number, (name, text) in enumerate(provenance(document).items(), 2):
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        entry.attrib.update({"fmtid": _USER_PROPERTY, "pid": str(number), "name": name})
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = text
    return root


def _application() -> Element:
    """Pandoc's has made-up counts of words and pages; ours has no counts."""
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=_default(_EXTENDED))
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "convenant"
    etree.SubElement(root, f"{{{_EXTENDED}}}DocSecurity").text = "0"
    return root


def _default(namespace: str) -> dict[str, str]:
    """A namespace without a prefix, which the stubs of lxml do not know."""
    return cast("dict[str, str]", {None: namespace})


def set_language(styles: bytes, language: str) -> bytes:
    """The styles with the document's language as their own, and none but ours.

    Pandoc adds thirty for the colours of program text, which would fill the pane of styles.
    """
    root = parse(styles)
    for style in list(root.iter(q("w:style"))):
        if style.get(q("w:styleId"), "").endswith(_CODE_STYLE):
            root.remove(style)
    for found in root.findall("w:docDefaults//w:lang", NAMESPACES):
        found.set(q("w:val"), LOCALES[language])
        found.set(q("w:eastAsia"), LOCALES[language])
    return serialise(root)


def calm_code(root: Element) -> None:
    """Set program text in one look, whatever language it is in."""
    for style in root.iter(q("w:rStyle")):
        if style.get(q("w:val"), "").endswith(_CODE_STYLE):
            style.set(q("w:val"), "VerbatimChar")


def name_languages(root: Element) -> None:
    """Give words in another language the full tag that Word knows dictionaries by."""
    for found in root.iter(q("w:lang")):
        tag = found.get(q("w:val"), "")
        found.set(q("w:val"), LOCALES.get(tag, tag))


def settings_part(document: Document) -> bytes:
    """Word's settings: its present-day layout, hyphenation, no prompt and no protection."""
    decimal, separator = (",", ";") if document.language == "nl" else (".", ",")
    compat = [
        make("w:compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=val)
        for name, val in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    ]
    notes = [make("w:footnote", id=id) for id in ("-1", "0")]
    root = make(
        "w:settings",
        make("w:zoom", percent="100"),
        make("w:defaultTabStop", val="567"),
        make("w:autoHyphenation"),
        make("w:consecutiveHyphenLimit", val="2"),
        make("w:hyphenationZone", val="357"),
        make("w:doNotHyphenateCaps"),
        make("w:characterSpacingControl", val="doNotCompress"),
        make("w:footnotePr", *notes),
        make("w:compat", *compat),
        make("w:themeFontLang", val=LOCALES[document.language]),
        make("w:decimalSymbol", val=decimal),
        make("w:listSeparator", val=separator),
    )
    return serialise(root)
