"""Rules on the legal provisions: what a jurist would miss, or find at odds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section

_PUBLIC = frozenset(
    ("municipality", "province", "water_authority", "state", "joint_arrangement", "public_body")
)
_OPEN_LAW = re.compile(
    r"(?i)\b(?:woo|wet open overheid|archiefwet|wettelijk|wet\b|law|statute|open government act)"
)


def leaving(inquiry: Inquiry) -> Iterator[Found]:
    """A fixed term says whether it can be ended early."""
    annexes = inquiry.covenant.annexes
    duration = annexes.duration
    bound = duration and duration.kind == "fixed" and annexes.notice is None
    if duration and bound and inquiry.grown(Section.ANNEXES):
        yield Found("provision-no-way-out", duration.at)


def starting(inquiry: Inquiry) -> Iterator[Found]:
    """The moment of entry into force can come."""
    entry = inquiry.covenant.annexes.entry_into_force
    if entry is None:
        return
    signing = sum(party.signs for party in inquiry.covenant.cover.parties)
    if entry.when == "n_signed" and not 1 <= entry.count <= max(signing, 1):
        values = {"count": str(entry.count), "parties": str(signing)}
        yield Found("provision-start-never", entry.at, values)


def public_law(inquiry: Inquiry) -> Iterator[Found]:
    """A public body keeps its powers, and the duty to be open."""
    annexes = inquiry.covenant.annexes
    public = next(
        (p for p in inquiry.covenant.cover.parties if p.form in _PUBLIC and p.signs), None
    )
    data = inquiry.covenant.data.get(Section.ANNEXES)
    if public is None or data is None:
        return
    if not annexes.public_law_reservation and inquiry.grown(Section.ANNEXES):
        values = {"party": public.label}
        yield Found("provision-no-reservation", annexes.at, values)
    if annexes.confidentiality and not _OPEN_LAW.search(annexes.confidentiality):
        values = {"party": public.label}
        yield Found("provision-secrecy", data.place_of("confidentiality"), values)


def disputes(inquiry: Inquiry) -> Iterator[Found]:
    """What a court can enforce has a forum."""
    told = inquiry.covenant.annexes.disputes
    if told and told.forum == "none":
        for one in inquiry.covenant.partnership.commitments:
            if one.enforceable:
                yield Found("provision-no-forum", told.at, {"id": one.id})
                return


LOOKS: Mapping[str, Look] = {
    "provision-no-way-out": leaving,
    "provision-start-never": starting,
    "provision-no-reservation": public_law,
    "provision-no-forum": disputes,
}
