"""Costs and funding as stacked bars, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.programme import Budget, Cost, Funding
from convenant.render.figures.wording import short, short_name
from convenant.render.words import capital

_PARTS = 7
"""Parts of a bar that can be told apart; smaller ones go together."""

_Amounts = dict[str, dict[int, Decimal]]


def budget(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """Two bars a year on one scale; nothing while an amount or a year is open."""
    known = covenant.programme.budget
    if known is None or not _is_complete(known):
        return []
    rest = voice.say(N_("Other"))
    sides = {
        voice.say(N_("Costs")): _grouped({}, known.costs, rest),
        voice.say(N_("Funding")): _grouped(_sources(known, covenant), known.funding, rest),
    }
    lines: tuple[Cost | Funding, ...] = (*known.costs, *known.funding)
    years = sorted({one.year for one in lines})
    totals = {
        (side, year): sum((part.get(year, Decimal(0)) for part in parts.values()), Decimal(0))
        for side, parts in sides.items()
        for year in years
    }
    most = max(totals.values())
    if most <= 0:
        return []
    data = {
        "years": [
            {
                "label": str(year),
                "bars": [
                    _bar(side, parts, year, most, first, voice)
                    for (side, parts), first in zip(sides.items(), _firsts(sides), strict=True)
                    if parts
                ],
            }
            for year in years
        ],
        "legends": [
            {"title": side, "parts": _legend(parts, first, voice)}
            for (side, parts), first in zip(sides.items(), _firsts(sides), strict=True)
            if parts
        ],
    }
    said = [
        voice.say(
            N_("{year}: costs {costs}, funding {funding}"),
            year=year,
            costs=voice.money(totals[next(iter(sides)), year]),
            funding=voice.money(totals[list(sides)[1], year]),
        )
        for year in years
    ]
    alternative = voice.say(
        N_(
            "Stacked bars of the costs and the funding of each year. {years}. The tables of the "
            "budget and the funding have all amounts."
        ),
        years="; ".join(said),
    )
    title = voice.say(N_("Costs and funding per year"))
    return [Drawing("drawing-budget", "budget", data, title, alternative)]


def _is_complete(known: Budget) -> bool:
    lines: tuple[Cost | Funding, ...] = (*known.costs, *known.funding)
    return bool(known.costs and known.funding) and all(
        one.year and one.amount is not None and one.amount >= 0 for one in lines
    )


def _sources(known: Budget, covenant: Covenant) -> Mapping[str, str]:
    """By funding line who pays: a party, or the source outside in its own words."""
    return {
        one.id: short_name(covenant, one.party) if one.party else capital(one.text)
        for one in known.funding
        if one.id
    }


def _grouped(names: Mapping[str, str], lines: Sequence[Cost | Funding], rest: str) -> _Amounts:
    """Amounts by name and year, the largest first; what is too much for a bar goes together."""
    found: _Amounts = {}
    for line in lines:
        name = names.get(line.id) or capital(line.text)
        mine = found.setdefault(name, {})
        mine[line.year] = mine.get(line.year, Decimal(0)) + (line.amount or Decimal(0))
    order = sorted(found, key=lambda name: -sum(found[name].values()))
    kept = order if len(order) <= _PARTS else order[: _PARTS - 1]
    result = {name: found[name] for name in kept}
    for name in order[len(kept) :]:
        mine = result.setdefault(rest, {})
        for year, amount in found[name].items():
            mine[year] = mine.get(year, Decimal(0)) + amount
    return result


def _firsts(sides: Mapping[str, _Amounts]) -> list[int]:
    """The number at which each side starts, so that every part has one of its own."""
    counts = [len(parts) for parts in sides.values()]
    return [1 + sum(counts[:n]) for n in range(len(counts))]


def _bar(
    side: str, parts: _Amounts, year: int, most: Decimal, first: int, voice: Voice
) -> dict[str, Any]:
    total = sum((part.get(year, Decimal(0)) for part in parts.values()), Decimal(0))
    return {
        "label": side,
        "total": voice.money(total),
        "parts": [
            {"mark": str(first + n), "tone": n, "share": float(round(amount / most, 5))}
            for n, part in enumerate(parts.values())
            if (amount := part.get(year, Decimal(0))) > 0
        ],
    }


def _legend(parts: _Amounts, first: int, voice: Voice) -> list[dict[str, Any]]:
    return [
        {
            "mark": str(first + n),
            "tone": n,
            "label": short(name, 60),
            "total": voice.money(sum(part.values(), Decimal(0))),
        }
        for n, (name, part) in enumerate(parts.items())
    ]
