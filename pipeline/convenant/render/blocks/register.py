"""A register: a table whose rows are things that the text can refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from convenant.locale import N_, Voice
from convenant.model.ast import Cell, Node, attr, table
from convenant.render.words import DASH, anchored, caption, cell_of, head, is_code, lines, text

_NUMBER_WIDTH = 0.08


@dataclass(frozen=True, slots=True)
class Row:
    """One thing.

    Attributes:
        id: its anchor; printed in a column of its own where it is a number such as `A3`.
        name: what it is, the first line of its first cell.
        details: further lines of that cell.
        cells: the other cells.
    """

    id: str
    name: list[Node]
    details: Sequence[list[Node]] = ()
    cells: Sequence[Cell] = ()


def register(
    voice: Voice,
    title: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Row],
    *,
    right: Sequence[int] = (),
    foot: Sequence[Sequence[Cell]] = (),
    values: Mapping[str, str] = MappingProxyType({}),
) -> list[Node]:
    """The table of these rows, or nothing when there are none.

    Args:
        title: the caption, English; `values` fill its blanks.
        columns: English titles and shares of the line, which add up to 1. Where rows have numbers
            these get a column in front and the others give way.
        right: indexes into `columns` that are set flush right.
        foot: rows of totals.
    """
    if not rows:
        return []
    numbered = any(is_code(row.id) for row in rows)
    titles = [N_("No."), *(title for title, _ in columns)] if numbered else [t for t, _ in columns]
    room = 1 - _NUMBER_WIDTH if numbered else 1
    widths = [_NUMBER_WIDTH] * numbered + [round(width * room, 4) for _, width in columns]
    return [
        table(
            head(voice, *titles),
            [_cells(row, numbered=numbered) for row in rows],
            attributes=attr(),
            caption=caption(voice, title, **values),
            widths=widths,
            right=[index + numbered for index in right],
            foot=[[[], *row] if numbered else row for row in foot],
            row_headers=1,
        )
    ]


def _cells(row: Row, *, numbered: bool) -> list[Cell]:
    name = row.name or text(DASH)
    if not numbered:
        return [lines([anchored(row.id, name), *row.details]), *row.cells]
    if is_code(row.id):
        number, rest = anchored(row.id, text(row.id)), name
    else:
        number, rest = [], anchored(row.id, name)
    return [cell_of(number), lines([rest, *row.details]), *row.cells]
