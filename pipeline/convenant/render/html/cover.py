"""What stands above and below the text of the page: title block, facts, labels, print heads."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.cover_page import CoverPage, Fact, Group, cover_page, day_of
from convenant.model.document import Document

_LABELS = {
    "skip": N_("Skip to the text"),
    "contents": N_("Contents"),
    "about": N_("About this document"),
}

Meta = dict[str, Any]


def cover_metadata(document: Document, voice: Voice) -> Meta:
    """The variables of `page.html`, as pandoc metadata: strings, which the writer escapes."""
    page = cover_page(document)
    meta: Meta = {
        "lang": _string(document.language),
        "title": _string(document.title),
        "pagetitle": _string(f"{document.title} – {page.edition}"),
        "digest": _string(document.digest),
        "print": _raw(_page_heads(document.title, page, document.short_digest)),
        "labels": _mapping((key, voice.say(text)) for key, text in _LABELS.items()),
        "parties": _list(_group(group) for group in page.groups),
        "facts": _list(_fact(fact) for fact in page.facts),
    }
    logo = document.style.logo
    given = {
        "logo": f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}" if logo else "",
        "logo-alt": voice.say(N_("Logo")) if logo else "",
        "house": "yes" if logo or document.style.header else "",
        "header": document.style.header,
        "footer": document.style.footer,
        "subtitle": document.subtitle,
        "modified": day_of(document),
        "mark": page.mark,
        "reservation": page.reservation,
    }
    return {**meta, **{key: _string(text) for key, text in given.items() if text}}


def _fact(fact: Fact) -> Meta:
    kind = fact.kind if fact.kind == "digest" else ""
    return _mapping([("term", fact.term), ("value", fact.value), ("kind", kind)])


def _group(group: Group) -> Meta:
    members = _list(_mapping([("name", name), ("line", line)]) for name, line in group.members)
    return {"t": "MetaMap", "c": {"label": _string(group.label), "members": members}}


def _page_heads(title: str, page: CoverPage, short_digest: str) -> str:
    """The running heads of a print from the browser; our own words, so no text in the sheet."""
    foot = " · ".join(part for part in (page.edition, short_digest) if part)
    return (
        "@page{"
        f'@top-left{{content:"{_css_text(title)}"}}'
        f'@bottom-left{{content:"{_css_text(foot)}"}}'
        "}@page:first{@top-left{content:none}}"
    )


def _css_text(text: str) -> str:
    """Text within a CSS string: whatever could end it, or end the element, is a number."""
    return re.sub(r"[^\w .,-]", lambda found: f"\\{ord(found[0]):x} ", text)


def _string(text: str) -> Meta:
    return {"t": "MetaString", "c": text}


def _raw(text: str) -> Meta:
    return {"t": "MetaInlines", "c": [{"t": "RawInline", "c": ["html", text]}]}


def _mapping(pairs: Any) -> Meta:
    return {"t": "MetaMap", "c": {key: _string(value) for key, value in pairs if value}}


def _list(items: Iterable[Meta]) -> Meta:
    return {"t": "MetaList", "c": list(items)}
