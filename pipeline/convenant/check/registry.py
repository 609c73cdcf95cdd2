"""All rules by code, and the two passes over a covenant.

The first pass is what a document needs: files, data and references. The second is counsel: what a
facilitator or a jurist would want to know. It looks only at what the first pass could read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from convenant.model.section import Section
from convenant.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from convenant.check.inquiry import Found, Inquiry
    from convenant.model.annotation import Schema
    from convenant.model.covenant import Covenant
    from convenant.model.rule import Rule

FAMILIES = (
    "file",
    "reading.bytes",
    "schema.fit",
    "completeness",
    "prose.findings",
    "reference",
    "figure",
    "annex",
    "letter",
    "record",
)
"""The modules of this package that hold rules; each has `RULES`, and `CHECKS` where it runs."""

COUNSEL: tuple[str, ...] = (
    "party",
    "authority",
    "commitment",
    "budget",
    "money",
    "schedule",
    "calendar",
    "goal",
    "balance",
    "binding",
    "provision",
    "data",
    "signal",
    "term",
    "clause",
    "access",
    "wording",
    "sentence",
    "privacy",
)
"""Families of counsel. Each is a module with `LOOKS`; its `RULES` are there or in one beside it.

The rules of a family have its name before their codes, so that their texts are imported only when
there is something to tell.
"""

ON_WORDS = ("privacy", "wording", "sentence")
"""Families that also look at a covenant with errors: they need its texts only."""

HOUSE = ("house", "style")
"""Families on settings, waivers and the house style, found when all others are done."""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code."""
    families = (*FAMILIES, *COUNSEL, *HOUSE)
    return {rule.code: rule for family in families for rule in _rules_of(family)}


def rule(code: str) -> Rule:
    """The rule with this code; of counsel only its own family is imported."""
    family = code.partition("-")[0]
    if family in COUNSEL:
        return next(one for one in _rules_of(family) if one.code == code)
    return rules()[code]


def is_firm(code: str) -> bool:
    """Whether no setting and no waiver can change a rule: without it there is no document."""
    core = code.partition("-")[0] not in (*COUNSEL, *HOUSE)
    return core and rules()[code].severity is Severity.ERROR


def check_covenant(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """What the rules that look at a whole covenant find in it."""
    for family in FAMILIES:
        for check in getattr(import_module(f"convenant.check.{family}"), "CHECKS", ()):
            yield from check(covenant, schemas)


def counsel(
    inquiry: Inquiry, *, sound: bool, failures: list[tuple[str, Exception]]
) -> Iterator[Problem]:
    """What a facilitator or a jurist would want to know.

    Args:
        sound: whether the covenant has no errors; else only its words are looked at.
        failures: gets the code of each rule that fails itself; the others still run.
    """
    for family in COUNSEL:
        if not sound and family not in ON_WORDS:
            continue
        for code, look in import_module(f"convenant.check.{family}").LOOKS.items():
            try:
                yield from _weighed(look(inquiry), inquiry.covenant)
            except Exception as error:
                failures.append((code, error))


def section_of(place: Place) -> Section:
    """The section whose maturity counts for a place: the cover grows with the partnership."""
    stem = place.file.rpartition("/")[2].rpartition(".")[0]
    if "/annexes/" in place.file or stem not in _STEMS:
        return Section.ANNEXES
    return _STEMS[stem]


def _weighed(found: Iterable[Found], covenant: Covenant) -> Iterator[Problem]:
    for one in found:
        weight = rule(one.code).weight(covenant.maturity(section_of(one.place)))
        yield Problem(one.place, one.code, weight, one.values)


def _rules_of(family: str) -> tuple[Rule, ...]:
    """Its words: in a module beside it, or where the family is small in its own."""
    beside = f"convenant.check.{family}_rules"
    found: tuple[Rule, ...] = import_module(
        beside if find_spec(beside) else f"convenant.check.{family}"
    ).RULES
    return found


_STEMS = {
    **{section.value: section for section in Section},
    Section.COVER.value: Section.PARTNERSHIP,
}
