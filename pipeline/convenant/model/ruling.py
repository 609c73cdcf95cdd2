"""What the gate answers: a verdict, and the reasons with what helps and who can do it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from convenant.model.saying import Saying


class Verdict(Enum):
    """From light to heavy; the heaviest finding decides."""

    ALLOW = "allow"
    WAIT = "wait"
    REFUSE = "refuse"


class Reason(Struct, frozen=True):
    """One finding of the gate.

    Attributes:
        code: never changes again.
        verdict: what it weighs; an allowing reason is a remark.
        why: what is so.
        todo: what helps; empty where nothing needs to be done.
        by: who can do that: a role for the catalogues, such as `the facilitator`.
        party: the id of the party that it is about; empty for none.
    """

    code: str
    verdict: Verdict
    why: Saying
    todo: Saying | None = None
    by: Saying | None = None
    party: str = ""


class Stage(Enum):
    """How far the legal review of a proposal is."""

    NONE = "none"
    OPEN = "open"
    CLOSED = "closed"


class Ruling(Struct, frozen=True):
    """The gate's answer.

    Attributes:
        labels: that belong on the proposal, of those that the tool keeps itself.
        stage: of the legal review.
        agreed: whether a facilitator's label “agreed” is about the present text.
    """

    reasons: tuple[Reason, ...]
    stage: Stage = Stage.NONE
    labels: frozenset[str] = frozenset()
    agreed: bool = False

    @property
    def verdict(self) -> Verdict:
        """The heaviest of its reasons."""
        order = list(Verdict)
        return max((r.verdict for r in self.reasons), key=order.index, default=Verdict.ALLOW)
