"""Rules on dates in the text: they exist, on the weekday that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from convenant.check.inquiry import Found, Inquiry, Look

_MONTHS = {
    **{
        name: number
        for number, name in enumerate(
            (
                *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
                *("september", "oktober", "november", "december"),
            ),
            1,
        )
    },
    **{
        name: number
        for number, name in enumerate(
            (
                *("january", "february", "march", "april", "may", "june", "july", "august"),
                *("september", "october", "november", "december"),
            ),
            1,
        )
    },
}
_DUTCH = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"(?i)\b(?:([a-z]{6,9}) )?(\d{1,2}) ([a-z]{3,9}) (\d{4})\b")


def dates(inquiry: Inquiry) -> Iterator[Found]:
    """Every date in the text is a day that exists and has the weekday that it says."""
    for passage in inquiry.passages:
        if passage.kind == "data" and not any(char.isdigit() for char in passage.text):
            continue
        for found in _DATE.finditer(passage.text):
            month = _MONTHS.get(found[3].lower())
            if month is None:
                continue
            said = f"{found[2]} {found[3]} {found[4]}"
            try:
                day = date(int(found[4]), month, int(found[2]))
            except ValueError:
                yield Found("calendar-no-day", passage.place(found.start(2)), {"text": said})
                continue
            weekdays = _DUTCH if inquiry.dutch else _ENGLISH
            named = (found[1] or "").lower()
            if named in weekdays and weekdays[day.weekday()] != named:
                right = weekdays[day.weekday()]
                values = {"text": f"{found[1]} {said}", "weekday": right}
                yield Found("calendar-other-weekday", passage.place(found.start()), values)


LOOKS: Mapping[str, Look] = {"calendar-no-day": dates}
