"""What the gate is asked, and what it answers: whether a proposal may enter the main version now.

Every fact is resolved before the gate sees it: who somebody is by the roles of the *main version*,
and which text an approval was about by its digest. The gate compares no dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from convenant.model.access import AccessRole
from convenant.model.party import Party
from convenant.model.record import Review
from convenant.model.section import Maturity


class Account(Enum):
    """What kind of account somebody acts with."""

    PERSON = "person"
    BOT = "bot"
    GONE = "gone"


class Who(Struct, frozen=True):
    """Somebody who did something, with the roles that the main version gives them.

    Attributes:
        login: on the forge; empty without one, or when the account is gone.
        lines: every line of `access.yaml` about the login.
    """

    login: str = ""
    account: Account = Account.PERSON
    lines: tuple[AccessRole, ...] = ()

    def holds(self, role: str, slug: str, party: str = "") -> bool:
        """Whether a person holds a role for a covenant; a program or a ghost holds none."""
        return self.account is Account.PERSON and any(
            line.role == role and line.holds_for(slug) and party in ("", line.party)
            for line in self.lines
        )


class Gesture(Struct, frozen=True):
    """A label that somebody put on a proposal, or took off.

    Attributes:
        same_text: whether it is certain that the proposal read then as it does now.
    """

    label: str
    put: bool
    who: Who
    same_text: bool = False


class Approval(Struct, frozen=True):
    """What somebody said about a text, in a review or in a comment.

    Attributes:
        approves: false for a review that was taken back or asks for changes.
        digest: of the text that it is about, or the beginning of it; empty where that is unknown.
        same_version: whether it is about exactly the version that the proposal has now.
        edited: whether its words were changed afterwards, maybe by somebody else.
    """

    who: Who
    approves: bool
    digest: str = ""
    same_version: bool = False
    edited: bool = False


class Ruled(Struct, frozen=True):
    """What a meeting decided on the proposal.

    Attributes:
        outcome: agreed, parked or rejected.
        same_text: whether the proposal reads now as it did when it was decided on.
    """

    outcome: str
    meeting: str = ""
    same_text: bool = False
    reason: str = ""


class Touched(Struct, frozen=True):
    """The covenant that a proposal changes, as it is and as it would become.

    Attributes:
        parties: of the main version and of the proposal together: leaving a party out of the text
            takes nobody's say away.
        sections: numbers of the sections that the proposal touches; 0 is the cover.
        changed: numbers of those of which the agreed text or the maturity changes.
        before: maturity of each section in the main version.
        after: likewise, as it would become.
        digest: of the whole text as it would become.
        reviews: the last legal review of each party that the main version has on record.
        clashes: whether the main version says something else by now at the same place.
        errors: how many errors it would bring in.
        overrides: by what was left, `section-4` or `legal-review`, the facilitator's reason.
    """

    slug: str
    title: str
    parties: tuple[Party, ...] = ()
    sections: tuple[int, ...] = ()
    changed: frozenset[int] = frozenset()
    before: Mapping[int, Maturity] = field(default_factory=dict)
    after: Mapping[int, Maturity] = field(default_factory=dict)
    digest: str = ""
    reviews: Mapping[str, Review] = field(default_factory=dict)
    concerns: int = 0
    clashes: bool = False
    errors: int = 0
    overrides: Mapping[str, str] = field(default_factory=dict)
    taken_away: bool = False


class Reach(Struct, frozen=True):
    """Which kinds of files a proposal changes, by path from the workspace.

    Attributes:
        covenants: slugs of the covenants of which it changes the text or the data.
        records: files of meetings, reviews, consents and signatures.
        rules: roles, settings, workflows and owners.
        elsewhere: everything else.
        links: what would become a link to another place.
        appointed: logins that get a role by it which they do not hold now, in small letters.
        keeps_facilitator: whether somebody would still be facilitator afterwards.
        readable_roles: whether its roles can be read as a whole.
    """

    covenants: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    too_many: bool = False
    unrelated: bool = False
    appointed: frozenset[str] = frozenset()
    keeps_facilitator: bool = True
    readable_roles: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.covenants or self.records or self.rules or self.elsewhere or self.links)


class Doubt(Struct, frozen=True):
    """Something that could not be established; the gate never allows on a doubt.

    Attributes:
        code: of a sentence in `plan/gate/words.py`.
    """

    code: str
    said: str = ""


class Asked(Struct, frozen=True):
    """Everything that the gate looks at.

    Attributes:
        forge: whether the proposal lies on a forge, with labels and reviews.
        own_program: whether the author is the program by which the workspace opens proposals.
        labels: that are on the proposal now.
        gestures: in the order in which they were made.
        approvals: likewise.
        touched: None where the proposal changes no covenant, or more than one.
        with_jurist: ids of the parties for which somebody is jurist.
    """

    author: Who = Who()
    forge: bool = True
    fork: bool = False
    draft: bool = False
    closed: bool = False
    own_program: bool = False
    reach: Reach = Reach()
    touched: Touched | None = None
    labels: frozenset[str] = frozenset()
    gestures: tuple[Gesture, ...] = ()
    approvals: tuple[Approval, ...] = ()
    ruled: Ruled | None = None
    with_jurist: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()
