"""Values that do not fit their schema: one sentence a keyword."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from convenant.check.schema.fault import Case, inline
from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.tree import Seq
from convenant.problem import Problem, Term

_WANTED = {
    "string": N_("a text"),
    "integer": N_("a whole number"),
    "number": N_("a number"),
    "boolean": N_("yes or no: true or false"),
    "array": N_("a list"),
    "object": N_("a group of keys"),
}


def value_problem(case: Case) -> Problem:
    """What is wrong with a value."""
    return SENTENCES[case.fault.keyword](case)


def _type(case: Case) -> Problem:
    return case.problem(
        "schema-type",
        title=case.title,
        expected=_wanted_type(case.schema),
        found=_found_type(case.fault.value),
        example=case.example,
    )


def _wanted_type(schema: Schema) -> Term:
    """What a value should be, in words."""
    types = schema.get("type", "string")
    kinds = [types] if isinstance(types, str) else [kind for kind in types if kind != "null"]
    if schema.get("format") == "date" or schema.get("x-format") == "month-or-date":
        return Term(N_("a date"))
    return Term(N_("a text or a number") if len(kinds) > 1 else _WANTED[kinds[0]])


def _found_type(value: Any) -> Term:
    """What a value is, in words."""
    if value is None:
        return Term(N_("empty"))
    if isinstance(value, bool):
        return Term(N_("yes or no: true or false"))
    if isinstance(value, Decimal):
        return Term(N_("a number with decimals"))
    kinds = {int: "integer", str: "string", list: "array", dict: "object"}
    return Term(next(_WANTED[name] for kind, name in kinds.items() if isinstance(value, kind)))


def _choice(case: Case) -> Problem:
    choices = [str(choice) for choice in case.schema["enum"] if choice is not None]
    meanings = {choice: choice for choice in choices}
    for labels in case.schema["x-enum-labels"].values():
        for choice, label in labels.items():
            meanings.setdefault(label, choice)
    values = {"title": case.title, "value": case.shown, "choices": ", ".join(choices)}
    said = case.fault.value
    if isinstance(said, str) and (meant := case.inquest.suggest(said, meanings)):
        return case.problem("schema-misspelt-choice", suggestion=meant, **values)
    return case.problem("schema-choice", **values)


def _version(case: Case) -> Problem:
    said, current = case.fault.value, case.schema["const"]
    code = "schema-version-old" if said < current else "schema-version-new"
    return case.problem(code, version=str(said), current=str(current))


def _form(case: Case) -> Problem:
    """A text that is not in the form that its schema describes, a date for one."""
    code = "schema-date" if case.fault.keyword == "x-date" else "schema-pattern"
    examples = case.schema.get("examples") or case.inquest.schema(case.fault.path[:-1])["examples"]
    first = examples[0][0] if isinstance(examples[0], list) else examples[0]
    return case.problem(
        code,
        title=case.title,
        value=case.shown,
        form=Term(case.schema["x-form"]),
        example=str(first),
    )


def _money(case: Case) -> Problem:
    digits = case.shown.replace(".", "")
    return case.problem("schema-money", title=case.title, value=case.shown, digits=digits)


def _length(case: Case) -> Problem:
    count, limit = str(len(case.fault.value)), str(case.fault.wanted)
    return case.problem("schema-length", title=case.title, count=count, limit=limit)


def _range(case: Case) -> Problem:
    low, high = case.schema.get("minimum"), case.schema.get("maximum")
    allowed = f"≥ {low}" if high is None else f"{low}–{high}"
    return case.problem("schema-range", title=case.title, value=case.shown, range=allowed)


def _count(case: Case) -> Problem:
    low, high = case.schema.get("minItems", 0), case.schema.get("maxItems", "…")
    wanted = str(low) if low == high else f"{low}–{high}"
    count = str(len(case.fault.value))
    return case.problem("schema-count", title=case.title, wanted=wanted, count=count)


def _duplicate(case: Case) -> Problem:
    items = case.fault.value
    index = next(i for i, item in enumerate(items) if item in items[:i])
    place = items.place_of(index) if isinstance(items, Seq) else case.place
    value = inline(items[index])
    return case.problem("schema-duplicate-item", place, title=case.title, value=value)


SENTENCES: Mapping[str, Callable[[Case], Problem]] = {
    "type": _type,
    "enum": _choice,
    "const": _version,
    "pattern": _form,
    "x-date": _form,
    "x-money": _money,
    "maxLength": _length,
    "minimum": _range,
    "maximum": _range,
    "minItems": _count,
    "maxItems": _count,
    "uniqueItems": _duplicate,
}
"""By keyword of a lean schema what is said about a value that breaks it."""
