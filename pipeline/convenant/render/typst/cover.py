"""What the Typst template prints outside the text: the title page and the furniture of a page.

It goes to Typst as JSON data, so nothing in it can become markup.
"""

from __future__ import annotations

from typing import Any

from convenant.locale import N_, voice
from convenant.model.cover_page import cover_page
from convenant.model.document import Document

_BELOW = ("version", "date", "status")
"""The facts in the row at the foot of the title page; the digest stands beside them."""


def cover_data(document: Document) -> dict[str, Any]:
    """All that the template prints besides the body, in the document's language."""
    speaker, page = voice(document.language), cover_page(document)
    stamp = document.stamp
    facts = {fact.kind: fact for fact in page.facts}
    return {
        "language": speaker.language,
        "pages": document.pages,
        "title": document.title,
        "subtitle": document.subtitle,
        "short-title": page.running_title,
        "authors": [p.name or p.label for p in document.parties if p.signs],
        "keywords": [document.slug, stamp.version or page.status, document.digest],
        "description": document.subtitle,
        # A text without a version already says so in its mark.
        "version": stamp.version or ("" if page.mark else page.status),
        "binds-nobody": stamp.status.binds_nobody,
        "short-digest": document.short_digest,
        "digest": [document.digest[i : i + 4] for i in range(0, len(document.digest), 4)],
        "parties": [
            {
                "label": group.label,
                "items": [{"name": name, "line": line} for name, line in group.members],
            }
            for group in page.groups
        ],
        "facts": [
            {"label": facts[kind].term, "value": facts[kind].value}
            for kind in _BELOW
            if kind in facts
        ],
        "labels": {
            "logo": speaker.say(N_("Logo")),
            "contents": speaker.say(N_("Contents")),
            "digest": facts["digest"].term if "digest" in facts else "",
            # The template counts the pages and fills these two blanks itself.
            "page": speaker.say(N_("Page {page} of {pages}")),
            "mark": page.status,
            "listed": speaker.say(N_("The parties are listed on the next page.")),
            "reservation": page.reservation,
        },
    }
