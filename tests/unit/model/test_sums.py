"""Sums are exact or absent, never a guess."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes, Duration
from convenant.model.covenant import Covenant
from convenant.model.partnership import Contribution, Partnership, Period
from convenant.model.party import Cover
from convenant.model.programme import Budget, Cost, Funding, Programme
from convenant.model.sums import hours_total, money_total, occurrences, totals, valued_total
from convenant.model.visualisation import Visualisation
from convenant.problem import Place

AT = Place("x.yaml")
THREE_YEARS = Period(AT, "2027-01-01", "2029-12-31")
TEN_MONTHS = Period(AT, "2027-03-01", "2027-12-31")


def covenant(
    *contributions: Contribution, duration: Duration | None = None, budget: Budget | None = None
) -> Covenant:
    return Covenant(
        slug="x",
        folder="covenants/x",
        cover=Cover(AT),
        ambition=Ambition(AT),
        partnership=Partnership(AT, contributions=contributions),
        visualisation=Visualisation(AT),
        programme=Programme(AT, budget=budget),
        annexes=Annexes(AT, duration=duration),
    )


def money(
    amount: str, frequency: str = "", period: Period | None = None, vat: str = ""
) -> Contribution:
    return Contribution(
        AT, kind="money", amount=Decimal(amount), frequency=frequency, period=period, vat=vat
    )


def staff(
    hours: str, frequency: str, period: Period | None = None, value: str | None = None
) -> Contribution:
    return Contribution(
        AT,
        kind="staff",
        quantity=Decimal(hours),
        unit="uur",
        frequency=frequency,
        period=period,
        valuation=None if value is None else Decimal(value),
    )


def money_of(*contributions: Contribution) -> Decimal | None:
    return money_total(contributions, covenant(*contributions))


@pytest.mark.parametrize(
    ("frequency", "start", "end", "times"),
    [
        ("once", "2027-01-01", "2029-12-31", Fraction(1)),
        ("", "", "", Fraction(1)),
        ("yearly", "2027-01-01", "2029-12-31", Fraction(3)),
        ("yearly", "2027-09-01", "2029-12-31", Fraction(7, 3)),
        ("yearly", "2028-02-29", "2029-02-28", None),
        ("half_yearly", "2027-01-01", "2027-12-31", Fraction(2)),
        ("quarterly", "2027-04-15", "2028-04-14", Fraction(4)),
        ("monthly", "2027-02-01", "2027-02-28", Fraction(1)),
        ("monthly", "2027-02-01", "2027-03-15", None),
        ("weekly", "2027-01-04", "2027-01-31", Fraction(4)),
        ("two_yearly", "2027-01-01", "2030-12-31", Fraction(2)),
        ("continuous", "2027-01-01", "2027-12-31", None),
        ("yearly", "2029-01-01", "2027-12-31", None),
        ("yearly", "2027-01-01", "9999-12-31", None),
        ("yearly", "2027-01", "2029-12", None),
    ],
)
def test_a_frequency_fits_so_many_times_in_a_period(
    frequency: str, start: str, end: str, times: Fraction | None
) -> None:
    assert occurrences(frequency, Period(AT, start, end)) == times


def test_yearly_money_counts_for_each_year_of_its_period() -> None:
    assert money_of(money("20000.10", "yearly", THREE_YEARS), money("5")) == Decimal("60005.30")


def test_money_for_part_of_a_term_has_no_sum() -> None:
    assert money_of(money("20000", "yearly", TEN_MONTHS)) is None


def test_money_with_and_without_vat_does_not_add_up() -> None:
    assert money_of(money("10", vat="incl"), money("10", vat="excl")) is None
    assert money_of(money("10", vat="incl"), money("10", vat="exempt")) == Decimal(20)


def test_one_unknown_amount_leaves_the_sum_unknown() -> None:
    unknown = Contribution(AT, kind="money")
    assert money_of(money("10"), unknown) is None


def test_a_contribution_without_a_period_runs_as_long_as_the_covenant() -> None:
    yearly = money("100", "yearly")
    fixed = Duration(AT, kind="fixed", start="2027-01-01", end="2028-12-31")
    assert money_total([yearly], covenant(yearly, duration=fixed)) == Decimal(200)
    assert money_total([yearly], covenant(yearly)) is None


def test_hours_and_values_count_for_the_months_of_a_part_of_a_year() -> None:
    helper = staff("120", "yearly", TEN_MONTHS, value="6000")
    assert hours_total([helper], covenant(helper)) == Decimal(100)
    assert valued_total([helper], ["staff"], covenant(helper)) == Decimal(5000)


def test_a_part_that_does_not_divide_is_rounded_to_whole_hours() -> None:
    helper = staff("100", "yearly", Period(AT, "2027-01-01", "2027-07-31"))
    assert hours_total([helper], covenant(helper)) == Decimal(58)


def test_weekly_hours_count_for_whole_weeks() -> None:
    helper = staff("4.5", "weekly", Period(AT, "2027-01-01", "2027-12-31"))
    assert hours_total([helper], covenant(helper)) == Decimal("234.0")


def test_the_value_of_kind_is_never_money() -> None:
    helper = staff("100", "once", value="5000")
    found = totals(covenant(money("10"), helper))
    assert found == {
        "money": Decimal(10),
        "money-by.": Decimal(10),
        "hours": Decimal(100),
        "hours-by.": Decimal(100),
        "valued": Decimal(5000),
        "valued-by.": Decimal(5000),
    }


def test_totals_leave_out_what_is_not_known() -> None:
    known = Contribution(AT, party="kade", kind="money", amount=Decimal(5))
    unknown = Contribution(AT, party="gemeente", kind="money")
    assert totals(covenant(known, unknown)) == {"money-by.kade": Decimal(5)}


def test_costs_and_funding_are_summed_per_year() -> None:
    budget = Budget(
        AT,
        costs=(
            Cost(AT, year=2027, amount=Decimal("1.50")),
            Cost(AT, year=2027, amount=Decimal("2")),
            Cost(AT, year=2028),
        ),
        funding=(Funding(AT, amount=Decimal(7)),),
    )
    assert totals(covenant(budget=budget)) == {
        "costs-in.2027": Decimal("3.50"),
        "funding": Decimal(7),
    }
