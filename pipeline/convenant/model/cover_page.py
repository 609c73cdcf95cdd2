"""What a document says of itself, on its cover and above every page: the same in every format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from convenant.locale import N_, Voice, voice
from convenant.model.direction import settled
from convenant.model.document import Document, Status
from convenant.model.party import Party

_STATUS = {
    Status.WORKING: N_("Working version"),
    Status.CONCEPT: N_("Concept"),
    Status.TO_SIGN: N_("For signature"),
    Status.FINAL: N_("Final"),
}
_ROLES = {
    "signatory": N_("Parties"),
    "supporting": N_("Supporting organisations"),
    "observer": N_("Observers"),
}
RESERVATION = N_(
    "This is not yet an agreement: no party is bound before its competent body has decided and "
    "all parties have signed."
)
"""Stands on every concept and with every consent; marked in the catalogues for a jurist's check."""
_SHORT = 64
"""Characters that a running title may have."""


class Fact(Struct, frozen=True):
    """A line of the cover; `kind` is status, version, date, citation or digest."""

    kind: str
    term: str
    value: str


class Group(Struct, frozen=True):
    """Who takes part in one role: a name, and a line below it or nothing."""

    label: str
    members: tuple[tuple[str, str], ...]


class CoverPage(Struct, frozen=True):
    """All in the document's language.

    Attributes:
        status: such as `Concept`.
        mark: the status where it must be seen on every page; else empty.
        reservation: that nobody is bound yet; empty where that is no longer so.
        running_title: the title as it fits above a page.
        edition: status in small letters and version, such as `concept v0.3`.
    """

    status: str
    mark: str
    reservation: str
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    running_title: str
    edition: str


def cover_page(document: Document) -> CoverPage:
    """The words of a document's cover."""
    speaker = voice(document.language)
    status = speaker.say(_STATUS[document.stamp.status])
    draft = document.stamp.status.binds_nobody
    return CoverPage(
        status=status,
        mark=status if draft else "",
        reservation=speaker.say(RESERVATION) if draft else "",
        groups=tuple(_groups(document, speaker)),
        facts=tuple(fact for fact in _facts(document, status, speaker) if fact.value),
        running_title=_shortened(document.citation_title or document.title),
        edition=" ".join(part for part in (status.lower(), document.stamp.version) if part),
    )


def day_of(document: Document) -> str:
    """The ISO date of the build's time, UTC; empty where it has none."""
    seconds = document.stamp.time
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""


def _groups(document: Document, speaker: Voice) -> Iterator[Group]:
    """Signatories first; who has left is not on the cover."""
    present = [p for p in document.parties if not (p.status and p.status.state == "left")]
    for role, label in _ROLES.items():
        if members := [_member(p, speaker) for p in present if (p.role or "signatory") == role]:
            yield Group(speaker.say(label), tuple(members))


def _member(party: Party, speaker: Voice) -> tuple[str, str]:
    registration = party.registration and speaker.say(
        N_("trade register {number}"), number=party.registration
    )
    line = " · ".join(part for part in (party.seat, registration) if part)
    return settled(party.name or party.label), settled(line)


def _facts(document: Document, status: str, speaker: Voice) -> Iterator[Fact]:
    yield Fact("status", speaker.say(N_("Status")), status)
    yield Fact("version", speaker.say(N_("Version")), document.stamp.version)
    yield Fact("date", speaker.say(N_("Date")), speaker.date(day_of(document)))
    yield Fact("citation", speaker.say(N_("Cited as")), document.citation_title)
    # In fours, so that a person can compare it.
    fours = " ".join(document.digest[i : i + 4] for i in range(0, len(document.digest), 4))
    yield Fact("digest", speaker.say(N_("Fingerprint of the text (SHA-256)")), fours)


def _shortened(title: str) -> str:
    """The title within the running head, cut between words."""
    if len(title) <= _SHORT:
        return title
    return title[:_SHORT].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
