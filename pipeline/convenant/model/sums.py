"""What contributions, costs and funding add up to, only where the data carry the sum.

A sum is `None` when a part of it cannot be known from the data; it is never a guess:

- A contribution counts once when it has no frequency or the frequency is `once`, whatever its
  period. Otherwise it counts once for each month, quarter, half year or year of its period, and
  only if the period holds a whole number of them. Weeks hardly ever fill a period: for hours and
  other quantities the whole weeks count, for money the weeks have to fit exactly.
- A contribution without a period of its own runs as long as the covenant, if that has both dates.
- `valuation` is the value of the whole contribution and is not multiplied. Valued staff, kind and
  facilities are kept apart from money, and hours from both.
- Amounts including and excluding VAT do not add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from convenant.model.annexes import Duration
from convenant.model.covenant import Covenant
from convenant.model.partnership import Contribution, Period

MONEY = "money"
VALUED_KINDS = ("staff", "product_service", "facility")
HOUR_WORDS = frozenset({"hour", "hours", "uur", "uren"})
_ONCE = frozenset({"", "once"})
_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


def money_total(contributions: Iterable[Contribution], covenant: Covenant) -> Decimal | None:
    """Euro over the whole period of each contribution of money; `None` if one cannot be told."""
    money = [one for one in contributions if one.kind == MONEY]
    if len({one.vat for one in money} & {"incl", "excl"}) > 1:
        return None
    return _total([_money(one, covenant) for one in money])


def hours_total(contributions: Iterable[Contribution], covenant: Covenant) -> Decimal | None:
    """Hours over the whole period of each contribution that is counted in hours."""
    return _total([_hours(one, covenant) for one in contributions if is_in_hours(one)])


def valued_total(contributions: Iterable[Contribution], kinds: Sequence[str]) -> Decimal | None:
    """Euro that the contributions of these kinds are valued at; `None` if one has no value."""
    return _total([one.valuation for one in contributions if one.kind in kinds])


def is_in_hours(contribution: Contribution) -> bool:
    """Whether the contribution is counted in hours."""
    return contribution.unit.strip().casefold() in HOUR_WORDS


def amounts_total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of amounts; `None` if one is missing."""
    return _total(list(amounts))


def occurrences(
    frequency: str, period: Period | None, duration: Duration | None, *, whole_weeks: bool = False
) -> int | None:
    """How many times something of this frequency happens in its period, or `None`.

    Args:
        period: its own; without one the covenant's duration holds.
        whole_weeks: count the whole weeks even where some days are left over.
    """
    if frequency in _ONCE:
        return 1
    span = _span(period or duration)
    if span is None:
        return None
    first, after = span
    if frequency == "weekly":
        weeks, days = divmod((after - first).days, 7)
        return weeks if whole_weeks or not days else None
    if frequency not in _MONTHS or first.day != after.day:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    times, rest = divmod(months, _MONTHS[frequency])
    return None if rest else times


def _money(contribution: Contribution, covenant: Covenant) -> Decimal | None:
    times = occurrences(contribution.frequency, contribution.period, covenant.annexes.duration)
    return None if contribution.amount is None or times is None else contribution.amount * times


def _hours(contribution: Contribution, covenant: Covenant) -> Decimal | None:
    times = occurrences(
        contribution.frequency,
        contribution.period,
        covenant.annexes.duration,
        whole_weeks=True,
    )
    return None if contribution.quantity is None or times is None else contribution.quantity * times


def _total(parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _span(period: Period | Duration | None) -> tuple[date, date] | None:
    """The first day and the day after the last."""
    if period is None:
        return None
    try:
        first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
        after = last + timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return (first, after) if first < after else None
