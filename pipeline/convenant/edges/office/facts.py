"""What an office file says about the document in its properties and on every page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from convenant.locale import N_, voice
from convenant.model.cover_page import cover_page
from convenant.model.document import Document

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
"""What the office programs call the languages of a covenant."""

_BETWEEN = " · "


def moment(document: Document) -> str:
    """The time of the build's version, ISO 8601 in UTC."""
    return datetime.fromtimestamp(document.stamp.time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def authors(document: Document) -> str:
    """The parties that sign, as the author of the document."""
    names = [party.name or party.label for party in document.parties if party.signs]
    return voice(document.language).enumerate(names)


def provenance(document: Document) -> Mapping[str, str]:
    """Flat strings by which a file that comes back is recognised; empty ones left out.

    Nested metadata would be read back as empty.
    """
    stamp = document.stamp
    given = {
        "slug": document.slug,
        "version": stamp.version,
        "commit": stamp.commit,
        "digest": document.digest,
    }
    return {key: text for key, text in given.items() if text}


def running_texts(document: Document) -> dict[str, str]:
    """What stands in headers and footers, by the blank in the template that it fills."""
    page = cover_page(document)
    return {
        "@title": _BETWEEN.join(one for one in (page.running_title, document.style.header) if one),
        "@mark": f"{page.mark}{_BETWEEN}" if page.mark else "",
        "@edition": _edition(document),
    }


def page_words(document: Document) -> tuple[str, ...]:
    """`Page {page} of {pages}` in parts; the blanks are parts of their own."""
    text = voice(document.language).say(
        N_("Page {page} of {pages}"), page="{page}", pages="{pages}"
    )
    return tuple(part for part in re.split(r"(\{\w+\})", text) if part)


def _edition(document: Document) -> str:
    """Version, short digest, and the line of the house style."""
    parts = (document.stamp.version, document.short_digest, document.style.footer)
    return _BETWEEN.join(part for part in parts if part)
