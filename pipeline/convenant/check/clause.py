"""Rules on references in words: numbers that the build prints, and annexes that nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section

_ARTICLE = re.compile(r"\b[Aa](?:rtikel|rticle|rt\.) (\d{1,2})(?!\d|:\d|[a-zA-Z]:|\.\d)\b")
_LAW = re.compile(
    r"\b(?:[Vv]an de(?:ze|n)?|[Vv]an (?:het|die|dat)|[Oo]f the|[Aa]ct|[Ww]et\w*|\w+wet"
    r"|[Aa]wb|BW|AVG|Woo|GDPR|WOR|[Vv]erordening|[Bb]esluit|[Rr]egulation|[Cc]ode|VWEU|TFEU|EVRM)\b"
)
_OWN = re.compile(
    r"(?i)\b(?:van dit convenant|van deze overeenkomst|of this (?:covenant|agreement))"
)
_ANNEX = re.compile(r"\b(?:[Bb]ijlage|[Aa]nnex|[Aa]ppendix) (?:\d{1,2}|[A-Z])(?!\w)")
_NUMBERED = re.compile(
    r"(?i)\b(?:artikel|article|lid|paragraph|bijlage|annex|figuur|figure|tabel|table) \d"
)


def numbers(inquiry: Inquiry) -> Iterator[Found]:
    """A clause of the covenant is referred to by its id, not by a number."""
    linked = " ".join(
        one.text for prose in inquiry.covenant.all_prose() for one in prose.references
    )
    for passage, start, found in inquiry.find(_ARTICLE, "art"):
        if passage.kind == "heading" or found[0] in linked:
            continue
        after = passage.text[start + len(found[0]) :][:60]
        if _OWN.match(after.lstrip(" ,")) or not _LAW.search(passage.sentence_at(start)):
            yield Found("clause-number", passage.place(start), {"text": found[0]})


def annexes(inquiry: Inquiry) -> Iterator[Found]:
    """An annex is referred to by its id, not by a number."""
    for passage, start, found in inquiry.find(_ANNEX, "bijlage ", "annex ", "appendix "):
        if passage.kind != "heading":
            yield Found("clause-annex-number", passage.place(start), {"text": found[0]})


def unnamed(inquiry: Inquiry) -> Iterator[Found]:
    """Of every annex the text says what it is for."""
    if not inquiry.grown(Section.ANNEXES):
        return
    targets = {target for passage in inquiry.passages for target in passage.targets}
    for one in inquiry.covenant.annexes.annexes:
        if not one.id or {f"#{one.id}", one.file, f"./{one.file}"} & targets:
            continue
        if one.title and one.title.lower() in inquiry.low:
            continue
        yield Found("clause-annex-unnamed", one.at, {"title": one.title or one.id})


def labels(inquiry: Inquiry) -> Iterator[Found]:
    """The words of a reference hold no number: the build knows it, and it changes."""
    for prose in inquiry.covenant.all_prose():
        for reference in prose.references:
            if reference.target.startswith("#") and _NUMBERED.search(reference.text):
                values = {"text": reference.text, "id": reference.target[1:]}
                yield Found("clause-label-number", reference.at, values)


LOOKS: Mapping[str, Look] = {
    "clause-number": numbers,
    "clause-annex-number": annexes,
    "clause-annex-unnamed": unnamed,
    "clause-label-number": labels,
}
