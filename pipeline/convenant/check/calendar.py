"""Rules on dates in the text: they exist, on the weekday that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.month import MONTHS

_DUTCH = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"(\d(?<!\w\d)\d?) ([A-Za-z]{3,9}) (\d{4})\b")
"""What comes before is looked at behind the first digit: so only digits are tried at all."""


def dates(inquiry: Inquiry) -> Iterator[Found]:
    """Every date in the text is a day that exists and has the weekday that it says."""
    if b" 0000" not in inquiry.shape:
        return
    weekdays = _DUTCH if inquiry.dutch else _ENGLISH
    for passage, start, found in inquiry.find(_DATE):
        month = MONTHS.get(found[2].lower())
        if month is None:
            continue
        try:
            day = date(int(found[3]), month, int(found[1]))
        except ValueError:
            yield Found("calendar-no-day", passage.place(start), {"text": found[0]})
            continue
        named = passage.text[:start].rstrip().rpartition(" ")[2]
        right = weekdays[day.weekday()]
        if named.lower() in weekdays and right != named.lower():
            values = {"text": f"{named} {found[0]}", "weekday": right}
            place = passage.place(start - len(named) - 1)
            yield Found("calendar-other-weekday", place, values)


LOOKS: Mapping[str, Look] = {"calendar-no-day": dates}
