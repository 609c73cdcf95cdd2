"""How a text looks, apart from what it says."""

from __future__ import annotations

from typing import Any

from convenant.diff.unit import text_of
from convenant.model.ast import Node

_LOOKS = frozenset(("Emph", "Strong", "Strikeout", "Underline", "Superscript", "Subscript", "Code"))
_SHAPES = frozenset(("CodeBlock", "BlockQuote", "LineBlock"))


def looks(value: Any) -> list[Any]:
    """The formatting in a tree: what stands in italics or in bold, and the kinds of its blocks."""
    found: list[Any] = []
    left = [value]
    while left:
        item = left.pop()
        if isinstance(item, dict):
            kind = item.get("t")
            if kind == "Str":
                continue
            if kind in _LOOKS:
                found.append((kind, text_of([item])))
            elif kind in _SHAPES:
                found.append(kind)
            if kind != "Code" and isinstance(content := item.get("c"), list):
                left.append(content)
        else:
            left.extend(inner for inner in item if isinstance(inner, list | dict))
    return found


def first_line(content: Any) -> list[Node]:
    """The inlines of the first paragraph in a tree."""
    if isinstance(content, dict):
        if content.get("t") in ("Para", "Plain"):
            return list(content["c"])
        if content.get("t") == "Header":
            return list(content["c"][2])
        content = content.get("c")
    if isinstance(content, list):
        for item in content:
            if found := first_line(item):
                return found
    return []
