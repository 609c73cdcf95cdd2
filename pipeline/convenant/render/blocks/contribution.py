"""§2: what each party brings in, and what that comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.ast import Node, para
from convenant.model.covenant import Covenant
from convenant.model.partnership import Contribution
from convenant.model.sums import (
    MONEY,
    VALUED_KINDS,
    hours_total,
    is_in_hours,
    money_total,
    valued_total,
)
from convenant.render.blocks.label import (
    BASIS,
    CONTRIBUTION_KIND,
    FREQUENCY,
    VAT,
    per_term,
    spoken,
)
from convenant.render.blocks.name import party_line, span_of_time
from convenant.render.blocks.register import Row, register
from convenant.render.words import capital, cell, lines, remark, text, total

_HOW_COUNTED = N_(
    "Money, hours and the value of other contributions are not added together. "
    "Hours and values that run for part of a year count in proportion to its whole months."
)
_KIND_TITLE = {
    "staff": N_("Staff and volunteers (value)"),
    "product_service": N_("Products and services (value)"),
    "facility": N_("Facilities (value)"),
}


def contributions(covenant: Covenant, voice: Voice) -> list[Node]:
    """Every contribution, party by party, and their sums per party."""
    columns = [
        (N_("Party"), 0.19),
        (N_("Contribution"), 0.42),
        (N_("Extent"), 0.21),
        (N_("Period"), 0.18),
    ]
    rows = [
        contribution_row(one, covenant, voice)
        for group in _by_party(covenant).values()
        for one in group
    ]
    return [
        *register(voice, N_("Contributions"), columns, rows),
        *contribution_sums(covenant, voice),
    ]


def contribution_row(one: Contribution, covenant: Covenant, voice: Voice) -> Row:
    """A party, what it contributes, the extent and the period."""
    extent = _extent(one, voice)
    if one.valuation is not None:
        value = per_term(voice, voice.money(one.valuation), one.frequency)
        extent.append(text(voice.say(N_("value {amount}"), amount=value)))
    facts = [
        spoken(voice, CONTRIBUTION_KIND, one.kind),
        spoken(voice, BASIS, one.basis),
        spoken(voice, VAT, one.vat),
    ]
    what = [
        text(one.text),
        text(capital("; ".join(fact for fact in facts if fact))),
        remark(voice, N_("Indexation"), one.indexation),
        remark(voice, N_("Condition"), one.condition),
    ]
    period = one.period
    when = span_of_time(voice, period.start, period.end) if period else ""
    name = text(party_line(covenant, one.party))
    return Row(one.id, name, (), [lines(what), lines(extent), cell(when)])


def _extent(one: Contribution, voice: Voice) -> list[list[Node]]:
    """The amount and the quantity, each on a line of its own; the unit alone while it is open."""
    amount = "" if one.amount is None else voice.money(one.amount)
    quantity = "" if one.quantity is None else voice.number(one.quantity)
    told = [known for known in (amount, f"{quantity} {one.unit}".strip()) if known]
    if not told and one.frequency:
        return [text(capital(spoken(voice, FREQUENCY, one.frequency)))]
    return [text(per_term(voice, known, one.frequency)) for known in told]


def _by_party(covenant: Covenant) -> dict[str, list[Contribution]]:
    """Contributions per party, in the order in which the data name the parties."""
    groups: dict[str, list[Contribution]] = {}
    for one in covenant.partnership.contributions:
        groups.setdefault(one.party, []).append(one)
    return groups


class _Sum(Struct, frozen=True):
    """A column of the sums: which contributions belong in it, and what they come to."""

    title: str
    width: float
    belongs: Callable[[Contribution], bool]
    add: Callable[[Sequence[Contribution]], Decimal | None]
    show: Callable[[Decimal], str]

    def is_known(self, contributions: Sequence[Contribution]) -> bool:
        mine = [one for one in contributions if self.belongs(one)]
        return bool(mine) and self.add(mine) is not None

    def cell(self, contributions: Sequence[Contribution], voice: Voice) -> str:
        mine = [one for one in contributions if self.belongs(one)]
        if not mine:
            return ""
        amount = self.add(mine)
        return voice.say(N_("not known")) if amount is None else self.show(amount)


def contribution_sums(covenant: Covenant, voice: Voice) -> list[Node]:
    """Money, hours and valued kind per party, each in a column of its own."""
    everything = covenant.partnership.contributions
    kept = [one for one in _sum_columns(covenant, voice) if any(map(one.belongs, everything))]
    if not kept or len(everything) < 2:
        return []
    groups = _by_party(covenant)
    if not any(column.is_known(group) for column in kept for group in groups.values()):
        return []
    rows = [
        Row(
            "",
            text(party_line(covenant, party)),
            (),
            [cell(column.cell(group, voice)) for column in kept],
        )
        for party, group in groups.items()
    ]
    totals = [column.cell(everything, voice) for column in kept]
    room = 1 - sum(column.width for column in kept)
    return [
        *register(
            voice,
            N_("Contributions over the whole term, per party"),
            [(N_("Party"), room), *((column.title, column.width) for column in kept)],
            rows,
            right=range(1, len(kept) + 1),
            foot=[[total(voice.say(N_("Total"))), *map(total, totals)]] if len(groups) > 1 else (),
        ),
        para(text(voice.say(_HOW_COUNTED))),
    ]


def _sum_columns(covenant: Covenant, voice: Voice) -> list[_Sum]:
    return [
        _Sum(
            N_("Money"),
            0.17,
            lambda one: one.kind == MONEY,
            lambda some: money_total(some, covenant),
            voice.money,
        ),
        _Sum(
            N_("Hours"),
            0.13,
            is_in_hours,
            lambda some: hours_total(some, covenant),
            voice.number,
        ),
        *(
            _Sum(
                _KIND_TITLE[kind],
                0.17,
                partial(_is_of, kind),
                partial(_valued, kind, covenant),
                voice.money,
            )
            for kind in VALUED_KINDS
        ),
    ]


def _is_of(kind: str, contribution: Contribution) -> bool:
    return contribution.kind == kind


def _valued(kind: str, covenant: Covenant, contributions: Sequence[Contribution]) -> Decimal | None:
    return valued_total(contributions, [kind], covenant)
