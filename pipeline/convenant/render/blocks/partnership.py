"""§2: what the parties get out of it, what they commit to, their roles and who may join."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, para, plain
from convenant.model.covenant import Covenant
from convenant.model.partnership import Commitment
from convenant.render.blocks.label import COMMITMENT_KIND, FREQUENCY, spoken
from convenant.render.blocks.name import goal_links, party_line, who_all, who_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    capital,
    cell,
    labelled,
    lines,
    paragraphs,
    remark,
    remark_of,
    text,
)


def benefits(covenant: Covenant, voice: Voice) -> list[Node]:
    """What each party gets out of the partnership; a party with more has a line for each."""
    grouped: dict[str, list[str]] = {}
    for benefit in covenant.partnership.benefits:
        grouped.setdefault(benefit.party, []).append(benefit.text)
    rows = [
        Row("", text(party_line(covenant, party)), (), [lines(map(text, texts))])
        for party, texts in grouped.items()
    ]
    columns = [(N_("Party"), 0.26), (N_("What it gains"), 0.74)]
    return register(voice, N_("Benefit per party"), columns, rows)


def commitments(covenant: Covenant, voice: Voice) -> list[Node]:
    """The register of commitments: who does what, when, and how binding it is."""
    rows = [
        Row(
            one.id,
            text(who_line(covenant, one.by)),
            [remark(voice, N_("With"), who_all(covenant, voice, one.partners))],
            [
                lines(_what(one, covenant, voice)),
                lines(when_due(one, voice)),
                lines(nature_of(one, voice)),
            ],
        )
        for one in covenant.partnership.commitments
    ]
    columns = [(N_("Who"), 0.22), (N_("Does what"), 0.44), (N_("When"), 0.16), (N_("Nature"), 0.18)]
    return register(voice, N_("Commitments"), columns, rows)


def accession(covenant: Covenant, voice: Voice) -> list[Node]:
    """Who may join later, and how."""
    known = covenant.partnership.accession
    if known is None:
        return []
    conditions = [[plain(text(one))] for one in known.conditions if one.strip()]
    decider = text(who_line(covenant, known.decided_by))
    return labelled(
        voice,
        [
            (N_("Who may join"), paragraphs(known.who)),
            (N_("How to join"), paragraphs(known.how)),
            (N_("Conditions"), [bullets(conditions)] if conditions else []),
            (N_("Decided by"), [para(decider)] if decider else []),
        ],
    )


def roles(covenant: Covenant, voice: Voice) -> list[Node]:
    """The role of each party and what it may decide alone."""
    rows = [
        Row("", text(party_line(covenant, one.party)), (), [cell(one.role), cell(one.mandate)])
        for one in covenant.partnership.roles
    ]
    columns = [(N_("Party"), 0.23), (N_("Role"), 0.24), (N_("Mandate"), 0.53)]
    return register(voice, N_("Roles and mandates"), columns, rows)


def _what(one: Commitment, covenant: Covenant, voice: Voice) -> list[list[Node]]:
    return [
        text(one.text),
        remark(voice, N_("Owed to"), who_all(covenant, voice, one.towards)),
        remark(voice, N_("Condition"), one.condition),
        remark_of(voice, N_("For goal"), goal_links(covenant, one.goals)),
    ]


def when_due(one: Commitment, voice: Voice) -> list[list[Node]]:
    """The date, and how often where it recurs."""
    often = capital(spoken(voice, FREQUENCY, one.frequency))
    return [text(voice.date(one.due)), text(often)]


def nature_of(one: Commitment, voice: Voice) -> list[list[Node]]:
    """Effort or result, and whether a court may enforce it."""
    kind = capital(spoken(voice, COMMITMENT_KIND, one.kind))
    if one.enforceable is None:
        return [text(kind)]
    enforceable = N_("enforceable") if one.enforceable else N_("not enforceable")
    return [text(kind), text(voice.say(enforceable))]
