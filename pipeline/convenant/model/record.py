"""What parties said about exact texts: consents, legal reviews and signatures.

The tool writes these records in the covenant's folder. Each is bound to a digest, so that a changed
word voids it and a changed layout does not. They hold functions and hashes, never names.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from convenant.model.meeting import Meeting
from convenant.problem import Place

ROUNDS_FILE = "consents/0-rounds.yaml"
"""No party's id starts with a digit."""


class PartDigests(Struct, frozen=True):
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


class Evidence(Struct, frozen=True):
    """Where something was said outside the repository: kind, day and hash, never its content."""

    at: Place
    kind: str = ""  # mail, letter, meeting, decision, review, other
    date: str = ""
    reference: str = ""
    sha256: str = ""


class Answer(Struct, frozen=True):
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


class Consents(Struct, frozen=True):
    """`consents/<party>.yaml`: the answers of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    consents: tuple[Answer, ...] = ()


class Round(Struct, frozen=True):
    """A text that was put to the parties."""

    at: Place
    round: str = ""
    opened: str = ""
    until: str = ""
    digest: str = ""
    parts: PartDigests | None = None
    commit: str = ""
    function: str = ""


class Rounds(Struct, frozen=True):
    """`consents/0-rounds.yaml`: the rounds, the newest last."""

    at: Place
    covenant: str = ""
    rounds: tuple[Round, ...] = ()


class Review(Struct, frozen=True):
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


class Reviews(Struct, frozen=True):
    """`reviews/<party>.yaml`: the reviews of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    reviews: tuple[Review, ...] = ()


class Authority(Struct, frozen=True):
    """The decision by which a competent body let a function sign."""

    at: Place
    body: str = ""
    date: str = ""
    reference: str = ""


class Signature(Struct, frozen=True):
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


class Signatures(Struct, frozen=True):
    """`signatures/<party>.yaml`: the signatures of a party, the newest last."""

    at: Place
    covenant: str = ""
    party: str = ""
    signatures: tuple[Signature, ...] = ()


class Records(Struct, frozen=True):
    """All records of a covenant, each file by its path from the covenant's folder."""

    rounds: Rounds | None = None
    consents: Mapping[str, Consents] = field(default_factory=dict)
    reviews: Mapping[str, Reviews] = field(default_factory=dict)
    signatures: Mapping[str, Signatures] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)

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
