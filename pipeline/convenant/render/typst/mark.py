"""Marks of a redline for Typst: calls of the template around their words."""

from __future__ import annotations

from collections.abc import Callable

from convenant.model.ast import Node
from convenant.model.redline import BREAK, mark_of
from convenant.render.typst.code import inline_code, string, wrapped


def typst_mark(node: Node, inner: Callable[[list[Node]], list[Node]]) -> list[Node]:
    """A mark with its words; a paragraph's end has a sign where its words stayed.

    Args:
        inner: prepares the words.
    """
    kind, change = mark_of(node)
    if kind.startswith(BREAK):
        if "alone" not in node["c"][0][1]:
            return []
        kind = kind.removeprefix(BREAK)
        return [inline_code(f"#redline({string(kind)}, {string(change)}, pilcrow);")]
    return wrapped(f"redline({string(kind)}, {string(change)})", inner(node["c"][1]))


def mark_around(blocks: list[Node]) -> str:
    """The call for the frame of a picture that came or went; nothing where it stayed."""
    for block in blocks:
        for node in block["c"] if block["t"] in ("Para", "Plain") else ():
            kind, change = mark_of(node)
            if kind and not kind.startswith(BREAK):
                return f"#redline-picture({string(kind)}, {string(change)})"
    return ""


def unmarked(blocks: list[Node]) -> list[Node]:
    """The blocks of a picture without the mark around it."""
    result = []
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            parts = [node["c"][1] if mark_of(node)[0] else [node] for node in block["c"]]
            result.append({**block, "c": [node for part in parts for node in part]})
        else:
            result.append(block)
    return result
