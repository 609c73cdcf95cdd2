"""The records of a covenant → its archive: proposals, decisions and their reasons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from convenant.model import event as kinds
from convenant.model.archive import ArchivedDecision, ArchivedProposal, ArchivedRemark
from convenant.model.event import Event
from convenant.plan.proposal import in_order

_LOGIN = re.compile(r"(?<![\w.])@[A-Za-z0-9][A-Za-z0-9-]*(?:/[\w.-]+)?")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DECISIONS = ("agreed", "parked", "rejected")


def plan_archive(
    events: Sequence[Event], said: Mapping[str, Sequence[ArchivedRemark]] | None = None
) -> tuple[ArchivedProposal, ...]:
    """Every proposal, in the order in which they were made.

    What was said in discussion stays out of it unless it is given: only decisions and their
    reasons are for ever.

    Args:
        said: by proposal, what was said elsewhere; None keeps the words of concerns out, too.
    """
    ordered = in_order(events)
    firsts: dict[str, Event] = {}
    for event in ordered:
        if event.proposal and event.kind in (kinds.PROPOSED, kinds.REVISED, kinds.DECIDED):
            firsts.setdefault(event.proposal, event)
    answers = {event.get("concern") for event in ordered if event.kind == kinds.ANSWERED}
    proposals = (_proposal(id, first, ordered, answers) for id, first in firsts.items())
    if said is None:
        return tuple(proposals)
    return tuple(replace(p, remarks=_remarks(p.id, ordered, said)) for p in proposals)


def nameless(text: str) -> str:
    """A text in which nobody is called by a login or an address."""
    return _LOGIN.sub("@…", _ADDRESS.sub("…", text))


def _remarks(
    id: str, events: Sequence[Event], said: Mapping[str, Sequence[ArchivedRemark]]
) -> tuple[ArchivedRemark, ...]:
    concerns = (
        ArchivedRemark(e.time, "concern", "party" if e.get("owner") else "", e.get("owner"), text)
        for e in events
        if e.proposal == id and e.kind == kinds.CONCERN and (text := nameless(e.get("text")))
    )
    others = (replace(one, text=nameless(one.text)) for one in said.get(id, ()))
    return tuple(sorted((*concerns, *others), key=lambda one: one.time))


def _proposal(
    id: str, first: Event, events: Sequence[Event], answers: set[str]
) -> ArchivedProposal:
    own = [event for event in events if event.proposal == id]
    titles = [e.get("title") for e in own if e.kind in (kinds.PROPOSED, kinds.REVISED)]
    concerns = [event.key for event in own if event.kind == kinds.CONCERN]
    last = [e.kind for e in own if e.kind in (kinds.PROPOSED, kinds.REVISED, kinds.WITHDRAWN)]
    proposed = first.kind != kinds.DECIDED
    return ArchivedProposal(
        id=id,
        time=first.time,
        role=first.actor.role if proposed else "",
        party=first.actor.party if proposed else "",
        title=titles[-1] if titles else "",
        decisions=tuple(_decision(e) for e in own if _is_decision(e)),
        concerns=len(concerns),
        answered=len(answers & set(concerns)),
        withdrawn=last[-1:] == [kinds.WITHDRAWN],
    )


def _is_decision(event: Event) -> bool:
    return event.kind == kinds.DECIDED and event.get("outcome") in _DECISIONS


def _decision(event: Event) -> ArchivedDecision:
    return ArchivedDecision(
        event.time,
        event.meeting,
        event.get("outcome"),
        event.get("head"),
        event.get("reason"),
        event.get("reservation"),
    )
