"""Bookmarks where Word's own would stand, under names that Word's own fields can call."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree

from convenant.edges.office.package import parent_of
from convenant.edges.word.numbering import heading_level, list_of
from convenant.edges.word.xml import NAMESPACES, Element, make, q, style_of, value

LONGEST = 40
"""How long a bookmark's name may be."""

_CAPTIONS = ("ImageCaption", "TableCaption")


def bookmark_name(id: str) -> str:
    """An id as Word takes it: a letter, then letters, digits and `_`, at most 40.

    Pandoc writes hyphens, which Word's fields stumble over. Ids of a covenant are kebab-case, so
    that two of them never become one.
    """
    name = "".join(c if c.isalnum() else "_" for c in id)
    name = name if name[:1].isalpha() else f"b_{name}"
    if len(name) <= LONGEST:
        return name
    return f"{name[:31]}_{sha256(id.encode()).hexdigest()[:8]}"


def settle_bookmarks(body: Element) -> None:
    """Rename, move and number the bookmarks.

    Pandoc lays a heading's bookmark round its whole section, so that a reference to it would copy
    the section: it goes round the heading's own words. A figure's or table's goes round its
    caption, an item's round the item.
    """
    ends = {value(e, "w:id"): e for e in body.iter(q("w:bookmarkEnd"))}
    for index, start in enumerate(list(body.iter(q("w:bookmarkStart"))), 1):
        end = ends[value(start, "w:id")]
        for mark in (start, end):
            mark.set(q("w:id"), str(index))
        start.set(q("w:name"), bookmark_name(value(start, "w:name")))
        home = _home(start, end)
        if home is not None:
            surround(home, start, end)
    for anchor in body.iter(q("w:hyperlink")):
        if target := value(anchor, "w:anchor"):
            anchor.set(q("w:anchor"), bookmark_name(target))


def _home(start: Element, end: Element) -> Element | None:
    """The paragraph that the bookmark belongs to; None where it stands well already."""
    parent = parent_of(start)
    if parent.tag == q("w:p"):
        empty = start.getnext() is end
        return parent if empty and list_of(parent)[0] else None
    first = next((e for e in start.itersiblings() if not _is_mark(e)), None)
    if first is not None and heading_level(first):
        return first
    for sibling in start.itersiblings():
        if sibling is end:
            break
        if style_of(sibling) in _CAPTIONS:
            return sibling
    previous = next((e for e in start.itersiblings(preceding=True) if not _is_mark(e)), None)
    if previous is not None and style_of(previous) == "TableCaption":
        return previous
    # Whatever else it holds, a reference must not copy it: the first paragraph will do.
    if first is not None and first.tag == q("w:p"):
        return first
    return None if first is None else next(first.iter(q("w:p")), None)


def surround(paragraph: Element, start: Element, end: Element) -> None:
    """Put a bookmark round the words of a paragraph."""
    for mark in (start, end):
        parent_of(mark).remove(mark)
    properties = paragraph.find("w:pPr", NAMESPACES)
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)


def add_bookmark(paragraph: Element, name: str, number: int) -> None:
    """Put a new bookmark round the words of a paragraph."""
    start = make("w:bookmarkStart", id=str(number), name=name)
    end = make("w:bookmarkEnd", id=str(number))
    paragraph.append(start)
    paragraph.append(end)
    surround(paragraph, start, end)


def _is_mark(element: Element) -> bool:
    return etree.QName(element).localname in ("bookmarkStart", "bookmarkEnd")
