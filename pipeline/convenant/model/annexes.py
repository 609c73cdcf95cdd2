"""§5, the legal provisions, the register of annexes and the sources: `5-annexes.yaml`."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place


class Definition(Struct, frozen=True):
    """A defined term; `variants` are other forms of the same word, such as a plural."""

    at: Place
    term: str = ""
    meaning: str = ""
    variants: tuple[str, ...] = ()


class Binding(Struct, frozen=True):
    """Whether the parties mean to be bound in law. Silence reads as yes. Source: awz2003:16."""

    at: Place
    nature: str = ""  # none, partial, full
    text: str = ""


class EntryIntoForce(Struct, frozen=True):
    """When the covenant starts to apply: all_signed, n_signed (with `count`) or date."""

    at: Place
    when: str = ""
    count: int = 0
    date: str = ""


class ConditionPrecedent(Struct, frozen=True):
    """What must have happened before the covenant applies."""

    at: Place
    id: str = ""
    text: str = ""
    owner: str = ""
    due: str = ""
    met: bool | None = None


class Duration(Struct, frozen=True):
    """How long the covenant lasts: fixed or indefinite, ISO dates. Source: awz2003:19."""

    at: Place
    kind: str = ""
    start: str = ""
    end: str = ""
    extension: str = ""


class Amendment(Struct, frozen=True):
    """How the text may be changed. Source: awz2003:21."""

    at: Place
    consent: str = ""  # all, majority
    procedure: str = ""


class Notice(Struct, frozen=True):
    """How a party may leave, and what happens then: ends, continues or consultation.

    Source: awz2003:20.
    """

    at: Place
    months: int = 0
    grounds: str = ""
    manner: str = ""
    consequence: str = ""


class Disputes(Struct, frozen=True):
    """Steps before a dispute goes to `forum` (court, arbitration, binding_advice, none)."""

    at: Place
    steps: tuple[str, ...] = ()
    forum: str = ""


class PrivacyRole(Struct, frozen=True):
    """What a party is under the GDPR: controller, joint_controller, processor or none."""

    at: Place
    party: str = ""
    role: str = ""


class Privacy(Struct, frozen=True):
    """Whether personal data are processed, by whom and on which ground."""

    at: Place
    personal_data: bool | None = None
    roles: tuple[PrivacyRole, ...] = ()
    basis: str = ""
    impact_assessment: str = ""  # not_needed, planned, done
    agreement: str = ""


class Publication(Struct, frozen=True):
    """Where the covenant is made public, by whom and when. Source: awz2003:25."""

    at: Place
    by: str = ""
    where: str = ""
    within_weeks: int = 0


class Signal(Struct, frozen=True):
    """A legal question that the partners answer themselves: yes, no or unknown."""

    at: Place
    id: str = ""
    answer: str = ""
    note: str = ""
    follow_up: str = ""


class Annex(Struct, frozen=True):
    """A further annex: Markdown that is printed, or a file named by its SHA-256."""

    at: Place
    id: str = ""
    title: str = ""
    file: str = ""
    sha256: str = ""
    status: str = ""  # draft, final
    binding: bool | None = None


class Source(Struct, frozen=True):
    """A policy source that the text cites by its id."""

    at: Place
    id: str = ""
    title: str = ""
    author: str = ""
    year: int = 0
    kind: str = ""
    url: str = ""


class Annexes(Struct, frozen=True):
    """`5-annexes.yaml`; `precedence` says whether text or annexes prevail."""

    at: Place
    maturity: str = ""
    definitions: tuple[Definition, ...] = ()
    binding: Binding | None = None
    entry_into_force: EntryIntoForce | None = None
    conditions_precedent: tuple[ConditionPrecedent, ...] = ()
    duration: Duration | None = None
    amendment: Amendment | None = None
    notice: Notice | None = None
    unforeseen: str = ""
    disputes: Disputes | None = None
    law: str = ""
    privacy: Privacy | None = None
    confidentiality: str = ""
    liability: str = ""
    intellectual_property: str = ""
    public_law_reservation: str = ""
    publication: Publication | None = None
    signals: tuple[Signal, ...] = ()
    precedence: str = ""
    annexes: tuple[Annex, ...] = ()
    sources: tuple[Source, ...] = ()
