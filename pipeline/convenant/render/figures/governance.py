"""The organogram: bodies, who sits in them, and to whom they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.programme import Body
from convenant.render.blocks.label import BODY_KIND, DECISION_RULE, spoken
from convenant.render.figures.wording import short, short_name
from convenant.render.words import capital

_RULE_NAME = 24
"""Letters of a decision rule that fit; what explains it in brackets stands in the table."""


def governance(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """The bodies as a tree; nothing before there are two."""
    known = covenant.programme.governance
    if known is None or len(known.bodies) < 2:
        return []
    parents = _parents(known.bodies)
    order = list(_down(None, parents, 0))
    number = {index: place for place, (index, _) in enumerate(order)}
    across, leaves = _across(order, parents)
    data = {
        "leaves": leaves,
        "bodies": [
            {
                **_face(known.bodies[index], covenant, voice),
                "depth": depth,
                "x": across[index],
                "top": depth == 0,
                "parent": None if (above := parents[index]) is None else number[above],
            }
            for index, depth in order
        ],
    }
    said = [
        voice.say(
            N_("{body} reports to {above}"),
            body=_name(known.bodies[index]),
            above=_name(known.bodies[above]),
        )
        for index, above in enumerate(parents)
        if above is not None
    ]
    alternative = voice.say(
        N_("An organogram of {count} bodies: {bodies}. {lines}"),
        count=len(known.bodies),
        bodies=voice.enumerate([_name(body) for body in known.bodies]),
        lines="; ".join(said) + "." if said else "",
    ).strip()
    title = voice.say(N_("Who steers, who carries out and who advises"))
    return [Drawing("drawing-governance", "governance", data, title, alternative)]


def _parents(bodies: Sequence[Body]) -> list[int | None]:
    """For each body the index of the one above it; a circle is cut where it closes."""
    index = {body.id: number for number, body in enumerate(bodies) if body.id}
    parents = [index.get(body.reports_to) for body in bodies]
    for start in range(len(bodies)):
        seen, here = {start}, parents[start]
        while here is not None:
            if here in seen:
                parents[start] = None
                break
            seen.add(here)
            here = parents[here]
    return parents


def _down(
    above: int | None, parents: Sequence[int | None], depth: int
) -> Iterator[tuple[int, int]]:
    """Each body and its depth, a body before those that report to it."""
    for index, parent in enumerate(parents):
        if parent == above:
            yield index, depth
            yield from _down(index, parents, depth + 1)


def _across(
    order: Sequence[tuple[int, int]], parents: Sequence[int | None]
) -> tuple[dict[int, float], int]:
    """Where each body stands from left to right, in columns, and how many columns there are."""
    across: dict[int, float] = {}
    leaves = 0
    for index, _ in order:
        if index not in parents:
            across[index] = leaves
            leaves += 1
    for index, _ in reversed(order):
        if index not in across:
            below = [across[child] for child, parent in enumerate(parents) if parent == index]
            across[index] = (min(below) + max(below)) / 2
    return across, leaves


def _face(body: Body, covenant: Covenant, voice: Voice) -> dict[str, Any]:
    rule = spoken(voice, DECISION_RULE, body.decides).partition(" (")[0]
    facts = [
        (voice.say(N_("Decides by")), rule[:_RULE_NAME]),
        (voice.say(N_("Meets")), short(body.meets, 60)),
    ]
    parties = dict.fromkeys(short_name(covenant, one.party) for one in body.members if one.party)
    chairs = {short_name(covenant, one.party) for one in body.members if one.chair}
    chair = voice.say(N_("chair"))
    return {
        "name": short(_name(body), 60),
        "kind": capital(spoken(voice, BODY_KIND, body.kind)) if body.kind else "",
        "facts": [[label, said] for label, said in facts if said],
        "members": [f"{one} ({chair})" if one in chairs else one for one in parties],
    }


def _name(body: Body) -> str:
    return body.name or body.id
