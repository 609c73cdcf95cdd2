"""How wide the columns of a table are, and about how high its rows become: for page breaks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from convenant.model.ast import Node
from convenant.render.walk import nodes_of, text_of

_SHORT = 16
"""Characters up to which a column keeps its natural width."""
_LINE = {False: 78, True: 97}
"""Characters on a line of a table within the text, and of one that reaches into the margin."""
_LINE_HEIGHT = 4.1
_PADDING = 4.2
_GAP = 3
"""Characters that the room between two columns takes."""
_MARKS = frozenset({"LineBreak", "Para", "Plain"})


class Column(Struct, frozen=True):
    """What is in a column, in characters.

    Attributes:
        longest: the longest cell.
        word: the longest word.
        total: all text together.
        given: share of the line that the table itself asks for, or 0.
        alignment: `left`, `center` or `right`.
    """

    longest: int
    word: int
    total: int
    given: float
    alignment: str


def columns_of(specs: Sequence[Any], rows: Sequence[Any]) -> list[Column]:
    """The columns of a table; cells that span several do not count."""
    texts: list[list[str]] = [[] for _ in specs]
    for _, cells in rows:
        position = 0
        for _, _, _, across, content in cells:
            if across == 1 and position < len(texts):
                texts[position].append(text_of(content).strip())
            position += across
    return [
        Column(
            longest=max(map(len, column), default=0),
            word=max((len(word) for text in column for word in text.split()), default=0),
            total=sum(map(len, column)),
            given=spec[1]["c"] if spec[1]["t"] == "ColWidth" else 0,
            alignment=alignment_of(spec[0]),
        )
        for spec, column in zip(specs, texts, strict=True)
    ]


def widths_of(columns: Sequence[Column]) -> list[float]:
    """Per column its share of the line; 0 for one that is as wide as its text.

    Widths that the table gives are kept. Else short columns get what they need and long ones
    share the rest by how much they hold.
    """
    if all(column.given for column in columns):
        return [column.given for column in columns]
    long = [math.sqrt(max(c.total, 1)) if c.longest > _SHORT else 0.0 for c in columns]
    if not any(long):
        return [float(not i or c.alignment != "right") for i, c in enumerate(columns)]
    largest = max(long)
    return [
        max(share / largest, 0.35, 0.03 * column.word) if share else 0.0
        for share, column in zip(long, columns, strict=True)
    ]


def row_heights(rows: Sequence[Any], columns: Sequence[Column], *, far: bool) -> list[float]:
    """About how high each row becomes, in millimetres."""
    widths = widths_of(columns)
    room = _LINE[far] - _GAP * (len(columns) - 1)
    rest = room - sum(c.longest for c, width in zip(columns, widths, strict=True) if not width)
    unit = max(rest, 10) / (sum(widths) or 1)
    characters = [
        max(width * unit, 4) if width else max(column.longest, 1)
        for column, width in zip(columns, widths, strict=True)
    ]
    return [_row_height(cells, characters) for _, cells in rows]


def _row_height(cells: Sequence[Any], characters: Sequence[float]) -> float:
    lines, position = 1, 0
    for _, _, _, across, content in cells:
        width = sum(characters[position : position + across]) or 1
        breaks = sum(node["t"] in _MARKS for node in nodes_of(content))
        lines = max(lines, math.ceil(len(text_of(content)) / width) + max(breaks - 1, 0))
        position += across
    return lines * _LINE_HEIGHT + _PADDING


def alignment_of(alignment: Node) -> str:
    """The alignment as Typst and CSS name it."""
    return {"AlignRight": "right", "AlignCenter": "center"}.get(alignment["t"], "left")
