"""What the Typst template prints outside the text: the title page and the furniture of a page.

It goes to Typst as JSON data, so nothing in it can become markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from convenant.locale import N_, Voice, voice
from convenant.model.document import Document, Status
from convenant.model.party import Party

_STATUS = {
    Status.WORKING: N_("Working version"),
    Status.CONCEPT: N_("Concept"),
    Status.TO_SIGN: N_("For signature"),
    Status.FINAL: N_("Final"),
}
_GROUPS = {
    "signatory": N_("Parties"),
    "supporting": N_("Supporting organisations"),
    "observer": N_("Observers"),
}
RESERVATION = N_(
    "This is a draft. No party is bound before its competent body has decided and all have signed."
)
_SHORT = 64
"""Characters that a running title may have."""


def cover_data(document: Document) -> dict[str, Any]:
    """All that the template prints besides the body, in the document's language."""
    speaker = voice(document.language)
    stamp = document.stamp
    status = speaker.say(_STATUS[stamp.status])
    parties = tuple(party for party in document.parties if _takes_part(party))
    return {
        "language": speaker.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "short-title": _shortened(document.citation_title or document.title),
        "authors": [party.name or party.label for party in parties if party.signs],
        "keywords": [document.slug, stamp.version or status, document.digest],
        "description": document.subtitle,
        # A text without a version already says so in its mark.
        "version": stamp.version or ("" if stamp.status.binds_nobody else status),
        "binds-nobody": stamp.status.binds_nobody,
        "short-digest": document.short_digest,
        "digest": [document.digest[i : i + 4] for i in range(0, len(document.digest), 4)],
        "parties": [
            {"label": speaker.say(label), "items": items}
            for role, label in _GROUPS.items()
            if (items := [_party(p, speaker) for p in parties if (p.role or "signatory") == role])
        ],
        "facts": [{"label": label, "value": value} for label, value in _facts(document, speaker)],
        "labels": {
            "contents": speaker.say(N_("Contents")),
            "digest": speaker.say(N_("Fingerprint of the text (SHA-256)")),
            # The template counts the pages and fills these two blanks itself.
            "page": speaker.say(N_("Page {page} of {pages}")),
            "mark": status,
            "reservation": speaker.say(RESERVATION),
        },
    }


def _facts(document: Document, speaker: Voice) -> Iterator[tuple[str, str]]:
    stamp = document.stamp
    if stamp.version:
        yield speaker.say(N_("Version")), stamp.version
    if stamp.time:
        day = datetime.fromtimestamp(stamp.time, UTC).date().isoformat()
        yield speaker.say(N_("Date")), speaker.date(day)
    yield speaker.say(N_("Status")), speaker.say(_STATUS[stamp.status])


def _takes_part(party: Party) -> bool:
    return not (party.status and party.status.state == "left")


def _party(party: Party, speaker: Voice) -> dict[str, str]:
    registration = party.registration and speaker.say(
        N_("trade register {number}"), number=party.registration
    )
    return {
        "name": party.name or party.label,
        "line": " · ".join(part for part in (party.seat, registration) if part),
    }


def _shortened(title: str) -> str:
    """The title within the running head, cut between words."""
    if len(title) <= _SHORT:
        return title
    return title[:_SHORT].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
