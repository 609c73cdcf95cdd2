"""Rules on commitments: who does what, for whom, and whether the register has them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.check.language.passage import FILLED, Passage
from convenant.model.section import Section

_WEAK = re.compile(
    r"(?i)\b(?:doorgaans|meestal|in de regel|bij voorkeur|naar beste kunnen"
    r"|usually|preferably|as a rule|normally)\b"
)
"""Words that take back a part of a result; others are told by the rules on wording."""

_PROMISES = {
    "nl": re.compile(
        r"\b(?:zal|zullen|verplicht(?:en)? zich|verbindt? zich|verbinden zich|zegt|zeggen toe"
        r"|committeert zich|committeren zich|garandeert|garanderen|belooft|beloven)\b"
    ),
    "en": re.compile(
        r"\b(?:shall|undertakes? to|commits? itself|commit themselves|guarantees?|promises? to)\b"
    ),
}
_NOT_PROMISED = re.compile(
    r"\b(?:niet|geen|nooit|not|no|never|kan|kunnen|may|mag|mogen|als|indien|wanneer|if|when"
    r"|tenzij|unless|tot dan|zodra)\b"
)
"""A sentence with a condition or a denial is a rule about a case, not a promise to do a thing."""

_REFERENCE = re.compile(r"\b[A-Z]\d{1,3}\b")


def actors(inquiry: Inquiry) -> Iterator[Found]:
    """A commitment starts with nobody else than the party that leads it."""
    others = _called(inquiry)
    for one in inquiry.covenant.partnership.commitments:
        text = _plain(one.text)
        for name, id in others.items():
            if text.startswith(f"{name} ") and id != one.by and one.by in inquiry.names:
                values = {"id": one.id, "said": inquiry.names[id], "by": inquiry.names[one.by]}
                yield Found("commitment-other-actor", one.at, values)
                break


def circles(inquiry: Inquiry) -> Iterator[Found]:
    """Nobody promises something to itself, or helps itself."""
    for one in inquiry.covenant.partnership.commitments:
        if one.by and (one.by in one.partners or one.by in one.towards):
            party = inquiry.names.get(one.by, one.by)
            yield Found("commitment-to-itself", one.at, {"id": one.id, "party": party})


def results(inquiry: Inquiry) -> Iterator[Found]:
    """A result is promised as a result."""
    for one in inquiry.covenant.partnership.commitments:
        if one.kind == "result" and (weak := _WEAK.search(one.text)):
            yield Found("commitment-weak-result", one.at, {"id": one.id, "text": weak[0]})


def claimants(inquiry: Inquiry) -> Iterator[Found]:
    """What a court can enforce is owed to somebody."""
    for one in inquiry.covenant.partnership.commitments:
        if one.enforceable and not one.towards:
            yield Found("commitment-owed-to-nobody", one.at, {"id": one.id})


def twice(inquiry: Inquiry) -> Iterator[Found]:
    """No commitment stands in the register twice."""
    seen: dict[tuple[str, str], str] = {}
    for one in inquiry.covenant.partnership.commitments:
        said = (one.by, " ".join(one.text.casefold().split()).rstrip("."))
        if one.text and said in seen:
            yield Found("commitment-twice", one.at, {"id": one.id, "other": seen[said]})
        seen.setdefault(said, one.id)


def unregistered(inquiry: Inquiry) -> Iterator[Found]:
    """What the text promises in the name of a party is in the register."""
    pattern = _PROMISES.get(inquiry.covenant.language[:2])
    if pattern is None:
        return
    called = _called(inquiry)
    for passage in inquiry.passages:
        if passage.section not in (Section.PARTNERSHIP, Section.PROGRAMME):
            continue
        if passage.kind != "paragraph" or not pattern.search(passage.text):
            continue
        if any(target.startswith("#") for target in passage.targets):
            continue
        yield from _promised(passage, pattern, called)


def unmentioned(inquiry: Inquiry) -> Iterator[Found]:
    """The register stands somewhere in the text, or its commitments are named there."""
    prose = inquiry.covenant.prose.get(Section.PARTNERSHIP)
    commitments = inquiry.covenant.partnership.commitments
    if prose is None or not commitments or not inquiry.grown(Section.PARTNERSHIP):
        return
    if any(
        marker.name == "commitments"
        for one in inquiry.covenant.all_prose()
        for marker in one.markers
    ):
        return
    named = {target for passage in inquiry.passages for target in passage.targets}
    for one in commitments:
        if one.id and f"#{one.id}" not in named:
            yield Found("commitment-unmentioned", one.at, {"id": one.id})


def _promised(
    passage: Passage, pattern: re.Pattern[str], called: Mapping[str, str]
) -> Iterator[Found]:
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        low = _plain(sentence)
        party = next((name for name in called if low.startswith(f"{name} ")), "")
        if not party or FILLED in sentence or _REFERENCE.search(sentence):
            continue
        verb = pattern.search(sentence)
        if verb is None or _NOT_PROMISED.search(sentence):
            continue
        # The verb follows its subject: further on it belongs to somebody else.
        if sentence[len(party) : verb.start()].count(" ") <= 2:
            values = {"text": sentence[: verb.end()]}
            yield Found("commitment-unregistered", passage.place(start), values)


def _called(inquiry: Inquiry) -> Mapping[str, str]:
    """Ids of parties by what a sentence may call them, the longest names first."""
    known: dict[str, str] = {}
    for party in inquiry.covenant.cover.parties:
        for name in (party.name, party.short):
            if name:
                known[_plain(name)] = party.id
    return dict(sorted(known.items(), key=lambda one: -len(one[0])))


def _plain(text: str) -> str:
    """In small letters, and with the apostrophe of a keyboard: a text has the printer's own."""
    return text.casefold().replace("’", "'")


LOOKS: Mapping[str, Look] = {
    "commitment-other-actor": actors,
    "commitment-to-itself": circles,
    "commitment-weak-result": results,
    "commitment-owed-to-nobody": claimants,
    "commitment-twice": twice,
    "commitment-unregistered": unregistered,
    "commitment-unmentioned": unmentioned,
}
