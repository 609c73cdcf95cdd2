"""Rules on the budget: costs, funding and contributions tell one story, to the cent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.partnership import Contribution
from convenant.model.programme import Cost, Funding
from convenant.model.section import Section
from convenant.model.sums import MONEY, amounts_total, money_total


def costs_and_funding(inquiry: Inquiry) -> Iterator[Found]:
    """Costs and funding come to the same, in all and in each year."""
    budget = inquiry.covenant.programme.budget
    if budget is None or not (budget.costs and budget.funding):
        return
    costs, funding = _total(budget.costs), _total(budget.funding)
    if costs is None or funding is None:
        return
    if costs != funding:
        yield Found("budget-not-covered", budget.at, _compared(inquiry, costs, funding))
        return
    lines: tuple[Cost | Funding, ...] = (*budget.costs, *budget.funding)
    for year in sorted({line.year for line in lines if line.year}):
        costs = _total([line for line in budget.costs if line.year == year])
        funding = _total([line for line in budget.funding if line.year == year])
        if costs is not None and funding is not None and costs != funding:
            values = {"year": str(year), **_compared(inquiry, costs, funding)}
            yield Found("budget-year-not-covered", budget.at, values)


def funding_and_contributions(inquiry: Inquiry) -> Iterator[Found]:
    """What a party contributes in money is the money that the budget counts on."""
    budget = inquiry.covenant.programme.budget
    if budget is None:
        return
    known = {one.id: one for one in inquiry.covenant.partnership.contributions if one.id}
    lines: dict[str, list[Funding]] = {}
    for line in budget.funding:
        one = known.get(line.contribution)
        if one is not None:
            lines.setdefault(one.id, []).append(line)
            if line.party and one.party and line.party != one.party:
                values = {"line": line.id or line.text, "id": one.id, **_party(inquiry, one)}
                yield Found("budget-other-party", line.at, values)
        elif line.party and not line.contribution:
            name = inquiry.names.get(line.party, line.party)
            yield Found("budget-no-contribution", line.at, {"party": name})
    for one in known.values():
        if one.kind != MONEY or not lines:
            continue
        promised = money_total([one], inquiry.covenant)
        counted = amounts_total(line.amount for line in lines.get(one.id, ()))
        if promised is not None and counted is not None and promised != counted:
            values = {"id": one.id, **_party(inquiry, one)}
            values |= {"promised": inquiry.euro(promised), "counted": inquiry.euro(counted)}
            yield Found("budget-contribution-differs", one.at, values)


def shortfall(inquiry: Inquiry) -> Iterator[Found]:
    """Who bears a shortfall is somebody."""
    budget = inquiry.covenant.programme.budget
    if budget is None or not budget.shortfall or not inquiry.grown(Section.PROGRAMME):
        return
    if not any(name in budget.shortfall.lower() for name in _somebody(inquiry)):
        data = inquiry.covenant.data[Section.PROGRAMME]
        yield Found("budget-shortfall-nobody", data["budget"].place_of("shortfall"))


def _total(lines: Sequence[Cost | Funding]) -> Decimal | None:
    return amounts_total(line.amount for line in lines)


def _compared(inquiry: Inquiry, costs: Decimal, funding: Decimal) -> dict[str, str]:
    return {
        "costs": inquiry.euro(costs),
        "funding": inquiry.euro(funding),
        "difference": inquiry.euro(abs(costs - funding)),
    }


def _party(inquiry: Inquiry, one: Contribution) -> dict[str, str]:
    return {"party": inquiry.names.get(one.party, one.party)}


def _somebody(inquiry: Inquiry) -> Iterator[str]:
    """What a text may call who bears something, in small letters."""
    yield from ("partij", "parties", "party", "stuurgroep", "penvoerder", "each", "ieder")
    governance = inquiry.covenant.programme.governance
    yield from (
        body.name.lower() for body in (governance.bodies if governance else ()) if body.name
    )
    for party in inquiry.covenant.cover.parties:
        for name in (party.name, party.short):
            if name:
                yield name.lower().removeprefix("de ").removeprefix("the ")


LOOKS: Mapping[str, Look] = {
    "budget-not-covered": costs_and_funding,
    "budget-contribution-differs": funding_and_contributions,
    "budget-shortfall-nobody": shortfall,
}
