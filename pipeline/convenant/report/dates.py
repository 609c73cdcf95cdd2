"""Days that are due, as a list for a person and as data for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from convenant.locale import Voice
from convenant.model.due import DueDay

VERSION = 1


def day_title(day: DueDay, voice: Voice) -> str:
    """What is due."""
    return voice.say(day.said, text=day.text, id=day.id)


def date_lines(days: Sequence[DueDay], names: Mapping[str, str], voice: Voice) -> Iterator[str]:
    """A line a day: when, what, who."""
    for day in days:
        who = f" ({names.get(day.by, day.by)})" if day.by else ""
        yield f"{day.day}  {day_title(day, voice)}{who}"


def date_record(
    slug: str, days: Sequence[DueDay], names: Mapping[str, str], voice: Voice
) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "version": VERSION,
        "covenant": slug,
        "dates": [
            {
                "date": day.day,
                "kind": day.kind,
                "id": day.id,
                "title": day_title(day, voice),
                "by": names.get(day.by, day.by),
            }
            for day in days
        ],
    }
