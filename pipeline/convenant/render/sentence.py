"""Where a sentence starts: a reference that opens one gets a capital."""

from __future__ import annotations

import re
from typing import Any

from convenant.model.ast import Node
from convenant.render.walk import text_of

OPENING = "opening"
"""Class of a reference without words of its own at the start of a sentence."""

_END = re.compile(r"(?P<word>\S*)[.?!…][\"'”’)\]]*\s+$")
_SHORTENED = frozenset(
    {"art", "artt", "bijv", "bv", "ca", "cf", "evt", "fig", "incl", "jo", "nr", "nrs", "no"}
    | {"par", "para", "pp", "resp", "tab", "vgl", "zgn", "viz", "vs", "blz"}
)
_GOES_ON = (":", ",", ";")


def opening_marked(blocks: list[Node], *, opens: bool = True) -> list[Node]:
    """The blocks with the class `opening` on references that start a sentence.

    The items of a list after a colon go on with the sentence before it.

    Args:
        opens: whether the first of these blocks starts a sentence.
    """
    result: list[Node] = []
    for block in blocks:
        result.append(_block(block, result, opens=opens))
        opens = True
    return result


def starts_sentence(before: str) -> bool:
    """Whether what follows on this text starts a sentence: not after `o.a.` or `vgl.`."""
    if not before.strip():
        return True
    end = _END.search(before)
    if end is None:
        return False
    word = end["word"].lstrip("(‘“").casefold()
    shortened = word in _SHORTENED or "." in word or (len(word) == 1 and word.isalpha())
    return not (shortened and before[end.end("word")] == ".")


def _block(block: Node, before: list[Node], *, opens: bool) -> Node:
    match block["t"]:
        case "Para" | "Plain":
            return {**block, "c": _line(block["c"], "" if opens else ",")}
        case "BulletList":
            return {**block, "c": _items(block["c"], before)}
        case "OrderedList":
            style, items = block["c"]
            return {**block, "c": [style, _items(items, before)]}
    return {**block, "c": _inside(block["c"])} if "c" in block else block


def _items(items: list[list[Node]], before: list[Node]) -> list[list[Node]]:
    said = text_of(before[-1]).rstrip() if before else ""
    return [opening_marked(item, opens=not said.endswith(_GOES_ON)) for item in items]


def _line(inlines: list[Node], before: str) -> list[Node]:
    """The inlines of a block, after the text `before`."""
    result = []
    for node in inlines:
        marked = _inline(node, before)
        # A reference has no words yet.
        before += text_of(marked) or "x" * (node["t"] == "Link")
        result.append(marked)
    return result


def _inline(node: Node, before: str) -> Node:
    match node["t"]:
        case "Link" if not node["c"][1] and node["c"][2][0].startswith("#"):
            return _opening(node) if starts_sentence(before) else node
        case "Span" | "Link":
            attributes, inner, *rest = node["c"]
            return {**node, "c": [attributes, _line(inner, before), *rest]}
        case "Note":
            return {**node, "c": opening_marked(node["c"])}
        case "Emph" | "Strong" | "Underline" | "SmallCaps" | "Strikeout":
            return {**node, "c": _line(node["c"], before)}
    return node


def _opening(node: Node) -> Node:
    (id, classes, pairs), inlines, target = node["c"]
    return {**node, "c": [[id, [*classes, OPENING], pairs], inlines, target]}


def _inside(value: Any) -> Any:
    """Blocks anywhere within tables, notes and divisions."""
    if not isinstance(value, list) or not value:
        return value
    first = value[0]
    if isinstance(first, dict):
        # Headings and terms hold inlines, which open no sentence.
        blocks = all(isinstance(item, dict) and item.get("t") in _BLOCKS for item in value)
        return opening_marked(value) if blocks else value
    return [_inside(item) for item in value]


_BLOCKS = frozenset(
    {"Para", "Plain", "BulletList", "OrderedList", "DefinitionList", "BlockQuote", "CodeBlock"}
    | {"Table", "Figure", "Div", "Header", "HorizontalRule"}
)
