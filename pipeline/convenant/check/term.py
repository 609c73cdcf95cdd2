"""Rules on defined terms: each is defined once, used, and written as it was defined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.check.language.passage import Passage
from convenant.model.section import Section

_HEREAFTER = re.compile(
    r"\b(?:[Hh]ierna(?: ook| gezamenlijk)?(?: te noemen)?|[Vv]erder te noemen|[Hh]ereinafter)"
    r":? *[“‘\"']?([^\W\d][\w -]{1,40}?)[”’\"'),.;]"
)
_LIKE_A_TERM = re.compile(
    r"(?<=[a-z,] )(?:de|het|dit|deze|dat|een|the|this|that|an?) ([A-Z][a-zà-ÿ]{3,})(?![\w-])"
)
_LAW = re.compile(r"(?i)wet(?:boek)?\b|\b(?:verordening|regeling|besluit|act|code)\b")
_OWN_KEYS = ("term", "meaning", "variants")
_RUN = (Section.PARTNERSHIP, Section.PROGRAMME, Section.ANNEXES)
_BODY_NAMES = (
    *("stuurgroep", "kernteam", "regiegroep", "werkgroep", "klankbordgroep", "projectgroep"),
    *("programmateam", "bewonersraad", "kerngroep", "steering group", "working group"),
)
_BODIES = re.compile(rf"(?i)\b({'|'.join(_BODY_NAMES)})\b")


def twice(inquiry: Inquiry) -> Iterator[Found]:
    """No term has two meanings."""
    first: dict[str, str] = {}
    for one in inquiry.covenant.annexes.definitions:
        forms = {one.term.casefold(), *(form.casefold() for form in one.variants)} - {""}
        if double := sorted(forms & first.keys()):
            yield Found("term-twice", one.at, {"term": one.term, "other": first[double[0]]})
        first |= dict.fromkeys(forms, one.term)


def unused(inquiry: Inquiry) -> Iterator[Found]:
    """A term that is defined is used."""
    if not inquiry.grown(Section.ANNEXES):
        return
    text = "\n".join(passage.text for passage in _elsewhere(inquiry)).lower()
    for one in inquiry.covenant.annexes.definitions:
        forms = [form.lower() for form in (one.term, *one.variants) if form]
        if forms and not any(_occurs(form, text) for form in forms):
            yield Found("term-unused", one.at, {"term": one.term})


def spelling(inquiry: Inquiry) -> Iterator[Found]:
    """A term is written as it was defined: apart, together or with a hyphen."""
    right = {
        form.lower()
        for one in inquiry.covenant.annexes.definitions
        for form in (one.term, *one.variants)
    }
    for one in inquiry.covenant.annexes.definitions:
        wrong = _other_spellings(one.term, inquiry.vocabulary) - right
        met = sorted(form for form in wrong if form in inquiry.low)
        if met:
            every = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, met))})(?![\w-])")
            for passage, start, found in inquiry.find(every):
                if passage.key not in _OWN_KEYS:
                    values = {"text": found[0], "term": one.term}
                    yield Found("term-spelling", passage.place(start), values)


def capitals(inquiry: Inquiry) -> Iterator[Found]:
    """A term has a capital in the middle of a sentence only where its definition has one."""
    terms = {
        form.capitalize()
        for one in inquiry.covenant.annexes.definitions
        for form in (one.term, *one.variants)
        if len(form) > 3 and form == form.lower() and " " not in form
    }
    names = " ".join(inquiry.names.values()) + " " + inquiry.covenant.cover.title
    met = sorted(term for term in terms if term in inquiry.text and term not in names)
    if not met:
        return
    every = re.compile(rf"\b(?:{'|'.join(map(re.escape, met))})\b")
    for passage, start, found in inquiry.find(every, *(term.lower() for term in met)):
        if passage.kind in ("heading", "cell") or passage.key in _OWN_KEYS:
            continue
        before = passage.text[:start].rstrip(" “‘\"'(")
        if before and before[-1] not in ".!?:;–—" and not _is_name(passage.text, start, found[0]):
            values = {"text": found[0], "term": found[0].lower()}
            yield Found("term-capital", passage.place(start), values)


def undefined(inquiry: Inquiry) -> Iterator[Found]:
    """A word that is written like a defined term is one.

    Only a word that stands there twice with its capital, and elsewhere without one, so that it is
    no name.
    """
    seen: dict[str, list[tuple[Passage, int]]] = {}
    for passage, start, found in inquiry.find(_LIKE_A_TERM):
        at = start + found.start(1) - found.start()
        law = _LAW.search(passage.text, at, at + 50)
        if passage.kind == "paragraph" and not law and not _is_name(passage.text, at, found[1]):
            seen.setdefault(found[1], []).append((passage, at))
    often = {word: places for word, places in seen.items() if len(places) > 1}
    if not often:
        return
    known = " ".join(_named(inquiry)).casefold()
    for word, places in often.items():
        low = word.lower()
        if low not in known and re.search(rf"(?<![\w-]){low}(?![\w-])", inquiry.text):
            passage, at = places[0]
            values = {"term": word, "count": str(len(places)), "low": low}
            yield Found("term-undefined", passage.place(at), values)


def _named(inquiry: Inquiry) -> Iterator[str]:
    """Everything that has a name or a definition of its own."""
    covenant = inquiry.covenant
    for one in covenant.annexes.definitions:
        yield from (one.term, *one.variants)
    yield from inquiry.names.values()
    yield from (party.name for party in covenant.cover.parties)
    yield covenant.cover.title
    if covenant.cover.initiative:
        yield covenant.cover.initiative.name
    if governance := covenant.programme.governance:
        yield from (body.name for body in governance.bodies)


def hereafter(inquiry: Inquiry) -> Iterator[Found]:
    """What is given a name in passing stands among the definitions."""
    leads = ("hierna", "verder te noemen", "hereinafter")
    if not any(lead in inquiry.low for lead in leads):
        return
    known = {
        form.casefold()
        for one in inquiry.covenant.annexes.definitions
        for form in (one.term, *one.variants)
    }
    known |= {name.casefold() for name in inquiry.names.values()}
    for passage, start, found in inquiry.find(_HEREAFTER, *leads):
        name = found[1].strip()
        bare = re.sub(r"(?i)^(?:de|het|the) ", "", name).casefold()
        if name.casefold() not in known and bare not in known:
            yield Found("term-in-passing", passage.place(start), {"term": name})


def bodies(inquiry: Inquiry) -> Iterator[Found]:
    """A body that the text gives work to exists."""
    governance = inquiry.covenant.programme.governance
    if governance is None or not governance.bodies:
        return
    known = " ".join(f"{body.id} {body.name} {body.kind}" for body in governance.bodies)
    known += " ".join(one.term for one in inquiry.covenant.annexes.definitions)
    known = known.casefold().replace("_", " ").replace("-", " ")
    known += " ".join(
        a.body for p in inquiry.covenant.cover.parties for a in p.approvals
    ).casefold()
    if not any(name in inquiry.low for name in _BODY_NAMES if name not in known):
        return
    seen: set[str] = set()
    for passage, start, found in inquiry.find(_BODIES, *_BODY_NAMES):
        name = found[1].casefold()
        if passage.section in _RUN and name not in known and name not in seen:
            seen.add(name)
            yield Found("term-unknown-body", passage.place(start), {"body": found[1]})


def _elsewhere(inquiry: Inquiry) -> Iterator[Passage]:
    """Everything but the definitions themselves."""
    for passage in inquiry.passages:
        if passage.key not in _OWN_KEYS:
            yield passage


def _occurs(form: str, text: str) -> bool:
    """Whether a form is in the text as a word of its own."""
    at = text.find(form)
    while at >= 0:
        if not (
            text[max(at - 1, 0) : at].isalnum()
            or text[at + len(form) : at + len(form) + 1].isalnum()
        ):
            return True
        at = text.find(form, at + 1)
    return False


def _other_spellings(term: str, vocabulary: Set[str]) -> set[str]:
    """The same letters apart, together or with a hyphen, in small letters.

    Args:
        vocabulary: the words of the covenant; what is made of others is in no text of it.
    """
    low = term.lower()
    parts = [part for part in re.split(r"[ -]", low) if part]
    if len(parts) > 1:
        return {"".join(parts), "-".join(parts), " ".join(parts)} - {low}
    if len(low) < 6:
        return set()
    cuts = [(low[:i], low[i:]) for i in range(3, len(low) - 2)]
    apart = {f"{a} {b}" for a, b in cuts if a in vocabulary and b in vocabulary}
    return apart | {f"{a}-{b}" for a, b in cuts if f"{a}-{b}" in vocabulary}


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether the word is part of a name: a capital beside it that starts no sentence."""
    rest, _, before = text[:start].rstrip().rpartition(" ")
    after = text[start + len(word) :].lstrip(" ")
    named = before[:1].isupper() and rest.rstrip()[-1:] not in ("", *".!?:;")
    return named or after[:1].isupper()


LOOKS: Mapping[str, Look] = {
    "term-twice": twice,
    "term-unused": unused,
    "term-spelling": spelling,
    "term-capital": capitals,
    "term-undefined": undefined,
    "term-in-passing": hereafter,
    "term-unknown-body": bodies,
}
