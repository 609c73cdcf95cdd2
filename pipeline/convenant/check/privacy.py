"""Rules against personal data, before it enters a history that keeps everything.

The files are read as they are written, remarks and all: what stands in a comment is kept as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look, shape_of
from convenant.model.section import Section
from convenant.problem import Place

_LOCAL = re.compile(r"[A-Za-z0-9._%+-]+\Z")
_DOMAIN = re.compile(r"@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_GENERAL = frozenset(
    (
        *("info", "contact", "post", "secretariaat", "bestuur", "gemeente", "griffie", "privacy"),
        *("fg", "klachten", "redactie", "pers", "communicatie", "office", "hello", "hallo"),
        *("board", "secretary", "press", "postbus", "receptie", "servicepunt", "aanmelden"),
        *("noreply", "no-reply", "voorzitter", "secretaris", "penningmeester", "chair", "mail"),
    )
)
"""Addresses of an organisation or a function, not of a person."""

_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+31[ .-]?(?:\(0\))?[ .-]?[1-9]|\(?0[1-9])(?:[ .()-]{0,2}\d){8}(?![\d.,]*\d)"
)
_DIGITS = re.compile(r"\d[\d .()-]{6,}\d")
"""What may hold a telephone number or a citizen service number."""

_NUMBER = re.compile(r"(?<![\w.,€/-])[1-9]\d{8}(?![\w/-]|[.,]\d)")
_IBAN = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_BIRTH = re.compile(
    r"(?i)\b(?:geboren|geboortedatum|geb\.|born|date of birth)\b[^.\n]{0,25}?"
    r"(?:\d{1,2}[-/ ](?:\d{1,2}|[a-z]{3,9})[-/ ]\d{4}|\d{4}-\d\d-\d\d)"
)
_ADDRESS = re.compile(r"(?<![\w€.,-])([1-9]\d{3}) ?([A-Z]{2})(?!\w)")
_HOUSE = re.compile(r"[a-z]\.? \d{1,4} ?[a-zA-Z]?,? *$")
"""A street and a number, right before a postcode."""

_NO_POSTCODE = frozenset(("EU", "VN", "UA", "EN", "BV", "NV", "SA", "SD", "SS"))
"""Not in use behind a postcode, or usual behind a year."""

_PERSON = re.compile(
    r"\b(?:[Dd]hr\.|[Mm]evr\.|[Mm]w\.|[Dd]e heer|[Mm]evrouw|[Mm]eneer|Mrs?\.?|Ms\.?) "
    r"(?:(?:[A-Z]\. ?)+)?(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[rn]) )*[A-Z][a-zà-ÿ]{2,}"
)
_NINE = re.compile(rb"0(?:[ .()-]{0,2}0){8}")
"""Nine digits near each other, in a shape: fewer are no telephone number, but often a date."""

_BIRTH_WORDS = ("ebor", "eb.", "born", "birth")
_TITLES = ("e heer ", "evrouw ", "eneer ", "dhr.", "Dhr.", "evr.", "mw.", "Mw.", "Mr", "Ms")
_SIGNATURE = re.compile(r"(?i)handtekening|signature|paraaf|getekend-door")


def written_down(inquiry: Inquiry) -> Iterator[Found]:
    """Everything in the files that points to a person.

    The people in a picture of the future are made up, and may have a name.
    """
    for file, text in inquiry.texts.items():
        made_up = file.rpartition("/")[2].startswith(Section.VISUALISATION.value)
        for code, start, said in sorted(_told(text), key=lambda one: one[1]):
            if code == "privacy-name" and made_up:
                continue
            line = text.count("\n", 0, start) + 1
            column = start - text.rfind("\n", 0, start)
            yield Found(code, Place(file, line, column), {"text": said})


def signatures(inquiry: Inquiry) -> Iterator[Found]:
    """No picture of a signature is in the folder."""
    for name in inquiry.covenant.images:
        if _SIGNATURE.search(name):
            place = Place(f"{inquiry.covenant.folder}/{name}")
            yield Found("privacy-signature", place, {"file": name})


def _told(text: str) -> Iterator[tuple[str, int, str]]:
    """Code, index and text of what a file tells of a person."""
    if "@" in text:
        for domain in _DOMAIN.finditer(text):
            local = _LOCAL.search(text, max(domain.start() - 64, 0), domain.start())
            example = domain[0].lower().endswith(".example")
            if local and not example and local[0].lower() not in _GENERAL:
                yield "privacy-mail", local.start(), local[0] + domain[0]
    # A quick look first: most files hold nothing of the kind.
    shapes = shape_of(text)
    if b"AA00" in shapes or _NINE.search(shapes):
        yield from _numbers(text)
    if b"0000 AA" in shapes or b"0000AA" in shapes:
        for found in _ADDRESS.finditer(text):
            before = text[max(found.start() - 40, 0) : found.start()]
            if found[2] not in _NO_POSTCODE and _HOUSE.search(before):
                yield "privacy-address", found.start(1), f"{found[1]} {found[2]}"
    if any(word in text for word in _BIRTH_WORDS):
        for found in _BIRTH.finditer(text):
            yield "privacy-birth", found.start(), found[0]
    if any(word in text for word in _TITLES):
        for found in _PERSON.finditer(text):
            yield "privacy-name", found.start(), found[0]


def _numbers(text: str) -> Iterator[tuple[str, int, str]]:
    taken = []
    for found in _IBAN.finditer(text):
        if is_iban(found[0]):
            taken.append(found.span())
            yield "privacy-iban", found.start(), _veiled(found[0])
    for digits in _DIGITS.finditer(text):
        # The digits of an account are no telephone number as well.
        if any(start <= digits.start() < end for start, end in taken):
            continue
        first, last = max(digits.start() - 4, 0), min(digits.end() + 2, len(text))
        if phone := _PHONE.search(text, first, last):
            yield "privacy-phone", phone.start(), phone[0]
        elif (number := _NUMBER.search(text, first, last)) and is_citizen_number(number[0]):
            yield "privacy-bsn", number.start(), _veiled(number[0])


def is_citizen_number(digits: str) -> bool:
    """Whether nine digits pass the test of a burgerservicenummer.

    Source: Besluit burgerservicenummer, the *elfproef*: 9, 8, … 2 times the first eight digits,
    minus the last one, is a multiple of eleven.
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and len(set(digits)) > 1


def is_iban(text: str) -> bool:
    """Whether the check digits of an account number are right. Source: ISO 13616."""
    plain = text.replace(" ", "")
    turned = plain[4:] + plain[:4]
    return 15 <= len(plain) <= 34 and int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _veiled(number: str) -> str:
    """Enough of a number to find it, and too little to use it: reports are kept as well."""
    return f"{number[:2]}…{number[-2:]}"


LOOKS: Mapping[str, Look] = {
    "privacy-mail": written_down,
    "privacy-signature": signatures,
}
