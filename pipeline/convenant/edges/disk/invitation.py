"""A meeting for everybody's own calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256


def invitation(
    slug: str, title: str, day: str, start: str, minutes: int, text: str, moment: int
) -> bytes:
    """An iCalendar file with one event; a day without a time is a whole day.

    Args:
        start: such as `19:30`, in the time of wherever the meeting is; empty for none.
        moment: when it was made, in seconds since 1970.
    """
    from datetime import UTC

    from icalendar import Calendar, Event

    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//convenant//NL")
    calendar.add("version", "2.0")
    event.add("uid", f"{sha256(f'{slug} {day} {start}'.encode()).hexdigest()[:24]}@{slug}.invalid")
    event.add("dtstamp", datetime.fromtimestamp(moment, UTC))
    event.add("summary", title)
    event.add("description", text)
    when = date.fromisoformat(day)
    if start:
        begins = datetime.combine(when, time.fromisoformat(start))
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=minutes))
    else:
        event.add("dtstart", when)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
