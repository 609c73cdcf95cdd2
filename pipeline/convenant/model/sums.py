"""What contributions, costs and funding add up to, only where the data carry the sum.

A sum is `None` when a part of it cannot be known from the data; it is never a guess:

- An amount, a quantity and a valuation are per `frequency`. Without one, or with `once`, they
  count once, whatever the period.
- Otherwise the period decides how often. A contribution without one runs as long as the covenant,
  if that has both dates.
- Money is paid in whole terms: the period has to hold a whole number of them.
- Hours and valuations grow with time: a part of a term counts for its whole months, and of weeks
  the whole ones count. Such a sum is rounded to whole hours or euros.
- Valued staff, kind and facilities are kept apart from money, and hours from both.
- Amounts including and excluding VAT do not add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from convenant.model.annexes import Duration
from convenant.model.covenant import Covenant
from convenant.model.partnership import Contribution, Period

MONEY = "money"
"""The kind of contribution that is an amount and not a value."""

VALUED_KINDS = ("staff", "product_service", "facility")
"""The kinds that may have a value in money without being money."""

HOUR_WORDS = frozenset({"hour", "hours", "uur", "uren"})
_ONCE = frozenset({"", "once"})
_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12, "two_yearly": 24}


def totals(covenant: Covenant) -> Mapping[str, Decimal]:
    """The sums that `{{ totals.… }}` prints; a sum that cannot be told is left out.

    `money`, `hours` and `valued` are over all contributions, `money-by.<party>` and so on over
    those of one party; `costs` and `funding` are of the budget, `costs-in.<year>` and
    `funding-in.<year>` of one year of it. Money and `costs` are in euro.
    """
    groups: dict[str, list[Contribution]] = {}
    for one in covenant.partnership.contributions:
        groups.setdefault(f"-by.{one.party}", []).append(one)
    found: dict[str, Decimal | None] = {}
    for suffix, some in [("", list(covenant.partnership.contributions)), *groups.items()]:
        if any(one.kind == MONEY for one in some):
            found[f"money{suffix}"] = money_total(some, covenant)
        if any(is_in_hours(one) for one in some):
            found[f"hours{suffix}"] = hours_total(some, covenant)
        if any(one.kind in VALUED_KINDS for one in some):
            found[f"valued{suffix}"] = valued_total(some, VALUED_KINDS, covenant)
    budget = covenant.programme.budget
    for name, lines in (("costs", budget.costs), ("funding", budget.funding)) if budget else ():
        if lines:
            found[name] = amounts_total(line.amount for line in lines)
        for year in {line.year for line in lines if line.year}:
            mine = [line.amount for line in lines if line.year == year]
            found[f"{name}-in.{year}"] = amounts_total(mine)
    return {name: total for name, total in sorted(found.items()) if total is not None}


def money_total(contributions: Iterable[Contribution], covenant: Covenant) -> Decimal | None:
    """Euro that the contributions of money come to; `None` if one of them cannot be told."""
    money = [one for one in contributions if one.kind == MONEY]
    if len({one.vat for one in money} & {"incl", "excl"}) > 1:
        return None
    return amounts_total(_times(one.amount, one, covenant, in_parts=False) for one in money)


def hours_total(contributions: Iterable[Contribution], covenant: Covenant) -> Decimal | None:
    """Hours that the contributions counted in hours come to; `None` if one cannot be told."""
    hours = [one for one in contributions if is_in_hours(one)]
    return amounts_total(_times(one.quantity, one, covenant, in_parts=True) for one in hours)


def valued_total(
    contributions: Iterable[Contribution], kinds: Sequence[str], covenant: Covenant
) -> Decimal | None:
    """Euro that contributions of these kinds are worth; `None` if one has no known value."""
    valued = [one for one in contributions if one.kind in kinds]
    return amounts_total(_times(one.valuation, one, covenant, in_parts=True) for one in valued)


def is_in_hours(contribution: Contribution) -> bool:
    """Whether the contribution is counted in hours."""
    return contribution.unit.strip().casefold() in HOUR_WORDS


def amounts_total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of amounts; `None` if one is missing."""
    total = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def occurrences(frequency: str, period: Period | Duration | None) -> Fraction | None:
    """How many times something of this frequency fits in a period, or `None`.

    A fraction where the period ends within a term: 28 months hold 7/3 years. Only periods of
    whole months can be told in months or years.
    """
    if frequency in _ONCE:
        return Fraction(1)
    span = _span(period)
    if span is None:
        return None
    first, after = span
    if frequency == "weekly":
        return Fraction((after - first).days, 7)
    if frequency not in _MONTHS or first.day != after.day:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    return Fraction(months, _MONTHS[frequency])


def _times(
    each: Decimal | None, contribution: Contribution, covenant: Covenant, *, in_parts: bool
) -> Decimal | None:
    """`each` as often as the contribution is made, in whole terms only unless `in_parts`."""
    if each is None:
        return None
    times = occurrences(contribution.frequency, contribution.period or covenant.annexes.duration)
    if times is not None and in_parts and contribution.frequency == "weekly":
        times = Fraction(times.__floor__())
    if times is None or times.denominator == 1:
        return None if times is None else each * times.numerator
    if not in_parts:
        return None
    exact = each * times.numerator / times.denominator
    return exact.quantize(Decimal(1), ROUND_HALF_UP)


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
