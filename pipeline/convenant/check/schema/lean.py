"""A schema made ready for validation: only what can fail, with every reference written out.

The schemas carry titles and descriptions in two languages. A validator would look at each of them
for every value; without them, and without references to follow, the same check takes half as long.
"""

from __future__ import annotations

from typing import Any

from convenant.model.annotation import Schema, resolve

ASSERTIONS = frozenset(
    {
        "type",
        "enum",
        "const",
        "pattern",
        "maxLength",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "uniqueItems",
        "required",
        "additionalProperties",
    }
)
"""Keywords that say what a value must be, and that have a sentence of their own."""

_INSIDE = ("items", "if", "then")


def lean(root: Schema) -> dict[str, Any]:
    """The schema of a file without its annotations and `$defs`.

    A date or an amount becomes one keyword of ours, `x-date` or `x-money`, so that a value that
    breaks several standard keywords for one reason gives one error.
    """
    return _lean(root, root)


def _lean(schema: Schema, root: Schema) -> dict[str, Any]:
    schema = resolve(schema, root)
    kept: dict[str, Any] = {k: v for k, v in schema.items() if k in ASSERTIONS}
    if "properties" in schema:
        kept["properties"] = {k: _lean(v, root) for k, v in schema["properties"].items()}
    for key in _INSIDE:
        if key in schema:
            kept[key] = _lean(schema[key], root)
    if "allOf" in schema:
        kept["allOf"] = [_lean(branch, root) for branch in schema["allOf"]]
    if form := _date_form(schema):
        kept.pop("pattern", None)
        kept["x-date"] = form
    if schema.get("x-format") == "money":
        kept["x-money"] = True
    return kept


def _date_form(schema: Schema) -> str | None:
    if schema.get("format") == "date":
        return "date"
    return "month-or-date" if schema.get("x-format") == "month-or-date" else None
