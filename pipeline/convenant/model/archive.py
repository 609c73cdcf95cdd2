"""What became of every proposal of a covenant: kept so that no forge is needed to prove it."""

from __future__ import annotations

from msgspec import Struct


class ArchivedDecision(Struct, frozen=True):
    """What a meeting decided on a proposal.

    Attributes:
        time: ISO, UTC.
        version: id of the text that it was decided on.
    """

    time: str
    meeting: str
    outcome: str
    version: str
    reason: str = ""
    reservation: str = ""


class ArchivedRemark(Struct, frozen=True):
    """What was said about a proposal, by role and party; only where the workspace chose so.

    Attributes:
        time: ISO, UTC, as far as it is known.
        role: empty for somebody without one.
        kind: concern or remark.
    """

    time: str
    kind: str
    role: str
    party: str
    text: str


class ArchivedProposal(Struct, frozen=True):
    """A proposal with all that was decided on it, by role and party and never by name.

    Attributes:
        party: that proposed it; empty for the facilitator.
        concerns: how many were raised; their words stay in the records.
        remarks: what was said in discussion; none unless the workspace chose to keep it.
    """

    id: str
    time: str
    role: str
    party: str
    title: str
    decisions: tuple[ArchivedDecision, ...] = ()
    concerns: int = 0
    answered: int = 0
    withdrawn: bool = False
    remarks: tuple[ArchivedRemark, ...] = ()
