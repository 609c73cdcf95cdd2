"""Headers and footers in ODF: short title, mark, version and short digest, page x of y."""

from __future__ import annotations

from convenant.edges.odf.xml import Element, make, q
from convenant.edges.office.facts import page_words, running_texts
from convenant.edges.office.package import replace
from convenant.model.document import Document

_FIELDS = {
    "{page}": ("text:page-number", {"text:select-page": "current"}),
    "{pages}": ("text:page-count", {"style:num-format": "1"}),
}


def fill_running(root: Element, document: Document) -> None:
    """Fill the blanks of every header and footer."""
    texts = running_texts(document)
    for blank in list(root.iter(q("text:span"))):
        if blank.text == "@page":
            replace(blank, [_part(part) for part in page_words(document)])
        elif blank.text in texts:
            blank.text = texts[blank.text]


def _part(part: str) -> Element:
    if part not in _FIELDS:
        return make("text:span", None, text=part)
    name, attributes = _FIELDS[part]
    return make(name, attributes, text="1")
