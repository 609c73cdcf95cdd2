"""The plan of approach as bars in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.programme import Activity, Phase, Plan
from convenant.render.figures.axis import Axis, axis_over, day_after, first_day
from convenant.render.figures.wording import short, short_name

_ROWS = 30
"""Rows that fit on a page with words of two lines."""

_Row = tuple[Phase | None, Activity | None]


def plan(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """Bars for what has dates; a long plan is cut into several figures on one axis."""
    known = covenant.programme.plan
    if known is None:
        return []
    dated = [one for one in known.activities if first_day(one.start) and day_after(one.end)]
    axis = _axis(known, dated)
    if axis is None or not dated:
        return []
    parts = list(_parts(known, dated))
    return [
        _drawing(part, (number, len(parts)), axis, covenant, voice)
        for number, part in enumerate(parts, 1)
    ]


def _axis(known: Plan, dated: Sequence[Activity]) -> Axis | None:
    stretches: list[Phase | Activity] = [*known.phases, *dated]
    return axis_over(
        [
            *(first_day(one.start) for one in stretches),
            *(first_day(one.end) for one in stretches),
            *(first_day(one.date) for one in known.go_no_go),
        ]
    )


def _parts(known: Plan, dated: Sequence[Activity]) -> Iterator[list[_Row]]:
    """Rows of phases and activities, as many as fit in one figure."""
    ids = {phase.id for phase in known.phases if phase.id}
    groups: list[tuple[Phase | None, list[Activity]]] = [
        (phase, [one for one in dated if phase.id and one.phase == phase.id])
        for phase in known.phases
    ]
    groups.append((None, [one for one in dated if one.phase not in ids]))
    rows: list[_Row] = []
    for phase, activities in groups:
        if phase and len(rows) + min(len(activities), 3) >= _ROWS:
            yield rows
            rows = []
        rows += [(phase, None)] if phase else []
        for one in activities:
            if len(rows) >= _ROWS:
                yield rows
                rows = [(phase, None)] if phase else []
            rows.append((None, one))
    if rows:
        yield rows


def _drawing(
    rows: Sequence[_Row], part: tuple[int, int], axis: Axis, covenant: Covenant, voice: Voice
) -> Drawing:
    known = covenant.programme.plan
    assert known is not None  # noqa: S101  (for the type checker)
    index = {one.id: n for n, (_, one) in enumerate(rows) if one and one.id}
    links = [
        [index[before], index[one.id]]
        for _, one in rows
        if one and one.id
        for before in one.after
        if before in index
    ]
    decisions = [
        {
            "at": axis.share(day),
            "mark": str(number),
            "label": voice.say(N_("decision on {date}"), date=voice.date(one.date)),
        }
        for number, one in enumerate(known.go_no_go, 1)
        if (day := first_day(one.date))
    ]
    data = {
        "axis": axis.data(),
        "rows": [_row(phase, one, axis, covenant) for phase, one in rows],
        "links": links,
        "decisions": decisions,
        "words": {"after": voice.say(N_("waits for"))},
    }
    number, parts = part
    title = voice.say(N_("The plan of approach in time"))
    if parts > 1:
        title = voice.say(
            N_("The plan of approach in time, part {number} of {parts}"), number=number, parts=parts
        )
    alternative = voice.say(
        N_(
            "A timeline from {first} to {last} with a bar for each of {activities} activities in "
            "{phases} phases, {links} arrows from what must be ready first, and {decisions} "
            "moments to decide whether to go on. The tables that follow have the dates."
        ),
        first=voice.date(axis.first.isoformat()[:7]),
        last=voice.date(_last_month(axis)),
        activities=sum(one is not None for _, one in rows),
        phases=sum(phase is not None for phase, _ in rows),
        links=len(links),
        decisions=len(decisions),
    )
    name = "drawing-plan" if parts == 1 else f"drawing-plan-{number}"
    return Drawing(name, "plan", data, title, alternative)


def _row(
    phase: Phase | None, activity: Activity | None, axis: Axis, covenant: Covenant
) -> dict[str, Any]:
    one = phase or activity
    assert one is not None  # noqa: S101  (for the type checker)
    start, after = first_day(one.start), day_after(one.end)
    known = start is not None and after is not None
    # A stretch that ends before it starts is a moment, as long as its dates are not mended.
    begin = axis.share(start) if known and start else None
    end = max(axis.share(after), begin) if after and begin is not None else None
    if phase:
        return {"kind": "phase", "label": short(phase.name or phase.id), "from": begin, "to": end}
    assert activity is not None  # noqa: S101  (for the type checker)
    who = short_name(covenant, activity.owner)
    return {"kind": "task", "label": short(activity.text), "who": who, "from": begin, "to": end}


def _last_month(axis: Axis) -> str:
    return date.fromordinal(axis.after.toordinal() - 1).isoformat()[:7]
