"""Words joined to running text, once for all formats.

Pandoc writes `Str "a b"` as it writes three nodes, as long as it wraps no lines. A third of the
nodes is a third of the JSON, and reading that is what its writers spend most of their time on.
"""

from __future__ import annotations

import re
from typing import Any

from convenant.model.ast import Node
from convenant.model.direction import settled

_BLANK = frozenset({"Space", "SoftBreak"})
_APART = frozenset({"Link", "Span"})
"""Their words stay apart: a format may bind the words of a reference or a label together."""

_NUMBER = re.compile(r"\d+\.(?= )")
_SPACE: Node = {"t": "Space"}


def joined_words(nodes: list[Node]) -> list[Node]:
    """The nodes without their places, words and spaces that follow each other as one."""
    result: list[Any] = []
    text: list[str] = []
    for node in nodes:
        kind = node["t"] if isinstance(node, dict) else ""
        if kind == "Str":
            text.append(node["c"])
        elif kind in _BLANK:
            text.append(" ")
        else:
            if text:
                result += _words(text)
                text = []
            # `Quoted` mixes a node with other things in one list.
            result.append(_node(node) if kind else _inside(node))
    return result + _words(text) if text else result


def _words(text: list[str]) -> list[Node]:
    whole = settled("".join(text))
    inner = whole.strip(" ")
    # Only as a word of its own the Typst writer sees that a list could start here, and the
    # OpenDocument writer that a space at an end is a plain one.
    number = _NUMBER.match(inner)
    first = number[0] if number else ""
    result = [_SPACE] if whole.startswith(" ") else []
    result += [{"t": "Str", "c": first}, _SPACE] if first else []
    if rest := inner[len(first) :].lstrip(" "):
        result.append({"t": "Str", "c": rest})
    return [*result, _SPACE] if inner and whole.endswith(" ") else result


def _node(node: Node) -> Node:
    if "c" not in node:
        return {"t": node["t"]}
    content = node["c"]
    if node["t"] in _APART:
        attributes, inlines, *rest = content
        return {"t": node["t"], "c": [attributes, [_node(inner) for inner in inlines], *rest]}
    return {"t": node["t"], "c": _inside(content)}


def _inside(value: Any) -> Any:
    if not isinstance(value, list) or not value:
        return value
    first = value[0]
    if isinstance(first, dict) and "t" in first:
        return joined_words(value)
    return [_inside(item) if isinstance(item, list) else item for item in value]
