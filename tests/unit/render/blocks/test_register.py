"""Registers print numbers that people use and keep keys to themselves; both can be linked."""

from __future__ import annotations

from convenant.locale import N_, voice
from convenant.model.ast import Node
from convenant.render.blocks.register import Row, register
from convenant.render.walk import nodes_of, text_of
from convenant.render.words import cell, text

COLUMNS = [(N_("Who"), 0.4), (N_("When"), 0.6)]


def built(*rows: Row) -> Node:
    [table] = register(voice("nl"), N_("Goals"), COLUMNS, rows)
    return table


def row(id: str, name: str) -> Row:
    return Row(id, text(name), (), [cell("nu")])


def shown(table: Node) -> list[list[str]]:
    _, _, _, (_, head), [(_, _, _, body)], _ = table["c"]
    return [[text_of(cells[4]) for cells in row] for _, row in [*head, *body]]


def anchors(table: Node) -> dict[str, str]:
    spans = (node for node in nodes_of([table]) if node["t"] == "Span")
    return {node["c"][0][0]: text_of(node["c"][1]) for node in spans}


def test_a_number_has_a_column_and_carries_the_anchor() -> None:
    table = built(row("A1", "De Kade"))
    assert shown(table) == [["Nr.", "Wie", "Wanneer"], ["A1", "De Kade", "nu"]]
    assert anchors(table) == {"A1": "A1"}


def test_a_key_is_not_printed_and_its_name_carries_the_anchor() -> None:
    table = built(row("c-kade", "De Kade"))
    assert shown(table) == [["Wie", "Wanneer"], ["De Kade", "nu"]]
    assert anchors(table) == {"c-kade": "De Kade"}


def test_numbers_and_keys_may_stand_in_one_register() -> None:
    table = built(row("A1", "De Kade"), row("c-fonds", "Het fonds"), row("", "Niemand"))
    assert [line[0] for line in shown(table)] == ["Nr.", "A1", "—", "—"]
    assert anchors(table) == {"A1": "A1", "c-fonds": "Het fonds"}


def test_the_first_cell_of_a_row_is_its_header() -> None:
    assert built(row("A1", "De Kade"))["c"][4][0][1] == 1


def test_no_rows_give_no_table() -> None:
    assert register(voice("nl"), N_("Goals"), COLUMNS, []) == []


def test_a_column_that_is_empty_in_every_row_is_left_out() -> None:
    rows = [Row(f"A{n}", text("De Kade"), (), [cell("")]) for n in (1, 2)]
    assert shown(built(*rows))[0] == ["Nr.", "Wie"]
    assert shown(built(rows[0], row("A2", "De Kade")))[0] == ["Nr.", "Wie", "Wanneer"]


def test_a_name_never_stands_alone_in_a_table() -> None:
    assert shown(built(Row("", text("De Kade"), (), [cell("")]))) == [
        ["Wie", "Wanneer"],
        ["De Kade", "—"],
    ]
