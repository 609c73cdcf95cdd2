"""The edition for one party: what it brings, does and may expect, and when."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, plain
from convenant.model.covenant import Covenant
from convenant.model.partnership import Commitment
from convenant.model.party import Party
from convenant.render.blocks import build_block
from convenant.render.blocks.contribution import contribution_row
from convenant.render.blocks.name import who_all, who_line
from convenant.render.blocks.partnership import nature_of, when_due
from convenant.render.blocks.register import Row, register
from convenant.render.editions.brief import part, uncaptioned
from convenant.render.words import capital, cell, lines, remark, text


def party_blocks(covenant: Covenant, party: Party, voice: Voice) -> list[Node]:
    """The blocks of the full text, over the data of this party."""
    id = party.id
    known = covenant.partnership
    mine = [one for one in known.commitments if one.by == id]
    shared = [one for one in known.commitments if id in one.partners and one.by != id]
    owed = [one for one in known.commitments if id in one.towards and one.by != id]
    owed = [one for one in owed if one not in shared]
    parts = [
        (N_("What we contribute"), contributions_of(covenant, id, voice)),
        (N_("What we get out of it"), _benefits(covenant, id)),
        (N_("What we do"), _commitments(mine, covenant, voice, alone=True)),
        (N_("What we do with others"), _commitments(shared, covenant, voice)),
        (N_("What others owe us"), _commitments(owed, covenant, voice)),
        (N_("Our dates"), _dates(covenant, id, voice)),
        (N_("Our role and mandate"), _roles(covenant, id, voice)),
        (N_("Where we have a seat"), _seats(covenant, id, voice)),
    ]
    return [block for title, blocks in parts for block in part(title, uncaptioned(blocks), voice)]


def contributions_of(covenant: Covenant, id: str, voice: Voice) -> list[Node]:
    """What a party contributes, as a table of its own."""
    rows = []
    for one in covenant.partnership.contributions:
        if one.party == id:
            what, extent, period = contribution_row(one, covenant, voice).cells
            rows.append(Row("", what[0]["c"], (), [extent, period]))
    columns = [(N_("Contribution"), 0.54), (N_("Extent"), 0.22), (N_("Period"), 0.24)]
    return register(voice, N_("Contributions"), columns, rows)


def _benefits(covenant: Covenant, id: str) -> list[Node]:
    items = [[plain(text(one.text))] for one in covenant.partnership.benefits if one.party == id]
    return [bullets(items)] if items else []


def _commitments(
    some: Sequence[Commitment], covenant: Covenant, voice: Voice, *, alone: bool = False
) -> list[Node]:
    """A register without goals and without who it is owed to; `alone` without who leads."""
    rows = [
        Row(
            one.id,
            text(one.text),
            [
                [] if alone else remark(voice, N_("Lead"), who_line(covenant, one.by)),
                remark(voice, N_("With"), who_all(covenant, voice, one.partners)),
                remark(voice, N_("Condition"), one.condition),
            ],
            [lines(when_due(one, voice)), lines(nature_of(one, voice))],
        )
        for one in some
    ]
    columns = [(N_("Does what"), 0.62), (N_("When"), 0.20), (N_("Nature"), 0.18)]
    return register(voice, N_("Commitments"), columns, rows)


def _dates(covenant: Covenant, id: str, voice: Voice) -> list[Node]:
    """The milestones of this party and the start of its activities, by date."""
    plan = covenant.programme.plan
    dated = [
        *((one.date, one.text) for one in covenant.visualisation.roadmap if one.owner == id),
        *((one.start, one.text) for one in (plan.activities if plan else ()) if one.owner == id),
    ]
    rows = [
        Row("", text(voice.date(date)), (), [cell(said)])
        for date, said in sorted(pair for pair in dated if pair[0])
    ]
    columns = [(N_("When"), 0.24), (N_("Milestone, or start of an activity"), 0.76)]
    return register(voice, N_("Milestones"), columns, rows)


def _roles(covenant: Covenant, id: str, voice: Voice) -> list[Node]:
    known = covenant.partnership
    own = replace(known, roles=tuple(one for one in known.roles if one.party == id))
    return build_block("roles", replace(covenant, partnership=own), voice)


def _seats(covenant: Covenant, id: str, voice: Voice) -> list[Node]:
    bodies = covenant.programme.governance.bodies if covenant.programme.governance else ()
    rows = [
        Row("", text(body.name or body.id), (), [cell(capital(member.function))])
        for body in bodies
        for member in body.members
        if member.party == id
    ]
    columns = [(N_("Body"), 0.40), (N_("Function"), 0.60)]
    return register(voice, N_("Seats"), columns, rows)
