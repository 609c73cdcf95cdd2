from __future__ import annotations

from decimal import Decimal

import pytest

from convenant.load.yaml import load_yaml
from convenant.model.section import Section
from convenant.model.tree import Map
from convenant.model.value import Found, find_value, value_paths

TEXT = b"""\
vat: incl
contributions:
  - id: c-gemeente
    amount: 20000.50
    periods: [2027, 2028]
  - party: linde
    amount: 3
  - id: c-linde
    firm: false
    note: ~
accession: {open: true, text: ''}
"""
TOTALS = {"money": Decimal(1), "hours-by.c-linde": Decimal(2)}


@pytest.fixture
def data() -> dict[Section, Map]:
    tree, _ = load_yaml("2-partnership.yaml", TEXT)
    assert tree is not None
    return {Section.PARTNERSHIP: tree}


@pytest.mark.parametrize(
    ("path", "at", "value"),
    [
        ("partnership.vat", ("vat",), "incl"),
        ("partnership.contributions.c-gemeente.amount", ("contributions", 0, "amount"), 20000.5),
        ("partnership.contributions.c-linde.firm", ("contributions", 2, "firm"), False),
        ("partnership.accession.open", ("accession", "open"), True),
        ("partnership.accession.text", ("accession", "text"), ""),
    ],
)
def test_a_path_leads_by_keys_and_ids_to_a_scalar(
    data: dict[Section, Map], path: str, at: tuple[str | int, ...], value: object
) -> None:
    assert find_value(data, TOTALS, path) == Found("partnership", at, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path",
    [
        "partnership",
        "partnership.contributions",
        "partnership.contributions.c-gemeente",
        "partnership.contributions.0.amount",
        "partnership.contributions.linde.amount",
        "partnership.contributions.c-gemeente.periods.0",
        "partnership.contributions.c-linde.note",
        "partnership.vat.length",
        "partnership.Vat",
        "ambition.vat",
        "2-partnership.vat",
        "totals",
        "totals.hours",
        "",
    ],
)
def test_what_is_no_scalar_is_not_found(data: dict[Section, Map], path: str) -> None:
    assert find_value(data, TOTALS, path) is None


def test_a_total_may_have_a_dot_in_its_name(data: dict[Section, Map]) -> None:
    found = find_value(data, TOTALS, "totals.hours-by.c-linde")
    assert found == Found("totals", ("hours-by", "c-linde"), Decimal(2))


def test_every_suggested_path_leads_somewhere_and_none_is_missing(
    data: dict[Section, Map],
) -> None:
    paths = value_paths(data, TOTALS)
    assert [path for path in paths if find_value(data, TOTALS, path) is None] == []
    assert paths == [
        "totals.money",
        "totals.hours-by.c-linde",
        "partnership.vat",
        "partnership.contributions.c-gemeente.id",
        "partnership.contributions.c-gemeente.amount",
        "partnership.contributions.c-linde.id",
        "partnership.contributions.c-linde.firm",
        "partnership.accession.open",
        "partnership.accession.text",
    ]
