"""Paragraphs, headings, lists and divisions: rebuilt, or refused and reported."""

from __future__ import annotations

from typing import Any

from convenant.load.allow_list import (
    BLOCKS,
    DEPTH,
    HEADING_CLASSES,
    LIST_DELIMITERS,
    LIST_STYLES,
    TABLE,
)
from convenant.load.finding import Findings, quote
from convenant.load.inline import flat, rebuild_inlines
from convenant.load.picture import rebuild_image
from convenant.load.position import At, placed, position, spanning
from convenant.load.table import rebuild_table, with_caption
from convenant.load.waiver import IS_WAIVER
from convenant.load.word import clean, plain_text
from convenant.model.ast import Node, attr, div, para, plain, strong
from convenant.model.prose import Heading, Marker


def rebuild_blocks(nodes: list[Any], found: Findings) -> list[Node]:
    """Blocks of the allowed kinds only."""
    if found.depth >= DEPTH:
        found.refuse(None, "prose-deep")
        return []
    found.depth += 1
    result: list[Node] = []
    for node in flat_blocks(nodes, found):
        result += _rebuild(node, found)
    found.depth -= 1
    return result


def flat_blocks(nodes: list[Any], found: Findings) -> list[Any]:
    """The nodes without the wrappers that only say where a node stands; they say it themselves."""
    result: list[Any] = []
    for node in nodes:
        if node["t"] != "Div" or ["wrapper", "1"] not in node["c"][0][2]:
            result.append(node)
            continue
        attributes, inner = node["c"]
        at = position(attributes[2], last=True)
        found.here = at or found.here
        found.refuse_all(at, attributes)
        for one in flat_blocks(inner, found):
            result.append(one if at is None or "at" in one else {**one, "at": at})
    return result


def _rebuild(node: Any, found: Findings, *, member: bool = False) -> list[Node]:
    kind, content, at = node["t"], node.get("c"), node.get("at")
    match kind:
        case "Para" | "Plain":
            return _paragraph(kind, content, at, found, member=member)
        case "Header":
            return _heading(content, found)
        case "BulletList":
            items = _items(content, found)
            return [placed({"t": kind, "c": items}, spanning(at, items))]
        case "OrderedList":
            return [_ordered(content, at, found)]
        case "DefinitionList":
            return [_definitions(content, at, found)]
        case "BlockQuote":
            blocks = _inside(content, found)
            return [placed({"t": kind, "c": blocks}, spanning(at, blocks))]
        case "HorizontalRule":
            return [placed({"t": kind}, at)]
        case "CodeBlock":
            return _code(content, found)
        case "Table":
            table = rebuild_table(content, found, _inside)
            return [placed(table, position(content[0][2]))]
        case "Div":
            return _division(content, found)
    said = content[1] if kind == "RawBlock" else kind
    if kind == "RawBlock" and IS_WAIVER.fullmatch(said):
        return []
    found.refuse(at, "prose-raw", markup=quote(said.strip()))
    return []


def _paragraph(
    kind: str, content: list[Any], at: At | None, found: Findings, *, member: bool
) -> list[Node]:
    content = flat(content, found)
    images = [node for node in content if node["t"] not in ("Space", "SoftBreak")]
    if kind == "Para" and len(images) == 1 and images[0]["t"] == "Image":
        return _figure(images[0], at, found)
    inlines = rebuild_inlines(content, found, member=member)
    return [placed({"t": kind, "c": inlines}, spanning(at, inlines))] if inlines else []


def _figure(node: Any, at: At | None, found: Findings) -> list[Node]:
    caption = rebuild_inlines(node["c"][1], found)
    image, id = rebuild_image(node, caption, found, figure=True)
    if image is None:
        return [placed(para(caption), at)] if caption else []
    said = [None, [plain(caption)] if caption else []]
    figure: Node = {"t": "Figure", "c": [attr(id), said, [plain([image])]]}
    return [placed(figure, spanning(at, [image]))]


