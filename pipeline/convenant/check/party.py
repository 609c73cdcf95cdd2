"""Rules on the parties: each takes part, under a name of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.party import Party
from convenant.model.section import Section


def together(inquiry: Inquiry) -> Iterator[Found]:
    """A covenant is between two parties at least."""
    parties = inquiry.covenant.cover.parties
    signing = [party for party in parties if party.signs]
    if parties and len(signing) < 2 and inquiry.grown(Section.PARTNERSHIP):
        yield Found("party-alone", parties[0].at, {"count": str(len(signing))})


def names(inquiry: Inquiry) -> Iterator[Found]:
    """No two parties are called the same."""
    seen: dict[str, Party] = {}
    for party in inquiry.covenant.cover.parties:
        for name in {party.name.casefold(), party.short.casefold()} - {""}:
            if name in seen and seen[name] is not party:
                values = {"name": party.label, "other": seen[name].id}
                yield Found("party-same-name", party.at, values)
                break
            seen[name] = party


def brings(inquiry: Inquiry) -> Iterator[Found]:
    """Every party that signs brings something in, and does something."""
    covenant = inquiry.covenant
    if not inquiry.grown(Section.PARTNERSHIP):
        return
    giving = {one.party for one in covenant.partnership.contributions}
    doing = {one.by for one in covenant.partnership.commitments}
    doing |= {id for one in covenant.partnership.commitments for id in one.partners}
    for party in covenant.cover.parties:
        if not party.signs or not party.id:
            continue
        if giving and party.id not in giving:
            yield Found("party-brings-nothing", party.at, {"party": party.label})
        if doing and party.id not in doing:
            yield Found("party-does-nothing", party.at, {"party": party.label})


def standing(inquiry: Inquiry) -> Iterator[Found]:
    """Who signs has joined."""
    for party in inquiry.covenant.cover.parties:
        if party.signs and party.status and party.status.state == "invited":
            yield Found("party-only-invited", party.at, {"party": party.label})


LOOKS: Mapping[str, Look] = {
    "party-alone": together,
    "party-same-name": names,
    "party-brings-nothing": brings,
    "party-only-invited": standing,
}
