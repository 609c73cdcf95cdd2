"""Native numbers: sections, articles and annexes count by themselves, members per article.

Word and LibreOffice restart a lower level of a list under each higher one, whatever
`lvlRestart` says. So articles are a single-level list of their own, which counts on through the
sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from convenant.edges.office.label import Label
from convenant.edges.office.package import parent_of
from convenant.edges.word.revision import is_gone
from convenant.edges.word.xml import (
    NAMESPACES,
    Element,
    make,
    only,
    paragraphs,
    put,
    q,
    set_style,
    style_of,
    value,
)

Headings: TypeAlias = Sequence[tuple[Element, Label]]

_INDENT = {"section": 567, "article": 1418, "annex": 1871}
_STEP = 567
_STEP_IN_CELL = 284
_BULLETS = "•–"


def match_headings(body: Element, labels: Sequence[Label]) -> Headings:
    """Each heading of the text with what the document calls it."""
    headings = [p for p in paragraphs(body) if heading_level(p)]
    return tuple(zip(headings, labels, strict=True))


def number_headings(headings: Headings, numbering: Element) -> None:
    """Hang each labelled heading in the list of its kind.

    The label's words become the list's pattern ("Artikel %1") and leave no trace in the text.
    Where a number does not follow from the one before it, the list starts again at it.
    """
    last: dict[str, tuple[int, int]] = {}
    for paragraph, label in headings:
        if not label.kind:
            continue
        number_before, list_id = last.get(label.kind, (0, 0))
        # One that a redline shows as gone counts along; once it is gone the next has its number.
        counts = not (list_id and is_gone(paragraph))
        if counts and (label.number != number_before + 1 or not list_id):
            list_id = _new_list(numbering, label)
        last[label.kind] = (label.number if counts else number_before, list_id)
        put(paragraph, make("w:numPr", make("w:ilvl", val="0"), make("w:numId", val=str(list_id))))


def heading_level(paragraph: Element) -> int:
    """1 to 6 for a heading, else 0."""
    style = style_of(paragraph)
    return int(style[-1]) if style[:-1] == "Heading" and style[-1].isdigit() else 0


def _new_list(numbering: Element, label: Label) -> int:
    """A list for the kind of this label that starts at its number: the id to refer to it by."""
    abstracts = numbering.findall("w:abstractNum", NAMESPACES)
    abstract_id = _free(abstracts, "w:abstractNumId")
    list_id = _free(numbering.findall("w:num", NAMESPACES), "w:numId")
    before, _, after = label.text.rpartition(str(label.number))
    indent = str(_INDENT[label.kind])
    level = make(
        "w:lvl",
        make("w:start", val=str(label.number)),
        make("w:numFmt", val="decimal"),
        make("w:lvlText", val=f"{before}%1{after}"),
        make("w:lvlJc", val="left"),
        make(
            "w:pPr",
            make("w:tabs", make("w:tab", val="num", pos=indent)),
            make("w:ind", left=indent, hanging=indent),
        ),
        ilvl="0",
    )
    abstract = make(
        "w:abstractNum",
        make("w:nsid", val=f"{0x00C0_0000 + abstract_id:08X}"),
        make("w:multiLevelType", val="singleLevel"),
        level,
        abstractNumId=str(abstract_id),
    )
    # The schema wants all abstract lists before the first list.
    numbering.insert(numbering.index(abstracts[-1]) + 1 if abstracts else 0, abstract)
    numbering.append(
        make("w:num", make("w:abstractNumId", val=str(abstract_id)), numId=str(list_id))
    )
    return list_id


def _free(elements: Sequence[Element], attribute: str) -> int:
    return max((int(value(element, attribute)) for element in elements), default=0) + 1


def shape_lists(body: Element, numbering: Element) -> None:
    """Give list items our styles and measures, and take the blank bullets off further text."""
    for level in numbering.iter(q("w:lvl")):
        _shape_level(level)
    formats = list_formats(numbering)
    for paragraph in paragraphs(body):
        list_id, depth = list_of(paragraph)
        if not list_id or heading_level(paragraph):
            continue
        in_cell = any(True for _ in paragraph.iterancestors(q("w:tc")))
        step = _STEP_IN_CELL if in_cell else _STEP
        shape = formats.get(list_id, "")
        left = str(step * (depth + 1))
        if shape == "blank":
            only(paragraph, "w:pPr").remove(only(paragraph, "w:pPr/w:numPr"))
            put(paragraph, make("w:ind", left=left))
        elif in_cell:
            put(paragraph, make("w:ind", left=left, hanging=str(step)))
        if not in_cell and style_of(paragraph) in ("Compact", "BodyText", "FirstParagraph"):
            styles = {"blank": "ListContinue", "bullet": "ListBullet"}
            set_style(paragraph, styles.get(shape, "ListNumber"))


def _shape_level(level: Element) -> None:
    depth = int(value(level, "w:ilvl"))
    text = only(level, "w:lvlText")
    if value(level.find("w:numFmt", NAMESPACES)) == "bullet" and value(text).strip():
        text.set(q("w:val"), _BULLETS[depth % 2])
    if value(only(parent_of(level), "w:multiLevelType")) == "multilevel":
        indent = only(level, "w:pPr/w:ind")
        indent.set(q("w:left"), str(_STEP * (depth + 1)))
        indent.set(q("w:hanging"), str(_STEP))


def list_formats(numbering: Element) -> dict[str, str]:
    """By list id: `bullet`, `blank` (no number at all) or the number format."""
    kinds = {}
    for abstract in numbering.findall("w:abstractNum", NAMESPACES):
        level = only(abstract, "w:lvl")
        kind = value(level.find("w:numFmt", NAMESPACES))
        text = value(level.find("w:lvlText", NAMESPACES))
        kinds[value(abstract, "w:abstractNumId")] = kind if text.strip() else "blank"
    return {
        value(n, "w:numId"): kinds.get(value(n.find("w:abstractNumId", NAMESPACES)), "")
        for n in numbering.findall("w:num", NAMESPACES)
    }


def list_of(paragraph: Element) -> tuple[str, int]:
    """The id of the list that a paragraph hangs in and its depth; no id when in none."""
    found = paragraph.find("w:pPr/w:numPr", NAMESPACES)
    if found is None:
        return "", 0
    list_id = value(found.find("w:numId", NAMESPACES))
    return list_id, int(value(found.find("w:ilvl", NAMESPACES)) or "0")
