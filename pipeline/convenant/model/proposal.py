"""A change that a party proposes, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

FOLDER = "proposal"
"""Where proposals are kept in Git: `proposal/<slug>/<id>`."""


class Standing(Enum):
    """What became of a proposal."""

    OPEN = "open"
    AGREED = "agreed"  # decided, and not yet part of the text
    PARKED = "parked"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"

    @property
    def is_waiting(self) -> bool:
        """Whether a meeting still has to do something with it."""
        return self in (Standing.OPEN, Standing.AGREED, Standing.PARKED)


class Draft(Struct, frozen=True):
    """A proposal as Git has it.

    Attributes:
        head: id of its newest version.
        base: id of the version of the covenant that it started from; empty where it has nothing in
            common with the covenant.
        time: of its first version, in seconds since 1970.
        message: what its party says of it.
        files: per path from the covenant's folder, the ids of the text before and after; an empty
            id where there is none.
        outside: paths from the top of the repository that are none of the covenant's business.
    """

    id: str
    covenant: str
    head: str
    base: str = ""
    time: int = 0
    message: str = ""
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    too_many: bool = False


class Concern(Struct, frozen=True):
    """What a party worries about. Whose worry it is stays out of it unless its owner agrees."""

    key: str
    text: str
    owner: str = ""
    proposal: str = ""
    section: str = ""
    meeting: str = ""
    answered: bool = False


class Proposal(Struct, frozen=True):
    """A draft with all that was said about it.

    Attributes:
        party: id of the party that proposes it.
        claimed: whether nothing proves that it really was this party.
        labels: such as `section/3`, `agreed`, `legal-review`.
        clauses: what it touches: `1-ambition.md#doelen`.
        applies: whether it still fits the present text.
        beside: ids of the other waiting proposals that touch the same clause.
        meeting: where it was last decided on.
        reason: why it was parked or rejected.
        fault: why it cannot be taken over at all; a sentence for the catalogues, empty for none.
        fault_said: what fills the blank in it.
    """

    draft: Draft
    party: str
    standing: Standing = Standing.OPEN
    claimed: bool = True
    labels: frozenset[str] = frozenset()
    clauses: tuple[str, ...] = ()
    applies: bool = True
    beside: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    meeting: str = ""
    reason: str = ""
    fault: str = ""
    fault_said: str = ""

    @property
    def id(self) -> str:
        """Such as `kadegroep-2`: the party and a number."""
        return self.draft.id

    @property
    def sections(self) -> tuple[int, ...]:
        """Numbers of the sections that it touches; 0 is the cover."""
        return sections_of(self.draft.files)


def sections_of(files: Mapping[str, object]) -> tuple[int, ...]:
    """The sections that files belong to, in order."""
    return tuple(sorted({section_of(name) for name in files}))


def section_of(name: str) -> int:
    """Number of the section of a path from the covenant's folder; 0 is the cover."""
    if name.startswith("annexes/"):
        return 5
    if name.startswith("figures/"):
        return 3
    return int(name[0]) if name[:1].isdigit() and name[1:2] == "-" else 0
