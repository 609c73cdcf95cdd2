"""Who takes part, in which capacity, and who may sign: `covenant.yaml`."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place


class Standing(Struct, frozen=True):
    """Whether the party takes part now. Dates are ISO dates."""

    at: Place
    state: str = ""  # invited, joined, left
    joined: str = ""
    left: str = ""


class Signatory(Struct, frozen=True):
    """Who signs, by function: names never enter the repository."""

    at: Place
    function: str = ""


class Approval(Struct, frozen=True):
    """What a competent body decides before the party may sign."""

    at: Place
    body: str = ""
    kind: str = ""  # decision, consent, advice, wishes_and_concerns
    date: str = ""
    reference: str = ""
    status: str = ""  # required, requested, granted, refused


class PowerOfAttorney(Struct, frozen=True):
    """The document by which another than the statutory representative signs."""

    at: Place
    granted_by: str = ""
    date: str = ""
    reference: str = ""


class Party(Struct, frozen=True):
    """An organisation, group or person that takes part.

    Attributes:
        role: signatory, supporting or observer.
        capacity: in which capacity a public body acts, such as `gemeente` or `college`.
        form: legal form, such as `municipality`, `foundation` or `informal_group`.
        registration: trade register number (KvK), 8 digits.
        minor_changes_by: the function that may confirm a wording-only change.
    """

    at: Place
    id: str = ""
    name: str = ""
    short: str = ""
    form: str = ""
    role: str = ""
    status: Standing | None = None
    capacity: str = ""
    registration: str = ""
    seat: str = ""
    competent_body: str = ""
    signatories: tuple[Signatory, ...] = ()
    approvals: tuple[Approval, ...] = ()
    power_of_attorney: PowerOfAttorney | None = None
    minor_changes_by: str = ""

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name or self.id

    @property
    def signs(self) -> bool:
        """Whether the party is to sign the covenant."""
        return self.role == "signatory" and not self.has_left

    @property
    def takes_part(self) -> bool:
        """Whether the party is at the table: it did not leave and does more than watch."""
        return self.role != "observer" and not self.has_left

    @property
    def has_left(self) -> bool:
        """Whether the party took part once."""
        return self.status is not None and self.status.state == "left"


class Function(Struct, frozen=True):
    """A role in the making of the covenant (facilitator, secretary …) and who fills it."""

    at: Place
    role: str = ""
    function: str = ""
    party: str = ""


class Initiative(Struct, frozen=True):
    """The societal initiative that the covenant is about."""

    at: Place
    name: str = ""
    summary: str = ""
    sdg: tuple[int, ...] = ()


class Location(Struct, frozen=True):
    """Where the initiative is."""

    at: Place
    municipality: str = ""
    area: str = ""


class Cover(Struct, frozen=True):
    """`covenant.yaml`: what the covenant is and between whom."""

    at: Place
    schema_version: int = 0
    language: str = ""
    title: str = ""
    subtitle: str = ""
    citation_title: str = ""
    initiative: Initiative | None = None
    place: Location | None = None
    parties: tuple[Party, ...] = ()
    functions: tuple[Function, ...] = ()
