"""§2, the partnership: `2-partnership.yaml`, with the partnership map."""

from __future__ import annotations

from decimal import Decimal

from convenant.model.frozen import frozen
from convenant.problem import Place


@frozen
class Period:
    """From one ISO date to another, both included."""

    at: Place
    start: str = ""
    end: str = ""


@frozen
class Contribution:
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


@frozen
class Benefit:
    """What a party gets out of the partnership."""

    at: Place
    party: str = ""
    text: str = ""


@frozen
class Commitment:
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


@frozen
class Accession:
    """Who may join later, how and on which terms. Source: awz2003:6."""

    at: Place
    who: str = ""
    how: str = ""
    conditions: tuple[str, ...] = ()
    decided_by: str = ""


@frozen
class Mandate:
    """A role that a party fills and what it may decide alone."""

    at: Place
    party: str = ""
    role: str = ""
    mandate: str = ""


@frozen
class MapValue:
    """First column of the partnership map."""

    at: Place
    text: str = ""
    success_when: str = ""


@frozen
class Relation:
    """What one party expects of another; `between` holds two party ids, from and to."""

    at: Place
    between: tuple[str, ...] = ()
    expectation: str = ""


@frozen
class Conduct:
    """Behaviour that the parties expect."""

    at: Place
    text: str = ""
    by: str = ""


@frozen
class Precondition:
    """What must be arranged for the partnership to work."""

    at: Place
    text: str = ""
    arranged: bool | None = None


@frozen
class MapAction:
    """A first step."""

    at: Place
    text: str = ""
    owner: str = ""
    due: str = ""


@frozen
class PartnershipMap:
    """The five columns of the partnership map (*partnerschapskaart*, version 2.0)."""

    at: Place
    values: tuple[MapValue, ...] = ()
    relations: tuple[Relation, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    conditions: tuple[Precondition, ...] = ()
    actions: tuple[MapAction, ...] = ()


@frozen
class Partnership:
    """`2-partnership.yaml`."""

    at: Place
    maturity: str = ""
    contributions: tuple[Contribution, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    accession: Accession | None = None
    roles: tuple[Mandate, ...] = ()
    partnership_map: PartnershipMap | None = None
