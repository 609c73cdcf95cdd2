"""All rules by code, and the pass that runs every check over a covenant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from convenant.problem import Problem

if TYPE_CHECKING:
    from convenant.model.annotation import Schema
    from convenant.model.covenant import Covenant
    from convenant.model.rule import Rule

FAMILIES = (
    "file",
    "reading",
    "schema",
    "completeness",
    "prose",
    "reference",
    "figure",
    "annex",
    "letter",
    "record",
)
"""The modules of this package that hold rules; each has `RULES`, and `CHECKS` where it runs."""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code."""
    return {
        rule.code: rule
        for family in FAMILIES
        for rule in import_module(f"convenant.check.{family}").RULES
    }


def check_covenant(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """What the rules that look at a whole covenant find in it."""
    for family in FAMILIES:
        for check in getattr(import_module(f"convenant.check.{family}"), "CHECKS", ()):
            yield from check(covenant, schemas)
