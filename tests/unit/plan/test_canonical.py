from __future__ import annotations

import json
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from convenant.model.annotation import Schema
from convenant.plan.canonical import canonical_scalar, canonical_text
from convenant.plan.digest import canonical_data, canonical_json

WORDS = some.lists(some.text(some.characters(categories=["L", "N", "P"]), min_size=1), min_size=1)
SPACES = some.text(" \t\n\r\u00a0\u2009\u202f\u3000\x0b\x0c\x85", min_size=1, max_size=3)


@given(WORDS, some.lists(SPACES, min_size=1, max_size=4), SPACES)
def test_white_space_between_and_around_words_says_nothing(
    parts: list[str], spaces: list[str], around: str
) -> None:
    spaced = "".join(
        f"{spaces[i % len(spaces)]}{part}" if i else part for i, part in enumerate(parts)
    )
    assert canonical_text(f"{around}{spaced}{around}") == canonical_text(" ".join(parts))


@given(some.text())
def test_two_ways_to_write_a_letter_are_one(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    together = unicodedata.normalize("NFC", text)
    assert canonical_text(apart) == canonical_text(together)


@given(some.text())
def test_a_canonical_text_is_its_own(text: str) -> None:
    assert canonical_text(canonical_text(text)) == canonical_text(text)


def test_a_soft_hyphen_says_nothing_and_a_hyphen_does() -> None:
    assert canonical_text("ver\u00adbinden") == canonical_text("verbinden")
    assert canonical_text("ver-binden") != canonical_text("verbinden")
    assert canonical_text("a\u00ad\u0301") == "á"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-3, "-3"),
        (20000, "20000"),
        (Decimal("20000.50"), "20000.5"),
        (Decimal("20000.00"), "20000"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.0"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("-5.10"), "-5.1"),
        (Decimal("0.0000001"), "0.0000001"),
        (
            Decimal("123456789012345678.123456789012345678"),
            "123456789012345678.123456789012345678",
        ),
        ("2027-03-01", "2027-03-01"),
        ("  a  b ", "a b"),
        ("", ""),
    ],
)
def test_a_scalar_is_written_out(value: str | bool | int | Decimal, said: str) -> None:
    assert canonical_scalar(value) == said


@given(
    some.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**12),
    some.integers(0, 8),
)
def test_equal_numbers_are_written_alike_and_others_are_not(number: Decimal, zeros: int) -> None:
    longer = Decimal(f"{number:f}{'0' * zeros}")
    assert canonical_scalar(longer) == canonical_scalar(number)
    assert Decimal(canonical_scalar(number)) == number


ANYTHING = some.recursive(
    some.text(), lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner)
)


@given(ANYTHING)
def test_canonical_json_is_json_and_says_the_same(form: object) -> None:
    assert json.loads(canonical_json(form)) == form  # type: ignore[arg-type]


@given(some.dictionaries(some.text(), ANYTHING, min_size=2))
def test_the_order_of_keys_says_nothing(form: dict[str, object]) -> None:
    turned = dict(reversed(form.items()))
    assert canonical_json(turned) == canonical_json(form)  # type: ignore[arg-type]


def test_only_what_must_be_escaped_is_escaped() -> None:
    said = 'é€😀\u2028 "\\/\x7f\n\t\x01'
    assert canonical_json([said]) == '["é€😀\u2028 \\"\\\\/\x7f\\n\\t\\u0001"]'


SCHEMA: Schema = {
    "$defs": {"name": {"type": "string", "x-digest": True}},
    "properties": {
        "kept": {"$ref": "#/$defs/name"},
        "left": {"type": "string"},
        "list": {"x-digest": True, "items": {"properties": {"kept": {"x-digest": True}}}},
        "in": {"x-digest": True, "properties": {"kept": {"x-digest": True}, "left": {}}},
        "out": {"properties": {"kept": {"x-digest": True}}},
    },
}


@pytest.mark.parametrize(
    ("data", "form"),
    [
        ({"kept": "a", "left": "b", "stranger": "c"}, {"kept": "a"}),
        ({"in": {"kept": "a", "left": "b"}}, {"in": {"kept": "a"}}),
        ({"in": {"left": "b"}}, None),
        ({"out": {"kept": "a"}}, None),
        ({"list": [{"kept": "a"}, {"left": "b"}, {}, None, {"kept": "c"}]},
         {"list": [{"kept": "a"}, {"kept": "c"}]}),
        ({"list": []}, None),
        ({"kept": ""}, None),
        ({"kept": " \u00ad "}, None),
        ({"kept": None}, None),
        ({"kept": False}, {"kept": "false"}),
        ({"kept": 0}, {"kept": "0"}),
        ({}, None),
        (None, None),
    ],
)  # fmt: skip
def test_only_marked_keys_with_content_count(data: object, form: object) -> None:
    assert canonical_data(data, SCHEMA, SCHEMA) == form
