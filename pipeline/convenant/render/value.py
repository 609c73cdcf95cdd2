"""Placeholders become plain text: amounts, dates and choices as a reader expects them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from convenant.locale import N_, Voice
from convenant.model.annotation import Schema, schema_at
from convenant.model.ast import Node, attr, span, words
from convenant.model.covenant import Covenant
from convenant.model.value import Found, find_value


def value_nodes(
    path: str,
    covenant: Covenant,
    schemas: Mapping[str, Schema],
    names: Mapping[str, str],
    voice: Voice,
) -> list[Node]:
    """The value of a placeholder as words, in a span of class `value`; an unknown one is marked.

    The check reports an unknown path as an error; a concept that is built all the same shows it.

    Args:
        names: by id of a thing in the data how a text calls it.
    """
    found = find_value(covenant.data, covenant.totals, path)
    if found is None:
        return [span(words(f"[{path}?]"), attr(classes=["unknown"]))]
    return [span(words(value_text(found, schemas, names, voice)), attr(classes=["value"]))]


def value_text(
    found: Found, schemas: Mapping[str, Schema], names: Mapping[str, str], voice: Voice
) -> str:
    """How a reader reads this value."""
    schema = schema_at(schemas[found.key], found.path) if found.key in schemas else None
    schema = schema or {}
    match found.value:
        case bool():
            return voice.say(N_("yes")) if found.value else voice.say(N_("no"))
        case Decimal() | int() if _is_money(found, schema):
            return voice.money(found.value)
        case int() if found.path[-1] == "year":
            return str(found.value)
        case Decimal() | int():
            return voice.number(found.value)
        case text if "x-refers-to" in schema:
            return names.get(text, text)
        case text:
            labels = schema.get("x-enum-labels", {}).get(voice.language, {})
            return str(labels.get(text) or voice.date(text))


def _is_money(found: Found, schema: Schema) -> bool:
    if found.key == "totals":
        return not str(found.path[0]).startswith("hours")
    return schema.get("x-format") == "money"
