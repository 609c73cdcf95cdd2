"""Drafts and records together: what each proposal is and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from convenant.locale import N_
from convenant.model import event as kinds
from convenant.model.event import Event
from convenant.model.proposal import Concern, Draft, Proposal, Standing

RECORD_FOLDERS = ("meetings/", "reviews/", "consents/", "signatures/")
_FREE_LABELS = frozenset({"legal-review", "legal-approved", "concern"})

UNRELATED = N_("It comes from a history that has nothing in common with this workspace.")
SHALLOW = N_(
    "This copy of the workspace lacks its earlier history. Go online and run “convenant sync”."
)
OUTSIDE = N_("It also changes something outside its covenant: {said}.")
RECORDS = N_("It changes records of meetings or consents: {said}.")
TOO_MANY = N_("It changes more than {said} files.")
LINK = N_("It makes a link to another place of {said}.")


class _Story(Struct):
    """What the records say of one proposal so far."""

    party: str = ""
    claimed: bool = True
    standing: Standing = Standing.OPEN
    labels: set[str] = field(default_factory=set)
    meeting: str = ""
    reason: str = ""


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events by time; what happened in the same second always in the same order."""
    return sorted(events, key=lambda event: (event.time, event.key))


def plan_proposals(drafts: Sequence[Draft], events: Sequence[Event]) -> tuple[Proposal, ...]:
    """Each draft with its story. A draft without records is one that somebody made by hand."""
    stories: dict[tuple[str, str], _Story] = {}
    for event in in_order(events):
        if event.proposal:
            story = stories.setdefault((event.covenant, event.proposal), _Story())
            _tell(story, event)
    worries = plan_concerns(events)
    return tuple(_proposal(draft, stories, worries) for draft in drafts)


def plan_concerns(events: Sequence[Event]) -> tuple[Concern, ...]:
    """Every concern, answered or not, in order."""
    found: dict[str, Concern] = {}
    for event in in_order(events):
        if event.kind == kinds.CONCERN:
            found[event.key] = Concern(
                event.key,
                event.get("text"),
                event.get("owner"),
                event.proposal,
                event.get("section"),
                event.meeting,
            )
        elif event.kind == kinds.ANSWERED and event.get("concern") in found:
            key = event.get("concern")
            found[key] = replace(found[key], answered=True)
    return tuple(found.values())


def clause_neighbours(clauses: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For each proposal the others that touch a clause that it touches."""
    at: dict[str, list[str]] = {}
    for id, places in clauses.items():
        for place in dict.fromkeys(places):
            at.setdefault(place, []).append(id)
    return {
        id: tuple(dict.fromkeys(o for place in places for o in at[place] if o != id))
        for id, places in clauses.items()
    }


def fault_of(draft: Draft, limit: int, *, shallow: bool = False) -> tuple[str, str]:
    """Why a draft cannot be taken over, and what fills the blank; empty where it can.

    Args:
        limit: files that a proposal may touch.
        shallow: whether the repository lacks its earlier history.
    """
    if not draft.base:
        return (SHALLOW if shallow else UNRELATED), ""
    if draft.too_many:
        return TOO_MANY, str(limit)
    if draft.outside:
        return OUTSIDE, draft.outside[0]
    records = [name for name in draft.files if name.startswith(RECORD_FOLDERS)]
    if records:
        return RECORDS, records[0]
    links = [name for name, (_, after) in draft.files.items() if after == "link"]
    return (LINK, links[0]) if links else ("", "")


def _tell(story: _Story, event: Event) -> None:
    match event.kind:
        case kinds.PROPOSED | kinds.REVISED:
            story.party = story.party or event.actor.party
            story.claimed = not event.actor.proven
            story.standing = Standing.OPEN
            story.reason = ""
        case kinds.WITHDRAWN:
            story.standing = Standing.WITHDRAWN
        case kinds.LABELLED if event.get("label") in _FREE_LABELS:
            story.labels.add(event.get("label"))
        case kinds.UNLABELLED:
            story.labels.discard(event.get("label"))
        case kinds.DECIDED if event.get("outcome") in _OUTCOMES:
            story.standing = _OUTCOMES[event.get("outcome")]
            story.meeting, story.reason = event.meeting, event.get("reason")


_OUTCOMES = {
    "agreed": Standing.AGREED,
    "parked": Standing.PARKED,
    "rejected": Standing.REJECTED,
    "open": Standing.OPEN,
}


def _proposal(
    draft: Draft, stories: Mapping[tuple[str, str], _Story], worries: Sequence[Concern]
) -> Proposal:
    story = stories.get((draft.covenant, draft.id)) or _Story()
    concerns = tuple(w for w in worries if w.proposal == draft.id and not w.answered)
    # What is part of the text is so whatever anybody noted: Git shows it.
    standing = Standing.MERGED if draft.base == draft.head else story.standing
    base = Proposal(
        draft,
        story.party or draft.id.rpartition("-")[0] or draft.id,
        standing,
        story.claimed,
        concerns=concerns,
        meeting=story.meeting,
        reason=story.reason,
    )
    labels = {f"section/{number}" for number in base.sections if number} | story.labels
    if concerns:
        labels.add("concern")
    if standing in (Standing.AGREED, Standing.PARKED, Standing.REJECTED):
        labels.add(standing.value)
    return replace(base, labels=frozenset(labels))
