"""Whether data fit their schema at all: a plain yes or no, for the many files that do.

jsonschema says what is wrong and where. It takes longer to import than a sound covenant takes to
check, and twenty times as long for each value, so it is asked only about a file that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from convenant.model.annotation import Schema

_DATES = {
    "date": re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
    "month-or-date": re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII),
}


def fits(value: Any, schema: Schema) -> bool:
    """Whether a value is as a lean schema says; in a rare case of doubt it is not.

    Doubt is only about equal items that are no scalars, and numbers of different kinds.

    Raises:
        KeyError: when the schema has a keyword that no lean schema has.
    """
    return all(KEYWORDS[keyword](wanted, value, schema) for keyword, wanted in schema.items())


def is_date(text: str, form: str = "date") -> bool:
    """Whether a text is a day that exists; with the form `month-or-date` also a month."""
    if not _DATES[form].fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01"[:10])
    except ValueError:
        return False
    return True


def is_whole_cents(amount: Decimal) -> bool:
    """Whether an amount has at most two decimals as written: `20.000` has three."""
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -2


def _is_of_type(wanted: str | list[str], value: Any, _: Schema) -> bool:
    kind = type(value)
    for name in _NAMES.get(kind) or _NAMES[kind.__mro__[1]]:
        if name == wanted if isinstance(wanted, str) else name in wanted:
            return True
    return False


def _has_no_other_keys(allowed: bool, value: Any, schema: Schema) -> bool:
    if allowed is not False:
        return False
    return not isinstance(value, dict) or value.keys() <= schema.get("properties", {}).keys()


def _has_right_values(properties: Mapping[str, Schema], value: Any, _: Schema) -> bool:
    return not isinstance(value, dict) or all(
        fits(item, properties[key]) for key, item in value.items() if key in properties
    )


def _keeps_condition(condition: Schema, value: Any, schema: Schema) -> bool:
    return not fits(value, condition) or fits(value, schema.get("then", {}))


def _is_same(value: Any, other: Any) -> bool:
    return type(value) is type(other) and bool(value == other)


def _is_unlike(items: list[Any]) -> bool:
    """Whether all are scalars and none is there twice; `1` and `true` are two things in JSON."""
    return all(isinstance(item, _SCALARS) for item in items) and len(
        {(type(item), item) for item in items}
    ) == len(items)


_NAMES: Mapping[type, tuple[str, ...]] = {
    str: ("string",),
    type(None): ("null",),
    bool: ("boolean",),
    int: ("integer", "number"),
    Decimal: ("number",),
    dict: ("object",),
    list: ("array",),
}
"""The types of JSON by those of Python; `Map` and `Seq` go by their base."""

_NUMBERS = (int, Decimal)
_SCALARS = (str, int, Decimal, type(None))

KEYWORDS: Mapping[str, Callable[[Any, Any, Schema], bool]] = {
    "type": _is_of_type,
    "properties": _has_right_values,
    "additionalProperties": _has_no_other_keys,
    "required": lambda keys, v, _: not isinstance(v, dict) or all(key in v for key in keys),
    "items": lambda inner, v, _: not isinstance(v, list) or all(fits(item, inner) for item in v),
    "enum": lambda choices, v, _: any(_is_same(v, choice) for choice in choices),
    "const": lambda only, v, _: _is_same(v, only),
    "pattern": lambda form, v, _: not isinstance(v, str) or re.search(form, v) is not None,
    "maxLength": lambda most, v, _: not isinstance(v, str) or len(v) <= most,
    "minimum": lambda least, v, _: not isinstance(v, _NUMBERS) or v >= least,
    "maximum": lambda most, v, _: not isinstance(v, _NUMBERS) or v <= most,
    "minItems": lambda least, v, _: not isinstance(v, list) or len(v) >= least,
    "maxItems": lambda most, v, _: not isinstance(v, list) or len(v) <= most,
    "uniqueItems": lambda _, v, __: not isinstance(v, list) or _is_unlike(v),
    "if": _keeps_condition,
    "then": lambda *_: True,
    "allOf": lambda branches, v, _: all(fits(v, branch) for branch in branches),
    "x-date": lambda form, v, _: not isinstance(v, str) or is_date(v, form),
    "x-money": lambda _, v, __: not isinstance(v, Decimal) or is_whole_cents(v),
}
