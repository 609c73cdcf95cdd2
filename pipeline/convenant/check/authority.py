"""Rules on authority: the decision behind a signature can be found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section

_WITHOUT_ORGAN = ("natural_person", "informal_group")
"""Who signs for itself: no body has to decide."""


def decisions(inquiry: Inquiry) -> Iterator[Found]:
    """What a competent body decided can be proven, and was no refusal."""
    for party in inquiry.covenant.cover.parties:
        if not party.signs:
            continue
        for approval in party.approvals:
            values = {"party": party.label, "body": approval.body}
            if approval.status == "refused":
                yield Found("authority-refused", approval.at, values)
            elif approval.status == "granted" and not (approval.date and approval.reference):
                yield Found("authority-unproven", approval.at, values)


def known(inquiry: Inquiry) -> Iterator[Found]:
    """Of every organisation it is said who decides that it may sign."""
    if not inquiry.grown(Section.PARTNERSHIP):
        return
    for party in inquiry.covenant.cover.parties:
        if not party.signs or not party.form or party.form in _WITHOUT_ORGAN:
            continue
        if not party.approvals and party.power_of_attorney is None:
            yield Found("authority-missing", party.at, {"party": party.label})


LOOKS: Mapping[str, Look] = {
    "authority-refused": decisions,
    "authority-missing": known,
}
