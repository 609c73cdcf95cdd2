"""The days that matter after signing."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from icalendar import Calendar

sys.path.insert(0, str(Path(__file__).parents[2]))

from convenant.edges.disk.calendar_file import CalendarDay, calendar_file
from convenant.plan.dates import plan_dates
from sample_covenant import read

ANNEXES = """\
maturity: outline
duration:
  kind: fixed
  start: "2027-01-01"
  end: "{end}"
notice:
  months: {months}
"""


def days(annexes: str = "", **files: str) -> list[tuple[str, str]]:
    found = {"5-annexes.yaml": annexes} if annexes else {}
    covenant = read({**found, **files}).covenant
    return [(day.day, day.kind) for day in plan_dates(covenant)]


def test_notice_falls_so_many_months_before_the_end() -> None:
    assert ("2029-06-30", "notice") in days(ANNEXES.format(end="2029-12-31", months=6))
    assert ("2028-02-29", "notice") in days(ANNEXES.format(end="2028-05-31", months=3))
    assert ("2027-11-30", "notice") in days(ANNEXES.format(end="2028-02-29", months=3))
    assert ("2028-12-14", "notice") in days(ANNEXES.format(end="2029-01-14", months=1))


def test_a_month_stands_at_its_last_day() -> None:
    programme = "maturity: outline\nevaluation:\n  - {id: e, what: Wat, by: linde, due: 2028-02}\n"
    assert days(**{"4-programme.yaml": programme}) == [("2028-02-29", "evaluation")]


def test_a_report_is_due_at_the_end_of_each_period_of_the_covenant() -> None:
    followed = (
        "maturity: outline\nmonitoring:\n  - {id: m, what: Bezoek, by: linde, frequency: %s}\n"
    )

    def reports(frequency: str, end: str = "2027-12-31") -> list[str]:
        programme = followed % frequency
        found = days(ANNEXES.format(end=end, months=1), **{"4-programme.yaml": programme})
        return [day for day, kind in found if kind == "report"]

    assert reports("quarterly") == ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]
    assert reports("yearly", "2029-06-30") == ["2027-12-31", "2028-12-31"]
    assert reports("two_yearly", "2030-12-31") == ["2028-12-31", "2030-12-31"]
    assert len(reports("monthly", "2099-12-31")) == 60


def test_what_has_no_date_is_not_listed() -> None:
    assert days("maturity: outline\nnotice:\n  months: 6\n") == []
    assert days() == []


def test_a_calendar_reads_the_file_and_knows_each_day_again() -> None:
    entry = CalendarDay("x-end-end@convenant", "2029-12-31", "Einde; met, tekens\n", "de gemeente")
    data = calendar_file("Convenant", [entry], time=1_795_000_000)
    assert data == calendar_file("Convenant", [entry], time=1_795_000_000)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["uid"] == "x-end-end@convenant"
    assert event["dtstart"].dt == date(2029, 12, 31)
    assert event["summary"].strip() == "Einde; met, tekens"
    assert len(event.walk("VALARM")) == 1
