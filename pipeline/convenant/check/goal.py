"""Rules on goals: somebody works on each of them, and somebody can tell how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section


def served(inquiry: Inquiry) -> Iterator[Found]:
    """A goal has a commitment, and a commitment has a goal."""
    goals = {one.id: one for one in inquiry.covenant.ambition.goals if one.id}
    commitments = inquiry.covenant.partnership.commitments
    if not goals or not commitments or not inquiry.grown(Section.PARTNERSHIP):
        return
    named = {id for one in commitments for id in one.goals}
    for goal in goals.values():
        if goal.id not in named:
            yield Found("goal-unserved", goal.at, {"id": goal.id})
    for one in commitments:
        if not one.goals:
            yield Found("goal-not-named", one.at, {"id": one.id})


def followed(inquiry: Inquiry) -> Iterator[Found]:
    """Of every goal somebody keeps track."""
    monitoring = inquiry.covenant.programme.monitoring
    followed_goals = {one.goal for one in monitoring if one.goal}
    if not followed_goals:
        return
    for goal in inquiry.covenant.ambition.goals:
        if goal.id and goal.id not in followed_goals:
            yield Found("goal-not-followed", goal.at, {"id": goal.id})


def measured(inquiry: Inquiry) -> Iterator[Found]:
    """A target is a number where there is an indicator."""
    for goal in inquiry.covenant.ambition.goals:
        if goal.indicator and goal.target and not any(char.isdigit() for char in goal.target):
            values = {"id": goal.id, "target": goal.target}
            yield Found("goal-target-no-number", goal.at, values)
        if goal.target and goal.target == goal.baseline:
            values = {"id": goal.id, "target": goal.target}
            yield Found("goal-nothing-changes", goal.at, values)


def traced(inquiry: Inquiry) -> Iterator[Found]:
    """A goal says on which policy it rests, where the covenant lists its sources."""
    if not inquiry.covenant.annexes.sources or not inquiry.grown(Section.AMBITION):
        return
    for goal in inquiry.covenant.ambition.goals:
        if goal.id and not goal.sources:
            yield Found("goal-no-source", goal.at, {"id": goal.id})


LOOKS: Mapping[str, Look] = {
    "goal-unserved": served,
    "goal-not-followed": followed,
    "goal-target-no-number": measured,
    "goal-no-source": traced,
}
