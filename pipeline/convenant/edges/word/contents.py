"""The table of contents: a field that opens filled, so that nobody is asked to update it."""

from __future__ import annotations

from convenant.edges.office.label import Label
from convenant.edges.word.bookmarks import add_bookmark
from convenant.edges.word.numbering import Headings
from convenant.edges.word.revision import is_gone, new_text_of
from convenant.edges.word.xml import (
    Element,
    field,
    make,
    q,
    run,
    style_of,
    tab,
    value,
)

_DEPTH = 2
_INDENTS = {"section": ("567", "567"), "article": ("1871", "1304"), "annex": ("1304", "1304")}
"""Per kind of heading where its words start, and how far its number stands before them."""


def fill_contents(body: Element, headings: Headings) -> None:
    """Put the table of contents under its heading.

    Page numbers are Word's to know: their fields are there, empty, and fill as soon as the table
    is updated. Until then an entry is its words, and leads to its place by a click.
    """
    title = next((p for p in body if style_of(p) == "TOCHeading"), None)
    if title is None:
        return
    number = max((int(value(b, "w:id")) for b in body.iter(q("w:bookmarkStart"))), default=0)
    entries: list[Element] = []
    for paragraph, label in headings:
        text = new_text_of(paragraph).strip()
        # A heading that a redline shows as gone is no entry of the new version.
        if label.level > _DEPTH or is_gone(paragraph):
            continue
        number += 1
        name = f"_Toc{number:08d}"
        entries.append(_entry(label, text, name))
        add_bookmark(paragraph, name, number)
    if not entries:
        return
    begin, code, separate, _, end = field(f'TOC \\o "1-{_DEPTH}" \\h \\z \\u', "")
    entries[0][1:1] = [begin, code, separate]
    last = make("w:p", end)
    place = body.index(title)
    body.remove(title)
    gallery = make(
        "w:docPartObj", make("w:docPartGallery", val="Table of Contents"), make("w:docPartUnique")
    )
    content = make("w:sdtContent", title, *entries, last)
    body.insert(place, make("w:sdt", make("w:sdtPr", gallery), content))


def _entry(label: Label, text: str, name: str) -> Element:
    properties = make("w:pPr", make("w:pStyle", val=f"TOC{label.level}"))
    if label.kind:
        # In the entry and not in its style: a left tab there would catch the page number of a
        # table that LibreOffice has updated.
        left, hanging = _INDENTS[label.kind]
        stop = make("w:tab", val="left", pos=left)
        properties.append(make("w:tabs", stop))
        properties.append(make("w:ind", left=left, hanging=hanging))
    words = [run(label.text), tab(), run(text)] if label.text else [run(text)]
    page = field(f"PAGEREF {name} \\h", "")
    link = make("w:hyperlink", *words, tab(), *page, anchor=name, history="1")
    return make("w:p", properties, link)
