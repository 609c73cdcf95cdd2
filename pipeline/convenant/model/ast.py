"""Pandoc's abstract syntax tree as JSON, and the few constructors that we build it with.

A node is `{"t": type, "c": content}`. Nodes that come from a source file also carry `"at"`, a list
of start line, start column, end line and end column (from 1, end excluded); pandoc ignores it.
Source: pandoc-types 1.23.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]
Attr: TypeAlias = list[Any]
API_VERSION = [1, 23, 1]


def attr(id: str = "", classes: Sequence[str] = (), **pairs: str) -> Attr:
    """An attribute triple; keyword `data_x` becomes the key `data-x`."""
    return [id, list(classes), [[k.replace("_", "-"), v] for k, v in pairs.items()]]


def words(text: str) -> list[Node]:
    """Plain text as inlines: words and spaces, never markup; a fixed space stays in its word."""
    inlines: list[Node] = []
    for i, word in enumerate(text.replace("\n", " ").replace("\t", " ").split(" ")):
        if i and (not inlines or inlines[-1]["t"] != "Space"):
            inlines.append({"t": "Space"})
        if word:
            inlines.append({"t": "Str", "c": word})
    return inlines


def span(inlines: list[Node], attributes: Attr) -> Node:
    """Inlines with an id, classes or attributes."""
    return {"t": "Span", "c": [attributes, inlines]}


def strong(inlines: list[Node]) -> Node:
    """Inlines of strong importance."""
    return {"t": "Strong", "c": inlines}


def emphasis(inlines: list[Node]) -> Node:
    """Inlines with stress."""
    return {"t": "Emph", "c": inlines}


def link(inlines: list[Node], target: str, attributes: Attr | None = None) -> Node:
    """A link to `target`."""
    return {"t": "Link", "c": [attributes or attr(), inlines, [target, ""]]}


def para(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: list[Node]) -> Node:
    """Inlines that are a block without being a paragraph, as in a table cell."""
    return {"t": "Plain", "c": inlines}


def heading(level: int, inlines: list[Node], attributes: Attr) -> Node:
    """A heading of `level` 1 to 6."""
    return {"t": "Header", "c": [level, attributes, inlines]}


def div(blocks: list[Node], attributes: Attr) -> Node:
    """Blocks that belong together."""
    return {"t": "Div", "c": [attributes, blocks]}


def bullets(items: Iterable[list[Node]]) -> Node:
    """An unordered list; an item is a list of blocks."""
    return {"t": "BulletList", "c": list(items)}


def numbered(items: Iterable[list[Node]]) -> Node:
    """An ordered list in decimals; an item is a list of blocks."""
    return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def definitions(items: Iterable[tuple[list[Node], list[Node]]]) -> Node:
    """A definition list; an item is a term (inlines) and its meaning (blocks)."""
    return {"t": "DefinitionList", "c": [[term, [meaning]] for term, meaning in items]}


Cell: TypeAlias = list[Node]
"""A cell: a list of blocks."""


def table(
    head: Sequence[Cell],
    rows: Iterable[Sequence[Cell]],
    *,
    attributes: Attr,
    caption: list[Node] | None = None,
    widths: Sequence[float] = (),
    right: Sequence[int] = (),
    foot: Sequence[Sequence[Cell]] = (),
    row_headers: int = 0,
) -> Node:
    """A table with one header row.

    Args:
        widths: share of the line per column, adding up to 1; empty lets the writer choose.
        right: indexes of the columns that are set flush right, as amounts are.
        foot: rows below the line, such as totals.
        row_headers: how many leading cells of each row are headers of that row.
    """
    specs = [
        [
            {"t": "AlignRight" if i in right else "AlignLeft"},
            {"t": "ColWidth", "c": widths[i]} if widths else {"t": "ColWidthDefault"},
        ]
        for i in range(len(head))
    ]
    body = [attr(), row_headers, [], [_row(row) for row in rows]]
    return {
        "t": "Table",
        "c": [
            attributes,
            [None, [plain(caption)] if caption else []],
            specs,
            [attr(), [_row(head)]],
            [body],
            [attr(), [_row(row) for row in foot]],
        ],
    }


def _row(cells: Sequence[Cell]) -> list[Any]:
    return [attr(), [[attr(), {"t": "AlignDefault"}, 1, 1, cell] for cell in cells]]


def document(blocks: list[Node]) -> Node:
    """A whole document, without metadata: that comes from our records, never from a text."""
    return {"pandoc-api-version": API_VERSION, "meta": {}, "blocks": blocks}