def _heading(content: Any, found: Findings) -> list[Node]:
    level, (id, classes, pairs), inner = content
    at = position(pairs, last=True)
    found.here = at or found.here
    found.refuse_pairs(at, pairs)
    inlines = rebuild_inlines(inner, found)
    if found.inside:
        found.refuse(at, "prose-heading-place")
        return [placed(para([strong(inlines)]), at)] if inlines else []
    allowed = HEADING_CLASSES if level == 2 else ()
    found.refuse_classes(at, classes, allowed)
    kept = [name for name in allowed if name in classes]
    found.in_article = (level == 2 and "unnumbered" not in kept) or (level > 2 and found.in_article)
    text = plain_text(inlines)
    if not text.strip() and all(node["t"] != "Span" or not node["c"][0][2] for node in inlines):
        # No writer can make an entry of the contents out of nothing.
        found.refuse(at, "prose-heading-empty")
        return []
    found.headings.append(Heading(found.place(at), level, id, text, tuple(kept)))
    known = found.anchor(at, id, "heading")
    return [placed({"t": "Header", "c": [level, attr(known, kept), inlines]}, at)]


def _inside(nodes: list[Any], found: Findings) -> list[Node]:
    """Blocks in a list, a quotation or a cell, where no heading may stand."""
    found.inside += 1
    blocks = rebuild_blocks(nodes, found)
    found.inside -= 1
    return blocks


def _items(content: list[Any], found: Findings) -> list[list[Node]]:
    return [_inside(item, found) for item in content]


def _ordered(content: Any, at: At | None, found: Findings) -> Node:
    (start, style, delimiter), items = content
    numbers = [
        start if isinstance(start, int) and 0 <= start < 10_000 else 1,
        {"t": style["t"] if style["t"] in LIST_STYLES else "Decimal"},
        {"t": delimiter["t"] if delimiter["t"] in LIST_DELIMITERS else "Period"},
    ]
    members = found.in_article and not found.inside
    rebuilt = [_member(item, found) if members else _inside(item, found) for item in items]
    node: Node = {"t": "OrderedList", "c": [numbers, rebuilt]}
    return placed(node, spanning(at, rebuilt))


def _member(item: list[Any], found: Findings) -> list[Node]:
    """An item of an article's list: the ids at its start make it a place to refer to."""
    first, *rest = flat_blocks(item, found) or [None]
    if first is None or first["t"] not in ("Para", "Plain"):
        return _inside(item, found)
    found.inside += 1
    blocks = _rebuild(first, found, member=True)
    found.inside -= 1
    return [*blocks, *_inside(rest, found)]


def _definitions(content: Any, at: At | None, found: Findings) -> Node:
    items = [
        [rebuild_inlines(term, found), [_inside(meaning, found) for meaning in meanings]]
        for term, meanings in content
    ]
    return placed({"t": "DefinitionList", "c": items}, spanning(at, items))


def _code(content: Any, found: Findings) -> list[Node]:
    (id, classes, pairs), text = content
    at = position(pairs)
    raw = [name for name in classes if name.lstrip("{").startswith("=")]
    if raw:
        found.refuse(at, "prose-raw", markup=quote(raw[0].strip("{}")))
        return []
    found.refuse_all(at, [id, classes, pairs])
    return [placed({"t": "CodeBlock", "c": [attr(), clean(text, at, found)]}, at)]


def _division(content: Any, found: Findings) -> list[Node]:
    """A place for a generated block, a table with its caption, or nothing but what is in it."""
    (id, classes, pairs), inner = content
    at = position(pairs, last=True)
    found.here = at or found.here
    found.refuse_pairs(at, pairs)
    blocks = _inside(inner, found)
    name = classes[0] if classes else ""
    if name == TABLE:
        found.refuse_classes(at, classes[1:], ())
        return with_caption(blocks, at, id, found)
    found.refuse_id(at, id)
    if name not in BLOCKS:
        found.refuse_classes(at, classes, ())
        return blocks
    found.refuse_classes(at, classes[1:], ())
    found.markers.append(Marker(found.place(at), name))
    if blocks:
        found.refuse(at, "prose-marker-content", name=name)
    return [placed(div([], attr(classes=["block"], name=name)), at), *blocks]
