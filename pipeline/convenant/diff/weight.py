"""How much a change weighs, so that a reader sees obligations before commas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from convenant.diff.difference import Difference
from convenant.diff.name import is_date
from convenant.model.annotation import Schema
from convenant.model.comparison import Weight
from convenant.model.section import Section

_OBLIGATIONS = {
    Section.PARTNERSHIP: {"contributions", "commitments", "accession"},
    Section.PROGRAMME: {"governance"},
    Section.ANNEXES: {
        *("binding", "entry_into_force", "conditions_precedent", "duration", "amendment"),
        *("notice", "unforeseen", "disputes", "law", "privacy", "confidentiality", "liability"),
        *("intellectual_property", "public_law_reservation", "publication", "precedence"),
        "annexes",
    },
}
_PARTY_KEYS = {"name", "role", "status", "form", "capacity", "registration", "competent_body"}


def weight_of(difference: Difference) -> Weight:
    """The heaviest thing that the change touches."""
    schema, keys = difference.schema, difference.keys
    if "x-defines" in schema:
        return Weight.WORDING
    if keys[0] == "parties" and (len(keys) == 1 or keys[1] in _PARTY_KEYS):
        return Weight.PARTY
    whole = "properties" in schema
    if schema.get("x-format") == "money" or (whole and _has_money(difference)):
        return Weight.MONEY
    if difference.item and keys[-1] in ("quantity", "unit", "frequency", "valuation"):
        return Weight.MONEY if keys[0] == "contributions" else Weight.OBLIGATION
    if is_date(schema) or keys in _TERMS:
        return Weight.DATE
    if not schema.get("x-digest", whole or "items" in schema):
        return Weight.WORDING
    if keys[0] in _OBLIGATIONS.get(difference.section, ()):
        return Weight.OBLIGATION
    return Weight.CONTENT


_TERMS = {("notice", "months"), ("duration", "kind"), ("publication", "within_weeks")}


def _has_money(difference: Difference) -> bool:
    value = difference.after if difference.after is not None else difference.before
    return _holds_money(value, difference.schema)


def _holds_money(value: Any, schema: Schema) -> bool:
    return isinstance(value, Mapping) and any(
        value.get(key) is not None and part.get("x-format") == "money"
        for key, part in schema.get("properties", {}).items()
    )
