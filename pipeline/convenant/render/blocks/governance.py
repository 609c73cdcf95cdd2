"""§4: who steers, who follows, who evaluates, who speaks, and what may go wrong."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, numbered, plain, strong
from convenant.model.covenant import Covenant
from convenant.model.programme import Body, Member
from convenant.render.blocks.label import BODY_KIND, DECISION_RULE, FREQUENCY, RISK_LEVEL, spoken
from convenant.render.blocks.name import goal_links, party_line, who, who_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    DASH,
    aside,
    capital,
    cell,
    labelled,
    lines,
    listed,
    paragraphs,
    remark,
    remark_of,
    text,
)


def governance(covenant: Covenant, voice: Voice) -> list[Node]:
    """The bodies, and what happens when they cannot agree."""
    known = covenant.programme.governance
    if known is None:
        return []
    rows = [_body(body, covenant, voice) for body in known.bodies]
    columns = [
        (N_("Body and task"), 0.34),
        (N_("Members"), 0.32),
        (N_("Meets and decides"), 0.34),
    ]
    steps = [[plain(text(step))] for step in known.escalation if step.strip()]
    return [
        *register(voice, N_("Consultation structure"), columns, rows),
        *labelled(
            voice,
            [
                (N_("When a body cannot agree"), paragraphs(known.deadlock)),
                (N_("Escalation"), [numbered(steps)] if steps else []),
            ],
        ),
    ]


def monitoring(covenant: Covenant, voice: Voice) -> list[Node]:
    """What is followed, by whom and for whom."""
    rows = [
        Row(
            one.id,
            text(one.what),
            [
                remark_of(
                    voice, N_("For goal"), goal_links(covenant, [one.goal] if one.goal else [])
                )
            ],
            [
                cell(who_line(covenant, one.by)),
                cell(capital(spoken(voice, FREQUENCY, one.frequency))),
                cell(who_line(covenant, one.reported_to)),
            ],
        )
        for one in covenant.programme.monitoring
    ]
    columns = [
        (N_("What we follow"), 0.40),
        (N_("Measured by whom"), 0.22),
        (N_("How often"), 0.16),
        (N_("Report to"), 0.22),
    ]
    return register(voice, N_("Monitoring"), columns, rows)


def evaluation(covenant: Covenant, voice: Voice) -> list[Node]:
    """Who evaluates, when, and what follows."""
    rows = [
        Row(
            one.id,
            text(one.what),
            (),
            [cell(who_line(covenant, one.by)), cell(voice.date(one.due)), cell(one.follow_up)],
        )
        for one in covenant.programme.evaluation
    ]
    columns = [
        (N_("Evaluation"), 0.29),
        (N_("By whom"), 0.21),
        (N_("When"), 0.16),
        (N_("Follow-up"), 0.34),
    ]
    return register(voice, N_("Evaluations"), columns, rows)


def communication(covenant: Covenant, voice: Voice) -> list[Node]:
    """Who speaks, and how names and logos are used."""
    known = covenant.programme.communication
    if known is None:
        return []
    channels = [[plain(text(one))] for one in known.channels if one.strip()]
    return labelled(
        voice,
        [
            (N_("Spokesperson"), paragraphs(known.spokesperson)),
            (N_("Press"), paragraphs(known.press)),
            (N_("Names and logos"), paragraphs(known.logos)),
            (N_("Channels"), [bullets(channels)] if channels else []),
        ],
    )


def risks(covenant: Covenant, voice: Voice) -> list[Node]:
    """What may go wrong and what is done about it."""
    rows = [
        Row(
            risk.id,
            text(risk.text),
            (),
            [
                cell(capital(spoken(voice, RISK_LEVEL, risk.chance))),
                cell(capital(spoken(voice, RISK_LEVEL, risk.impact))),
                lines(
                    [
                        text(risk.measure),
                        remark(voice, N_("Who"), who(covenant, risk.owner)),
                    ]
                ),
            ],
        )
        for risk in covenant.programme.risks
    ]
    columns = [
        (N_("Risk"), 0.33),
        (N_("Chance"), 0.13),
        (N_("Impact"), 0.13),
        (N_("Measure"), 0.41),
    ]
    return register(voice, N_("Risks"), columns, rows)


def _body(body: Body, covenant: Covenant, voice: Voice) -> Row:
    decides = spoken(voice, DECISION_RULE, body.decides)
    kind = spoken(voice, BODY_KIND, body.kind)
    return Row(
        body.id,
        [strong(text(capital(body.name or kind or body.id or DASH)))],
        [text("" if kind.casefold() in body.name.casefold() else capital(kind)), text(body.task)],
        [
            listed([_member(member, covenant, voice) for member in body.members]),
            lines(
                [
                    remark(voice, N_("Meets"), body.meets),
                    remark(voice, N_("Decides by"), decides),
                    remark(voice, N_("Quorum"), body.quorum),
                    remark(voice, N_("Reports to"), who(covenant, body.reports_to)),
                ]
            ),
        ],
    )


def _member(member: Member, covenant: Covenant, voice: Voice) -> list[Node]:
    seat = ", ".join(fact for fact in (party_line(covenant, member.party), member.function) if fact)
    chair = voice.say(N_("chair"))
    says_so = chair.casefold() in member.function.casefold()
    return text(capital(aside(seat, chair) if member.chair and not says_so else seat))
