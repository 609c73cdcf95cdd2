"""Rules on balance and voice: who gives also gets, and everybody is heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.meeting import Meeting
from convenant.model.section import SECTIONS, Section

_MANY = 6
_SHARE = 2 / 3


def give_and_get(inquiry: Inquiry) -> Iterator[Found]:
    """A party that contributes says what it gets, and the other way round."""
    partnership = inquiry.covenant.partnership
    if not partnership.contributions or not partnership.benefits:
        return
    giving = {one.party for one in partnership.contributions}
    getting = {one.party for one in partnership.benefits}
    for party in inquiry.covenant.cover.parties:
        if not party.signs:
            continue
        if party.id in giving and party.id not in getting:
            yield Found("balance-only-gives", party.at, {"party": party.label})


def own_ambition(inquiry: Inquiry) -> Iterator[Found]:
    """Every party has said what it wants for itself."""
    touchpoints = inquiry.covenant.ambition.touchpoints
    said = {one.party for one in touchpoints}
    if not said:
        return
    for party in inquiry.covenant.cover.parties:
        if party.signs and party.id not in said:
            yield Found("balance-no-ambition", touchpoints[0].at, {"party": party.label})


def seats(inquiry: Inquiry) -> Iterator[Found]:
    """Every party that signs sits where decisions are taken."""
    governance = inquiry.covenant.programme.governance
    steering = [b for b in governance.bodies if b.kind == "steering_group"] if governance else []
    if len(steering) != 1 or not steering[0].members:
        return
    seated = {member.party for member in steering[0].members}
    for party in inquiry.covenant.cover.parties:
        if party.signs and party.id not in seated:
            values = {"party": party.label, "body": steering[0].name or steering[0].id}
            yield Found("balance-no-seat", steering[0].at, values)


def load(inquiry: Inquiry) -> Iterator[Found]:
    """No party carries nearly everything."""
    commitments = inquiry.covenant.partnership.commitments
    if len(commitments) < _MANY or not inquiry.grown(Section.PARTNERSHIP):
        return
    party, count = Counter(one.by for one in commitments).most_common(1)[0]
    if count > _SHARE * len(commitments) and party in inquiry.names:
        values = {"party": inquiry.names[party], "count": str(count), "all": str(len(commitments))}
        yield Found("balance-one-carries", commitments[0].at, values)


def heard(inquiry: Inquiry) -> Iterator[Found]:
    """Once a part was talked about and took shape, nothing is missing from any party.

    Where nobody wrote down who was there, there is nobody to be missed.
    """
    if inquiry.records is None:
        return
    records = inquiry.records
    meetings = [one for one in records.meetings.values() if not one.undone]
    for section in SECTIONS:
        spoken = {id for one in meetings for id in _voices(one, section)} - {""}
        if not spoken or not inquiry.grown(section):
            continue
        for party in inquiry.covenant.cover.parties:
            if party.takes_part and party.id not in spoken and not records.answers(party.id):
                values = {"party": party.label, "section": f"§{section.number}"}
                yield Found("balance-not-heard", inquiry.covenant.place(section), values)


def _voices(meeting: Meeting, section: Section) -> Iterator[str]:
    """Who was there, whose proposal was decided on, and whose concern was written down."""
    if section.number in meeting.sections:
        yield from (one.party for one in meeting.attendance if one.state == "present")
    yield from (one.party for one in meeting.decisions if one.section == section.number)
    yield from (one.owner for one in meeting.concerns if one.section == section.number)


LOOKS: Mapping[str, Look] = {
    "balance-only-gives": give_and_get,
    "balance-no-ambition": own_ambition,
    "balance-no-seat": seats,
    "balance-one-carries": load,
    "balance-not-heard": heard,
}
