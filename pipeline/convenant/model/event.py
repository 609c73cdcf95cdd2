"""One thing that happened to a proposal or in a meeting: a record that never changes afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

PROPOSED = "proposed"
REVISED = "revised"
WITHDRAWN = "withdrawn"
LABELLED = "labelled"
UNLABELLED = "unlabelled"
CONCERN = "concern"
ANSWERED = "answered"
OPENED = "opened"
ATTENDED = "attended"
DECIDED = "decided"
CHOSEN = "chosen"
ACTION = "action"
RAISED = "raised"
DECISION = "decision"
ADOPTED = "adopted"
OVERRIDDEN = "overridden"


class Actor(Struct, frozen=True):
    """Who did it, by role and never by name. Without a signature it is what they say of themselves.

    Attributes:
        role: `facilitator`, `party` …
        party: the id of the party, for whom the role is one of a party.
        proven: whether a signature on the record shows it; never read from the record itself.
    """

    role: str = ""
    party: str = ""
    proven: bool = False


class Event(Struct, frozen=True):
    """A record of the branch `convenant/records`.

    Attributes:
        kind: one of the words above.
        covenant: slug.
        time: ISO, UTC, whole seconds: `2026-11-25T19:30:00Z`.
        proposal: id of the proposal it is about; empty for none.
        meeting: id of the meeting in which it happened; empty for none.
        said: what else is to be known, by key; always text.
        key: name of the record, unique in its covenant; empty for one that is not yet kept.
    """

    kind: str
    covenant: str
    time: str
    actor: Actor = Actor()
    proposal: str = ""
    meeting: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    def get(self, name: str) -> str:
        """A part of what was said; empty where it was not."""
        return self.said.get(name, "")
