"""Headers and footers: short title, mark, version and short digest, page x of y."""

from __future__ import annotations

import re

from convenant.edges.docx_xml import XML_SPACE, Element, field, q, run
from convenant.edges.office import parse, serialise
from convenant.locale import N_, voice
from convenant.model.document import Document, Status

_LONGEST = 64
_BETWEEN = " · "


def running_title(document: Document) -> str:
    """The title as it fits above a page, cut between words."""
    title = document.citation_title or document.title
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def running_mark(document: Document) -> str:
    """What a document that binds nobody is called on every page; else nothing."""
    if not document.stamp.status.binds_nobody:
        return ""
    working = document.stamp.status is Status.WORKING
    speaker = voice(document.language)
    return speaker.say(N_("Working version")) if working else speaker.say(N_("Concept"))


def running_edition(document: Document) -> str:
    """Version and short digest."""
    return _BETWEEN.join(part for part in (document.stamp.version, document.short_digest) if part)


def page_words(document: Document) -> tuple[str, ...]:
    """`Page {page} of {pages}` in parts; the blanks are parts of their own."""
    text = voice(document.language).say(
        N_("Page {page} of {pages}"), page="{page}", pages="{pages}"
    )
    return tuple(part for part in re.split(r"(\{\w+\})", text) if part)


def fill_running(parts: dict[str, bytes], document: Document) -> None:
    """Fill the blanks of every header and footer."""
    mark = running_mark(document)
    texts = {
        "@title": running_title(document),
        "@mark": f"{mark}{_BETWEEN}" if mark else "",
        "@edition": running_edition(document),
    }
    for name, part in list(parts.items()):
        if re.fullmatch(r"word/[\w-]*(header|footer)[\w-]*\.xml", name):
            root = parse(part)
            for blank in list(root.iter(q("w:t"))):
                _fill(blank, texts, document)
            parts[name] = serialise(root)


def _fill(blank: Element, texts: dict[str, str], document: Document) -> None:
    whole = blank.getparent()
    if blank.text == "@page":
        codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
        runs = [
            piece
            for part in page_words(document)
            for piece in (field(codes[part], "1") if part in codes else [run(part)])
        ]
        place = whole.getparent().index(whole)
        whole.getparent()[place : place + 1] = runs
    elif not texts.get(blank.text or "", blank.text):
        whole.getparent().remove(whole)
    else:
        blank.text = texts.get(blank.text or "", blank.text)
        blank.set(XML_SPACE, "preserve")
