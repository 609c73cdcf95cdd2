"""Tables that print well: full width, measured columns, repeated headers, rows in one piece."""

from __future__ import annotations

from convenant.edges.office.table import CellText, column_shares
from convenant.edges.word.xml import (
    NAMESPACES,
    Element,
    make,
    only,
    put,
    q,
    set_style,
    style_of,
    value,
)

TEXT_WIDTH = 9070
"""The width of the text on A4 with margins of 2.5 cm, in twips."""

_TEXT = (q("w:t"), q("w:br"), q("w:p"))
_BULLET = 3
"""Characters that the indent of a list in a cell takes."""


def shape_tables(body: Element) -> None:
    """Shape every table that is not a frame for a figure."""
    for table in body.iter(q("w:tbl")):
        if value(table.find("w:tblPr/w:tblStyle", NAMESPACES)) == "Table":
            _shape(table)


def _shape(table: Element) -> None:
    width = only(table, "w:tblPr/w:tblW")
    measured = value(width, "w:type") == "pct"
    width.set(q("w:type"), "dxa")
    width.set(q("w:w"), str(TEXT_WIDTH))
    rows = table.findall("w:tr", NAMESPACES)
    columns = table.findall("w:tblGrid/w:gridCol", NAMESPACES)
    given = [int(value(column, "w:w")) for column in columns]
    cells = [[_content(cell) for cell in row.findall("w:tc", NAMESPACES)] for row in rows]
    shares = column_shares(cells, given if measured else [0] * len(columns))
    widths = [round(TEXT_WIDTH * share) for share in shares]
    for column, wide in zip(columns, widths, strict=True):
        column.set(q("w:w"), str(wide))
    for row in rows:
        _shape_row(row, widths)
    _keep_short(rows)
    _space_after(table)


def _content(cell: Element) -> CellText:
    """What stands in a cell, a space between its lines."""
    listed = cell.find(".//w:numPr", NAMESPACES) is not None
    parts = ((e.text or "") if e.tag == q("w:t") else " " for e in cell.iter(*_TEXT))
    return CellText("".join(parts).strip(), _BULLET if listed else 0)


def _shape_row(row: Element, widths: list[int]) -> None:
    properties = row.find("w:trPr", NAMESPACES)
    if properties is None:
        properties = make("w:trPr")
        row.insert(0, properties)
    header = properties.find("w:tblHeader", NAMESPACES) is not None
    if properties.find("w:cantSplit", NAMESPACES) is None:
        # In the schema's order cantSplit precedes tblHeader; what pandoc has may stand before both.
        place = len(properties) - 1 if header else len(properties)
        properties.insert(place, make("w:cantSplit"))
    cells = row.findall("w:tc", NAMESPACES)
    position = 0
    for cell in cells:
        span = int(value(cell.find("w:tcPr/w:gridSpan", NAMESPACES)) or "1")
        wide = sum(widths[position : position + span])
        position += span
        _set_width(cell, wide)
        for paragraph in cell.iter(q("w:p")):
            if style_of(paragraph) in ("", "Compact", "BodyText", "FirstParagraph"):
                set_style(paragraph, "TableHeading" if header else "TableText")


def _set_width(cell: Element, wide: int) -> None:
    properties = cell.find("w:tcPr", NAMESPACES)
    if properties is None:
        properties = make("w:tcPr")
        cell.insert(0, properties)
    for old in properties.findall("w:tcW", NAMESPACES):
        properties.remove(old)
    properties.insert(0, make("w:tcW", type="dxa", w=str(wide)))


def _keep_short(rows: list[Element]) -> None:
    """Keep the header with the first row and the last two together: none is left alone."""
    together = {0, len(rows) - 2}
    for index, row in enumerate(rows[:-1]):
        if index in together:
            for paragraph in row.iter(q("w:p")):
                put(paragraph, make("w:keepNext"))


def _space_after(table: Element) -> None:
    """Room below the table; two tables in a row need a line between them, or Word joins them."""
    following = table.getnext()
    while following is not None and following.tag in (q("w:bookmarkStart"), q("w:bookmarkEnd")):
        following = following.getnext()
    if following is None or following.tag != q("w:p"):
        table.addnext(make("w:p", make("w:pPr", make("w:pStyle", val="TableSpace"))))
    elif not style_of(following).startswith("Heading") and style_of(following) != "TableCaption":
        put(following, make("w:spacing", before="200"))
