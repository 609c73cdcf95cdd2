"""Marks of a redline on their way into a Word file: raw elements that `edges` turns to revisions.

Pandoc's writer knows no revisions of paragraph ends, rows and moves, and puts links inside those
that it knows, which Word's schema forbids. So a mark is written as an element of our own before and
after its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convenant.model.ast import Node
from convenant.model.redline import BREAK, mark_of

NAMESPACE = "urn:convenant:redline"


def revision(node: Node, inner: Callable[[list[Node]], list[Node]]) -> list[Node]:
    """A mark as raw elements around its words.

    Args:
        inner: prepares the words.
    """
    kind, change = mark_of(node)
    within = _within(node["c"][0][1])
    if kind.startswith(BREAK):
        return [_raw("end", kind.removeprefix(BREAK), change, within)]
    words = inner(node["c"][1])
    return [_raw("from", kind, change, within), *words, _raw("to", kind, change)]


def has_marked_rows(table: Node) -> bool:
    """Whether rows of a table came or went."""
    return any("redline" in row[0][1] for row in _rows(table["c"]))


def with_row_marks(table: Node) -> Node:
    """The table with the marks of its rows inside their first cell, where the writer keeps them."""
    _, _, _, head, bodies, foot = content = table["c"]
    return {
        **table,
        "c": [
            *content[:3],
            [head[0], [_row(row) for row in head[1]]],
            [[*body[:2], list(map(_row, body[2])), list(map(_row, body[3]))] for body in bodies],
            [foot[0], [_row(row) for row in foot[1]]],
        ],
    }


def _rows(content: list[Any]) -> list[Any]:
    bodies = [row for body in content[4] for row in (*body[2], *body[3])]
    return [*content[3][1], *bodies, *content[5][1]]


def _row(row: list[Any]) -> list[Any]:
    (_, classes, pairs), cells = row
    if "redline" not in classes or not cells:
        return row
    raw = _raw("row", classes[1], dict(pairs)["change"], _within(classes))
    first, *rest = cells
    blocks: list[Node] = first[4]
    if blocks and blocks[0]["t"] in ("Para", "Plain"):
        blocks = [{**blocks[0], "c": [raw, *blocks[0]["c"]]}, *blocks[1:]]
    else:
        blocks = [{"t": "Plain", "c": [raw]}, *blocks]
    return [["", [], []], [[*first[:4], blocks], *rest]]


def _within(classes: list[str]) -> str:
    return "within" if "within" in classes else ""


def _raw(role: str, kind: str, change: str, within: str = "") -> Node:
    # Nothing here is text of a document: the kinds are ours and a change is eight digits.
    text = f'<x:{role} xmlns:x="{NAMESPACE}" kind="{kind}" change="{change}" within="{within}"/>'
    return {"t": "RawInline", "c": ["openxml", text]}
