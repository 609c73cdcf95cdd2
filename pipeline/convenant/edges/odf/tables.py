"""Tables in ODF: full width, thin rules, repeated headers, rows in one piece."""

from __future__ import annotations

from convenant.edges.odf.xml import Element, make, q, text_of, value
from convenant.edges.office.package import parent_of
from convenant.edges.office.table import CellText, column_shares
from convenant.model.house_style import Palette

TEXT_WIDTH = 16.0
"""The width of the text on A4 with margins of 2.5 cm, in centimetres."""

_PADDING = {
    "fo:padding-left": "0.15cm",
    "fo:padding-right": "0.15cm",
    "fo:padding-top": "0.05cm",
    "fo:padding-bottom": "0.05cm",
}

_BULLET = 5
"""Characters that the indent of a list in a cell takes."""


def shape_tables(body: Element, styles: Element, colours: Palette) -> None:
    """Shape every table and the automatic styles that pandoc made for it."""
    named = {value(style, "style:name"): style for style in styles}
    tables = list(body.iter(q("table:table")))
    if not tables:
        return
    for name, look in _cells(colours).items():
        if name in named:
            styles.remove(named[name])
        properties = make("style:table-cell-properties", _PADDING | look)
        attributes = {"style:name": name, "style:family": "table-cell"}
        styles.append(make("style:style", attributes, properties))
    whole = make("style:table-row-properties", {"fo:keep-together": "always"})
    styles.append(
        make("style:style", {"style:name": "TableRow", "style:family": "table-row"}, whole)
    )
    for table in tables:
        _shape(table, named)


def _cells(colours: Palette) -> dict[str, dict[str, str]]:
    """How the cells of each part of a table look."""
    thick, thin = f"1pt solid {colours.accent}", f"0.5pt solid {colours.rule}"
    return {
        "TableHeaderRowCell": {
            "fo:border-top": thick,
            "fo:border-bottom": thick,
            "fo:background-color": colours.tint,
            "style:vertical-align": "bottom",
        },
        "TableRowCell": {"fo:border-bottom": thin},
        "TableLastRowCell": {"fo:border-bottom": thick},
    }


def _shape(table: Element, named: dict[str, Element]) -> None:
    style = named[value(table, "table:style-name")]
    for properties in style.findall(q("style:table-properties")):
        style.remove(properties)
    look = {
        "table:align": "margins",
        "style:width": f"{TEXT_WIDTH}cm",
        "fo:margin-bottom": "0.35cm",
        "table:border-model": "collapsing",
    }
    style.append(make("style:table-properties", look))
    columns = [named[value(c, "table:style-name")] for c in table.iter(q("table:table-column"))]
    rows = list(table.iter(q("table:table-row")))
    given = [_given(column) for column in columns]
    cells = [[_content(cell) for cell in row.iter(q("table:table-cell"))] for row in rows]
    shares = column_shares(cells, given)
    for column, share in zip(columns, shares, strict=True):
        for properties in column.findall(q("style:table-column-properties")):
            column.remove(properties)
        width = {"style:column-width": f"{TEXT_WIDTH * share:.3f}cm"}
        column.append(make("style:table-column-properties", width))
    for row in rows:
        row.set(q("table:style-name"), "TableRow")
    for row in rows:
        if parent_of(row).tag != q("table:table-header-rows"):
            _calm(row)
    for cell in rows[-1].iter(q("table:table-cell")):
        if value(cell, "table:style-name") == "TableRowCell":
            cell.set(q("table:style-name"), "TableLastRowCell")


def _calm(row: Element) -> None:
    """Set the cells that name a row like the others, as in Word: long names in bold shout."""
    for paragraph in row.iter(q("text:p")):
        if value(paragraph, "text:style-name") == "Table_20_Heading":
            paragraph.set(q("text:style-name"), "Table_20_Contents")


def _content(cell: Element) -> CellText:
    """What stands in a cell, a space between its paragraphs."""
    listed = cell.find(q("text:list")) is not None
    return CellText(" ".join(text_of(cell).split()), _BULLET if listed else 0)


def _given(column: Element) -> float:
    """The share that the author's own widths give a column, or 0."""
    properties = column.find(q("style:table-column-properties"))
    said = value(properties, "style:rel-column-width") if properties is not None else ""
    return float(said.removesuffix("*") or "0")
