"""Where a covenant stands, for the facilitator and, without names, for everybody."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from convenant.model.position import Position
from convenant.model.section import Maturity


class Participation(Struct, frozen=True):
    """How much was heard of a party; for the facilitator's eyes only.

    Attributes:
        proposals: that it made.
        present: closed meetings that it was at, of `meetings` in which attendance was noted.
    """

    party: str
    label: str
    proposals: int
    present: int
    meetings: int


class CovenantStatus(Struct, frozen=True):
    """One covenant.

    Attributes:
        maturity: of each section by its number.
        answers: parties that answered in a consent round, of `parties` that take part.
        next_meeting: ISO date of an open meeting; empty for none.
        days: since anything happened; -1 where that is not known.
        points: by section what is still open; only where it was asked for.
        positions: likewise, where each party stands on the present text; none before anybody
            answered.
    """

    slug: str
    title: str
    maturity: Mapping[int, Maturity]
    proposals: int = 0
    concerns: int = 0
    answers: int = 0
    parties: int = 0
    next_meeting: str = ""
    meetings: int = 0
    days: int = -1
    points: Mapping[int, int] = field(default_factory=dict)
    participation: tuple[Participation, ...] = ()
    positions: tuple[Position, ...] = ()
