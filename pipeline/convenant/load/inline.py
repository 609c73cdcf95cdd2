"""Words, links, images and what else stands in a line: rebuilt, or refused and reported."""

from __future__ import annotations

from typing import Any

from convenant.load.allow_list import DEPTH, LANGUAGE, MARKS, QUOTES, link_target
from convenant.load.finding import Findings, quote
from convenant.load.picture import rebuild_image
from convenant.load.placeholder import opens, read_placeholder
from convenant.load.position import At, placed, position
from convenant.load.waiver import IS_WAIVER
from convenant.load.word import add_word, clean, plain_text
from convenant.model.ast import Node, attr, link, span
from convenant.model.prose import Reference


def rebuild_inlines(nodes: list[Any], found: Findings, *, member: bool = False) -> list[Node]:
    """Inlines of the allowed kinds only, the tokens of a word joined.

    Args:
        member: whether they start a member of an article, so that ids may lead them.
    """
    if found.depth >= DEPTH:
        found.refuse(None, "prose-deep")
        return []
    found.depth += 1
    result: list[Node] = []
    nodes = flat(nodes, found)
    index = _leading_ids(nodes, found, result) if member else 0
    while index < len(nodes):
        node = nodes[index]
        kind = node["t"]
        if kind == "Str":
            if node["c"] == "{" and opens(nodes, index):
                value, after = read_placeholder(nodes, index, found)
                if value:
                    result.append(value)
                    index = after
                    continue
            add_word(result, node, found)
        elif kind == "Space":
            result.append(placed({"t": "Space"}, node.get("at")))
        elif kind == "Code" and (after := _raw_end(nodes, index)):
            found.refuse(position(node["c"][0][2]), "prose-raw", markup=quote(node["c"][1]))
            index = after
            continue
        else:
            result.extend(_rebuild(node, found))
        index += 1
    found.depth -= 1
    return result


def flat(nodes: list[Any], found: Findings) -> list[Any]:
    """The nodes without the wrappers that only say where a node stands; they say it themselves."""
    result: list[Any] = []
    for node in nodes:
        if node["t"] != "Span" or ["wrapper", "1"] not in node["c"][0][2]:
            result.append(node)
            continue
        attributes, inner = node["c"]
        at = position(attributes[2])
        found.refuse_all(at, attributes)
        for one in flat(inner, found):
            result.append(one if at is None or "at" in one else {**one, "at": at})
    return result


def _leading_ids(nodes: list[Any], found: Findings, result: list[Node]) -> int:
    """Take the ids that a member starts with, and the spaces after them."""
    index = 0
    while index < len(nodes):
        node = nodes[index]
        if node["t"] == "Span" and not node["c"][1] and node["c"][0][0]:
            (id, classes, pairs), _ = node["c"]
            at = position(pairs)
            found.refuse_classes(at, classes, ())
            found.refuse_pairs(at, pairs)
            if known := found.anchor(at, id, "member"):
                result.append(placed(span([], attr(known)), at))
        elif node["t"] != "Space" or not index:
            break
        index += 1
    return index


def _raw_end(nodes: list[Any], start: int) -> int:
    """The index after `{=format}` that follows code, or 0: it asks for raw output."""
    words = [node["c"] if node["t"] == "Str" else "" for node in nodes[start + 1 : start + 12]]
    if words[:2] == ["{", "="] and "}" in words:
        return start + 2 + words.index("}")
    return 0


def _rebuild(node: Any, found: Findings) -> list[Node]:
    kind, content, at = node["t"], node.get("c"), node.get("at")
    if kind in MARKS:
        inlines = rebuild_inlines(content, found)
        return [placed({"t": kind, "c": inlines}, at)] if inlines else []
    match kind:
        case "SoftBreak" | "LineBreak":
            return [placed({"t": kind}, at)]
        case "Quoted" if content[0]["t"] in QUOTES:
            inlines = rebuild_inlines(content[1], found)
            return [placed({"t": kind, "c": [{"t": content[0]["t"]}, inlines]}, at)]
        case "Code":
            at = position(content[0][2])
            found.refuse_all(at, content[0])
            return [placed({"t": kind, "c": [attr(), clean(content[1], at, found)]}, at)]
        case "Link":
            return _link(content, found)
        case "Image":
            caption = rebuild_inlines(content[1], found)
            image, _ = rebuild_image(node, caption, found, figure=False)
            return caption if image is None else [image]
        case "Span":
            return _span(content, found)
        case "Note":
            return _note(content, at, found)
    said = content[1] if kind == "RawInline" else kind
    if kind == "RawInline" and IS_WAIVER.fullmatch(said):
        return []
    found.refuse(at, "prose-raw", markup=quote(said))
    return []


def _link(content: Any, found: Findings) -> list[Node]:
    attributes, inner, (target, title) = content
    at = position(attributes[2])
    found.refuse_all(at, attributes)
    if title:
        found.refuse(at, "prose-attribute", name="title")
    inlines = rebuild_inlines(inner, found)
    safe = link_target(target)
    if safe is None:
        found.refuse(at, "prose-link", target=quote(target))
        return inlines
    found.references.append(Reference(found.place(at), safe, plain_text(inlines)))
    if not inlines and safe[0] not in "#@":
        inlines = [{"t": "Str", "c": safe}]
    return [placed(link(inlines, safe), at)]


def _span(content: Any, found: Findings) -> list[Node]:
    """A change of language, or a place to refer to."""
    (id, classes, pairs), inner = content
    at = position(pairs)
    found.refuse_classes(at, classes, ())
    found.refuse_pairs(at, pairs, "lang")
    inlines = rebuild_inlines(inner, found)
    if id and not inlines:
        found.refuse_id(at, id)
    known = found.anchor(at, id, "span")
    language = dict(pairs).get("lang", "")
    if language and not LANGUAGE.fullmatch(language):
        found.refuse(at, "prose-attribute", name=quote(f"lang={language}"))
        language = ""
    if not known and not language:
        return inlines
    return [placed(span(inlines, attr(known, lang=language) if language else attr(known)), at)]


def _note(content: Any, at: At | None, found: Findings) -> list[Node]:
    if found.in_note:
        found.refuse(at, "prose-note-nested")
        return []
    found.in_note = True
    found.inside += 1
    blocks = found.blocks(content, found)
    found.inside -= 1
    found.in_note = False
    return [placed({"t": "Note", "c": blocks}, at)] if blocks else []
