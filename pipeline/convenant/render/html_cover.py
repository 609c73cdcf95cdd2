"""What stands above and below the text of the page: title block, facts, labels, print heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from convenant.locale import N_, Voice
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
_LABELS = {
    "skip": N_("Skip to the text"),
    "contents": N_("Contents"),
    "about": N_("About this document"),
}

Meta = dict[str, Any]


def cover_metadata(document: Document, voice: Voice) -> Meta:
    """The variables of `page.html`, as pandoc metadata: strings, which the writer escapes."""
    stamp = document.stamp
    mark = voice.say(_STATUS[stamp.status])
    version = " ".join(part for part in (mark.lower(), stamp.version) if part)
    meta: Meta = {
        "lang": _string(document.language),
        "title": _string(document.title),
        "pagetitle": _string(f"{document.title} – {version}"),
        "digest": _string(document.digest),
        "print": _raw(_page_heads(document.title, version, document.short_digest)),
        "labels": _mapping((key, voice.say(text)) for key, text in _LABELS.items()),
        "parties": _list(_groups(document.parties, voice)),
        "facts": _list(_mapping(fact) for fact in _facts(document, mark, voice)),
    }
    if document.subtitle:
        meta["subtitle"] = _string(document.subtitle)
    if stamp.time:
        meta["modified"] = _string(_day(stamp.time))
    if stamp.status.binds_nobody:
        meta["mark"] = _string(mark)
        meta["reservation"] = _string(voice.say(_RESERVATION))
    return meta


def _facts(document: Document, mark: str, voice: Voice) -> Iterator[tuple[tuple[str, str], ...]]:
    """Terms and what they are, in reading order; what is not known is left out."""
    stamp = document.stamp
    facts = (
        (N_("Status"), mark, ""),
        (N_("Version"), stamp.version, ""),
        (N_("Date"), voice.date(_day(stamp.time)) if stamp.time else "", ""),
        (N_("Cited as"), document.citation_title, ""),
        (N_("Digest of the text (SHA-256)"), _in_fours(document.digest), "digest"),
    )
    for term, value, kind in facts:
        if value:
            yield (("term", voice.say(term)), ("value", value), ("kind", kind))


def _groups(parties: tuple[Party, ...], voice: Voice) -> Iterator[Meta]:
    """Who takes part, signatories first; who has left is not on the cover."""
    present = [party for party in parties if not (party.status and party.status.state == "left")]
    for role, label in _GROUPS.items():
        if group := [party for party in present if (party.role or "signatory") == role]:
            members = _list(_party(party, voice) for party in group)
            yield {"t": "MetaMap", "c": {"label": _string(voice.say(label)), "members": members}}


def _party(party: Party, voice: Voice) -> Meta:
    registration = party.registration and voice.say(
        N_("trade register {number}"), number=party.registration
    )
    line = " · ".join(part for part in (party.seat, registration) if part)
    return _mapping([("name", party.name or party.label), ("line", line)])


def _page_heads(title: str, version: str, short_digest: str) -> str:
    """The running heads of a print from the browser; our own words, so no text in the sheet."""
    foot = " · ".join(part for part in (version, short_digest) if part)
    return (
        "@page{"
        f'@top-left{{content:"{_css_text(title)}"}}'
        f'@bottom-left{{content:"{_css_text(foot)}"}}'
        "}@page:first{@top-left{content:none}}"
    )


def _css_text(text: str) -> str:
    """Text within a CSS string: whatever could end it, or end the element, is a number."""
    return re.sub(r"[^\w .,-]", lambda found: f"\\{ord(found[0]):x} ", text)


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _in_fours(digest: str) -> str:
    return " ".join(digest[i : i + 4] for i in range(0, len(digest), 4))


def _string(text: str) -> Meta:
    return {"t": "MetaString", "c": text}


def _raw(text: str) -> Meta:
    return {"t": "MetaInlines", "c": [{"t": "RawInline", "c": ["html", text]}]}


def _mapping(pairs: Any) -> Meta:
    return {"t": "MetaMap", "c": {key: _string(value) for key, value in pairs if value}}


def _list(items: Iterator[Meta]) -> Meta:
    return {"t": "MetaList", "c": list(items)}
