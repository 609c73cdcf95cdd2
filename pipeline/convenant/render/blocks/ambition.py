"""§1: the challenge, the goals and what surrounds them."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, para, plain, strong
from convenant.model.covenant import Covenant
from convenant.render.blocks.name import citations, party_line, phase_name
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    cell,
    cell_of,
    labelled,
    paragraphs,
    remark,
    remark_of,
    text,
)


def challenge(covenant: Covenant, voice: Voice) -> list[Node]:
    """The shared ambition in one sentence, and the problem behind it.

    The sentence is left out where the prose prints it itself.
    """
    known = covenant.ambition.challenge
    printed = any(
        placeholder.path == "ambition.core"
        for prose in covenant.all_prose()
        for placeholder in prose.placeholders
    )
    items = [
        *_initiative(covenant, voice),
        (N_("What we strive for"), "" if printed else covenant.ambition.core),
    ]
    if known:
        items += [
            (N_("Challenge"), known.problem),
            (N_("For whom"), known.target_group),
            (N_("Area"), known.area),
            (N_("Why now"), known.urgency),
        ]
    return labelled(voice, [(label, paragraphs(content)) for label, content in items])


def _initiative(covenant: Covenant, voice: Voice) -> list[tuple[str, str]]:
    """What the covenant is about and where, as its first page of data says it."""
    known, place = covenant.cover.initiative, covenant.cover.place
    items = []
    if known:
        goals = voice.enumerate([str(number) for number in known.sdg])
        said = [part for part in (known.name, known.summary) if part.strip()]
        items += [
            (N_("Initiative"), "\n\n".join(said)),
            (N_("Sustainable Development Goals (United Nations)"), goals),
        ]
    if place:
        where = [part for part in (place.area, place.municipality) if part.strip()]
        items.append((N_("Place"), ", ".join(where)))
    return items


def horizon(covenant: Covenant, voice: Voice) -> list[Node]:
    """The picture of success, and its year."""
    known = covenant.ambition.horizon
    if known is None or not known.picture.strip():
        return []
    picture = paragraphs(known.picture)
    if not known.year:
        return picture
    year = text(voice.say(N_("The horizon: {year}"), year=str(known.year)))
    return [para([strong(year)]), *picture]


def goals(covenant: Covenant, voice: Voice) -> list[Node]:
    """The measurable goals."""
    rows = [
        Row(
            goal.id,
            text(goal.text),
            [
                remark(voice, N_("Measured by"), goal.indicator),
                remark(voice, N_("Phase"), phase_name(covenant, goal.phase)),
                remark_of(voice, N_("Source"), citations(covenant, goal.sources)),
            ],
            [cell(goal.baseline), cell(goal.target), cell(voice.date(goal.due))],
        )
        for goal in covenant.ambition.goals
    ]
    columns = [
        (N_("Goal and indicator"), 0.47),
        (N_("Baseline"), 0.17),
        (N_("Target"), 0.18),
        (N_("Reached by"), 0.18),
    ]
    return register(voice, N_("Goals"), columns, rows)


def touchpoints(covenant: Covenant, voice: Voice) -> list[Node]:
    """Where each party's own ambition meets the shared one."""
    rows = [
        Row(
            "",
            text(party_line(covenant, point.party)),
            (),
            [
                cell_of(
                    [
                        *text(point.own_ambition),
                        *_after_space(citations(covenant, [point.source])),
                    ]
                ),
                cell(point.touchpoint),
            ],
        )
        for point in covenant.ambition.touchpoints
    ]
    columns = [(N_("Party"), 0.22), (N_("Own ambition"), 0.39), (N_("Where they meet"), 0.39)]
    return register(voice, N_("Own ambitions and the shared one"), columns, rows)


def values(covenant: Covenant, voice: Voice) -> list[Node]:
    """What the parties hold dear, and how they will notice."""
    rows = [
        Row("", text(value.text), (), [cell(value.success_when)])
        for value in covenant.ambition.values
    ]
    columns = [(N_("Value"), 0.32), (N_("We live up to it when"), 0.68)]
    return register(voice, N_("Shared values"), columns, rows)


def out_of_scope(covenant: Covenant, voice: Voice) -> list[Node]:
    """What the covenant is not about."""
    items = [[plain(text(one))] for one in covenant.ambition.out_of_scope if one.strip()]
    return [para(text(voice.say(N_("Outside this covenant:")))), bullets(items)] if items else []


def third_party_interests(covenant: Covenant, voice: Voice) -> list[Node]:
    """The interests of others, and how they were weighed."""
    rows = [
        Row("", text(one.who), (), [cell(one.interest), cell(one.weighed)])
        for one in covenant.ambition.third_party_interests
    ]
    columns = [(N_("Who"), 0.24), (N_("Interest"), 0.30), (N_("How it was weighed"), 0.46)]
    return register(voice, N_("Interests of others"), columns, rows)


def statutes(covenant: Covenant, voice: Voice) -> list[Node]:
    """The laws that the covenant touches, and why it is a covenant."""
    rows = [Row("", text(one.law), (), [cell(one.relation)]) for one in covenant.ambition.statutes]
    columns = [(N_("Law"), 0.34), (N_("Relation to this covenant"), 0.66)]
    return [
        *register(voice, N_("Relation to laws"), columns, rows),
        *labelled(voice, [(N_("Why a covenant"), paragraphs(covenant.ambition.alternatives))]),
    ]


def _after_space(inlines: list[Node]) -> list[Node]:
    return [{"t": "Space"}, *inlines] if inlines else []
