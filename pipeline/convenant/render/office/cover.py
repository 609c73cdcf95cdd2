"""The title page of the office formats, as paragraphs in our own styles."""

from __future__ import annotations

from collections.abc import Iterator

from convenant.locale import N_, Voice, voice
from convenant.model.ast import Attr, Node, attr, div, para, span, words
from convenant.model.cover_page import CoverPage, cover_page
from convenant.model.document import Document

_ON_ONE_PAGE = 8
"""Parties, with a line below each, that leave room for the facts on the title page."""


def cover(document: Document, tab: Node) -> Iterator[Node]:
    """Mark, title, parties, facts and reservation; `tab` is a tab stop in the format."""
    page = cover_page(document)
    if document.sheet:
        yield from _sheet_head(document, tab)
        return
    if page.mark:
        yield styled("Cover Mark", page.mark)
    yield styled("Title", document.title)
    if document.subtitle:
        yield styled("Subtitle", document.subtitle)
    rest = [_parties(page), _about(page, voice(document.language), tab)]
    # A list of parties that runs over pages must not take the version from the first.
    many = sum(len(group.members) for group in page.groups) > _ON_ONE_PAGE
    for part in reversed(rest) if many else rest:
        yield from part


def _parties(page: CoverPage) -> Iterator[Node]:
    for group in page.groups:
        yield styled("Cover Heading", group.label)
        for name, line in group.members:
            yield styled("Cover Party" if line else "Cover Party Alone", name)
            if line:
                yield styled("Cover Party Line", line)


def _about(page: CoverPage, speaker: Voice, tab: Node) -> Iterator[Node]:
    yield styled("Cover Heading", speaker.say(N_("About this document")))
    for fact in page.facts:
        yield div([para([*words(fact.term), tab, *words(fact.value)])], style("Cover Detail"))
    if page.reservation:
        yield styled("Cover Reservation", page.reservation)


def contents_heading(document: Document) -> Iterator[Node]:
    """The heading that the table of contents is put under; a sheet has none."""
    if not document.sheet:
        yield styled("TOC Heading", voice(document.language).say(N_("Contents")))


def _sheet_head(document: Document, tab: Node) -> Iterator[Node]:
    """What stands above a sheet: for whom, what the text is, title."""
    page = cover_page(document)
    mark = span(words(page.mark or page.status), style("Mark"))
    yield div([para([*words(document.subtitle), tab, mark])], style("Cover Line"))
    yield styled("Title", document.title)
    if page.reservation:
        yield styled("Cover Reservation", page.reservation)


def styled(name: str, text: str) -> Node:
    """A paragraph of plain text in the style of this name."""
    return div([para(words(text))], style(name))


def style(name: str) -> Attr:
    """The attributes by which pandoc's office writers choose a style."""
    return attr(custom_style=name)
