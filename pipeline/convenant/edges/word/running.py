"""Headers and footers: short title, mark, version and short digest, page x of y."""

from __future__ import annotations

import re

from convenant.edges.office.facts import page_words, running_texts
from convenant.edges.office.package import parent_of, parse, replace, serialise
from convenant.edges.word.xml import XML_SPACE, Element, field, q, run
from convenant.model.document import Document


def fill_running(parts: dict[str, bytes], document: Document) -> None:
    """Fill the blanks of every header and footer."""
    texts = running_texts(document)
    for name, part in list(parts.items()):
        if re.fullmatch(r"word/[\w-]*(header|footer)[\w-]*\.xml", name):
            root = parse(part)
            for blank in list(root.iter(q("w:t"))):
                _fill(blank, texts, document)
            parts[name] = serialise(root)


def _fill(blank: Element, texts: dict[str, str], document: Document) -> None:
    whole = parent_of(blank)
    if blank.text == "@page":
        codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
        runs = [
            piece
            for part in page_words(document)
            for piece in (field(codes[part], "1") if part in codes else [run(part)])
        ]
        replace(whole, runs)
    elif not texts.get(blank.text or "", blank.text):
        parent_of(whole).remove(whole)
    else:
        blank.text = texts.get(blank.text or "", blank.text)
        blank.set(XML_SPACE, "preserve")
