"""§5, the legal provisions, the register of annexes and the sources: `5-annexes.yaml`."""

from __future__ import annotations

from convenant.model.frozen import frozen
from convenant.problem import Place


@frozen
class Definition:
    """A defined term; `variants` are other forms of the same word, such as a plural."""

    at: Place
    term: str = ""
    meaning: str = ""
    variants: tuple[str, ...] = ()


@frozen
class Binding:
    """Whether the parties mean to be bound in law. Silence reads as yes. Source: awz2003:16."""

    at: Place
    nature: str = ""  # none, partial, full
    text: str = ""


@frozen
class EntryIntoForce:
    """When the covenant starts to apply: all_signed, n_signed (with `count`) or date."""

    at: Place
    when: str = ""
    count: int = 0
    date: str = ""


@frozen
class ConditionPrecedent:
    """What must have happened before the covenant applies."""

    at: Place
    id: str = ""
    text: str = ""
    owner: str = ""
    due: str = ""
    met: bool | None = None


@frozen
class Duration:
    """How long the covenant lasts: fixed or indefinite, ISO dates. Source: awz2003:19."""

    at: Place
    kind: str = ""
    start: str = ""
    end: str = ""
    extension: str = ""


@frozen
class Amendment:
    """How the text may be changed. Source: awz2003:21."""

    at: Place
    consent: str = ""  # all, majority
    procedure: str = ""


@frozen
class Notice:
    """How a party may leave, and what happens then: ends, continues or consultation.

    Source: awz2003:20.
    """

    at: Place
    months: int = 0
    grounds: str = ""
    manner: str = ""
    consequence: str = ""


@frozen
class Disputes:
    """Steps before a dispute goes to `forum` (court, arbitration, binding_advice, none)."""

    at: Place
    steps: tuple[str, ...] = ()
    forum: str = ""


@frozen
class PrivacyRole:
    """What a party is under the GDPR: controller, joint_controller, processor or none."""

    at: Place
    party: str = ""
    role: str = ""


@frozen
class Privacy:
    """Whether personal data are processed, by whom and on which ground."""

    at: Place
    personal_data: bool | None = None
    roles: tuple[PrivacyRole, ...] = ()
    basis: str = ""
    impact_assessment: str = ""  # not_needed, planned, done
    agreement: str = ""


@frozen
class Publication:
    """Where the covenant is made public, by whom and when. Source: awz2003:25."""

    at: Place
    by: str = ""
    where: str = ""
    within_weeks: int = 0


@frozen
class Signal:
    """A legal question that the partners answer themselves: yes, no or unknown."""

    at: Place
    id: str = ""
    answer: str = ""
    note: str = ""
    follow_up: str = ""


@frozen
class Annex:
    """A further annex: Markdown that is printed, or a file named by its SHA-256."""

    at: Place
    id: str = ""
    title: str = ""
    file: str = ""
    sha256: str = ""
    status: str = ""  # draft, final
    binding: bool | None = None


@frozen
class Source:
    """A policy source that the text cites by its id."""

    at: Place
    id: str = ""
    title: str = ""
    author: str = ""
    year: int = 0
    kind: str = ""
    url: str = ""


@frozen
class Annexes:
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
