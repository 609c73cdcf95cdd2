"""Rules for what the tool writes down: consents, reviews and signatures are of this covenant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convenant.locale import N_
from convenant.model.covenant import Covenant
from convenant.model.record import Consents, Records, Reviews, Signatures
from convenant.model.rule import Example, Rule
from convenant.problem import Place, Problem, Severity

_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{4}){2} ?\d{2}\b"
    r"|(?<![\d-])(?:\+31|0)[ -]?[1-9](?:[ -]?\d){8}(?!\d)"
)
"""An e-mail address, an account number (IBAN) or a Dutch telephone number."""


def check_records(covenant: Covenant, records: Records) -> Iterator[Problem]:
    """Each record is of this covenant and of the party that its file is named after."""
    files: list[tuple[str, Consents | Reviews | Signatures]] = [
        *records.consents.items(),
        *records.reviews.items(),
        *records.signatures.items(),
    ]
    for name, record in files:
        stem = name.partition("/")[2].removesuffix(".yaml")
        if record.covenant and record.covenant != covenant.slug:
            yield _problem(record.at, "record-covenant", record.covenant, covenant.slug)
        if record.party and record.party != stem:
            yield _problem(record.at, "record-file", record.party, stem)
        elif covenant.cover.parties and covenant.party(stem) is None:
            yield _problem(record.at, "record-party", stem, "")
        for at, text in _texts(record):
            if found := _PRIVATE.search(text):
                values = {"text": found[0][:3] + "…"}
                yield Problem(at, "record-private", Severity.ERROR, values)


def _texts(record: Consents | Reviews | Signatures) -> Iterator[tuple[Place, str]]:
    """What people wrote themselves."""
    match record:
        case Consents():
            yield from ((a.at, f"{a.text} {a.function} {a.recorded_by}") for a in record.consents)
        case Reviews():
            yield from ((r.at, f"{r.text} {r.function} {r.recorded_by}") for r in record.reviews)
        case Signatures():
            yield from ((s.at, f"{s.function} {s.recorded_by}") for s in record.signatures)


def _problem(at: Place, code: str, found: str, meant: str) -> Problem:
    return Problem(at, code, Severity.ERROR, {"found": found, "meant": meant})


_DIGEST = "33b82950971c59296377a29c0d415c7f5bad2feec6a425e42131f5fd53d5ddaf"


def _file(covenant: str, party: str, text: str = "De zaterdag is geregeld.") -> str:
    return (
        f"covenant: {covenant}\nparty: {party}\nconsents:\n  - answer: agree_if\n"
        f"    digest: {_DIGEST}\n    function: secretaris\n    date: 2027-01-15\n"
        f"    text: {text}\n"
    )


_GOOD = _file("buurtkamer", "linde")
_WHY = N_(
    "A record says what one party said about one text. One that was copied from another covenant "
    "or another party would put words into somebody’s mouth."
)

RULES = (
    Rule(
        code="record-covenant",
        title=N_("A record is of another covenant"),
        message=N_("This record is of the covenant “{found}”, and stands with “{meant}”."),
        hint=N_("Take the file away here, or put it in the folder of its own covenant."),
        reason=_WHY,
        example=Example("consents/linde.yaml", bad=_file("elders", "linde"), good=_GOOD),
    ),
    Rule(
        code="record-file",
        title=N_("A record is of another party than its file"),
        message=N_("This record is of the party “{found}”, and its file is that of “{meant}”."),
        hint=N_("Let the tool write it: convenant consent, review or sign."),
        reason=_WHY,
        example=Example("consents/linde.yaml", bad=_file("buurtkamer", "gemeente"), good=_GOOD),
    ),
    Rule(
        code="record-party",
        title=N_("A record is of nobody in this covenant"),
        message=N_("“{found}” is none of the parties of this covenant."),
        hint=N_("Take the file away, or name the party in covenant.yaml."),
        reason=_WHY,
        example=Example("consents/niemand.yaml", bad=_file("buurtkamer", "niemand"), good=None),
    ),
    Rule(
        code="record-private",
        title=N_("A record holds private data"),
        message=N_("This record holds what looks like private data: {text}"),
        hint=N_("Write down the function and what it is about, not the person."),
        reason=N_(
            "Records are published with the covenant and kept for good. An address, a telephone "
            "number or an account number cannot be taken back from there."
        ),
        example=Example(
            "consents/linde.yaml",
            bad=_file("buurtkamer", "linde", "Bel met 06-12345678."),
            good=_GOOD,
        ),
    ),
)
