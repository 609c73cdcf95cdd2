"""Rules on time: dates fall inside the term, in an order that can happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section
from convenant.problem import Place


class _Stretch(Protocol):
    """Something with a first and a last day."""

    @property
    def at(self) -> Place: ...
    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...


def stretches(inquiry: Inquiry) -> Iterator[Found]:
    """Nothing ends before it starts."""
    for one in _stretches(inquiry):
        if one.start and one.end and one.end < one.start[: len(one.end)]:
            yield Found("schedule-turned-round", one.at, {"start": one.start, "end": one.end})


def term(inquiry: Inquiry) -> Iterator[Found]:
    """What has been agreed is due while the covenant runs."""
    duration = inquiry.covenant.annexes.duration
    if duration is None:
        return
    programme, partnership = inquiry.covenant.programme, inquiry.covenant.partnership
    dated = [
        *((one.at, one.id, one.due, True) for one in partnership.commitments),
        *((one.at, one.id, one.due, True) for one in programme.evaluation),
        *((one.at, one.id, one.due, False) for one in inquiry.covenant.ambition.goals),
        *((one.at, one.id, one.date, False) for one in inquiry.covenant.visualisation.roadmap),
    ]
    if programme.plan:
        dated += [(one.at, one.id, one.end, False) for one in programme.plan.activities]
        dated += [(one.at, one.id, one.date, False) for one in programme.plan.go_no_go]
    for place, id, day, also_before in dated:
        if not day:
            continue
        if duration.end and day > duration.end[: len(day)]:
            yield Found("schedule-after-end", place, {"id": id, "day": day, "end": duration.end})
        elif also_before and duration.start and day < duration.start[: len(day)]:
            values = {"id": id, "day": day, "start": duration.start}
            yield Found("schedule-before-start", place, values)


def order(inquiry: Inquiry) -> Iterator[Found]:
    """An activity starts after those that it waits for, in the phase that it belongs to."""
    plan = inquiry.covenant.programme.plan
    if plan is None:
        return
    known = {one.id: one for one in plan.activities if one.id}
    phases = {one.id: one for one in plan.phases if one.id}
    for one in plan.activities:
        for id in one.after:
            first = known.get(id)
            if first and one.start and first.end and one.start < first.end:
                values = {"id": one.id, "start": one.start, "first": id, "end": first.end}
                yield Found("schedule-too-early", one.at, values)
        phase = phases.get(one.phase)
        if not (phase and one.start and phase.start and phase.end):
            continue
        if not phase.start <= one.start <= phase.end:
            values = {"id": one.id, "start": one.start, "phase": phase.name or phase.id}
            yield Found("schedule-other-phase", one.at, values)


def circles(inquiry: Inquiry) -> Iterator[Found]:
    """Nothing waits for itself, and no body reports to itself, by whatever detour."""
    plan, governance = inquiry.covenant.programme.plan, inquiry.covenant.programme.governance
    if plan:
        after = {one.id: one.after for one in plan.activities if one.id}
        for one in plan.activities:
            if path := _way_back(one.id, after):
                yield Found("schedule-circle", one.at, {"path": " → ".join(path)})
                break
    if governance:
        above = {body.id: (body.reports_to,) for body in governance.bodies if body.id}
        for body in governance.bodies:
            if path := _way_back(body.id, above):
                yield Found("schedule-circle", body.at, {"path": " → ".join(path)})
                break


def notice(inquiry: Inquiry) -> Iterator[Found]:
    """Who gives notice can leave before the covenant ends anyway."""
    annexes = inquiry.covenant.annexes
    if annexes.notice is None or annexes.duration is None or not annexes.notice.months:
        return
    first, last = _day(annexes.duration.start), _day(annexes.duration.end)
    if first and last:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if annexes.notice.months >= months:
            values = {"months": str(annexes.notice.months), "term": str(months)}
            yield Found("schedule-notice-long", annexes.notice.at, values)


def overdue(inquiry: Inquiry) -> Iterator[Found]:
    """What had to happen before the covenant applies is not past its date."""
    if not inquiry.today:
        return
    for one in inquiry.covenant.annexes.conditions_precedent:
        if one.due and one.met is not True and one.due < inquiry.today[: len(one.due)]:
            values = {"id": one.id, "day": one.due}
            yield Found("schedule-condition-overdue", one.at, values)


def past(inquiry: Inquiry) -> Iterator[Found]:
    """What is agreed is not past its date before anybody signs.

    A covenant that has begun, or that was signed, has dates behind it; one that begins later is
    the business of the rule on its first day.
    """
    duration, records = inquiry.covenant.annexes.duration, inquiry.records
    begun = bool(duration and duration.start) or bool(records and records.signatures)
    if begun or not inquiry.today or not inquiry.grown(Section.PARTNERSHIP):
        return
    for one in inquiry.covenant.partnership.commitments:
        if one.due and one.due < inquiry.today[: len(one.due)]:
            yield Found("schedule-already-past", one.at, {"id": one.id, "day": one.due})


def _stretches(inquiry: Inquiry) -> Iterator[_Stretch]:
    for contribution in inquiry.covenant.partnership.contributions:
        if contribution.period:
            yield contribution.period
    if plan := inquiry.covenant.programme.plan:
        yield from plan.phases
        yield from plan.activities
    if duration := inquiry.covenant.annexes.duration:
        yield duration


def _way_back(start: str, following: Mapping[str, Sequence[str]]) -> list[str]:
    """A way from a thing to itself; empty when there is none."""
    ways = [[start, id] for id in following.get(start, ()) if id]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, id] for id in following.get(way[-1], ()) if id]
    return []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


LOOKS: Mapping[str, Look] = {
    "schedule-turned-round": stretches,
    "schedule-after-end": term,
    "schedule-too-early": order,
    "schedule-circle": circles,
    "schedule-notice-long": notice,
    "schedule-condition-overdue": overdue,
    "schedule-already-past": past,
}
