"""The table of contents in ODF: filled when the file opens, with page numbers that fill in."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.edges.odf.xml import Element, headings, make, q, text_of, value
from convenant.edges.office.label import Label

_DEPTH = 2
_NAME = "Contents"
_LINK = "Index_20_Link"


def fill_contents(body: Element, labels: Sequence[Label]) -> None:
    """Put the table of contents in place of its heading.

    The page numbers of the entries are references, which an office program fills in by itself.
    """
    title = next((p for p in body if value(p, "text:style-name") == "TOC_20_Heading"), None)
    if title is None:
        return
    entries = [
        _entry(heading, label, number)
        for number, (heading, label) in enumerate(zip(headings(body), labels, strict=True), 1)
        if label.level <= _DEPTH
    ]
    words = text_of(title)
    place = body.index(title)
    body.remove(title)
    body.insert(place, _index(words, title, entries))


def _entry(heading: Element, label: Label, number: int) -> Element:
    mark = heading.find(q("text:bookmark-start"))
    if mark is None:
        name = f"heading-{number}"
        mark = make("text:bookmark", {"text:name": name})
        mark.tail, heading.text = heading.text, None
        heading.insert(0, mark)
    name = value(mark, "text:name")
    plain = {"text:style-name": _LINK, "text:visited-style-name": _LINK}
    link = make("text:a", {"xlink:type": "simple", "xlink:href": f"#{name}", **plain})
    words = text_of(heading).strip()
    if label.text:
        link.text = label.text
        link.append(make("text:tab"))
        link[-1].tail = words
    else:
        link.text = words
    link.append(make("text:tab"))
    link.append(make("text:bookmark-ref", {"text:reference-format": "page", "text:ref-name": name}))
    style = label.kind.capitalize() or str(label.level)
    return make("text:p", {"text:style-name": f"Contents_20_{style}"}, link)


def _index(words: str, title: Element, entries: list[Element]) -> Element:
    heading_style = {"text:style-name": "TOC_20_Heading"}
    source = make(
        "text:table-of-content-source",
        {"text:outline-level": str(_DEPTH), "text:use-index-marks": "false"},
        make("text:index-title-template", heading_style, text=words),
        *(_template(level) for level in range(1, _DEPTH + 1)),
    )
    title.tail = None
    head = make("text:index-title", {"text:name": f"{_NAME}_Head"}, title)
    content = make("text:index-body", None, head, *entries)
    attributes = {"text:name": _NAME, "text:protected": "false"}
    return make("text:table-of-content", attributes, source, content)


def _template(level: int) -> Element:
    return make(
        "text:table-of-content-entry-template",
        {"text:outline-level": str(level), "text:style-name": f"Contents_20_{level}"},
        make("text:index-entry-link-start", {"text:style-name": _LINK}),
        make("text:index-entry-chapter"),
        make("text:index-entry-text"),
        make("text:index-entry-tab-stop", {"style:type": "right", "style:leader-char": " "}),
        make("text:index-entry-page-number"),
        make("text:index-entry-link-end"),
    )
