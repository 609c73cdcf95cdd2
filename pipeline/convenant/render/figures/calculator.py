"""The effects calculator: the timelines of each case, and what each payer spends."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.effects import CalculatorSummary, Case, Scenario
from convenant.model.sums import amounts_total
from convenant.render.figures.wording import short, short_name

_WITH = N_("With the approach")
_WITHOUT = N_("Without the approach")


def calculator(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """A figure for each case that has events, and one for the payers."""
    known = covenant.programme.effects_calculator
    if known is None:
        return []
    drawings = [_case(case, number, voice) for number, case in enumerate(known.cases, 1)]
    payers = _payers(known.summary, covenant, voice) if known.summary else None
    return [drawing for drawing in (*drawings, payers) if drawing]


def _case(case: Case, number: int, voice: Voice) -> Drawing | None:
    sides = [(_WITH, case.intervention), (_WITHOUT, case.reference)]
    last = max((event.month for _, side in sides if side for event in side.events), default=0)
    if last < 1:
        return None
    # Whole half years, so that the line does not end in an event.
    length = -(-last // 6) * 6
    data = {
        "view": "case",
        "months": [{"at": month / length} for month in range(0, length + 1, 3)],
        "sides": [
            {"label": voice.say(title), "events": _events(side, length, voice)}
            for title, side in sides
            if side and side.events
        ],
        "legend": [
            {"better": True, "words": voice.say(N_("goes better"))},
            {"better": False, "words": voice.say(N_("goes worse"))},
        ],
    }
    counts = [len(side.events) if side else 0 for _, side in sides]
    alternative = voice.say(
        N_(
            "Two timelines of case {number}: {with} events with the approach and {without} without "
            "it. The table that follows has them month by month."
        ),
        number=number,
        **{"with": counts[0], "without": counts[1]},
    )
    title = voice.say(N_("Case {number}: with and without the approach"), number=number)
    return Drawing(f"drawing-case-{number}", "calculator", data, title, alternative)


def _events(side: Scenario, length: int, voice: Voice) -> list[dict[str, Any]]:
    return [
        {
            "at": min(max(event.month, 0) / length, 1),
            "when": voice.say(N_("month {number}"), number=event.month),
            "label": short(event.text, 100),
            "better": event.effect != "negative",
        }
        for event in sorted(side.events, key=lambda event: event.month)
    ]


def _payers(known: CalculatorSummary, covenant: Covenant, voice: Voice) -> Drawing | None:
    """Two bars a payer and two for all of them; nothing while an amount is open."""
    rows = [
        (short_name(covenant, one.payer), one.intervention, one.reference)
        for one in known.per_payer
    ]
    amounts = [amount for _, *both in rows for amount in both]
    if not rows or any(amount is None or amount < 0 for amount in amounts):
        return None
    total = (
        voice.say(N_("Total")),
        amounts_total(one.intervention for one in known.per_payer),
        amounts_total(one.reference for one in known.per_payer),
    )
    shown = [*rows, total] if len(rows) > 1 else rows
    most = max(amount or Decimal(0) for _, *both in shown for amount in both)
    if most <= 0:
        return None
    data = {
        "view": "payers",
        "words": {"with": voice.say(_WITH), "without": voice.say(_WITHOUT)},
        "payers": [
            {
                "name": name,
                "total": len(rows) > 1 and number == len(rows),
                "with": _bar(_known(one), most, voice),
                "without": _bar(_known(other), most, voice),
            }
            for number, (name, one, other) in enumerate(shown)
        ],
    }
    alternative = voice.say(
        N_(
            "Two bars for each of {count} payers: what they spend with the approach and without "
            "it. Together that is {with} with the approach and {without} without it."
        ),
        count=len(rows),
        **{"with": voice.money(_known(total[1])), "without": voice.money(_known(total[2]))},
    )
    title = voice.say(N_("What each payer spends, with and without the approach"))
    return Drawing("drawing-payers", "calculator", data, title, alternative)


def _bar(amount: Decimal, most: Decimal, voice: Voice) -> dict[str, Any]:
    return {"label": voice.money(amount), "share": float(round(amount / most, 4))}


def _known(amount: Decimal | None) -> Decimal:
    return amount or Decimal(0)
