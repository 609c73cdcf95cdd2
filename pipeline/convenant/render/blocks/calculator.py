"""§4: the effects calculator, two timelines side by side and what they cost whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from convenant.locale import N_, Voice
from convenant.model.ast import Cell, Node, attr, bullets, para, plain, table
from convenant.model.covenant import Covenant
from convenant.model.effects import CalculatorSummary, Case, EffectsCalculator, Scenario, Support
from convenant.model.sums import amounts_total
from convenant.render.blocks.label import LIFE_EFFECT, spoken
from convenant.render.blocks.ledger import money_format
from convenant.render.blocks.name import party_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    anchored,
    caption,
    cell,
    head,
    lines,
    remark,
    text,
    total,
)

_WITH = N_("With the approach")
_WITHOUT = N_("Without the approach")


def effects_calculator(covenant: Covenant, voice: Voice) -> list[Node]:
    """Each invented case with and without the approach, then the totals per payer."""
    known = covenant.programme.effects_calculator
    if known is None or not (known.cases or known.summary):
        return []
    blocks = _prices(known, voice)
    for number, case in enumerate(known.cases, 1):
        blocks += _case(case, str(number), covenant, voice)
    return blocks + (_summary(known.summary, covenant, voice) if known.summary else [])


def _prices(known: EffectsCalculator, voice: Voice) -> list[Node]:
    if known.price_list is None or not known.price_list.name:
        return []
    year = f" ({known.price_list.year})" if known.price_list.year else ""
    return [para(remark(voice, N_("Price list"), f"{known.price_list.name}{year}"))]


def _case(case: Case, number: str, covenant: Covenant, voice: Voice) -> list[Node]:
    name = voice.say(N_("Case {number}."), number=number)
    blocks = [para([*anchored(case.id, text(name)), {"t": "Space"}, *text(case.persona)])]
    blocks += _timeline(case, number, voice)
    for title, scenario in (
        (N_("Case {number}: support with the approach"), case.intervention),
        (N_("Case {number}: support without the approach"), case.reference),
    ):
        if scenario and scenario.support:
            blocks.append(_support(title, number, scenario.support, covenant, voice))
    return blocks


def _timeline(case: Case, number: str, voice: Voice) -> list[Node]:
    """What happens month by month, both scenarios next to each other."""
    sides = (case.intervention, case.reference)
    months = sorted({event.month for side in sides if side for event in side.events})
    if not months:
        return []
    rows = [
        [
            cell(str(month) if month else ""),
            *(_events(side, month, voice) for side in sides),
        ]
        for month in months
    ]
    return [
        table(
            head(voice, N_("Month"), _WITH, _WITHOUT),
            rows,
            attributes=attr(),
            caption=caption(voice, N_("Case {number}: two timelines"), number=number),
            widths=(0.12, 0.44, 0.44),
            row_headers=1,
        )
    ]


def _events(side: Scenario | None, month: int, voice: Voice) -> Cell:
    said = []
    for event in side.events if side else ():
        if event.month == month:
            effect = spoken(voice, LIFE_EFFECT, event.effect)
            said.append(text(f"{event.text} ({effect})" if effect else event.text))
    return lines(said)


def _support(
    title: str, number: str, support: Sequence[Support], covenant: Covenant, voice: Voice
) -> Node:
    costs = [_cost(one) for one in support]
    money = money_format(voice, [*costs, *(one.price for one in support)])
    rows = [
        [
            cell(one.activity),
            cell("" if one.quantity is None else voice.number(one.quantity)),
            cell(_price(one, money, voice)),
            cell(party_line(covenant, one.payer)),
            cell("" if cost is None else money(cost)),
        ]
        for one, cost in zip(support, costs, strict=True)
    ]
    everything = amounts_total(costs)
    sum_row = [
        total(voice.say(N_("Total"))),
        [],
        [],
        [],
        total("" if everything is None else money(everything)),
    ]
    return table(
        head(voice, N_("Support"), N_("Quantity"), N_("Price"), N_("Paid by"), N_("Costs")),
        rows,
        attributes=attr(),
        caption=caption(voice, title, number=number),
        widths=(0.32, 0.10, 0.22, 0.20, 0.16),
        right=(1, 4),
        foot=[sum_row],
        row_headers=1,
    )


def _cost(one: Support) -> Decimal | None:
    return None if one.quantity is None or one.price is None else one.quantity * one.price


def _price(one: Support, money: Callable[[Decimal], str], voice: Voice) -> str:
    """`€ 44 per visit`; the unit alone where the price is not known."""
    if one.price is None:
        return one.unit
    if not one.unit:
        return money(one.price)
    return voice.say(N_("{price} per {unit}"), price=money(one.price), unit=one.unit)


def _summary(known: CalculatorSummary, covenant: Covenant, voice: Voice) -> list[Node]:
    """The totals as the data give them; without one, it is counted from the payers."""
    payers = known.per_payer
    both = (
        known.intervention
        if known.intervention is not None or not payers
        else amounts_total(one.intervention for one in payers),
        known.reference
        if known.reference is not None or not payers
        else amounts_total(one.reference for one in payers),
    )
    amounts = [*both, *(one.intervention for one in payers), *(one.reference for one in payers)]
    money = money_format(voice, amounts)
    rows = [
        Row(
            "",
            text(party_line(covenant, one.payer)),
            (),
            [cell(said) for said in _compared(one.intervention, one.reference, money)],
        )
        for one in payers
    ]
    columns = [
        (N_("Payer"), 0.34),
        (_WITH, 0.22),
        (_WITHOUT, 0.22),
        (N_("Difference (with minus without)"), 0.22),
    ]
    foot = [[total(voice.say(N_("Total"))), *map(total, _compared(*both, money))]]
    blocks = register(
        voice, N_("What each payer spends, all cases"), columns, rows, right=(1, 2, 3), foot=foot
    )
    blocks += _outcome(*both, money, voice)
    if known.assumptions:
        blocks.append(para(text(voice.say(N_("Assumptions:")))))
        blocks.append(bullets([plain(text(one))] for one in known.assumptions if one.strip()))
    return blocks


def _compared(
    intervention: Decimal | None, reference: Decimal | None, money: Callable[[Decimal], str]
) -> list[str]:
    """Both amounts and their difference; empty where one is missing."""
    return [
        "" if intervention is None else money(intervention),
        "" if reference is None else money(reference),
        money(intervention - reference)
        if intervention is not None and reference is not None
        else "",
    ]


def _outcome(
    intervention: Decimal | None,
    reference: Decimal | None,
    money: Callable[[Decimal], str],
    voice: Voice,
) -> list[Node]:
    """One sentence that claims no more than the sums do."""
    if intervention is None or reference is None:
        return []
    amount = money(abs(intervention - reference))
    if intervention < reference:
        said = voice.say(
            N_("In this calculation the approach costs {amount} less than going without it."),
            amount=amount,
        )
    elif intervention > reference:
        said = voice.say(
            N_("In this calculation the approach costs {amount} more than going without it."),
            amount=amount,
        )
    else:
        said = voice.say(N_("In this calculation the approach costs as much as going without it."))
    caution = voice.say(N_("It rests on assumptions about invented people and is no forecast."))
    return [para(text(f"{said} {caution}"))]
