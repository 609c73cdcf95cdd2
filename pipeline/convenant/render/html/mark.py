"""Marks of a redline as `ins` and `del`, which browsers and screen readers know."""

from __future__ import annotations

from collections.abc import Callable

from convenant.model.ast import Node
from convenant.model.redline import BREAK, GOES, mark_of

SHEET = "redline.css"
"""The sheet of `templates/html` that a page with marks needs beside the others."""

_SIGN = "\N{PILCROW SIGN}"


def html_mark(node: Node, inner: Callable[[list[Node]], list[Node]]) -> list[Node]:
    """A mark with its words; a paragraph's end has a sign where its words stayed.

    Args:
        inner: prepares the words.
    """
    kind, change = mark_of(node)
    if kind.startswith(BREAK):
        if "alone" not in node["c"][0][1]:
            return []
        kind, words = kind.removeprefix(BREAK), [{"t": "Str", "c": _SIGN}]
    else:
        words = inner(node["c"][1])
    element = "del" if kind in GOES else "ins"
    # Nothing here is text of a document: the kinds are ours and a change is eight digits.
    opening = f'<{element} class="{kind}" data-change="{change}">'
    return [_raw(opening), *words, _raw(f"</{element}>")]


def _raw(text: str) -> Node:
    return {"t": "RawInline", "c": ["html", text]}
