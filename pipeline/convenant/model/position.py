"""Where a party stands on the text as it reads now."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from convenant.model.party import Party
from convenant.model.record import Answer


class Stand(Enum):
    """What a party's last word means for the text of now."""

    AGREES = "agrees"
    CONFIRMED = "confirmed"  # agreed to an earlier wording, and confirmed this one
    AGREES_IF = "agrees_if"
    OBJECTS = "objects"
    STALE = "stale"  # said something about another text
    SILENT = "silent"

    @property
    def is_consent(self) -> bool:
        """Whether the party agrees to exactly this text."""
        return self in (Stand.AGREES, Stand.CONFIRMED)


class Position(Struct, frozen=True):
    """One party's stand.

    Attributes:
        answer: its last word, where it said any.
        changed: keys of the parts that read differently since; only where the stand is stale.
    """

    party: Party
    stand: Stand
    answer: Answer | None = None
    changed: tuple[str, ...] = ()


class Concern(Struct, frozen=True):
    """A condition or an objection that stands in the way until its party says otherwise."""

    party: Party
    section: str
    text: str
    since: str
