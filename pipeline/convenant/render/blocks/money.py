"""§4: the budget and where its money comes from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from convenant.locale import N_, Voice
from convenant.model.ast import Node, para
from convenant.model.covenant import Covenant
from convenant.model.programme import Budget, Funding
from convenant.model.sums import amounts_total
from convenant.render.blocks.label import FUNDING_STATUS, VAT, spoken
from convenant.render.blocks.ledger import TOTAL, Line, Sum, ledger
from convenant.render.blocks.name import party_line
from convenant.render.words import DASH, capital, labelled, paragraphs, text

_OF_WHICH = {
    "secured": N_("of which secured"),
    "requested": N_("of which requested"),
    "expected": N_("of which expected"),
    "": N_("of which still open"),
}


def budget(covenant: Covenant, voice: Voice) -> list[Node]:
    """The costs per year, and what happens with a shortfall or a surplus."""
    known = covenant.programme.budget
    if known is None:
        return []
    lines = [Line(cost.id, cost.text, cost.year, cost.amount) for cost in known.costs]
    return [
        *(_vat(known, voice) if lines else []),
        *ledger(voice, N_("Budget"), N_("Item"), lines),
        *labelled(
            voice,
            [
                (N_("In case of a shortfall"), paragraphs(known.shortfall)),
                (N_("In case of a surplus"), paragraphs(known.surplus)),
            ],
        ),
    ]


def funding(covenant: Covenant, voice: Voice) -> list[Node]:
    """Where the money comes from per year, how certain that is, and what it leaves of the costs."""
    known = covenant.programme.budget
    if known is None:
        return []
    lines = [
        Line(
            one.id,
            _source(one, covenant),
            one.year,
            one.amount,
            one.status,
            _origin(one, covenant, voice),
        )
        for one in known.funding
    ]
    sums = [TOTAL, *_per_status(lines), *_balance(known)]
    return ledger(
        voice,
        N_("Funding"),
        N_("Source of funding"),
        lines,
        sums=sums,
        details=lambda some: _details(some, voice),
        years=[cost.year for cost in known.costs],
    )


def _vat(known: Budget, voice: Voice) -> list[Node]:
    vat = spoken(voice, VAT, known.vat)
    return [para(text(voice.say(N_("Amounts in euro, {vat}."), vat=vat)))] if vat else []


def _source(one: Funding, covenant: Covenant) -> str:
    return ": ".join(part for part in (party_line(covenant, one.party), one.text) if part.strip())


def _origin(one: Funding, covenant: Covenant, voice: Voice) -> str:
    """Which contribution the money is; nothing where the line already has its words."""
    said = {
        known.id: known.text or known.id for known in covenant.partnership.contributions if known.id
    }.get(one.contribution, one.contribution)
    if not said or said.casefold() in one.text.casefold():
        return ""
    return voice.say(N_("from the contribution “{contribution}”"), contribution=said.rstrip("."))


def _per_status(lines: Sequence[Line]) -> list[Sum]:
    """A row for each status, where there is more than one."""
    found = {line.status for line in lines}
    known = [status for status in _OF_WHICH if status in found]
    if len(found) < 2 or len(known) < len(found):
        return []
    return [Sum(_OF_WHICH[status], partial(_with, status)) for status in known]


def _with(status: str, lines: Sequence[Line], _years: Sequence[int]) -> Decimal | None:
    return amounts_total(line.amount for line in lines if line.status == status)


def _balance(known: Budget) -> list[Sum]:
    """Funding minus costs, where there are costs."""

    def left(lines: Sequence[Line], years: Sequence[int]) -> Decimal | None:
        funded = amounts_total(line.amount for line in lines)
        spent = amounts_total(cost.amount for cost in known.costs if cost.year in years)
        return None if funded is None or spent is None else funded - spent

    return [Sum(N_("Funding minus costs"), left)] if known.costs else []


def _details(lines: Sequence[Line], voice: Voice) -> str:
    """How certain the money is, and which contributions it is."""
    origins = dict.fromkeys(line.origin for line in lines if line.origin)
    return capital("; ".join(fact for fact in (_statuses(lines, voice), *origins) if fact))


def _statuses(lines: Sequence[Line], voice: Voice) -> str:
    """`Requested`, or `2027: requested; 2028: expected` where it differs per year."""
    by_status: dict[str, list[str]] = {}
    for line in lines:
        by_status.setdefault(line.status, []).append(str(line.year or DASH))
    if set(by_status) == {""}:
        return ""
    said = {status: spoken(voice, FUNDING_STATUS, status) or DASH for status in by_status}
    if len(said) == 1:
        return capital(*said.values())
    return "; ".join(
        f"{voice.enumerate(years)}: {said[status]}" for status, years in by_status.items()
    )
