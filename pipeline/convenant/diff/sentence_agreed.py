"""Sentences of our own about what parties bring, promise and are bound to."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from convenant.diff.name import Names, shorten
from convenant.diff.telling import Telling
from convenant.locale import N_
from convenant.model.comparison import ChangeKind
from convenant.model.saying import Money, Number, Saying, Spoken

_PER = {
    "daily": N_("{amount} per day"),
    "weekly": N_("{amount} per week"),
    "monthly": N_("{amount} per month"),
    "quarterly": N_("{amount} per quarter"),
    "half_yearly": N_("{amount} per half year"),
    "yearly": N_("{amount} per year"),
    "two_yearly": N_("{amount} per two years"),
    "once": N_("{amount}, once"),
}


def _contribution(telling: Telling) -> Saying | None:
    one = telling.difference
    if one.item is None or one.kind is ChangeKind.CHANGED:
        return None
    values: dict[str, Spoken] = {
        "party": telling.field("party"),
        "text": shorten(telling.text("text"), 120),
        "measure": _measure(one.item.now) or "",
    }
    if not values["party"] or not values["text"]:
        return None
    if one.kind is ChangeKind.REMOVED:
        text = N_("The contribution of {party} is dropped: {text}.")
        with_measure = N_("The contribution of {party} is dropped: {text} ({measure}).")
    else:
        text = N_("New contribution of {party}: {text}.")
        with_measure = N_("New contribution of {party}: {text} ({measure}).")
    return Saying(with_measure if values["measure"] else text, values)


def _amount(telling: Telling) -> Saying | None:
    one = telling.difference
    if one.item is None or one.item.old is None or one.item.new is None:
        return None
    if one.kind is not ChangeKind.CHANGED or not one.item.now.get("party"):
        return None
    key = one.keys[-1]
    frequency = str(one.item.now.get("frequency") or "")
    unit = telling.text("unit") if key == "quantity" else ""
    if key == "quantity" and not unit:
        return None
    before, after = _sized(one.before, "", key), _sized(one.after, unit, key)
    if before is None or after is None:
        return None
    values: dict[str, Spoken] = {
        "party": telling.field("party"),
        "before": before,
        "after": _per(after, frequency),
        "text": shorten(telling.text("text")),
    }
    if not values["text"]:
        return Saying(N_("The contribution of {party} went from {before} to {after}."), values)
    return Saying(N_("The contribution of {party} went from {before} to {after} ({text})."), values)


def _measure(item: Any) -> Spoken | None:
    frequency = str(item.get("frequency") or "")
    if item.get("amount") is not None:
        amount = _sized(item["amount"], "", "amount")
        return None if amount is None else _per(amount, frequency)
    if item.get("quantity") is not None and item.get("unit"):
        quantity = _sized(item["quantity"], str(item["unit"]), "quantity")
        return None if quantity is None else _per(quantity, frequency)
    return None


def _sized(value: Any, unit: str, key: str) -> Spoken | None:
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return None
    if key == "amount":
        return Money(value)
    return (
        Saying(N_("{number} {unit}"), {"number": Number(value), "unit": unit})
        if unit
        else Number(value)
    )


def _per(amount: Spoken, frequency: str) -> Spoken:
    return Saying(_PER[frequency], {"amount": amount}) if frequency in _PER else amount


def _commitment(telling: Telling) -> Saying | None:
    one = telling.difference
    if one.item is None or one.kind is ChangeKind.CHANGED:
        return None
    values: dict[str, Spoken] = {
        "agreement": telling.names.thing(one.item),
        "party": telling.field("by"),
        "due": telling.field("due"),
        "text": shorten(telling.text("text"), 160),
    }
    if not values["party"] or not values["text"]:
        return None
    if one.kind is ChangeKind.REMOVED:
        return Saying(N_("{agreement} of {party} is dropped: {text}."), values)
    if values["due"]:
        return Saying(N_("New {agreement} for {party}, by {due}: {text}."), values)
    return Saying(N_("New {agreement} for {party}: {text}."), values)


def _commitment_field(changed: str) -> Callable[[Telling], Saying | None]:
    def tell(telling: Telling) -> Saying | None:
        one = telling.difference
        if one.item is None or one.kind is not ChangeKind.CHANGED:
            return None
        values: dict[str, Spoken] = {
            "agreement": telling.now.thing(one.item),
            "party": telling.field("by"),
            "before": telling.before,
            "after": telling.after,
        }
        return Saying(changed, values) if values["party"] else None

    return tell


def _enforceable(telling: Telling) -> Saying | None:
    one = telling.difference
    if one.item is None or one.kind is ChangeKind.REMOVED:
        return None
    text = (
        N_("The parties to whom {agreement} is owed can now enforce it in court.")
        if one.after is True
        else N_("{agreement} cannot be enforced in court.")
    )
    return Saying(text, {"agreement": telling.now.thing(one.item)})


def _term(text: str) -> Callable[[Telling], Saying | None]:
    def tell(telling: Telling) -> Saying | None:
        if telling.difference.kind is not ChangeKind.CHANGED:
            return None
        return Saying(text, {"before": telling.before, "after": telling.after})

    return tell


def _maturity(telling: Telling) -> Saying | None:
    section = str(telling.difference.section.number)
    values: dict[str, Spoken] = {"section": section, "after": telling.after}
    if telling.difference.kind is ChangeKind.CHANGED:
        text = N_("Section {section} was {before} and is now {after}.")
        return Saying(text, {**values, "before": telling.before})
    if telling.difference.kind is ChangeKind.ADDED:
        return Saying(N_("Section {section} is now {after}."), values)
    return None


def _file(telling: Telling) -> Saying | None:
    one = telling.difference
    if one.item is None:
        return None
    names: Names = telling.now
    return Saying(N_("The file of {thing} is another one now."), {"thing": names.thing(one.item)})


_SECTIONS = ("ambition", "partnership", "visualisation", "programme", "annexes")

AGREED: dict[tuple[str, tuple[str, ...]], Callable[[Telling], Saying | None]] = {
    ("partnership", ("contributions",)): _contribution,
    ("partnership", ("contributions", "amount")): _amount,
    ("partnership", ("contributions", "quantity")): _amount,
    ("partnership", ("commitments",)): _commitment,
    ("partnership", ("commitments", "due")): _commitment_field(
        N_("The date of {agreement} of {party} went from {before} to {after}.")
    ),
    ("partnership", ("commitments", "by")): _commitment_field(
        N_("{agreement} goes from {before} to {after}.")
    ),
    ("partnership", ("commitments", "enforceable")): _enforceable,
    ("annexes", ("duration", "end")): _term(
        N_("The covenant now runs until {after} inclusive; that was {before}.")
    ),
    ("annexes", ("duration", "start")): _term(
        N_("The covenant now starts on {after}; that was {before}.")
    ),
    ("annexes", ("notice", "months")): _term(
        N_("The term of notice went from {before} to {after} months.")
    ),
    ("annexes", ("binding", "nature")): _term(N_("The parties were {before} and are now {after}.")),
    ("annexes", ("annexes", "sha256")): _file,
    **{(key, ("maturity",)): _maturity for key in _SECTIONS},
}
"""By section and keys, how it is told; a teller gives None where the general words do better."""
