"""How a text looks, apart from what it says."""

from __future__ import annotations

from typing import Any

from convenant.diff.unit import text_of
from convenant.model.ast import Node


def looks(value: Any) -> list[Any]:
    """The formatting in a tree: what stands in italics or in bold, and the kinds of its blocks."""
    found: list[Any] = []
    if isinstance(value, list):
        for item in value:
            found += looks(item)
    elif isinstance(value, dict):
        kind = value.get("t")
        if kind in ("Emph", "Strong", "Strikeout", "Underline", "Superscript", "Subscript", "Code"):
            found.append((kind, text_of([value])))
        elif kind in ("CodeBlock", "BlockQuote", "LineBlock"):
            found.append(kind)
        if kind != "Code":
            found += looks(value.get("c"))
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
