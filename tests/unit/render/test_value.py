from __future__ import annotations

import pytest

from sample_covenant import build, read, shown

COVER = """\
schema_version: 2
language: {language}
title: Buurtkamer
place:
  municipality: Wolderveen
parties:
  - id: gemeente
    name: Gemeente Wolderveen
    short: de gemeente
    role: signatory
  - id: linde
    name: Stichting De Linde
    role: signatory
"""
PARTNERSHIP = """\
maturity: outline
contributions:
  - {id: c1, party: gemeente, kind: money, amount: 20000, frequency: once}
  - {id: c2, party: linde, kind: money, amount: 1250.5, frequency: once}
  - {id: c3, party: linde, kind: staff, quantity: 240, unit: uur, frequency: once}
  - {id: c4, party: linde, kind: product_service, text: Huis, quantity: 2.5, unit: dag}
  - {id: c5, party: linde, kind: product_service, text: Soep, quantity: 9500, unit: kom}
commitments:
  - {id: A1, by: gemeente, towards: [linde], text: "De gemeente betaalt **snel**.",
     due: 2027-03-01, kind: effort, enforceable: false}
  - {id: A2, by: linde, text: Huis, enforceable: true}
"""
PROGRAMME = """\
maturity: outline
plan:
  phases: [{id: fase1, name: Verkennen, from: 2027-01, until: 2027-06}]
  activities: [{id: act1, text: Openen, owner: linde, phase: fase1}]
budget:
  costs: [{id: k1, text: Huur, amount: 100, year: 2027}]
"""


def said(path: str, language: str = "nl") -> str:
    document = build(
        {
            "covenant.yaml": COVER.format(language=language),
            "2-partnership.yaml": PARTNERSHIP,
            "4-programme.yaml": PROGRAMME,
            "1-ambition.md": f"# Ambitie\n\nHet is {{{{ {path} }}}}.\n",
        }
    )
    return shown(document)[1].removeprefix("Het is ").removesuffix(".")


@pytest.mark.parametrize(
    ("path", "dutch", "english"),
    [
        ("partnership.contributions.c1.amount", "€\u00a020.000", "€20,000"),
        ("partnership.contributions.c2.amount", "€\u00a01.250,50", "€1,250.50"),
        ("partnership.contributions.c3.quantity", "240", "240"),
        ("partnership.contributions.c4.quantity", "2,5", "2.5"),
        ("partnership.contributions.c5.quantity", "9.500", "9,500"),
        ("partnership.contributions.c1.kind", "geld", "money"),
        ("partnership.commitments.A1.due", "1 maart 2027", "1 March 2027"),
        ("partnership.commitments.A1.id", "A1", "A1"),
        ("partnership.commitments.A1.enforceable", "nee", "no"),
        ("partnership.commitments.A2.enforceable", "ja", "yes"),
        ("programme.plan.phases.fase1.until", "juni 2027", "June 2027"),
        ("programme.budget.costs.k1.year", "2027", "2027"),
        ("covenant.schema_version", "2", "2"),
        ("covenant.place.municipality", "Wolderveen", "Wolderveen"),
        ("covenant.parties.gemeente.short", "de gemeente", "de gemeente"),
        ("totals.money", "€\u00a021.250,50", "€21,250.50"),
        ("totals.money-by.gemeente", "€\u00a020.000", "€20,000"),
        ("totals.hours", "240", "240"),
        ("totals.hours-by.linde", "240", "240"),
        ("totals.costs", "€\u00a0100", "€100"),
        ("totals.costs-in.2027", "€\u00a0100", "€100"),
    ],
)
def test_a_value_reads_as_people_write_it(path: str, dutch: str, english: str) -> None:
    assert said(path) == dutch
    assert said(path, "en") == english


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("partnership.commitments.A1.by", "de gemeente"),
        ("programme.plan.activities.act1.owner", "Stichting De Linde"),
        ("programme.plan.activities.act1.phase", "Verkennen"),
    ],
)
def test_an_id_of_something_else_reads_as_its_name(path: str, name: str) -> None:
    assert said(path) == name


def test_text_is_never_markup() -> None:
    assert said("partnership.commitments.A1.text") == "De gemeente betaalt **snel**."


@pytest.mark.parametrize("path", ["covenant.place.town", "covenant.parties", "totals.nothing"])
def test_an_unknown_path_is_reported_and_shown_as_a_gap(path: str) -> None:
    files = {"1-ambition.md": f"# Ambitie\n\nHet is {{{{ {path} }}}}.\n"}
    assert [p.code for p in read(files).problems if p.severity.value == "error"] == [
        "reference-value"
    ]
    assert said(path) == f"[{path}?]"


def test_escaped_braces_stay_text() -> None:
    document = build({"1-ambition.md": "# Ambitie\n\n\\{\\{ covenant.title \\}\\}\n"})
    assert shown(document)[1] == "{{ covenant.title }}"


@pytest.mark.parametrize(
    "text",
    [
        "# Doel van {{ covenant.title }}",
        "# A\n\n## Artikel {{ covenant.title }} {#a}",
        "# A\n\nZie [wat {{ covenant.title }} doet](#ambition).",
        "# A\n\nZie [wat {{ covenant.title }} doet](https://example.org).",
        "# A\n\nBron[^1].\n\n[^1]: Zie {{ covenant.title }}.",
        "# A\n\n| x |\n|---|\n| {{ covenant.title }} |",
        "# A\n\n::: {.table #t}\n\n| x |\n|---|\n| y |\n\nOver {{ covenant.title }}\n\n:::",
        "# A\n\n1. **Over {{ covenant.title }}**",
    ],
)
def test_a_value_is_filled_in_wherever_it_stands(text: str) -> None:
    document = build({"1-ambition.md": f"{text}\n"})
    assert "Convenant Buurtkamer" in str(document.blocks).replace(
        "'}, {'t': 'Space'}, {'t': 'Str', 'c': '", " "
    )
    assert "'path'" not in str(document.blocks)
