"""The edition for administrators: one page."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, bullets, heading, para, plain, span, strong, words
from convenant.model.covenant import Covenant
from convenant.model.partnership import Commitment
from convenant.render.blocks.contribution import contribution_sums
from convenant.render.blocks.legal import duration
from convenant.render.blocks.name import who_all, who_line
from convenant.render.blocks.partnership import when_due
from convenant.render.blocks.provisions import binding_in_short
from convenant.render.blocks.register import Row, register
from convenant.render.blocks.visualisation import roadmap
from convenant.render.figures import illustrated, sketches
from convenant.render.words import cell, lines, text

_CAPTIONED = ("Table", "Figure")
_COMMITMENTS, _GOALS = 8, 5
"""Rows that one page has room for; the register has them all."""

_ROWS, _FEWEST = 17, 3
"""Of goals, parties and commitments together; many parties leave room for fewer commitments."""

_DRAWN, _SOONEST = 9, 5
"""Milestones that a figure shows in the height of a few rows, and those of a longer roadmap."""


def brief_blocks(covenant: Covenant, voice: Voice) -> list[Node]:
    """What, with whom and for how much, bound to what, and what is signed."""
    return [
        *part(N_("What it is about"), _about(covenant, voice), voice),
        *part(N_("With whom, and what each contributes"), _contributions(covenant, voice), voice),
        *part(N_("What we bind ourselves to"), _commitments(covenant, voice), voice),
        *part(N_("Milestones"), _when(covenant, voice), voice),
        *part(N_("What we sign"), _signing(covenant, voice), voice),
    ]


def part(title: str, blocks: list[Node], voice: Voice) -> list[Node]:
    """Blocks under a heading of their own; nothing when there are none."""
    if not blocks:
        return []
    return [heading(1, words(voice.say(title)), attr(classes=["section", "unnumbered"])), *blocks]


def told(said: str) -> Node:
    """A line that the program counts; the check of editions passes it by."""
    return para([span(text(said), attr(classes=["told"]))])


def _about(covenant: Covenant, voice: Voice) -> list[Node]:
    core = covenant.ambition.core.strip()
    rows = [
        Row(goal.id, text(goal.text), (), [cell(goal.target), cell(voice.date(goal.due))])
        for goal in covenant.ambition.goals[:_GOALS]
    ]
    columns = [(N_("Goal"), 0.62), (N_("Target"), 0.18), (N_("Reached by"), 0.20)]
    more = len(covenant.ambition.goals) - len(rows)
    return [
        *([para([strong(text(core))])] if core else []),
        *uncaptioned(register(voice, N_("Goals"), columns, rows)),
        *_more(more, voice),
    ]


def _contributions(covenant: Covenant, voice: Voice) -> list[Node]:
    """The sums per party; the parties alone where nothing can be added up yet."""
    if sums := contribution_sums(covenant, voice):
        return [one for one in uncaptioned(sums) if one["t"] == "Table"]
    names = [who_line(covenant, party.id) for party in covenant.cover.parties if party.signs]
    return [bullets([plain(text(name))] for name in names)] if names else []


def _commitments(covenant: Covenant, voice: Voice) -> list[Node]:
    """Those that a court may enforce first, then what is due soonest."""
    known = covenant.partnership.commitments
    order = sorted(known, key=lambda one: (not one.enforceable, not one.due, one.due))
    bound = [one for one in order if one.enforceable] or order
    taken = min(len(covenant.ambition.goals), _GOALS) + len(covenant.cover.parties)
    shown = bound[: min(max(_ROWS - taken, _FEWEST), _COMMITMENTS)]
    rows = [_row(one, covenant, voice) for one in shown]
    columns = [(N_("Who"), 0.24), (N_("Does what"), 0.58), (N_("When"), 0.18)]
    return [
        *uncaptioned(register(voice, N_("Commitments"), columns, rows)),
        *_more(len(known) - len(shown), voice),
    ]


def _row(one: Commitment, covenant: Covenant, voice: Voice) -> Row:
    who = [text(who_line(covenant, one.by))]
    return Row(
        one.id,
        who[0],
        [text(who_all(covenant, voice, one.partners))] if one.partners else [],
        [cell(one.text), lines(when_due(one, voice))],
    )


def _signing(covenant: Covenant, voice: Voice) -> list[Node]:
    return [*binding_in_short(covenant, voice), *duration(covenant, voice)]


def _when(covenant: Covenant, voice: Voice) -> list[Node]:
    """The roadmap as a figure; of a long one what comes soonest, since a page has room for that."""
    count = len(covenant.visualisation.roadmap)
    if count > _DRAWN:
        rows = uncaptioned(roadmap(covenant, voice, _SOONEST))
        return [*rows, *_more(count - _SOONEST, voice)]
    drawn = sketches(covenant, voice)
    marker = {"t": "Div", "c": [attr(classes=["generated", "roadmap"]), []]}
    return uncaptioned(illustrated([marker], drawn)[0]["c"][1]) if drawn["roadmap"] else []


def _more(count: int, voice: Voice) -> list[Node]:
    if count < 1:
        return []
    said = voice.plural("The full text has {count} more.", "The full text has {count} more.", count)
    return [told(said)]


def uncaptioned(blocks: list[Node]) -> list[Node]:
    """Tables and figures without their captions: on a sheet the heading says it."""
    return [
        {**one, "c": [one["c"][0], [None, []], *one["c"][2:]]} if one["t"] in _CAPTIONED else one
        for one in blocks
    ]
