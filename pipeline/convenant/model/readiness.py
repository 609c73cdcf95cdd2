"""How far a section is, and what still has to be solved before which step."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from convenant.model.rule import Stage
from convenant.model.section import Maturity, Section


class Readiness(Struct, frozen=True):
    """One section: how many things are to be solved before each step, none of them twice."""

    section: Section
    maturity: Maturity
    todo: Mapping[Stage, int]
