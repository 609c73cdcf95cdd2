"""Dates, amounts and the schema line are put right in place; all else stays to the byte."""

from __future__ import annotations

import pytest

from convenant.edges.disk.resource import read_schemas
from convenant.load.yaml import load_yaml
from convenant.plan.mend.data import iso_date, mend_data, mend_modeline, plain_amount, schema_home

SCHEMAS = read_schemas()


def mended(key: str, text: str) -> str:
    tree, problems = load_yaml("x.yaml", text.encode())
    assert tree is not None, problems
    return mend_data(text, tree, SCHEMAS[key])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 maart 2027", "2027-03-01"),
        ("1 March 2027", "2027-03-01"),
        ("1-3-2027", "2027-03-01"),
        ("31/12/2027", "2027-12-31"),
        ("2027-3-1", "2027-03-01"),
        ("31 juni 2027", ""),
        ("13-13-2027", ""),
        ("maart 2027", ""),
        ("volgende week", ""),
    ],
)
def test_a_date_is_read_only_when_it_can_mean_one_day(said: str, meant: str) -> None:
    assert iso_date(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("€ 12.500", "12500.00"),
        ("12.500,50", "12500.50"),
        ("€12500,-", "12500.00"),
        ("12.500 euro", "12500.00"),
        ("750", "750.00"),
        ("12,5", ""),
        ("1.25", ""),
        ("ongeveer 500", ""),
    ],
)
def test_an_amount_is_read_only_when_it_can_mean_one(said: str, meant: str) -> None:
    assert plain_amount(said) == meant


def test_remarks_quotes_and_the_rest_of_the_line_stay() -> None:
    text = (
        "commitments:\n"
        "  - id: A1   # eerste\n"
        '    due: "1 maart 2027"  # nog vragen\n'
        "    text: Opent op 1 maart 2027.\n"
        "contributions:\n"
        "  - {id: c1, amount: € 12.500, frequency: once}\n"
        "  - {id: c2, amount: 20.000, frequency: once}\n"
    )
    assert mended("partnership", text) == (
        "commitments:\n"
        "  - id: A1   # eerste\n"
        '    due: "2027-03-01"  # nog vragen\n'
        "    text: Opent op 1 maart 2027.\n"
        "contributions:\n"
        "  - {id: c1, amount: 12500.00, frequency: once}\n"
        "  - {id: c2, amount: 20000.00, frequency: once}\n"
    )


def test_what_is_right_stays_as_it_is() -> None:
    text = 'commitments:\n  - {id: A1, due: "2027-03-01"}\ncontributions:\n  - {amount: 20.50}\n'
    assert mended("partnership", text) == text


def test_the_schema_line_follows_the_name_of_the_file() -> None:
    line = "# yaml-language-server: $schema=../../schema/ambition.schema.json\n"
    assert schema_home(line) == "../../schema/"
    assert (
        mend_modeline(line + "a: 1\n", "annexes", "")
        == line.replace("ambition", "annexes") + "a: 1\n"
    )
    assert mend_modeline("a: 1\n", "ambition", "../../schema/") == line + "a: 1\n"
    assert mend_modeline("a: 1\n", "ambition", "") == "a: 1\n"
