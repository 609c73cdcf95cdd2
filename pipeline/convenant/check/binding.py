"""Rules on the nature of binding: what is said of it agrees with everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.section import Section

_COMMITMENT = re.compile(r"\b[A-Z]{1,3}-?\d{1,3}\b")
_DUTY = {
    "nl": re.compile(
        r"\b(?:verplicht(?:en)? zich|is verplicht|zijn verplicht|verbindt? zich tot)\b"
    ),
    "en": re.compile(r"\b(?:undertakes? to|is obliged to|are obliged to|is bound to)\b"),
}
_PENALTY = {
    "nl": re.compile(r"\b(?:boete|boetebeding|dwangsom|contractuele boete)\b"),
    "en": re.compile(r"\b(?:penalty|penalties|liquidated damages)\b"),
}
_NONE = re.compile(r"\b(?:geen|niet|zonder|no|not|without)\b")


def enforceable(inquiry: Inquiry) -> Iterator[Found]:
    """What each commitment says of enforcement agrees with what is said of all."""
    binding = inquiry.covenant.annexes.binding
    if binding is None or not binding.nature:
        return
    commitments = inquiry.covenant.partnership.commitments
    for one in commitments:
        if binding.nature == "none" and one.enforceable:
            yield Found("binding-none-but-enforceable", one.at, {"id": one.id})
        elif binding.nature == "full" and one.enforceable is False:
            yield Found("binding-full-but-not", one.at, {"id": one.id})
    unsaid = all(one.enforceable is None for one in commitments)
    if binding.nature == "partial" and commitments and unsaid and inquiry.grown(Section.ANNEXES):
        yield Found("binding-partial-unsaid", binding.at)


def listed(inquiry: Inquiry) -> Iterator[Found]:
    """The list of enforceable commitments in words is the one in the register."""
    binding = inquiry.covenant.annexes.binding
    if binding is None or binding.nature != "partial":
        return
    ids = {one.id: one for one in inquiry.covenant.partnership.commitments if one.id}
    named = {id for id in _COMMITMENT.findall(binding.text) if id in ids}
    if not named or (_NONE.search(binding.text.partition(".")[0]) and len(named) < 2):
        return
    for id, one in ids.items():
        if one.enforceable and id not in named:
            yield Found("binding-not-listed", one.at, {"id": id})
        elif one.enforceable is False and id in named:
            yield Found("binding-listed-but-not", one.at, {"id": id})


def words(inquiry: Inquiry) -> Iterator[Found]:
    """Where nothing binds in law, the words promise no duty and threaten with no penalty."""
    binding = inquiry.covenant.annexes.binding
    language = inquiry.covenant.language[:2]
    if binding is None or binding.nature != "none" or language not in _DUTY:
        return
    for passage in inquiry.passages:
        for code, pattern in (
            ("binding-none-but-duty", _DUTY[language]),
            ("binding-none-but-penalty", _PENALTY[language]),
        ):
            found = pattern.search(passage.text)
            if found and not _NONE.search(passage.sentence_at(found.start())):
                yield Found(code, passage.place(found.start()), {"text": found[0]})


LOOKS: Mapping[str, Look] = {
    "binding-none-but-enforceable": enforceable,
    "binding-not-listed": listed,
    "binding-none-but-duty": words,
}
