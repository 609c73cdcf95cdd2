"""Days that are due as an iCalendar file, for any calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct


class CalendarDay(Struct, frozen=True):
    """One whole day.

    Attributes:
        uid: the same in every run, so that a calendar that has it already is brought up to date.
        day: ISO date.
    """

    uid: str
    day: str
    title: str
    note: str = ""


def calendar_file(name: str, days: Iterable[CalendarDay], *, time: int) -> bytes:
    """The file, with a reminder four weeks ahead of each day.

    Args:
        time: seconds since 1970: when the days were last changed.

    Source: RFC 5545.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//convenant//dates//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in days:
        event, day = Event(), date.fromisoformat(one.day)
        event.add("uid", one.uid)
        event.add("dtstamp", datetime.fromtimestamp(time, UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", one.title)
        event.add("transp", "TRANSPARENT")
        if one.note:
            event.add("description", one.note)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.title)
        alarm.add("trigger", timedelta(weeks=-4))
        event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
