"""What each party brings and gets, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.partnership import Contribution
from convenant.model.sums import MONEY, hours_total, is_in_hours, money_total, valued_total
from convenant.render.figures.wording import short, short_name

_KINDS = {
    "money": N_("Money"),
    "staff": N_("Staff and volunteers"),
    "product_service": N_("Products and services"),
    "facility": N_("Facilities"),
}
"""The four kinds in which a party can contribute, with the title of their column."""


def contributions(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """A row for each party that brings or gets something; nothing before there are two."""
    known = covenant.partnership
    bringing = [one.party for one in known.contributions]
    ids = dict.fromkeys([*bringing, *(one.party for one in known.benefits)])
    order = {party.id: number for number, party in enumerate(covenant.cover.parties)}
    parties = sorted(ids, key=lambda id: order.get(id, len(order)))
    kinds = [kind for kind in _KINDS if any(one.kind == kind for one in known.contributions)]
    if len(parties) < 2 or not kinds:
        return []
    sums = {
        (party, kind): _sum(
            [one for one in known.contributions if (one.party, one.kind) == (party, kind)],
            kind,
            covenant,
            voice,
        )
        for party in parties
        for kind in kinds
    }
    most = {
        kind: max((found[0] or 0 for (_, of), found in sums.items() if found and of == kind))
        for kind in kinds
    }
    data = {
        "kinds": [voice.say(_KINDS[kind]) for kind in kinds],
        "brings": voice.say(N_("Brings")),
        "gets": voice.say(N_("Gets")) if known.benefits else "",
        "unvalued": voice.say(N_("not counted or valued"))
        if any(found and found[0] is None for found in sums.values())
        else "",
        "rows": [
            {
                "name": short_name(covenant, party),
                "cells": [_cell(sums[party, kind], most[kind]) for kind in kinds],
                "gets": [short(one.text, 200) for one in known.benefits if one.party == party],
            }
            for party in parties
        ],
    }
    alternative = voice.say(
        N_(
            "A matrix of {count} parties: what each of them brings in {kinds}, with a bar for its "
            "extent, and what it gets. The tables of contributions and benefits have all of it."
        ),
        count=len(parties),
        kinds=voice.enumerate([voice.say(_KINDS[kind]).lower() for kind in kinds]),
    )
    title = voice.say(N_("What each party brings and gets, over the whole term"))
    return [Drawing("drawing-contributions", "contributions", data, title, alternative)]


def _sum(
    some: Sequence[Contribution], kind: str, covenant: Covenant, voice: Voice
) -> tuple[Decimal | None, str] | None:
    """What a party brings of one kind as an extent and in words; without an extent as a number."""
    if not some:
        return None
    if kind == MONEY:
        total = money_total(some, covenant)
    elif kind == "staff":
        total = hours_total(some, covenant) if all(map(is_in_hours, some)) else None
    else:
        total = valued_total(some, [kind], covenant)
    if total is None:
        return None, voice.plural("{count} contribution", "{count} contributions", len(some))
    if kind == "staff":
        return total, voice.say(N_("{hours} hours"), hours=voice.number(total))
    return total, voice.money(total)


def _cell(found: tuple[Decimal | None, str] | None, most: Decimal | int) -> dict[str, Any] | None:
    if found is None:
        return None
    total, label = found
    share = None if total is None else float(round(total / most, 4)) if most else 0.0
    return {"label": label, "share": share}
