"""The quick answer is jsonschema's answer."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convenant.check.schema.fit import SchemaBook
from convenant.check.schema.lean import lean
from convenant.check.schema.quick import KEYWORDS, fits, is_date
from convenant.load.yaml import parse_yaml
from convenant.model.section import Section

ROOT = Path(__file__).parents[4]
SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text(encoding="utf-8"))
    for file in (ROOT / "schema").glob("*.schema.json")
}
LEAN = {key: lean(schema) for key, schema in SCHEMAS.items()}
VALIDATORS = {key: SchemaBook(SCHEMAS)._validator_class(schema) for key, schema in LEAN.items()}


def read(text):
    tree, problems = parse_yaml("data.yaml", text)
    assert tree is not None, problems
    return tree


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


EXAMPLES = [
    (section.key, read((folder / section.data_file).read_text(encoding="utf-8")))
    for folder in sorted((ROOT / "covenants").iterdir())
    for section in Section
]
VALUES = st.sampled_from(
    (
        *(None, True, False, 0, 1, -1, 2, 2100, Decimal("0.5"), Decimal("20.000"), Decimal("1.00")),
        *("", "x", "gemeente", "2027-02-30", "2027-02", "2027-02-03", "n_signed", "date", "left"),
        *("indefinite", "a b", "x" * 400, {"x": "y"}, {}),
        *([], [None], ["x", "x"], [1, True], [{}, {}]),
    )
)


def keywords(schema):
    yield from schema
    inner = [*schema.get("properties", {}).values(), *schema.get("allOf", ())]
    inner += [schema[key] for key in ("items", "if", "then") if key in schema]
    for one in inner:
        yield from keywords(one)


def paths(value, here=()):
    yield here
    if isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(item, (*here, step))


def changed(tree, path, value, drop):
    tree = here = copy.deepcopy(tree)
    for step in path[:-1]:
        here = here[step]
    if drop:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return tree


@pytest.mark.parametrize("key", sorted(LEAN))
def test_every_keyword_of_our_schemas_has_an_answer(key):
    assert set(keywords(LEAN[key])) <= set(KEYWORDS)


@pytest.mark.parametrize(
    ("key", "tree"), EXAMPLES, ids=[f"{k}-{i}" for i, (k, _) in enumerate(EXAMPLES)]
)
def test_the_worked_examples_fit(key, tree):
    assert fits(tree, LEAN[key])


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_fits_is_what_jsonschema_finds_nothing_in(data):
    key, tree = data.draw(st.sampled_from(EXAMPLES))
    tree = plain(tree)
    for _ in range(data.draw(st.integers(1, 2))):
        below = [path for path in paths(tree) if path]
        if below:
            path = data.draw(st.sampled_from(below))
            tree = changed(tree, path, data.draw(VALUES), data.draw(st.booleans()))
    assert fits(tree, LEAN[key]) == VALIDATORS[key].is_valid(tree)


@pytest.mark.parametrize("value", [[{}, {}], [[], []], [{"a": 1}]])
def test_doubt_goes_to_jsonschema(value):
    assert not fits(value, {"uniqueItems": True})


def test_what_the_number_one_and_true_have_in_common_is_nothing():
    assert fits([1, True], {"uniqueItems": True})
    assert not fits(True, {"const": 1})
    assert not fits(True, {"type": "integer"})


@pytest.mark.parametrize(
    ("text", "form", "is_one"),
    [
        ("2027-02-28", "date", True),
        ("2027-02-29", "date", False),
        ("2028-02-29", "date", True),
        ("2027-2-28", "date", False),
        ("28-02-2027", "date", False),
        ("2027-02", "date", False),
        ("2027-02", "month-or-date", True),
        ("2027-13", "month-or-date", False),
        ("0000-01-01", "date", False),
        ("２０２７-02-28", "date", False),
        ("2027-02-28\n", "date", False),
    ],
)
def test_a_date_is_a_day_that_exists(text, form, is_one):
    assert is_date(text, form) == is_one
