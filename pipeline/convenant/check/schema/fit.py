"""Does a file's data fit its schema? Problems in our own words, one for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from convenant.check.schema.fault import Case, Fault, Inquest, Path
from convenant.check.schema.key import missing_key, unknown_keys, unmet_condition
from convenant.check.schema.lean import lean
from convenant.check.schema.quick import fits, is_date, is_whole_cents
from convenant.check.schema.value import value_problem
from convenant.check.schema.words import RULES
from convenant.model.annotation import Schema
from convenant.model.tree import Map
from convenant.problem import Problem

__all__ = ["RULES", "SchemaBook"]

_OF_KEYS = ("additionalProperties", "required")
"""Keywords that find faults in the keys of a mapping; all others find one fault in one value."""

_FIRST = ("type", "enum", "const", "x-date", "x-money")
"""When a value breaks several keywords, the one that explains the others comes first."""


class SchemaBook:
    """The schemas of all files, ready to check data with.

    Args:
        schemas: by key, such as `ambition`, the parsed JSON Schema.
    """

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self.schemas = schemas
        self._lean: dict[str, Schema] = {}
        self._validators: dict[str, Any] = {}

    def problems(self, key: str, tree: Map) -> Iterator[Problem]:
        """What in a file does not fit, in no particular order.

        A key without a value, or with an empty text, is not filled in yet and no problem here
        unless nothing can be done without it; the rules on completeness look at the others.
        """
        schema = self._lean.get(key)
        if schema is None:
            schema = self._lean[key] = lean(self.schemas[key])
        if fits(tree, schema):
            return
        validator = self._validators.get(key)
        if validator is None:
            validator = self._validators[key] = self._validator_class(schema)
        faults = [_fault(error) for error in validator.iter_errors(tree)]
        if faults:
            yield from _explain(_one_for_each_cause(faults), Inquest(tree, self.schemas[key]))

    @cached_property
    def _validator_class(self) -> Any:
        # jsonschema takes 55 ms to import: only when there is something to explain.
        from jsonschema.exceptions import ValidationError
        from jsonschema.validators import Draft202012Validator, extend

        def check_date(_: Any, form: str, value: Any, __: Any) -> Iterator[ValidationError]:
            if isinstance(value, str) and not is_date(value, form):
                yield ValidationError("date")

        def check_money(_: Any, __: bool, value: Any, ___: Any) -> Iterator[ValidationError]:
            if isinstance(value, Decimal) and not is_whole_cents(value):
                yield ValidationError("money")

        ours = {"x-date": check_date, "x-money": check_money}
        return extend(Draft202012Validator, ours)  # type: ignore[no-untyped-call]


def _fault(error: Any) -> Fault:
    return Fault(
        keyword=error.validator,
        path=tuple(error.absolute_path),
        wanted=error.validator_value,
        value=error.instance,
        schema_path=tuple(error.absolute_schema_path),
    )


def _one_for_each_cause(faults: list[Fault]) -> list[Fault]:
    """Drop what only follows from something else that is wrong."""
    version = [f for f in faults if f.path == ("schema_version",) and f.keyword == "const"]
    if version and type(version[0].value) is int:
        return version  # Keys of another version are not wrong: they are of another version.
    kept: dict[tuple[Path, str, Path], Fault] = {}
    for fault in faults:
        of_keys = fault.keyword if fault.keyword in _OF_KEYS else ""
        cause = (fault.path, of_keys, fault.condition)
        if cause not in kept or _rank(fault) < _rank(kept[cause]):
            kept[cause] = fault
    # Unknown keys first: the key that a misspelt one stands for is then not missed as well.
    return sorted(kept.values(), key=lambda fault: fault.keyword != _OF_KEYS[0])


def _rank(fault: Fault) -> int:
    return _FIRST.index(fault.keyword) if fault.keyword in _FIRST else len(_FIRST)


def _explain(faults: list[Fault], inquest: Inquest) -> Iterator[Problem]:
    misspelt: set[tuple[Path, str]] = set()
    for fault in faults:
        case = Case(fault, inquest)
        if fault.condition:
            yield from unmet_condition(case)
        elif fault.keyword == "additionalProperties":
            for problem in unknown_keys(case):
                misspelt.add((fault.path, problem.values.get("suggestion", "")))
                yield problem
        elif fault.keyword == "required":
            absent = [key for key in fault.wanted if key not in fault.value]
            yield from (
                missing_key(inquest, fault.path, key)
                for key in absent
                if (fault.path, key) not in misspelt
            )
        elif _is_empty(fault):
            *owner, key = fault.path
            if key in inquest.schema(tuple(owner)).get("required", ()):
                yield missing_key(inquest, tuple(owner), str(key))
        else:
            yield value_problem(case)


def _is_empty(fault: Fault) -> bool:
    """Whether the value is a key's that is not filled in; an empty item of a list is a fault."""
    return fault.value in (None, "") and bool(fault.path) and isinstance(fault.path[-1], str)
