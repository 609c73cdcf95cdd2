"""Tables as calls of the template's `register`: widths, alignments, header and totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from convenant.model.ast import Node
from convenant.render.typst_code import array, block_code, bracketed, string
from convenant.render.walk import text_of

Blocks = Callable[[Sequence[Node]], list[Node]]

_SHORT = 16
"""Characters up to which a column keeps its natural width."""
_TALL = 1200
"""Characters in one cell from which its row may break over pages."""


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
    lengths = _lengths(rows, len(specs))
    options = [
        f"columns: {array(_widths(specs, lengths))}",
        f"align: {array(_alignment(spec[0]) for spec in specs)}",
        f"rows: ({len(head)}, {len(body)}, {len(foot)})",
        f"far: {_truth(len(specs) > 3)}",
        f"dense: {_truth(len(specs) > 5)}",
        f"whole: {_truth(max(longest for longest, _, _ in lengths) < _TALL)}",
        f"id: {string(id) if id else 'none'}",
    ]
    result = [block_code(f"#register({', '.join(options)},")]
    if caption:
        result += bracketed("caption: ", blocks(caption), ",")
    if head:
        result += [block_code("header: ("), *_cells(head, blocks), block_code("),")]
    return [*result, *_cells([*body, *foot], blocks), block_code(")")]


def _cells(rows: Sequence[Any], blocks: Blocks) -> list[Node]:
    result: list[Node] = []
    for _, cells in rows:
        for _, alignment, down, across, content in cells:
            own = "" if alignment["t"] == "AlignDefault" else f", align: {_alignment(alignment)}"
            spans = f"rowspan: {int(down)}, colspan: {int(across)}{own}"
            call = "" if spans == "rowspan: 1, colspan: 1" else f"table.cell({spans})"
            result += bracketed(call, blocks(content), ",")
    return result


def _lengths(rows: Sequence[Any], columns: int) -> list[tuple[int, int, int]]:
    """Per column: longest cell, longest word and all text, in characters."""
    longest, word, total = [0] * columns, [0] * columns, [0] * columns
    for _, cells in rows:
        column = 0
        for _, _, _, across, content in cells:
            if across == 1 and column < columns:
                text = text_of(content).strip()
                longest[column] = max(longest[column], len(text))
                word[column] = max([word[column], *map(len, text.split(" "))])
                total[column] += len(text)
            column += across
    return list(zip(longest, word, total, strict=True))


def _widths(specs: Sequence[Any], lengths: Sequence[tuple[int, int, int]]) -> list[str]:
    """Given widths as shares; else short columns as wide as they are, long ones by their text."""
    given = [spec[1].get("c") if spec[1]["t"] == "ColWidth" else None for spec in specs]
    if all(given):
        return [f"{width * 100:.4g}fr" for width in given if width]
    shares = [max(total, 1) ** 0.5 if longest > _SHORT else 0.0 for longest, _, total in lengths]
    if not any(shares):
        return [
            "auto" if i and _alignment(spec[0]) == "right" else "1fr"
            for i, spec in enumerate(specs)
        ]
    largest = max(shares)
    return [
        f"{max(share / largest, 0.35, 0.03 * word):.3g}fr" if share else "auto"
        for share, (_, word, _) in zip(shares, lengths, strict=True)
    ]


def _alignment(alignment: Node) -> str:
    return {"AlignRight": "right", "AlignCenter": "center"}.get(alignment["t"], "left")


def _truth(value: bool) -> str:
    return "true" if value else "false"
