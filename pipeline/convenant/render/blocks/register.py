"""A register: a table whose rows are things that the text can refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.ast import Cell, Node, attr, table
from convenant.render.words import (
    DASH,
    anchored,
    caption,
    cell,
    cell_of,
    head,
    is_code,
    lines,
    text,
)

_NUMBER_WIDTH = 0.08


class Row(Struct, frozen=True):
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

    A column in which every row is still empty is left out.

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
    body = [[_first(row, numbered=numbered), *row.cells] for row in rows]
    kept = _filled([*body, *foot], len(columns), alone=numbered)
    room = (1 - _NUMBER_WIDTH * numbered) / sum(columns[index][1] for index in kept)
    titles = [columns[index][0] for index in kept]
    widths = [round(columns[index][1] * room, 4) for index in kept]
    return [
        table(
            head(voice, *([N_("No.")] if numbered else []), *titles),
            [
                [*([_number(row)] if numbered else []), *(cells[index] for index in kept)]
                for row, cells in zip(rows, body, strict=True)
            ],
            attributes=attr(),
            caption=caption(voice, title, **values),
            widths=[_NUMBER_WIDTH, *widths] if numbered else widths,
            right=[kept.index(index) + numbered for index in right if index in kept],
            foot=[
                [*([[]] if numbered else []), *(cells[index] for index in kept)] for cells in foot
            ],
            row_headers=1,
        )
    ]


def _filled(rows: Sequence[Sequence[Cell]], count: int, *, alone: bool) -> list[int]:
    """Indexes of the columns with content; all of them if one is left that may not stand alone."""
    empty = cell("")
    kept = [0, *(i for i in range(1, count) if any(row[i] not in (empty, []) for row in rows))]
    return kept if alone or len(kept) > 1 else list(range(count))


def _number(row: Row) -> Cell:
    return cell_of(anchored(row.id, text(row.id)) if is_code(row.id) else [])


def _first(row: Row, *, numbered: bool) -> Cell:
    """The name and its details; the name carries the anchor unless the number does."""
    name = row.name or text(DASH)
    anchor = "" if numbered and is_code(row.id) else row.id
    return lines([anchored(anchor, name), *row.details])
