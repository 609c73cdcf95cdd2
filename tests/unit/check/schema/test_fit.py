"""Data against their schema: which rule, at which place, in whose words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from convenant.check.schema.fit import RULES, SchemaBook
from convenant.load.yaml import parse_yaml
from convenant.locale import voice
from convenant.model.section import Section
from convenant.problem import Severity

SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text(encoding="utf-8"))
    for file in (Path(__file__).parents[4] / "schema").glob("*.schema.json")
}
BOOK = SchemaBook(SCHEMAS)
BY_CODE = {rule.code: rule for rule in RULES}
KEY_OF = {section.data_file: section.key for section in Section}


def read(text, file="data.yaml"):
    tree, problems = parse_yaml(file, text)
    assert tree is not None, problems
    return tree


def problems(key, text):
    found = BOOK.problems(key, read(text))
    return sorted(found, key=lambda problem: problem.sort_key)


def only(key, text):
    (problem,) = problems(key, text)
    return problem


def at(problem):
    return (problem.code, problem.place.line, problem.place.column)


def in_words(problem, language="nl"):
    rule, speaker = BY_CODE[problem.code], voice(language)
    values = dict(problem.values)
    return f"{speaker.say(rule.message, **values)} {speaker.say(rule.hint, **values)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_breaks_only_that_rule(rule):
    found = problems(KEY_OF[rule.example.file], rule.example.bad)
    assert [problem.code for problem in found] == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_breaks_none(rule):
    assert problems(KEY_OF[rule.example.file], rule.example.good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sentences_of_a_rule_have_no_blanks_left(rule, language):
    (problem,) = problems(KEY_OF[rule.example.file], rule.example.bad)
    assert not re.search(r"[{}]\w+}", in_words(problem, language))


def test_an_empty_file_lacks_nothing_but_in_the_cover():
    assert problems("ambition", "") == []
    assert [p.values["title"] for p in problems("covenant", "")] == ["Schema version", "Title"]


def test_a_key_without_a_value_is_not_filled_in_yet_and_no_problem():
    text = "maturity:\ncore:\nchallenge:\ngoals:\nhorizon:\n  year:\n  picture: ''\n"
    assert problems("ambition", text) == []
    assert problems("partnership", "commitments:\n  - id: A1\n    due: ''\n    kind: ''\n") == []


def test_a_required_key_without_a_value_is_missing_at_the_key():
    assert at(only("ambition", "goals:\n  - id:\n")) == ("schema-required", 2, 5)
    assert at(only("ambition", "goals:\n  - id: ''\n")) == ("schema-required", 2, 5)


def test_a_missing_key_is_reported_at_its_parent():
    assert at(only("ambition", "goals:\n  - text: Contact\n")) == ("schema-required", 2, 5)


def test_an_unknown_key_is_reported_at_the_key():
    problem = only("ambition", "core: Samen\ngaols:\n  - id: D1\n")
    assert at(problem) == ("schema-misspelt-key", 2, 1)
    assert problem.values["suggestion"] == "goals"


def test_every_unknown_key_is_reported():
    assert [p.place.line for p in problems("ambition", "mascotte: 1\ncore: x\nvlag: 2\n")] == [1, 3]


@pytest.mark.parametrize(
    ("key", "text", "meant"),
    [
        ("covenant", "schema_version: 2\ntitle: x\npartijen: []\n", "parties"),
        (
            "covenant",
            "schema_version: 2\ntitle: x\nparties:\n  - id: a\n    kvk: x\n",
            "registration",
        ),
        ("partnership", "afspraken: []\n", "commitments"),
        ("partnership", "commitments:\n  - id: A1\n    wanneer: x\n", "due"),
        ("ambition", "goals:\n  - id: D1\n    nulmeting: x\n", "baseline"),
        ("programme", "effectenarena: {}\n", "effects_arena"),
    ],
)
def test_a_dutch_key_is_understood(key, text, meant):
    assert only(key, text).values["suggestion"] == meant


def test_a_key_in_the_wrong_group_is_sent_home():
    problem = only("programme", "deadlock: x\n")
    assert problem.code == "schema-misplaced-key"
    assert problem.values["home"] == "governance"


def test_a_misspelt_required_key_is_one_problem():
    assert only("ambition", "goals:\n  - ID: D1\n").code == "schema-misspelt-key"


def test_a_value_of_another_kind_is_one_problem_at_the_value():
    problem = only("partnership", "commitments:\n  - id: A1\n    due: [2027]\n")
    assert at(problem) == ("schema-type", 3, 10)
    assert problem.values["expected"] == "a date"


def test_a_number_where_text_is_meant_is_shown_with_quotes():
    text = "schema_version: 2\ntitle: x\nparties:\n  - id: a\n    registration: 1234567\n"
    assert 'registration: "01234567"' in in_words(only("covenant", text))


def test_an_empty_item_of_a_list_is_a_problem():
    assert at(only("ambition", "goals:\n  - id: D1\n  -\n"))[:2] == ("schema-type", 3)


def test_decimals_are_numbers():
    assert problems("partnership", "contributions:\n  - id: c\n    amount: 12.50\n") == []


@pytest.mark.parametrize("amount", ["20.000", "1.234"])
def test_a_dutch_thousands_point_is_no_amount(amount):
    problem = only("partnership", f"contributions:\n  - id: c\n    amount: {amount}\n")
    assert problem.code == "schema-money"
    assert problem.values["digits"] == amount.replace(".", "")


def test_a_negative_amount_is_out_of_range():
    problem = only("partnership", "contributions:\n  - id: c\n    amount: -1\n")
    assert (problem.code, problem.values["range"]) == ("schema-range", "≥ 0")


def test_a_dutch_label_of_a_choice_is_understood():
    text = "contributions:\n  - id: c\n    kind: menskracht\n"
    assert only("partnership", text).values["suggestion"] == "staff"


def test_a_problem_inside_a_shared_definition_has_its_own_place():
    text = "monitoring:\n  - id: m1\n    frequency: quaterly\n"
    assert at(only("programme", text)) == ("schema-misspelt-choice", 3, 16)


def test_an_old_version_is_the_only_problem_of_its_file():
    text = "schema_version: 1\ntitle: x\nparties:\n  - id: a\n    kvk: 1\n"
    assert [p.code for p in problems("covenant", text)] == ["schema-version-old"]


@pytest.mark.parametrize("version", ["twee", "true", "2.5"])
def test_a_version_that_is_no_number_is_a_type_problem(version):
    text = f"schema_version: {version}\ntitle: x\n"
    assert only("covenant", text).code == "schema-type"


@pytest.mark.parametrize(
    ("maturity", "severity"),
    [
        ("outline", Severity.HINT),
        ("concrete", Severity.WARNING),
        ("settled", Severity.ERROR),
        ("klaar", Severity.HINT),
    ],
)
def test_a_choice_that_asks_for_another_weighs_by_maturity(maturity, severity):
    text = f"maturity: {maturity}\nduration:\n  kind: indefinite\nnotice:\n"
    (problem,) = [p for p in problems("annexes", text) if p.code == "schema-condition"]
    assert problem.severity is severity
    assert "opzegregeling" in in_words(problem)


def test_a_fixed_term_asks_for_no_notice():
    assert problems("annexes", "duration:\n  kind: fixed\n") == []


@pytest.mark.parametrize(("when", "title"), [("n_signed", "Number of parties"), ("date", "Day of")])
def test_entry_into_force_asks_for_what_it_counts_on(when, title):
    problem = only("annexes", f"entry_into_force:\n  when: {when}\n")
    assert problem.values["title"].startswith(title)


def test_a_wrong_value_that_a_condition_asks_for_is_one_problem():
    text = "entry_into_force:\n  when: n_signed\n  count: vier\n"
    assert only("annexes", text).code == "schema-type"


def test_a_party_that_left_did_so_on_a_day():
    text = "schema_version: 2\ntitle: x\nparties:\n  - id: a\n    status:\n      state: left\n"
    assert only("covenant", text).severity is Severity.ERROR


def test_a_jurist_in_the_access_list_speaks_for_a_party():
    text = "roles:\n  - login: jan\n    role: jurist\n"
    assert only("access", text).code == "schema-condition"


def test_the_second_of_two_equal_items_is_the_place():
    text = "commitments:\n  - id: A1\n    partners:\n      - linde\n      - zorg\n      - linde\n"
    assert at(only("partnership", text)) == ("schema-duplicate-item", 6, 9)


def test_long_values_are_cut_in_messages():
    problem = only("ambition", f"maturity: {'x' * 5000}\n")
    assert len(problem.values["value"]) == 60


def test_twenty_thousand_unknown_keys_take_no_minutes(ends):
    text = "".join(f"mascotte{n}: x\n" for n in range(20_000))
    with ends():
        assert len(problems("ambition", text)) == 20_000


NAMES = st.sampled_from(
    ["id", "text", "goals", "core", "maturity", "due", "parties", "kind", "amount", "values"]
) | st.text("abc_", min_size=1, max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.sampled_from(["D1", "2027-03-01", "2027-02-30", "outline", "money", "€ 5", "1.5", "x y"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@given(st.sampled_from(sorted(SCHEMAS)), st.dictionaries(NAMES, VALUES, max_size=6))
@settings(max_examples=300, deadline=None)
def test_whatever_a_file_holds_is_said_in_words_at_a_place_in_it(key, data):
    text = json.dumps(data, indent=1)
    lines = text.count("\n") + 1
    for problem in BOOK.problems(key, read(text)):
        assert 1 <= problem.place.line <= lines
        assert not re.search(r"\{\w+\}", in_words(problem, "en").replace(text, ""))


@given(st.sampled_from(sorted(SCHEMAS)), st.dictionaries(NAMES, VALUES, max_size=6))
@settings(max_examples=300, deadline=None)
def test_what_the_schema_refuses_is_a_problem_and_what_it_accepts_is_none(key, data):
    plain = Draft202012Validator(
        SCHEMAS[key], format_checker=Draft202012Validator.FORMAT_CHECKER
    ).is_valid(data)
    assert plain == (not list(BOOK.problems(key, read(json.dumps(data)))))
