"""§2, the partnership: `2-partnership.yaml`, with the partnership map."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from convenant.problem import Place


class Period(Struct, frozen=True):
    """From one ISO date to another, both included."""

    at: Place
    start: str = ""
    end: str = ""


class Contribution(Struct, frozen=True):
    """What a party brings in.

    Attributes:
        kind: money, staff, product_service or facility.
        amount: euro, for money. Never added up with `valuation`.
        quantity: how many of `unit` each `frequency`.
        valuation: euro, what staff or kind would cost.
    """

    at: Place
    id: str = ""
    party: str = ""
    kind: str = ""
    text: str = ""
    amount: Decimal | None = None
    quantity: Decimal | None = None
    unit: str = ""
    frequency: str = ""
    period: Period | None = None
    basis: str = ""
    vat: str = ""
    indexation: str = ""
    valuation: Decimal | None = None
    condition: str = ""


class Benefit(Struct, frozen=True):
    """What a party gets out of the partnership."""

    at: Place
    party: str = ""
    text: str = ""


class Commitment(Struct, frozen=True):
    """Who does what, when. Source: awz2003:7.

    Attributes:
        by: id of the party that leads; `partners` do it with them, `towards` are owed it.
        due: ISO date; `frequency` where it recurs instead.
        kind: effort or result.
        enforceable: whether the parties mean a court to enforce this one.
    """

    at: Place
    id: str = ""
    by: str = ""
    partners: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    text: str = ""
    due: str = ""
    frequency: str = ""
    condition: str = ""
    kind: str = ""
    enforceable: bool | None = None
    goals: tuple[str, ...] = ()


class Accession(Struct, frozen=True):
    """Who may join later, how and on which terms. Source: awz2003:6."""

    at: Place
    who: str = ""
    how: str = ""
    conditions: tuple[str, ...] = ()
    decided_by: str = ""


class Mandate(Struct, frozen=True):
    """A role that a party fills and what it may decide alone."""

    at: Place
    party: str = ""
    role: str = ""
    mandate: str = ""


class MapValue(Struct, frozen=True):
    """First column of the partnership map."""

    at: Place
    text: str = ""
    success_when: str = ""


class Relation(Struct, frozen=True):
    """What one party expects of another; `between` holds two party ids, from and to."""

    at: Place
    between: tuple[str, ...] = ()
    expectation: str = ""


class Conduct(Struct, frozen=True):
    """Behaviour that the parties expect."""

    at: Place
    text: str = ""
    by: str = ""


class Precondition(Struct, frozen=True):
    """What must be arranged for the partnership to work."""

    at: Place
    text: str = ""
    arranged: bool | None = None


class MapAction(Struct, frozen=True):
    """A first step."""

    at: Place
    text: str = ""
    owner: str = ""
    due: str = ""


class PartnershipMap(Struct, frozen=True):
    """The five columns of the partnership map (*partnerschapskaart*, version 2.0)."""

    at: Place
    values: tuple[MapValue, ...] = ()
    relations: tuple[Relation, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    conditions: tuple[Precondition, ...] = ()
    actions: tuple[MapAction, ...] = ()


class Partnership(Struct, frozen=True):
    """`2-partnership.yaml`."""

    at: Place
    maturity: str = ""
    contributions: tuple[Contribution, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    accession: Accession | None = None
    roles: tuple[Mandate, ...] = ()
    partnership_map: PartnershipMap | None = None
