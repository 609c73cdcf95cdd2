"""The scale in which a sheet stays on its pages in an office program, which cannot be asked.

Word and LibreOffice decide where a page ends, so the height is reckoned from the words: fonts
that are a little wider than ours still fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Any

from convenant.edges.office.table import LINE, CellText, column_shares
from convenant.model.ast import Node

ROOM = 735.0
"""Points between the margins of a page of a sheet, on A4."""

SIZES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.7)
"""Of 10 points: smaller than the last, nobody reads it."""

HEAD, HEADING, TEXT, ROW = 80.0, 29.0, 4.5, 3.9
"""Points: the head of a sheet, a heading with its room, the room after a paragraph and a row."""

BELOW = 6.0
"""Points of room below a table, at any size."""

_WORDS, _CELLS = 14.0, 12.1
"""The height of a line of running text and of a table, in points at full size."""

_ACROSS = 94
"""Characters in a line of running text at full size."""

_TABLE = LINE * 17 / 16
"""Characters in a line of a table that is as wide as a sheet."""

_BESIDE = 0.62
"""The part of the width that is left for meanings beside their terms."""

_SLACK = 0.95


def sheet_scale(blocks: Sequence[Node], pages: int, drawn: float) -> float:
    """The largest of `SIZES` in which the blocks stay on so many pages, else the smallest.

    Args:
        drawn: the height of all figures together, in points; they are not made smaller.
    """
    # What is kept in one piece leaves room behind at the foot of each page but the last.
    room = ROOM * (pages * _SLACK - (pages - 1) * 0.13) - drawn
    found = (size for size in SIZES if HEAD + sum(_heights(blocks, size)) <= room)
    return next(found, SIZES[-1])


def _heights(blocks: Iterable[Node], size: float, share: float = 1.0) -> Iterator[float]:
    """Of each block, in points; `share` is the part of the width that it has."""
    for block in blocks:
        content = block["c"]
        match block["t"]:
            case "Header":
                yield HEADING * size
            case "Para" | "Plain":
                yield _lines(_text(content), _ACROSS / size * share) * _WORDS * size + TEXT * size
            case "Table":
                yield from _rows(content, size)
            case "DefinitionList":
                # Terms stand in a column of their own, beside their meanings.
                for _, meanings in content:
                    for meaning in meanings:
                        yield from _heights(meaning, size, _BESIDE)
            case "BulletList" | "OrderedList":
                for item in content if block["t"] == "BulletList" else content[1]:
                    yield from _heights(item, size, share)
            case "Div":
                yield from _heights(content[1], size, share)


def _rows(content: Sequence[Any], size: float) -> Iterator[float]:
    _, _, specs, head, bodies, foot = content
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    cells = [[_lines_of(cell[4]) for cell in row[1]] for row in rows]
    given = [spec[1].get("c", 0.0) for spec in specs]
    texts = [[CellText(" ".join(lines)) for lines in row] for row in cells]
    shares = column_shares(texts, given)
    for row in cells:
        high = max(
            sum(_lines(line, _TABLE / size * share - 2) for line in lines)
            for lines, share in zip(row, shares, strict=False)
        )
        yield max(high, 1) * _CELLS * size + ROW * size
    yield BELOW


def _lines_of(blocks: Iterable[Node]) -> list[str]:
    """The texts of a cell that begin a line."""
    return [line for block in blocks for line in _text(block["c"]).split("\n")]


def _lines(text: str, across: float) -> int:
    return max(ceil(len(text) / max(across, 4)), 1)


def _text(value: object) -> str:
    """The words in a part of the tree; a break of the line is one here too."""
    if isinstance(value, list):
        return "".join(map(_text, value))
    if not isinstance(value, dict):
        return ""
    match value["t"]:
        case "Str":
            return str(value["c"])
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "\n"
        case "Note":
            return ""
    return _text(value.get("c"))
