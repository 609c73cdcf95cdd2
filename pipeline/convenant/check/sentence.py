"""Rules on sentences: who does it, how long it is, and which letters stand for what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.check.language.passage import FILLED, Passage
from convenant.model.section import Section

_WORDS = 50
"""Words in a sentence, unless the workspace says another number."""

_CORE_WORDS = 40

_PREFIXES = "be|ver|ont|her|over|onder|vol"
_PARTICIPLE = rf"(?:[a-zë]{{0,12}}ge[a-zëï]{{2,}}|(?:{_PREFIXES})[a-zëï]{{3,}})(?:d|t|en)"
_IMPERSONAL = re.compile(
    rf"\b(?:[Ee]r (?:wordt|worden)\b|(?:wordt|worden) er\b(?=[^.;:,]{{0,80}}\b{_PARTICIPLE}\b))"
)
"""*Wordt er eigenaar van* says who: only with a participle is it somebody's hidden deed."""

_MUST_BE = re.compile(
    r"\b(?:dient|dienen|moet|moeten|zal|zullen)\b[^.;:]{0,80}?"
    rf"(?:\b(?:te )?worden {_PARTICIPLE}\b|\b{_PARTICIPLE} (?:te )?worden\b)"
)
_MUST_BE_EN = re.compile(
    r"\b(?:shall|will|must|should|is to|are to) be [a-z]{2,}(?:ed|en|wn|ght)\b"
)
_MEN = re.compile(r"(?<![\w-])[Mm]en(?![\w-])")
_AGENT = re.compile(r"\b(?:door|by)\b")

_CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{1,5}s?\b")
_BESIDE = ".&/-*"
_ROMAN = re.compile(r"[IVXLC]+")
_KNOWN = frozenset(
    (
        *("BV", "NV", "UA", "VOF", "CV", "EU", "VN", "NL", "BW", "AVG", "AED", "EHBO", "PDF"),
        *("CAO", "SHA", "ISO", "NEN", "KVK", "TV", "ID", "PC", "WC", "GPS", "USB", "URL", "GDPR"),
        *("ICT", "IT", "CO", "LED", "MBO", "HBO", "WO", "VO", "PO", "EN", "IBAN", "BSN", "VOG"),
    )
)
"""In every dictionary, or names that nobody writes out."""


def long(inquiry: Inquiry) -> Iterator[Found]:
    """Sentences that have to be read twice."""
    limit = (inquiry.thresholds and inquiry.thresholds.sentence_words) or _WORDS
    for passage in inquiry.passages:
        if len(passage.words) <= limit or passage.kind in ("heading", "cell"):
            continue
        for start, end in passage.sentences:
            count = sum(start <= first < end for first, _ in passage.spans)
            if count > limit:
                place = passage.place(start)
                yield Found("sentence-long", place, {"count": str(count), "limit": str(limit)})


def core(inquiry: Inquiry) -> Iterator[Found]:
    """The core of the ambition is one sentence that everybody can repeat."""
    limit = (inquiry.thresholds and inquiry.thresholds.core_words) or _CORE_WORDS
    count = len(inquiry.covenant.ambition.core.split())
    if count > limit:
        place = inquiry.covenant.data[Section.AMBITION].place_of("core")
        yield Found("sentence-core-long", place, {"count": str(count), "limit": str(limit)})


def nobody(inquiry: Inquiry) -> Iterator[Found]:
    """Something has to be done, and nobody does it."""
    if not inquiry.speaks:
        return
    for passage in inquiry.passages:
        if passage.section not in (Section.PARTNERSHIP, Section.PROGRAMME):
            continue
        if passage.kind in ("heading", "cell") or not _may_lack_actor(passage, inquiry.dutch):
            continue
        for start, end in passage.sentences:
            sentence = passage.text[start:end]
            at = _without_actor(sentence, inquiry.dutch)
            if at is not None:
                said = sentence[at[0] : at[1]].strip()
                values = {"text": said if len(said) <= 60 else f"{said[:60]}…"}
                yield Found("sentence-nobody", passage.place(start + at[0]), values)


def abbreviations(inquiry: Inquiry) -> Iterator[Found]:
    """Letters that stand for something are written out once."""
    explained = _explained(inquiry)
    seen: set[str] = set()
    for passage, start, found in inquiry.find(_CAPITALS):
        short = found[0].rstrip("s")
        if short in seen or short in explained or _ROMAN.fullmatch(short):
            continue
        if _is_part(passage.text, start, start + len(found[0])):
            continue
        if passage.text.isupper() or (passage.kind, passage.section) == ("data", Section.ANNEXES):
            continue
        seen.add(short)
        yield Found("sentence-abbreviation", passage.place(start), {"text": short})


def _may_lack_actor(passage: Passage, dutch: bool) -> bool:
    """A quick look, since most passages have none of these words."""
    text = passage.text
    return "word" in text or "men" in text.lower() if dutch else " be " in text


def _without_actor(sentence: str, dutch: bool) -> tuple[int, int] | None:
    """Where a sentence hides who acts, if it does."""
    if dutch and (found := _MEN.search(sentence)):
        return found.span()
    if _AGENT.search(sentence) or FILLED in sentence[:1]:
        return None
    patterns = (_IMPERSONAL, _MUST_BE) if dutch else (_MUST_BE_EN,)
    for pattern in patterns:
        if found := pattern.search(sentence):
            return found.span()
    return None


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether capitals belong to a longer name, or to a number such as that of an account."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    joined = before[-1:] in tuple(_BESIDE) or (after[:1] in ("&", "-", "*") and after[1:].isalnum())
    counted = (before[-1:] == " " and before[:1].isdigit()) or (
        after[:1] == " " and after[1:].isdigit()
    )
    return joined or counted


def _explained(inquiry: Inquiry) -> set[str]:
    """What is known, defined, the name of something, or written out with its letters behind it."""
    cover = inquiry.covenant.cover
    names = [
        *(f"{party.name} {party.short}" for party in cover.parties),
        *(f"{one.term} {' '.join(one.variants)}" for one in inquiry.covenant.annexes.definitions),
        *(source.title for source in inquiry.covenant.annexes.sources),
        cover.title,
    ]
    known = {found[0] for name in names for found in _CAPITALS.finditer(name)}
    known.update(re.findall(r"\(([A-Z]{2,6})\)", inquiry.text))
    known.update(re.findall(r"\b([A-Z]{2,6}) \(", inquiry.text))
    return known | _KNOWN


LOOKS: Mapping[str, Look] = {
    "sentence-long": long,
    "sentence-core-long": core,
    "sentence-nobody": nobody,
    "sentence-abbreviation": abbreviations,
}
