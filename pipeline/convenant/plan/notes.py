"""Raw notes of a meeting → the lines that may become records.

Only lines with a mark count, in Dutch or English. Whose concern it is stays out unless that party
agreed to being named.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

_LINE = re.compile(
    r"^\s*(?:[-*]\s+)?(?P<mark>besluit|decision|actie|action|zorg|concern)"
    r"\s*(?:\((?P<about>[^)\n]{0,200})\))?\s*:\s*(?P<text>\S.*?)\s*$",
    re.IGNORECASE,
)
_KINDS = {
    "besluit": "decision",
    "decision": "decision",
    "actie": "action",
    "action": "action",
    "zorg": "concern",
    "concern": "concern",
}
_SECTION = re.compile(r"§ ?([1-5])")
_DATE = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_UNTIL = re.compile(r"(?:onder voorbehoud van|subject to) (?P<what>[^.;]+)", re.IGNORECASE)


class Jotting(Struct, frozen=True):
    """A line of the notes that may become a record.

    Attributes:
        line: from 1.
        kind: decision, action or concern.
        party: who is to act; of a concern whose it is, which is only used when that party agrees.
        section: number of the section, 0 for none.
        due: ISO date, for an action; of a decision, by when its reservation is lifted.
    """

    line: int
    kind: str
    text: str
    party: str = ""
    section: int = 0
    due: str = ""
    reservation: str = ""


def read_jottings(text: str, parties: dict[str, str]) -> tuple[Jotting, ...]:
    """The marked lines of some notes, in order.

    Args:
        parties: by what a party may be called, its id.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := _LINE.match(line):
            found.append(_jotting(number, match, parties))
    return tuple(found)


def _jotting(number: int, match: re.Match[str], parties: dict[str, str]) -> Jotting:
    kind, about, text = _KINDS[match["mark"].lower()], match["about"] or "", match["text"]
    where = f"{about} {text}"
    section = _SECTION.search(where)
    day = _DATE.search(where)
    named = [id for name, id in parties.items() if name.casefold() in about.casefold() and name]
    reservation = _UNTIL.search(text) if kind == "decision" else None
    return Jotting(
        line=number,
        kind=kind,
        text=text,
        party=named[0] if named else "",
        section=int(section[1]) if section else 0,
        due=_real(day[1]) if day else "",
        reservation=reservation["what"].strip() if reservation else "",
    )


def _real(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
