"""Tables as calls of the template's `register`: columns, header, rows and totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from convenant.model.ast import Node
from convenant.render.typst.code import array, block_code, bracketed, string
from convenant.render.typst.measure import alignment_of, columns_of, row_heights, widths_of
from convenant.render.walk import text_of

Blocks = Callable[[Sequence[Node]], list[Node]]

_TOGETHER = 95
"""Millimetres up to which a table stays on one page."""
_WHOLE = 120
"""Millimetres up to which a row stays on one page."""


def table_call(node: Node, blocks: Blocks, id: str) -> list[Node]:
    """The table as Typst.

    Args:
        blocks: prepares the blocks of a cell or caption.
        id: the label that links may point at, or empty.
    """
    _, (_, caption), specs, (_, head), bodies, (_, foot) = node["c"]
    # A pipe table without a header has one row of empty cells.
    head = [row for row in head if any(text_of(cell[4]).strip() for cell in row[1])]
    body = [row for part in bodies for rows in (part[2], part[3]) for row in rows]
    rows = [*head, *body, *foot]
    if not specs or not rows:
        return []
    result = [block_code(f"#register({_options(specs, head, body, foot)},")]
    if id:
        result.append(block_code(f"id: {string(id)},"))
    if caption:
        result += bracketed("caption: ", blocks(caption), ",")
    if head:
        result += [block_code("header: ("), *_cells(head, blocks), block_code("),")]
    if foot:
        # The last row comes along, so that no totals stand alone on a page.
        last, body = body[-1:], body[:-1]
        result += [block_code("footer: ("), *_cells([*last, *foot], blocks), block_code("),")]
    return [*result, *_cells(body, blocks), block_code(")")]


def _options(
    specs: Sequence[Any], head: Sequence[Any], body: Sequence[Any], foot: Sequence[Any]
) -> str:
    rows = [*head, *body, *foot]
    columns = columns_of(specs, rows)
    far = len(columns) > 3
    heights = row_heights(rows, columns, far=far)
    widths = (f"{width:.3g}fr" if width else "auto" for width in widths_of(columns))
    return ", ".join(
        (
            f"columns: {array(widths)}",
            f"align: {array(column.alignment for column in columns)}",
            f"rows: ({len(head)}, {len(body)}, {len(foot)})",
            f"far: {_truth(far)}",
            f"dense: {_truth(len(columns) > 5)}",
            f"together: {_truth(sum(heights) < _TOGETHER)}",
            f"whole: {_truth(max(heights) < _WHOLE)}",
        )
    )


def _cells(rows: Sequence[Any], blocks: Blocks) -> list[Node]:
    result: list[Node] = []
    for _, cells in rows:
        for _, alignment, down, across, content in cells:
            own = "" if alignment["t"] == "AlignDefault" else f", align: {alignment_of(alignment)}"
            spans = f"rowspan: {int(down)}, colspan: {int(across)}{own}"
            call = "" if spans == "rowspan: 1, colspan: 1" else f"table.cell({spans})"
            result += bracketed(call, blocks(content), ",")
    return result


def _truth(value: bool) -> str:
    return "true" if value else "false"
