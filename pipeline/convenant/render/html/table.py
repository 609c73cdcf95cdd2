"""Tables for every reader: headers with a scope, cards on a phone, scrolling only for figures.

On a narrow screen a table of words becomes a card a row, each value under the name of its
column. A table of amounts keeps its columns, since they are read downwards, and scrolls within a
box that the keyboard can reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, div, span
from convenant.render.html.walk import tidy
from convenant.render.walk import Visit, text_of

_MANY = 5
"""Columns from which a table needs a wide screen."""

_AMOUNT, _MIDDLE = "amount", "middle"
_ALIGNMENT_CLASS = {"AlignRight": _AMOUNT, "AlignCenter": _MIDDLE}


class _Columns(Struct, frozen=True):
    """What a table's columns say about its cells."""

    headers: tuple[str, ...]
    alignments: tuple[str, ...]
    cards: bool


def boxed_table(node: Node, number: int, visit: Visit, voice: Voice) -> Node:
    """A table in its box; `visit` is applied to what its cells and its caption hold."""
    attributes, caption, specs, head, bodies, foot = node["c"]
    columns = _columns(specs, head, bodies, foot)
    caption_id = f"_caption-{number}"
    table = {
        **node,
        "c": [
            attributes,
            _named(caption, caption_id, visit),
            [[{"t": "AlignDefault"}, width] for _, width in specs],
            [head[0], [_row(row, columns, visit, heads=len(specs), down=True) for row in head[1]]],
            [_body(body, columns, visit) for body in bodies],
            [foot[0], [_row(row, columns, visit, heads=0) for row in foot[1]]],
        ],
    }
    classes = ["table", "many"] if len(specs) >= _MANY else ["table"]
    if columns.cards:
        return div([table], attr(classes=[*classes, "cards"]))
    if len(specs) < 3:
        return div([table], attr(classes=classes))
    # Not a region: a covenant has many tables, and as many landmarks would help nobody.
    box = attr(classes=[*classes, "scroll"], role="group", tabindex="0")
    name = caption_id if caption[1] else ""
    box[2].append(["aria-labelledby", name] if name else ["aria-label", voice.say(N_("Table"))])
    return div([table], box)


def _columns(specs: list[Any], head: list[Any], bodies: list[Any], foot: list[Any]) -> _Columns:
    alignments = tuple(spec[0]["t"] for spec in specs)
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    plain_grid = all(cell[2] == 1 and cell[3] == 1 for row in rows for cell in row[1])
    headers = tuple(text_of(cell[4]).strip() for cell in head[1][0][1]) if head[1] else ()
    amounts = sum(alignment == "AlignRight" for alignment in alignments)
    words = len(specs) > 1 and 2 * amounts < len(specs)
    return _Columns(headers, alignments, words and plain_grid and len(head[1]) == 1)


def _named(caption: list[Any], id: str, visit: Visit) -> list[Any]:
    """The caption with an id, which pandoc's captions cannot have themselves."""
    short, blocks = caption
    if not blocks:
        return caption
    first, *rest = tidy(blocks, visit)
    return [short, [{**first, "c": [span(first["c"], attr(id))]}, *rest]]


def _body(body: list[Any], columns: _Columns, visit: Visit) -> list[Any]:
    attributes, heads, middle, rows = body
    return [
        attributes,
        heads,
        [_row(row, columns, visit, heads=len(columns.alignments), down=True) for row in middle],
        [_row(row, columns, visit, heads=heads) for row in rows],
    ]


def _row(
    row: list[Any], columns: _Columns, visit: Visit, *, heads: int, down: bool = False
) -> list[Any]:
    """A row whose first `heads` cells are headers, `down` the column or along the row."""
    cells = [
        _cell(cell, i, columns, visit, ("col" if down else "row") if i < heads else "")
        for i, cell in enumerate(row[1])
    ]
    return [row[0], cells]


def _cell(cell: list[Any], index: int, columns: _Columns, visit: Visit, scope: str) -> list[Any]:
    (id, classes, pairs), alignment, down, across, blocks = cell
    if scope and (across > 1 or down > 1):
        scope = {"col": "colgroup" if across > 1 else "col", "row": "rowgroup"}[scope]
    attributes = [id, [*classes, *_classes(alignment, index, columns)], list(pairs)]
    attributes[2].extend(_pairs(scope, index, columns))
    blocks = tidy(blocks, visit)
    if columns.cards and not scope:
        # A card sets name and value side by side: the value must be one box.
        blocks = [div(blocks, attr())]
    return [attributes, {"t": "AlignDefault"}, down, across, blocks]


def _classes(alignment: Node, index: int, columns: _Columns) -> Iterator[str]:
    own = alignment["t"]
    if own == "AlignDefault" and index < len(columns.alignments):
        own = columns.alignments[index]
    if own in _ALIGNMENT_CLASS:
        yield _ALIGNMENT_CLASS[own]


def _pairs(scope: str, index: int, columns: _Columns) -> Iterator[list[str]]:
    if scope:
        yield ["scope", scope]
    elif columns.cards and index < len(columns.headers) and columns.headers[index]:
        yield ["data-label", columns.headers[index]]
