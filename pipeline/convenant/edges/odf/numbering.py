"""Native numbers in ODF: a list style for each kind of heading, one list through the document."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.edges.odf.xml import Element, headings, make, q, value
from convenant.edges.office.label import Label
from convenant.edges.office.package import parent_of, take

_INDENT = {"section": 1.0, "article": 2.5, "annex": 3.3}
_NAMES = {"section": "Sections", "article": "Articles", "annex": "Annexes"}
_STEP = 1.0
_STEP_IN_CELL = 0.5
_BULLETS = "•–"


def number_headings(content: Element, styles: Element, labels: Sequence[Label]) -> None:
    """Hang each labelled heading in the list of its kind, which goes on where it stopped."""
    last: dict[str, tuple[int, str]] = {}
    for heading, label in zip(list(headings(content)), labels, strict=True):
        if not label.kind:
            continue
        number_before, list_before = last.get(label.kind, (0, ""))
        if not list_before:
            styles.append(_heading_list(label))
        here = f"{label.kind}-{label.number}"
        attributes = {"text:style-name": _NAMES[label.kind], "xml:id": here}
        item = make("text:list-item")
        if list_before:
            attributes["text:continue-list"] = list_before
        if label.number != number_before + 1:
            item.set(q("text:start-value"), str(label.number))
        last[label.kind] = (label.number, here)
        wrapped = make("text:list", attributes, item)
        wrapped.tail, heading.tail = heading.tail, None
        parent_of(heading).replace(heading, wrapped)
        item.append(heading)


def _heading_list(label: Label) -> Element:
    before, _, after = label.text.rpartition(str(label.number))
    attributes = {"text:level": "1", "style:num-format": "1"}
    attributes |= {"style:num-prefix": before} if before else {}
    attributes |= {"style:num-suffix": after} if after else {}
    indent = _INDENT[label.kind]
    level = make("text:list-level-style-number", attributes, _measures(indent, indent))
    return make("text:list-style", {"style:name": _NAMES[label.kind]}, level)


def _measures(left: float, hanging: float) -> Element:
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    lengths = {
        "text:label-followed-by": "listtab",
        "text:list-tab-stop-position": f"{left}cm",
        "fo:text-indent": f"-{hanging}cm",
        "fo:margin-left": f"{left}cm",
    }
    alignment = make("style:list-level-label-alignment", lengths)
    return make("style:list-level-properties", mode, alignment)


def shape_lists(content: Element, styles: Element) -> None:
    """Give list items our styles and measures."""
    lists = {value(s, "style:name"): s for s in styles.iter(q("text:list-style"))}
    bulleted = {name for name, shape in lists.items() if _is_bullet(shape)}
    in_cells = set()
    for paragraph in styles.findall(q("style:style")):
        if name := value(paragraph, "style:list-style-name"):
            parent = "List_20_Bullet" if name in bulleted else "List_20_Number"
            paragraph.set(q("style:parent-style-name"), parent)
            for properties in paragraph.findall(q("style:paragraph-properties")):
                paragraph.remove(properties)
    for cell in content.iter(q("table:table-cell")):
        for found in cell.iter(q("text:list")):
            in_cells.add(value(found, "text:style-name"))
            for paragraph in found.iter(q("text:p")):
                paragraph.set(q("text:style-name"), "Table_20_Contents")
    for name, shape in lists.items():
        if name not in _NAMES.values():
            _shape_levels(shape, _STEP_IN_CELL if name in in_cells else _STEP)


def _is_bullet(shape: Element) -> bool:
    return len(shape) > 0 and shape[0].tag == q("text:list-level-style-bullet")


def _shape_levels(shape: Element, step: float) -> None:
    for depth, level in enumerate(shape):
        if level.tag == q("text:list-level-style-bullet"):
            level.set(q("text:bullet-char"), _BULLETS[depth % 2])
            take(level, q("style:num-suffix"))
        for measures in level.findall(q("style:list-level-properties")):
            level.remove(measures)
        level.append(_measures(step * (depth + 1), step))
