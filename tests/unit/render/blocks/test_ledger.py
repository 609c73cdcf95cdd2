"""Budgets side by side or one below another, with totals only where they are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from convenant.locale import N_, voice
from convenant.model.ast import Node
from convenant.render.blocks.ledger import Line, ledger, money_format
from convenant.render.walk import nodes_of, text_of


def built(*lines: Line) -> list[Node]:
    return ledger(voice("nl"), N_("Budget"), N_("Item"), lines)


def shown(table: Node) -> list[list[str]]:
    _, _, _, (_, head), [(_, _, _, body)], (_, foot) = table["c"]
    rows = [[text_of(cells[4]) for cells in row] for _, row in [*head, *body, *foot]]
    return [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in rows]


def line(name: str, year: int, amount: str | None, id: str = "") -> Line:
    return Line(id, name, year, None if amount is None else Decimal(amount))


def test_years_stand_side_by_side_with_totals_both_ways() -> None:
    [table] = built(line("Kok", 2027, "10"), line("Kok", 2028, "20"), line("Gas", 2028, "5"))
    assert shown(table) == [
        ["Post", "2027", "2028", "Totaal"],
        ["Kok", "€ 10", "€ 20", "€ 30"],
        ["Gas", "—", "€ 5", "€ 5"],
        ["Totaal", "€ 10", "€ 25", "€ 35"],
    ]


def test_one_year_needs_no_second_total() -> None:
    [table] = built(line("Kok", 2027, "10"))
    assert shown(table) == [["Post", "2027"], ["Kok", "€ 10"], ["Totaal", "€ 10"]]


def test_many_years_stand_one_below_another() -> None:
    [table] = built(*(line("Kok", year, "12500.50") for year in range(2027, 2033)))
    rows = shown(table)
    assert rows[0] == ["Post", "Jaar", "Bedrag"]
    assert rows[1] == ["Kok", "2027", "€ 12.500,50"]
    assert rows[-1] == ["Totaal", "alle jaren", "€ 75.003,00"]


def test_a_missing_amount_leaves_the_totals_open_and_says_so() -> None:
    table, note = built(line("Kok", 2027, "10"), line("Gas", 2027, None), line("Gas", 2028, "1"))
    assert shown(table)[-1] == ["Totaal", "—", "€ 1", "—"]
    assert "nog niet bekend" in shown(table)[2]
    assert "nog niet alle bedragen" in text_of(note)


def test_an_amount_without_a_year_has_a_column_of_its_own() -> None:
    [table] = built(line("Kok", 2027, "10"), line("Gas", 0, "5"))
    assert shown(table)[0] == ["Post", "2027", "Jaar nog open", "Totaal"]
    assert shown(table)[-1] == ["Totaal", "€ 10", "€ 5", "€ 15"]


def test_every_amount_of_a_shared_row_can_be_referred_to() -> None:
    blocks = built(line("Kok", 2027, "10", "k27"), line("Kok", 2028, "20", "k28"))
    assert {node["c"][0][0] for node in nodes_of(blocks) if node["t"] == "Span"} == {"k27", "k28"}


@pytest.mark.parametrize(
    ("language", "shown"),
    [("nl", ["€ 10,00", "€ 2,50", "€ -3,00"]), ("en", ["€10.00", "€2.50", "-€3.00"])],
)
def test_one_amount_with_cents_gives_all_of_them_cents(language: str, shown: list[str]) -> None:
    amounts = [Decimal("10"), Decimal("2.5"), Decimal("-3")]
    money = money_format(voice(language), amounts)
    assert [money(one).replace("\N{NO-BREAK SPACE}", " ") for one in amounts] == shown


def test_whole_amounts_have_no_cents() -> None:
    assert money_format(voice("en"), [Decimal("10.00"), None])(Decimal("10.00")) == "€10"
