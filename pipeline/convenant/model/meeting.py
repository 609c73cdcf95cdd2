"""A meeting about a covenant: who was there, what was decided, what is to be done.

The tool writes it in `meetings/<id>.yaml` when the meeting is closed. It names functions and
parties, never persons, and no party with a worry unless that party agrees to it.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from convenant.problem import Place


class Kind(Enum):
    """How people met."""

    PLENARY = "plenary"
    BILATERAL = "bilateral"
    WRITTEN = "written"


class Attendance(Struct, frozen=True):
    """Whether a party was there; who was not is consulted afterwards."""

    at: Place
    party: str = ""
    state: str = ""  # present, absent


class Amendment(Struct, frozen=True):
    """Words of a proposal that were agreed in other words."""

    at: Place
    instead_of: str = ""
    text: str = ""


class Decision(Struct, frozen=True):
    """What was decided, on a proposal or on something else.

    Attributes:
        proposal: its id; empty for a decision without one.
        version: the id of the version of the proposal that was decided on.
        outcome: agreed, parked, rejected; `decided` for a decision without a proposal.
        reservation: what it still waits for, such as a party's own people.
        lifted_by: the party that lifts the reservation, and `until` by when (ISO date).
    """

    at: Place
    id: str = ""
    section: int = 0
    proposal: str = ""
    party: str = ""
    version: str = ""
    outcome: str = ""
    text: str = ""
    reason: str = ""
    amendments: tuple[Amendment, ...] = ()
    reservation: str = ""
    lifted_by: str = ""
    until: str = ""


class Worry(Struct, frozen=True):
    """A concern as the meeting left it; `owner` only where that party agreed to it."""

    at: Place
    text: str = ""
    section: int = 0
    proposal: str = ""
    owner: str = ""


class Action(Struct, frozen=True):
    """What somebody is going to do."""

    at: Place
    text: str = ""
    by: str = ""
    due: str = ""


class Growth(Struct, frozen=True):
    """A section that the meeting found more mature."""

    at: Place
    section: int = 0
    maturity: str = ""


class Override(Struct, frozen=True):
    """Where the facilitator left the order of the method, and why."""

    at: Place
    about: str = ""
    reason: str = ""


class Meeting(Struct, frozen=True):
    """`meetings/<id>.yaml`.

    Attributes:
        minutes: draft until a later meeting adopts them; then adopted, in `adopted_in`.
        undone: the reason, where the meeting was undone as a mistake.
    """

    at: Place
    covenant: str = ""
    meeting: str = ""
    kind: str = ""
    date: str = ""
    minutes: str = ""
    adopted_in: str = ""
    undone: str = ""
    sections: tuple[int, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    decisions: tuple[Decision, ...] = ()
    concerns: tuple[Worry, ...] = ()
    actions: tuple[Action, ...] = ()
    maturity: tuple[Growth, ...] = ()
    overrides: tuple[Override, ...] = ()

    def absent(self) -> tuple[str, ...]:
        """Ids of the parties that have to be consulted."""
        return tuple(a.party for a in self.attendance if a.state == "absent")
