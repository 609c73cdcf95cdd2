"""How far a covenant is: per section what must still be solved before which step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from convenant.check.missing import LADDER, missing
from convenant.check.registry import rule, section_of
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.readiness import Readiness
from convenant.model.rule import Stage
from convenant.model.section import SECTIONS, Maturity, Section
from convenant.problem import Problem, Severity

_STEPS = {Maturity.CONCRETE: Stage.CONCRETE, Maturity.SETTLED: Stage.SETTLED}
_SAID = ("incomplete-key", "incomplete-next")
"""Counted as gaps, whatever the maturity that a section claims."""


def gaps(covenant: Covenant, schemas: Mapping[str, Schema]) -> tuple[Readiness, ...]:
    """What each section lacks in data, decisions and answers."""
    counts = {section: dict.fromkeys(Stage, 0) for section in SECTIONS}
    for section, tree in covenant.data.items():
        home = Section.PARTNERSHIP if section is Section.COVER else section
        claimed = covenant.maturity(home)
        for gap in missing(schemas[section.key], tree, Maturity.SETTLED):
            counts[home][_step(gap.needed_at, claimed)] += 1
    counts[Section.PARTNERSHIP][Stage.SIGNING] += sum(
        approval.status in ("required", "requested")
        for party in covenant.cover.parties
        for approval in (party.approvals if party.signs else ())
    )
    return tuple(
        Readiness(section, covenant.maturity(section), counts[section]) for section in SECTIONS
    )


def readiness(ground: Iterable[Readiness], problems: Iterable[Problem]) -> tuple[Readiness, ...]:
    """The gaps, and what the findings add to them."""
    sections = {one.section: one for one in ground}
    for problem in problems:
        home = sections.get(section_of(problem.place))
        if home is None or problem.code in _SAID:
            continue
        if stage := _stage(problem, home.maturity):
            todo = {**home.todo, stage: home.todo[stage] + 1}
            sections[home.section] = replace(home, todo=todo)
    return tuple(sections.values())


def _stage(problem: Problem, maturity: Maturity) -> Stage | None:
    """The step before which a finding must be solved; none where it may stay."""
    known = rule(problem.code)
    if known.stage is not None:
        return known.stage
    if problem.severity is not Severity.HINT:
        return _step(maturity, maturity)
    rungs = LADDER[LADDER.index(maturity) + 1 :]
    later = (m for m in rungs if known.by_maturity and known.weight(m) is not Severity.HINT)
    return next((_STEPS[m] for m in later), None)


def _step(needed_at: Maturity, claimed: Maturity) -> Stage:
    """The step that asks for something; what a section should have by now, its next step asks."""
    rungs = LADDER[LADDER.index(claimed) + 1 :]
    wanted = needed_at if needed_at in rungs else next(iter(rungs), None)
    return Stage.REVIEW if wanted is None else _STEPS[wanted]
