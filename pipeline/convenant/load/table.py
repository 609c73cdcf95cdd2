"""Tables: rebuilt cell by cell, with the caption that a `.table` division gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convenant.load.allow_list import ALIGNMENTS
from convenant.load.finding import Findings
from convenant.load.position import At, placed
from convenant.model.ast import Node, attr

_SPAN = 100
_Inside = Callable[[list[Any], Findings], list[Node]]


def rebuild_table(content: Any, found: Findings, inside: _Inside) -> Node:
    """A table without a caption, which this dialect cannot give it.

    Args:
        inside: rebuilds the blocks of a cell.
    """

    def rows(nodes: list[Any]) -> list[Any]:
        return [[attr(), [cell(one) for one in row[1]]] for row in nodes]

    def cell(node: Any) -> list[Any]:
        _, alignment, height, width, blocks = node
        return [attr(), _alignment(alignment), _count(height), _count(width), inside(blocks, found)]

    attributes, _, columns, head, bodies, foot = content
    found.refuse_all(None, attributes)
    return {
        "t": "Table",
        "c": [
            attr(),
            [None, []],
            [[_alignment(alignment), _width(width)] for alignment, width in columns],
            [attr(), rows(head[1])],
            [[attr(), _count(body[1], 0), rows(body[2]), rows(body[3])] for body in bodies],
            [attr(), rows(foot[1])],
        ],
    }


def with_caption(blocks: list[Node], at: At | None, id: str, found: Findings) -> list[Node]:
    """What a `.table` division holds: a table, and perhaps a paragraph that is its caption."""
    kinds = [block["t"] for block in blocks]
    if kinds not in (["Table"], ["Table", "Para"]):
        found.refuse(at, "prose-table")
        found.refuse_id(at, id)
        return blocks
    table, *rest = blocks
    caption = [placed({"t": "Plain", "c": one["c"]}, one.get("at")) for one in rest]
    known = found.anchor(at, id, "table")
    return [{**table, "c": [attr(known), [None, caption], *table["c"][2:]]}]


def _alignment(node: Any) -> Node:
    return {"t": node["t"] if node["t"] in ALIGNMENTS else "AlignDefault"}


def _width(node: Any) -> Node:
    share = node.get("c")
    if node["t"] == "ColWidth" and isinstance(share, int | float) and 0 < share <= 1:
        return {"t": "ColWidth", "c": share}
    return {"t": "ColWidthDefault"}


def _count(number: Any, least: int = 1) -> int:
    return number if isinstance(number, int) and least <= number <= _SPAN else least
