"""The roadmap as a road: milestones on their dates, phases as stretches."""

from __future__ import annotations

from datetime import timedelta

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.render.figures.axis import axis_over, day_after, first_day
from convenant.render.figures.wording import short, short_name


def roadmap(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """The milestones that have a date; nothing before there are two."""
    dated = [(first_day(one.date), one) for one in covenant.visualisation.roadmap]
    steps = sorted((pair for pair in dated if pair[0]), key=lambda pair: str(pair[0]))
    if len(steps) < 2:
        return []
    used = {one.phase for _, one in steps if one.phase}
    phases = covenant.programme.plan.phases if covenant.programme.plan else ()
    stretches = [
        (phase.name or phase.id, first_day(phase.start), day_after(phase.end))
        for phase in phases
        if phase.id in used
    ]
    known = [(name, start, end) for name, start, end in stretches if start and end and start < end]
    axis = axis_over(
        [
            *(day for day, _ in steps),
            *(start for _, start, _ in known),
            *(end - timedelta(days=1) for _, _, end in known),
        ]
    )
    if axis is None:
        return []
    data = {
        "milestones": [
            {
                "at": axis.share(day),
                "date": voice.date(one.date),
                "label": short(one.text, 90),
                "who": short_name(covenant, one.owner),
            }
            for day, one in steps
            if day
        ],
        "phases": [
            {"label": short(name, 60), "from": axis.share(start), "to": axis.share(end)}
            for name, start, end in known
        ],
    }
    said = [
        voice.say(N_("{date}: {milestone}"), date=voice.date(one.date), milestone=one.text)
        for _, one in steps
    ]
    alternative = voice.say(
        N_("A road with {count} milestones, from {first} to {last}."),
        count=len(said),
        first=said[0],
        last=said[-1],
    )
    title = voice.say(N_("The road ahead"))
    return [Drawing("drawing-roadmap", "roadmap", data, title, alternative)]
