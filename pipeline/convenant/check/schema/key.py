"""Keys that should not be there, and keys that should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from convenant.check.schema.fault import Case, Inquest, Path, shorten
from convenant.check.schema.words import CONDITION
from convenant.model.annotation import Schema, resolve
from convenant.model.section import Maturity
from convenant.model.tree import Map, place_at
from convenant.problem import Problem, Severity

_HOMES = 2
"""A key that fits in more places than this has no obvious home."""


def unknown_keys(case: Case) -> Iterator[Problem]:
    """Each key of a mapping that its schema does not know."""
    properties = case.schema.get("properties", {})
    meanings = _meanings(properties, case.inquest.root)
    of, keys = case.title, ", ".join(properties)
    mapping = case.fault.value
    for key in mapping:
        if key in properties:
            continue
        place = mapping.place_of_key(key) if isinstance(mapping, Map) else case.place
        shown = shorten(key)
        if meant := case.inquest.suggest(key, meanings):
            yield case.problem("schema-misspelt-key", place, key=shown, of=of, suggestion=meant)
        elif home := _home(key, case.inquest.root):
            yield case.problem("schema-misplaced-key", place, key=shown, of=of, home=home)
        else:
            yield case.problem("schema-unknown-key", place, key=shown, of=of, choices=keys)


def missing_key(inquest: Inquest, owner: Path, key: str) -> Problem:
    """A key that has to be there is not, or has nothing behind it."""
    here: Any = inquest.tree
    for step in owner:
        here = here[step]
    given = isinstance(here, Map) and key in here
    place = here.place_of_key(key) if given else place_at(inquest.tree, owner)
    path = (*owner, key)
    values = {
        "of": inquest.title(owner),
        "title": inquest.title(path),
        "example": inquest.example(path),
    }
    return Problem(place, "schema-required", Severity.ERROR, values)


def unmet_condition(case: Case) -> Iterator[Problem]:
    """The file says one thing, and that asks for another, which is not there."""
    fault, inquest = case.fault, case.inquest
    if fault.keyword == "required":
        owner, keys = fault.path, [key for key in fault.wanted if key not in fault.value]
    elif fault.value is None:
        owner, keys = fault.path[:-1], [str(fault.path[-1])]
    else:
        return  # It is there and wrong in itself, which is a problem of its own.
    because = inquest.reason(fault.condition)
    said = inquest.tree.get("maturity")
    severity = CONDITION.severity
    if "maturity" in inquest.root["properties"]:
        known = said in {maturity.value for maturity in Maturity}
        severity = CONDITION.weight(Maturity(said) if known else Maturity.OUTLINE)
    for key in keys:
        title = inquest.title((*owner, key))
        values = {"title": title, "because": because}
        yield Problem(place_at(inquest.tree, owner), "schema-condition", severity, values)


def _meanings(properties: Mapping[str, Schema], root: Schema) -> dict[str, str]:
    """By each name of a key, Dutch ones too, the key."""
    said = {key: key for key in properties}
    for key, part in properties.items():
        schema = resolve(part, root)
        names = (schema.get("title"), schema.get("x-nl", {}).get("title"))
        for name in (*names, *schema.get("x-aliases", ())):
            said.setdefault(name or key, key)
    return said


def _home(key: str, root: Schema) -> str:
    """The groups and lists of the file that do have this key, when they are few."""
    homes = list(_groups_with(key, root, root, ()))
    return ", ".join(homes) if 0 < len(homes) <= _HOMES else ""


def _groups_with(key: str, schema: Schema, root: Schema, path: tuple[str, ...]) -> Iterator[str]:
    schema = resolve(schema, root)
    schema = resolve(schema.get("items", schema), root)
    for name, inner in schema.get("properties", {}).items():
        if name == key and path:
            yield ".".join(path)
        yield from _groups_with(key, inner, root, (*path, name))
