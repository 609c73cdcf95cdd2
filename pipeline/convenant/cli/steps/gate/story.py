"""What the records say of one proposal and its covenant."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.gate.ground import Ground
from convenant.cli.steps.gate.who import Roles
from convenant.edges.vcs.change import same_folder
from convenant.edges.vcs.record_branch import read_records
from convenant.edges.vcs.repository import Repository
from convenant.load.event import parse_event
from convenant.model import event as kinds
from convenant.model.event import Event
from convenant.model.forge import Request
from convenant.model.gate import Gesture, Ruled, Touched
from convenant.plan.proposal import in_order, plan_concerns

_BRANCH = "proposal/"


class Story(Struct, frozen=True):
    """What the records say of one proposal and its covenant."""

    events: tuple[Event, ...]
    id: str

    def told(self, touched: Touched | None) -> Touched | None:
        """The covenant with the concerns and the reasons that are on record."""
        if touched is None:
            return None
        concerns = [c for c in plan_concerns(self.events) if c.proposal == self.id and self.id]
        left = {
            e.get("about"): e.get("reason")
            for e in self.events
            if e.kind == kinds.OVERRIDDEN and _by_facilitator(e) and e.get("reason")
        }
        waiting = sum(not c.answered for c in concerns)
        return replace(touched, concerns=waiting, overrides=left)

    def ruled(self, repository: Repository, slug: str, head: str) -> Ruled | None:
        """The last decision of a meeting."""
        for event in reversed(self.events):
            if event.proposal == self.id and self.id and event.kind == kinds.DECIDED:
                if event.get("outcome") == "open" or not _by_facilitator(event):
                    return None
                same = same_folder(repository, slug, event.get("head"), head)
                said = event.get("reason")
                return Ruled(event.get("outcome"), event.meeting, same, said)
        return None

    def gestures(self, repository: Repository, slug: str, head: str) -> tuple[Gesture, ...]:
        """The labels on record, by role."""
        found = []
        for event in self.events:
            put = {kinds.LABELLED: True, kinds.UNLABELLED: False}.get(event.kind)
            if put is not None and event.proposal == self.id and self.id:
                same = same_folder(repository, slug, event.get("head"), head)
                who = Roles.acting(event.actor)
                found.append(Gesture(event.get("label"), put, who, same))
        return tuple(found)


def read_story(ground: Ground, slug: str, id: str) -> Story:
    """The story of a proposal; an empty one where it is of no covenant."""
    if not slug:
        return Story((), "")
    records = read_records(ground.repository, ground.refs, slug)
    events = (parse_event(path, data) for path, data in records.items())
    return Story(tuple(in_order(e for e in events if e)), id)


def proposal_id(request: Request, slug: str) -> str:
    """What the records call it. The name of a line elsewhere is anybody's to choose."""
    start = f"{_BRANCH}{slug}/"
    if not request.fork and request.branch.startswith(start):
        return request.branch.removeprefix(start)
    return f"request-{request.number}" if request.number else ""


def _by_facilitator(event: Event) -> bool:
    return event.actor.role == "facilitator"
