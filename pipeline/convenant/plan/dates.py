"""The days that matter once a covenant is signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from convenant.locale import N_
from convenant.model.covenant import Covenant
from convenant.model.due import DueDay


def plan_dates(covenant: Covenant) -> tuple[DueDay, ...]:
    """Start, notice, expiry, evaluations, commitments and milestones, by day.

    A date that names a month stands at its last day.
    """
    found = [day for day in _days(covenant) if day.day]
    return tuple(sorted(found, key=lambda day: (day.day, day.kind, day.id)))


def _days(covenant: Covenant) -> Iterator[DueDay]:
    duration, notice = covenant.annexes.duration, covenant.annexes.notice
    if duration:
        yield DueDay(_last(duration.start), "start", "start", N_("The covenant starts"))
        yield DueDay(_last(duration.end), "end", "end", N_("The covenant ends"))
        if notice and notice.months and duration.end:
            said = N_("Last day to give notice before the covenant ends")
            yield DueDay(_before(_last(duration.end), notice.months), "notice", "notice", said)
    for evaluation in covenant.programme.evaluation:
        said = N_("Evaluation: {text}")
        yield DueDay(
            _last(evaluation.due), "evaluation", evaluation.id, said, evaluation.what, evaluation.by
        )
    yield from _reports(covenant)
    for commitment in covenant.partnership.commitments:
        said = N_("Commitment {id}: {text}")
        yield DueDay(
            _last(commitment.due), "commitment", commitment.id, said, commitment.text, commitment.by
        )
    for milestone in covenant.visualisation.roadmap:
        said = N_("Milestone: {text}")
        yield DueDay(
            _last(milestone.date), "milestone", milestone.id, said, milestone.text, milestone.owner
        )
    for condition in covenant.annexes.conditions_precedent:
        if condition.met is not True:
            said = N_("Condition: {text}")
            yield DueDay(
                _last(condition.due),
                "condition",
                condition.id,
                said,
                condition.text,
                condition.owner,
            )


_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12, "two_yearly": 24}
_REPORTS = 60
"""Of one thing that is followed; five years of months."""


def _reports(covenant: Covenant) -> Iterator[DueDay]:
    """The last day of each period over which is reported, as long as the covenant lasts."""
    duration = covenant.annexes.duration
    start, end = (_last(duration.start), _last(duration.end)) if duration else ("", "")
    if not start or not end:
        return
    first = date.fromisoformat(start)
    for followed in covenant.programme.monitoring:
        months = _MONTHS.get(followed.frequency, 0)
        for count in range(1, _REPORTS + 1 if months else 1):
            day = _shifted(first, count * months, -1).isoformat()
            if day > end:
                break
            said = N_("Report: {text}")
            yield DueDay(day, "report", f"{followed.id}-{count}", said, followed.what, followed.by)


def _last(text: str) -> str:
    """An ISO date; of a month its last day; nothing for anything else."""
    try:
        if len(text) == 7:
            first = date.fromisoformat(f"{text}-01")
            return _shifted(first, 1, -1).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _before(end: str, months: int) -> str:
    """The day so many months before an end, such as 30 June for 31 December and six months."""
    if not end:
        return ""
    last = date.fromisoformat(end)
    after = date.fromordinal(last.toordinal() + 1)
    return _shifted(after, -months, -1).isoformat()


def _shifted(day: date, months: int, days: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    longest = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    moved = date(year, month + 1, min(day.day, longest))
    return date.fromordinal(moved.toordinal() + days)
