"""A meeting about a covenant: who was there, what was decided, what is to be done.

The tool writes it in `meetings/<id>.yaml` when the meeting is closed. It names functions and
parties, never persons, and no party with a worry unless that party agrees to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from convenant.problem import Place


class Kind(Enum):
    """How people met."""

    PLENARY = "plenary"
    BILATERAL = "bilateral"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a party was there; who was not is consulted afterwards."""

    at: Place
    party: str = ""
    state: str = ""  # present, absent


@dataclass(frozen=True, slots=True)
class Amendment:
    """Words of a proposal that were agreed in other words."""

    at: Place
    instead_of: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
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


@dataclass(frozen=True, slots=True)
class Worry:
    """A concern as the meeting left it; `owner` only where that party agreed to it."""

    at: Place
    text: str = ""
    section: int = 0
    proposal: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is going to do."""

    at: Place
    text: str = ""
    by: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Growth:
    """A section that the meeting found more mature."""

    at: Place
    section: int = 0
    maturity: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """Where the facilitator left the order of the method, and why."""

    at: Place
    about: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
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
