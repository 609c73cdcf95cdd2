"""The title page of the office formats, as paragraphs in our own styles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from convenant.locale import N_, Voice, voice
from convenant.model.ast import Attr, Node, attr, div, para, words
from convenant.model.document import Document, Status
from convenant.model.party import Party

_STATUS = {
    Status.WORKING: N_("Working version"),
    Status.CONCEPT: N_("Concept"),
    Status.TO_SIGN: N_("Signing copy"),
    Status.FINAL: N_("Final"),
}
_GROUPS = {
    "signatory": N_("Parties"),
    "supporting": N_("Supporting organisations"),
    "observer": N_("Observers"),
}
_RESERVATION = N_(
    "This is not yet an agreement: no party is bound before its competent body has decided and "
    "all parties have signed."
)


def cover(document: Document, tab: Node) -> Iterator[Node]:
    """Mark, title, parties, facts and reservation; `tab` is a tab stop in the format."""
    speaker = voice(document.language)
    provisional = document.stamp.status.binds_nobody
    if provisional:
        yield styled("Cover Mark", speaker.say(_STATUS[document.stamp.status]))
    yield styled("Title", document.title)
    if document.subtitle:
        yield styled("Subtitle", document.subtitle)
    present = [p for p in document.parties if not (p.status and p.status.state == "left")]
    for role, label in _GROUPS.items():
        if group := [party for party in present if (party.role or "signatory") == role]:
            yield styled("Cover Heading", speaker.say(label))
            for party in group:
                yield from _party(party, speaker)
    yield styled("Cover Heading", speaker.say(N_("About this document")))
    for label, value in _facts(document, speaker):
        yield div([para([*words(label), tab, *words(value)])], style("Cover Detail"))
    if provisional:
        yield styled("Cover Reservation", speaker.say(_RESERVATION))


def contents_heading(document: Document) -> Iterator[Node]:
    """The heading that the table of contents is put under."""
    yield styled("TOC Heading", voice(document.language).say(N_("Contents")))


def styled(name: str, text: str) -> Node:
    """A paragraph of plain text in the style of this name."""
    return div([para(words(text))], style(name))


def style(name: str) -> Attr:
    """The attributes by which pandoc's office writers choose a style."""
    return attr(custom_style=name)


def _party(party: Party, speaker: Voice) -> Iterator[Node]:
    yield styled("Cover Party", party.name or party.label)
    registration = party.registration and speaker.say(
        N_("trade register {number}"), number=party.registration
    )
    if line := " · ".join(part for part in (party.seat, registration) if part):
        yield styled("Cover Party Line", line)


def _facts(document: Document, speaker: Voice) -> Iterator[tuple[str, str]]:
    """What is known of this copy; the digest in fours, so that a person can compare it."""
    stamp = document.stamp
    yield speaker.say(N_("Status")), speaker.say(_STATUS[stamp.status])
    if stamp.version:
        yield speaker.say(N_("Version")), stamp.version
    if stamp.time:
        day = datetime.fromtimestamp(stamp.time, UTC).date().isoformat()
        yield speaker.say(N_("Date")), speaker.date(day)
    if document.citation_title:
        yield speaker.say(N_("Cited as")), document.citation_title
    fours = " ".join(document.digest[i : i + 4] for i in range(0, len(document.digest), 4))
    yield speaker.say(N_("Digest of the text (SHA-256)")), fours
