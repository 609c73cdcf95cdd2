"""Rules on amounts and hours: what is counted can be added up, and is written one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.model.partnership import Contribution
from convenant.model.programme import Cost, Funding
from convenant.model.sums import MONEY, is_in_hours

_PER_YEAR = re.compile(
    r"\b(\d{1,3}(?:[.,]\d{3})+|\d+) (?:uur|uren|hours?) (?:per jaar|a year|per year|each year)\b"
)
_CURRENCY = re.compile(
    r"(?<![\w$])(?:[$£] ?\d|(?:USD|GBP|CHF) ?\d|\d(?:[\d.,]*\d)? ?(?:USD|GBP|CHF)\b)"
)
_SLOPPY = re.compile(r"€ ?[\d.]+,(?:-+|=|—|–)|€ ?\d{4,}(?![\d.])(?:,\d\d)?|€\d[\d.]*(?:,\d\d)?")
_IN_WORDS = re.compile(r"\bEUR ?\d[\d.]*(?:,\d\d)?|\b\d{1,3}(?:\.\d{3})+(?:,\d\d)? euro\b")
_WRITTEN = re.compile(r"\d[\d.]*(?:,\d\d)?")


def kinds_apart(inquiry: Inquiry) -> Iterator[Found]:
    """Money is an amount; hours, goods and facilities have a quantity and perhaps a value."""
    for one in inquiry.covenant.partnership.contributions:
        wrong = one.valuation if one.kind == MONEY else one.amount
        if one.kind and wrong is not None:
            yield Found("money-kind-mixed", one.at, {"id": one.id, **_party(inquiry, one)})


def vat(inquiry: Inquiry) -> Iterator[Found]:
    """All money includes VAT, or all of it leaves VAT out."""
    money = [one for one in inquiry.covenant.partnership.contributions if one.kind == MONEY]
    said = {one.vat: one for one in money if one.vat in ("incl", "excl")}
    if len(said) > 1:
        first, second = (said[kind] for kind in ("incl", "excl"))
        values = {"first": first.id or first.text, "second": second.id or second.text}
        yield Found("money-vat-mixed", second.at, values)
        return
    budget = inquiry.covenant.programme.budget
    if budget and budget.vat in ("incl", "excl") and said and budget.vat not in said:
        yield Found("money-vat-differs", budget.at)


def years(inquiry: Inquiry) -> Iterator[Found]:
    """The budget is about years in which the covenant runs."""
    budget, duration = inquiry.covenant.programme.budget, inquiry.covenant.annexes.duration
    if budget is None or duration is None or not (duration.start and duration.end):
        return
    first, last = duration.start[:4], duration.end[:4]
    lines: tuple[Cost | Funding, ...] = (*budget.costs, *budget.funding)
    for line in lines:
        if line.year and not first <= str(line.year) <= last:
            values = {"year": str(line.year), "line": line.id or line.text, "of": first, "to": last}
            yield Found("money-year-outside", line.at, values)


def hours_said(inquiry: Inquiry) -> Iterator[Found]:
    """Nobody promises more hours a year than it has said it has."""
    has: dict[str, Decimal] = {}
    for one in inquiry.covenant.partnership.contributions:
        if is_in_hours(one) and one.frequency == "yearly" and one.quantity is not None:
            has[one.party] = has.get(one.party, Decimal(0)) + one.quantity
    promised: dict[str, Decimal] = {}
    for commitment in inquiry.covenant.partnership.commitments:
        for found in _PER_YEAR.finditer(commitment.text):
            hours = Decimal(found[1].replace(".", "").replace(",", ""))
            promised[commitment.by] = promised.get(commitment.by, Decimal(0)) + hours
            if commitment.by in has and promised[commitment.by] > has[commitment.by]:
                values = {
                    "party": inquiry.names.get(commitment.by, commitment.by),
                    "promised": str(promised[commitment.by]),
                    "has": str(has[commitment.by].normalize().to_integral()),
                }
                yield Found("money-hours-short", commitment.at, values)
                break


def writing(inquiry: Inquiry) -> Iterator[Found]:
    """Amounts in the text are in euro, and written the same way."""
    if any(sign in inquiry.text for sign in ("$", "£", "USD", "GBP", "CHF")):
        for passage, start, found in inquiry.find(_CURRENCY):
            yield Found("money-currency", passage.place(start), {"text": found[0]})
    if not inquiry.dutch:
        return
    named = b"0 euro" in inquiry.shape or b"AAA 0" in inquiry.shape or b"AAA0" in inquiry.shape
    for pattern in (_SLOPPY, *((_IN_WORDS,) if named else ())):
        for passage, start, found in inquiry.find(pattern):
            if passage.kind != "data" and (better := neat_amount(found[0])) != found[0]:
                values = {"text": found[0], "better": better}
                yield Found("money-written", passage.place(start), values)


def neat_amount(text: str) -> str:
    """An amount the way Dutch documents have it: `€ 12.500`, or `€ 12.500,50`."""
    written = _WRITTEN.search(text)
    if written is None:
        return text
    whole, _, cents = written[0].partition(",")
    digits = whole.replace(".", "")
    grouped = f"{int(digits):,}".replace(",", ".") if len(digits) > 3 else digits
    return f"€ {grouped}" + (f",{cents}" if cents else "")


def _party(inquiry: Inquiry, one: Contribution) -> dict[str, str]:
    return {"party": inquiry.names.get(one.party, one.party)}


LOOKS: Mapping[str, Look] = {
    "money-kind-mixed": kinds_apart,
    "money-vat-mixed": vat,
    "money-year-outside": years,
    "money-hours-short": hours_said,
    "money-written": writing,
}
