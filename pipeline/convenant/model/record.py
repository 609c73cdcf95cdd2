"""What parties said about exact texts: consents, legal reviews and signatures.

The tool writes these records in the covenant's folder. Each is bound to a digest, so that a changed
word voids it and a changed layout does not. They hold functions and hashes, never names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from convenant.problem import Place

ROUNDS_FILE = "consents/0-rounds.yaml"
"""No party's id starts with a digit."""


@dataclass(frozen=True, slots=True)
class PartDigests:
    """The digest of each part, by the part's key."""

    at: Place
    covenant: str = ""
    ambition: str = ""
    partnership: str = ""
    visualisation: str = ""
    programme: str = ""
    annexes: str = ""

    def changed(self, now: Mapping[str, str]) -> tuple[str, ...]:
        """The keys of the parts that read differently now."""
        return tuple(key for key, digest in now.items() if getattr(self, key) not in ("", digest))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was said outside the repository: kind, day and hash, never its content."""

    at: Place
    kind: str = ""  # mail, letter, meeting, decision, review, other
    date: str = ""
    reference: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party said about one text.

    Attributes:
        answer: agree, agree_if, object; or confirm: the function of `minor_changes_by` says that
            a later wording says the same.
        digest: of the whole text.
        commit: the version in Git that held the text.
        text: the condition or the objection.
        section: the key of the section that the condition or objection is about.
    """

    at: Place
    answer: str = ""
    digest: str = ""
    parts: PartDigests | None = None
    commit: str = ""
    round: str = ""
    function: str = ""
    date: str = ""
    text: str = ""
    section: str = ""
    meeting: str = ""
    recorded_by: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Consents:
    """`consents/<party>.yaml`: the answers of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    consents: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """A text that was put to the parties."""

    at: Place
    round: str = ""
    opened: str = ""
    until: str = ""
    digest: str = ""
    parts: PartDigests | None = None
    commit: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True)
class Rounds:
    """`consents/0-rounds.yaml`: the rounds, the newest last."""

    at: Place
    covenant: str = ""
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What a party's jurist said about one text, or that the party waives the review."""

    at: Place
    outcome: str = ""  # approved, remarks, waived
    digest: str = ""
    parts: PartDigests | None = None
    commit: str = ""
    function: str = ""
    date: str = ""
    text: str = ""
    recorded_by: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Reviews:
    """`reviews/<party>.yaml`: the reviews of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """The decision by which a competent body let a function sign."""

    at: Place
    body: str = ""
    date: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature.

    Attributes:
        copy: the copy to sign, such as `v1.0.0-sign.1`.
        document: SHA-256 of the PDF that was put up for signature.
        method: wet_ink or pades.
        signed_file: SHA-256 of what came back; the file itself stays with the party.
    """

    at: Place
    copy: str = ""
    digest: str = ""
    document: str = ""
    function: str = ""
    method: str = ""
    date: str = ""
    signed_file: str = ""
    authority: Authority | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """`signatures/<party>.yaml`: the signatures of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a covenant, each file by its path from the covenant's folder."""

    rounds: Rounds | None = None
    consents: Mapping[str, Consents] = field(default_factory=dict)
    reviews: Mapping[str, Reviews] = field(default_factory=dict)
    signatures: Mapping[str, Signatures] = field(default_factory=dict)

    def answers(self, party: str) -> tuple[Answer, ...]:
        """What a party said, in the order in which it was written down."""
        found = self.consents.get(f"consents/{party}.yaml")
        return found.consents if found else ()

    def reviews_of(self, party: str) -> tuple[Review, ...]:
        """The legal reviews of a party."""
        found = self.reviews.get(f"reviews/{party}.yaml")
        return found.reviews if found else ()

    def signatures_of(self, party: str) -> tuple[Signature, ...]:
        """The signatures of a party."""
        found = self.signatures.get(f"signatures/{party}.yaml")
        return found.signatures if found else ()
