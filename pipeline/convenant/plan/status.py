"""From what is known of a covenant to where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from convenant.model.meeting import Meeting
from convenant.model.party import Party
from convenant.model.proposal import Concern, Proposal
from convenant.model.section import Maturity
from convenant.model.status import CovenantStatus, Participation
from convenant.plan.agenda import taking_part

_DAY = 24 * 3600


class Known(Struct, frozen=True):
    """What the repository says of a covenant.

    Attributes:
        answered: ids of parties with a recorded answer.
        coming: dates of meetings that are open.
        moved: when anything happened last, in seconds since 1970; 0 where nothing is known.
    """

    slug: str
    title: str
    parties: tuple[Party, ...]
    maturity: Mapping[int, Maturity]
    meetings: Sequence[Meeting]
    proposals: Sequence[Proposal]
    concerns: Sequence[Concern]
    answered: frozenset[str]
    coming: Sequence[str]
    moved: int


def plan_status(known: Known, now: int) -> CovenantStatus:
    """Where a covenant stands."""
    present = taking_part(known.parties)
    held = [meeting for meeting in known.meetings if not meeting.undone]
    noted = [meeting for meeting in held if meeting.attendance]
    return CovenantStatus(
        slug=known.slug,
        title=known.title or known.slug,
        maturity=known.maturity,
        proposals=sum(1 for p in known.proposals if p.standing.is_waiting),
        concerns=sum(1 for concern in known.concerns if not concern.answered),
        answers=len(known.answered & {p.id for p in present}),
        parties=len(present),
        next_meeting=min(known.coming, default=""),
        meetings=len(held),
        days=max(0, (now - known.moved) // _DAY) if known.moved else -1,
        participation=tuple(_participation(p, noted, known.proposals) for p in present),
    )


def _participation(
    party: Party, meetings: Sequence[Meeting], proposals: Sequence[Proposal]
) -> Participation:
    there = sum(
        1
        for meeting in meetings
        if any(a.party == party.id and a.state == "present" for a in meeting.attendance)
    )
    made = sum(1 for proposal in proposals if proposal.party == party.id)
    return Participation(party.id, party.label, made, there, len(meetings))
