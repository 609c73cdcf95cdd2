"""What is not filled in yet: who asks for it, how much it weighs, how a reader hears it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convenant.check.completeness import RULES, check_completeness, open_points
from convenant.check.missing import is_filled, missing, next_maturity
from convenant.load.record import load_record
from convenant.load.yaml import parse_yaml
from convenant.locale import voice
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.covenant import Covenant
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.programme import Programme
from convenant.model.section import Maturity, Section
from convenant.model.visualisation import Visualisation
from convenant.problem import Severity

SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text(encoding="utf-8"))
    for file in (Path(__file__).parents[3] / "schema").glob("*.schema.json")
}
RECORDS = (Cover, Ambition, Partnership, Visualisation, Programme, Annexes)
SECTION_OF = {section.data_file: section for section in Section}


def read(text, file="data.yaml"):
    tree, problems = parse_yaml(file, text)
    assert tree is not None, problems
    return tree


def gaps(key, text, maturity):
    found = missing(SCHEMAS[key], read(text), maturity)
    return {(gap.item, *gap.keys) for gap in found}


def covenant(**texts):
    """A covenant of the sections given by key; a section that is not given cannot be read."""
    data = {s: read(texts[s.key], s.data_file) for s in Section if s.key in texts}
    records = [
        load_record(kind, data.get(section), section.data_file)
        for kind, section in zip(RECORDS, Section, strict=True)
    ]
    return Covenant("buurtkamer", "covenants/buurtkamer", *records, data=data)


def found(**texts):
    return [
        (p.code, p.severity, p.values["title"])
        for p in check_completeness(covenant(**texts), SCHEMAS)
    ]


def test_an_outline_asks_for_nothing_itself():
    for key in ("ambition", "partnership", "visualisation", "programme", "annexes"):
        assert gaps(key, "maturity: outline\n", Maturity.OUTLINE) == set()


def test_an_outline_gets_only_hints():
    problems = found(ambition="maturity: outline\ngoals:\n  - id: D1\n")
    assert {severity for _, severity, _ in problems} == {Severity.HINT}
    assert {code for code, _, _ in problems} == {"incomplete-next"}


def test_a_concrete_section_is_warned_and_hears_what_comes_next():
    problems = found(ambition="maturity: concrete\ncore: Samen\ngoals:\n  - id: D1\n    text: x\n")
    assert ("incomplete-key", Severity.WARNING, "Challenge") in problems
    assert ("incomplete-next", Severity.HINT, "Indicator") in problems


def test_a_settled_section_may_lack_nothing():
    problems = found(ambition="maturity: settled\ncore: Samen\ngoals:\n  - id: D1\n    text: x\n")
    assert {(code, severity) for code, severity, _ in problems} == {
        ("incomplete-key", Severity.ERROR)
    }


def test_an_unknown_maturity_counts_as_an_outline():
    assert {severity for _, severity, _ in found(ambition="maturity: klaar\n")} == {Severity.HINT}


def test_the_cover_is_as_mature_as_the_partnership():
    cover = "schema_version: 2\ntitle: x\nparties:\n  - id: linde\n    role: signatory\n"
    young = found(covenant=cover, partnership="maturity: outline\n")
    grown = found(covenant=cover, partnership="maturity: settled\n")
    assert ("incomplete-next", Severity.HINT, "Name") in young
    assert ("incomplete-key", Severity.ERROR, "Name") in grown


def test_either_of_two_keys_is_enough():
    text = "commitments:\n  - {id: A1, by: a, text: x, kind: effort%s}\n"
    lacking = ("A1", "due", "frequency")
    assert lacking in gaps("partnership", text % "", Maturity.SETTLED)
    assert lacking not in gaps("partnership", text % ", due: 2027-01-01", Maturity.SETTLED)
    assert lacking not in gaps("partnership", text % ", frequency: yearly", Maturity.SETTLED)


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        ("foundation", True),
        ("municipality", True),
        ("informal_group", False),
        ("natural_person", False),
    ],
)
def test_only_legal_persons_are_asked_for_a_register_number(form, asked):
    text = f"parties:\n  - {{id: a, name: A, form: {form}, role: signatory}}\n"
    assert (("a", "registration") in gaps("covenant", text, Maturity.SETTLED)) == asked


def test_only_public_bodies_are_asked_for_a_capacity():
    text = (
        "parties:\n  - {id: a, form: municipality, role: signatory}\n"
        "  - {id: b, form: foundation, role: signatory}\n"
    )
    lacking = gaps("covenant", text, Maturity.SETTLED)
    assert ("a", "capacity") in lacking
    assert ("b", "capacity") not in lacking


def test_who_does_not_sign_is_not_asked_for_what_signing_needs():
    text = "parties:\n  - {id: a, name: A, form: municipality, role: observer}\n"
    assert (
        gaps("covenant", text, Maturity.SETTLED)
        & {
            ("a", "registration"),
            ("a", "seat"),
            ("a", "capacity"),
            ("a", "signatories"),
        }
        == set()
    )


def test_only_money_is_asked_for_an_amount():
    text = "contributions:\n  - {id: c, kind: money}\n  - {id: d, kind: staff}\n"
    lacking = gaps("partnership", text, Maturity.SETTLED)
    assert ("c", "amount") in lacking
    assert ("d", "amount") not in lacking
    assert ("d", "quantity") in lacking


def test_only_a_file_that_is_not_printed_is_asked_for_its_fingerprint():
    text = "annexes:\n  - {id: a, file: annexes/a.md}\n  - {id: b, file: annexes/b.csv}\n"
    lacking = gaps("annexes", text, Maturity.SETTLED)
    assert ("a", "sha256") not in lacking
    assert ("b", "sha256") in lacking


def test_precedence_is_asked_for_only_when_there_are_annexes():
    assert ("", "precedence") not in gaps("annexes", "annexes: []\n", Maturity.SETTLED)
    assert ("", "precedence") in gaps("annexes", "annexes:\n  - id: a\n", Maturity.SETTLED)


def test_roles_under_the_privacy_law_are_asked_for_only_with_personal_data():
    yes, no = "privacy:\n  personal_data: true\n", "privacy:\n  personal_data: false\n"
    assert ("", "roles") in gaps("annexes", yes, Maturity.SETTLED)
    assert ("", "roles") not in gaps("annexes", no, Maturity.SETTLED)


@pytest.mark.parametrize("value", [False, 0, "x", [0], {"a": False}])
def test_no_and_zero_are_answers(value):
    assert is_filled(value)


@pytest.mark.parametrize("value", [None, "", "  ", [], {}, [None], {"a": None}, [{"a": ""}]])
def test_what_holds_nothing_is_not_filled_in(value):
    assert not is_filled(value)


def test_an_empty_key_is_the_place_and_else_the_item():
    text = "goals:\n  - id: D1\n    text:\n  - id: D2\n"
    places = {
        gap.item: gap.place for gap in missing(SCHEMAS["ambition"], read(text), Maturity.CONCRETE)
    }
    assert (places["D1"].line, places["D1"].column) == (3, 5)
    assert (places["D2"].line, places["D2"].column) == (4, 5)


def test_an_item_without_an_id_is_called_by_its_number():
    text = "touchpoints:\n  - party: a\n    touchpoint: x\n  - party: b\n"
    assert ("2", "touchpoint") in gaps("ambition", text, Maturity.CONCRETE)


def test_the_last_step_has_no_next():
    assert next_maturity(Maturity.OUTLINE) is Maturity.CONCRETE
    assert next_maturity(Maturity.SETTLED) is Maturity.SETTLED


def test_open_points_are_said_once_for_all_items_that_lack_the_same():
    text = (
        "maturity: concrete\ncommitments:\n"
        "  - {id: A1, by: linde, text: x}\n  - {id: A2, by: linde, text: x}\n"
        "  - {id: A3, by: linde, text: x, kind: effort}\n"
    )
    assert open_points(covenant(partnership=text), SCHEMAS, voice("nl")) == {
        Section.PARTNERSHIP: (
            "Nog niet ingevuld: inbreng, opbrengsten en toetreding",
            "Afspraak A1 en A2: soort verplichting en uiterste datum of frequentie",
            "Afspraak A3: uiterste datum of frequentie",
        )
    }


def test_open_points_of_the_cover_are_listed_with_the_parties():
    cover = (
        "schema_version: 2\ntitle: x\ninitiative: {name: x, summary: x}\n"
        "place: {municipality: x}\nparties:\n  - {id: linde, name: De Linde, role: signatory}\n"
    )
    points = open_points(covenant(covenant=cover, partnership=""), SCHEMAS, voice("en"))
    assert points[Section.PARTNERSHIP][0] == "Party linde: legal form"


def test_abbreviations_keep_their_capitals_in_open_points():
    annex = "{id: b, title: x, file: b.csv, status: final, binding: true}"
    text = f"maturity: concrete\nannexes:\n  - {annex}\n"
    points = open_points(covenant(annexes=text), SCHEMAS, voice("en"))[Section.ANNEXES]
    assert "Annex b: SHA-256" in points


def test_a_signal_is_called_by_its_label_in_open_points():
    text = "maturity: concrete\nsignals:\n  - {id: state_aid, answer: 'yes'}\n"
    points = open_points(covenant(annexes=text), SCHEMAS, voice("nl"))[Section.ANNEXES]
    assert "Juridisch signaal staatssteun: vervolg" in points


def test_a_settled_section_without_gaps_has_no_open_points():
    text = "maturity: settled\nstatus: illustrative\nscenes:\n  - {id: s, title: x, text: x}\n"
    text += "roadmap:\n  - {id: m, text: x, date: 2027-01, owner: linde}\n"
    assert open_points(covenant(visualisation=text), SCHEMAS, voice("nl")) == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_break_and_keep_it(rule):
    section = SECTION_OF[rule.example.file]
    for content, breaks in ((rule.example.bad, True), (rule.example.good, False)):
        codes = {code for code, _, _ in found(**{section.key: content})}
        assert (rule.code in codes) == breaks
