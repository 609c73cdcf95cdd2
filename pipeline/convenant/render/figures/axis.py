"""Time as a share of a line: dates of the data between the first and the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_MONTHS_IN_YEARS = 36
"""Up to here every month has room for a line; beyond it quarters, and then years."""


class Axis(Struct, frozen=True):
    """The days from `first` up to and not including `after`, whole months."""

    first: date
    after: date

    def share(self, day: date) -> float:
        """Where a day begins, from 0 at the start to 1 at the end."""
        whole = (self.after - self.first).days
        return round(min(max((day - self.first).days / whole, 0), 1), 4)

    def data(self) -> dict[str, Any]:
        """The years as spans and the months or quarters as ticks, for a template."""
        months = _months(self.first, self.after)
        step = 1 if len(months) <= _MONTHS_IN_YEARS // 2 else 3 if len(months) <= 60 else 12
        ticks = [day for day in months if (day.month - 1) % step == 0]
        years = range(self.first.year, (self.after - timedelta(days=1)).year + 1)
        return {
            "spans": [
                {
                    "from": self.share(max(date(year, 1, 1), self.first)),
                    "to": self.share(min(_next_year(year), self.after)),
                    "label": str(year),
                }
                for year in years
            ],
            "ticks": [{"at": self.share(day), "major": day.month == 1} for day in ticks],
        }


def axis_over(days: Iterable[date | None]) -> Axis | None:
    """An axis of whole months around the days that are known; nothing without any."""
    known = [day for day in days if day]
    if not known:
        return None
    first, last = min(known), max(known)
    return Axis(first.replace(day=1), _next_month(last))


def first_day(iso: str) -> date | None:
    """The day of an ISO date, the first of a month; nothing for anything else."""
    match = _DATE.fullmatch(iso)
    if not match:
        return None
    try:
        # The edges of the calendar have no month before or after them.
        day = date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None


def day_after(iso: str) -> date | None:
    """The day after an ISO date or month, where a stretch ends that includes it."""
    day = first_day(iso)
    if day is None:
        return None
    return day + timedelta(days=1) if iso.count("-") == 2 else _next_month(day)


def _months(first: date, after: date) -> list[date]:
    months = [first]
    while (following := _next_month(months[-1])) < after:
        months.append(following)
    return months


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _next_year(year: int) -> date:
    return date(year + 1, 1, 1)
