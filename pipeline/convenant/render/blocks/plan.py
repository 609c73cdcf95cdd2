"""§4: the plan of approach, its activities phase by phase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from convenant.locale import N_, Voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.programme import Activity, Plan
from convenant.render.blocks.name import mention, span_of_time, who_all, who_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    cell,
    joined,
    labelled,
    lines,
    paragraphs,
    remark,
    remark_of,
    text,
)


def plan(covenant: Covenant, voice: Voice) -> list[Node]:
    """Why, what and within which limits; the phases; who does what in each; when to decide."""
    known = covenant.programme.plan
    if known is None:
        return []
    blocks = labelled(
        voice,
        [
            (N_("Occasion"), paragraphs(known.occasion)),
            (N_("Result"), paragraphs(known.result)),
            (N_("Scope"), paragraphs(known.scope)),
        ],
    )
    blocks += _phases(known, voice)
    for title, values, activities in _groups(known):
        blocks += _activities(title, values, activities, known, covenant, voice)
    return blocks + _decisions(known, covenant, voice)


def _phases(known: Plan, voice: Voice) -> list[Node]:
    rows = [
        Row(
            phase.id,
            text(phase.name or phase.id),
            (),
            [cell(voice.date(phase.start)), cell(voice.date(phase.end))],
        )
        for phase in known.phases
    ]
    columns = [(N_("Phase"), 0.50), (N_("Start"), 0.25), (N_("End"), 0.25)]
    return register(voice, N_("Phases"), columns, rows)


def _groups(known: Plan) -> Iterable[tuple[str, dict[str, str], list[Activity]]]:
    """A caption, its values and the activities of each phase; then those without a phase."""
    ids = {phase.id for phase in known.phases if phase.id}
    for phase in known.phases:
        mine = [one for one in known.activities if phase.id and one.phase == phase.id]
        yield N_("Activities in the phase “{phase}”"), {"phase": phase.name or phase.id}, mine
    others = [one for one in known.activities if one.phase not in ids]
    all_of_them = len(others) == len(known.activities)
    yield N_("Activities") if all_of_them else N_("Other activities"), {}, others


def _activities(
    title: str,
    values: dict[str, str],
    activities: Sequence[Activity],
    known: Plan,
    covenant: Covenant,
    voice: Voice,
) -> list[Node]:
    names = {one.id: one.text for one in known.activities if one.id}
    names |= {one.id: one.text for one in known.go_no_go if one.id}
    rows = [
        Row(
            one.id,
            text(one.text),
            [
                remark_of(
                    voice,
                    N_("After"),
                    joined([mention(id, names[id]) for id in one.after if id in names], "; "),
                )
            ],
            [
                lines(
                    [
                        text(who_line(covenant, one.owner)),
                        remark(voice, N_("With"), who_all(covenant, voice, one.partners)),
                    ]
                ),
                cell(span_of_time(voice, one.start, one.end)),
            ],
        )
        for one in activities
    ]
    columns = [(N_("Activity"), 0.46), (N_("Who"), 0.28), (N_("When"), 0.26)]
    return register(voice, title, columns, rows, values=values)


def _decisions(known: Plan, covenant: Covenant, voice: Voice) -> list[Node]:
    rows = [
        Row(
            one.id,
            text(one.text),
            (),
            [cell(voice.date(one.date)), cell(who_line(covenant, one.by))],
        )
        for one in known.go_no_go
    ]
    columns = [(N_("Decision"), 0.50), (N_("When"), 0.22), (N_("Decided by"), 0.28)]
    return register(voice, N_("Moments to decide whether to go on"), columns, rows)
