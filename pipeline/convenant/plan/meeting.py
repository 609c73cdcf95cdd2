"""What the records say of meetings: open ones as they stand, and a closed one as its record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from convenant.model import event as kinds
from convenant.model.event import Event
from convenant.model.meeting import (
    Action,
    Amendment,
    Attendance,
    Decision,
    Growth,
    Meeting,
    Override,
    Worry,
)
from convenant.model.proposal import Concern, section_of
from convenant.plan.proposal import in_order
from convenant.problem import Place

DRAFT = "draft"


class Sitting(Struct):
    """A meeting while it goes on.

    Attributes:
        decided: by proposal the last decision on it.
        choices: by the key of a clash what is to stand there.
        adopts: ids of earlier meetings whose minutes it adopts.
    """

    id: str
    covenant: str
    kind: str = ""
    date: str = ""
    sections: tuple[int, ...] = ()
    attendance: dict[str, str] = field(default_factory=dict)
    decided: dict[str, Event] = field(default_factory=dict)
    decisions: list[Event] = field(default_factory=list)
    concerns: dict[str, Event] = field(default_factory=dict)
    actions: list[Event] = field(default_factory=list)
    raised: dict[int, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    adopts: tuple[str, ...] = ()
    overrides: dict[str, str] = field(default_factory=dict)

    def agreed(self) -> tuple[Event, ...]:
        """The decisions by which a proposal is to be taken over, in the order of deciding."""
        return tuple(e for e in self.decided.values() if e.get("outcome") == "agreed")


def sittings(events: Iterable[Event], slug: str) -> dict[str, Sitting]:
    """Every meeting of a covenant that was opened, by id, in the order of opening."""
    said = [e for e in in_order(events) if e.covenant == slug]
    # All of them first: what was noted in the second of the opening may come before it in order.
    found = {e.meeting: Sitting(e.meeting, slug) for e in said if e.kind == kinds.OPENED}
    between: list[Event] = []
    for event in said:
        if event.meeting in found:
            _note(found[event.meeting], event)
        elif event.kind == kinds.OVERRIDDEN and not event.meeting:
            between.append(event)
        if event.kind == kinds.OPENED:
            # What the facilitator left between two meetings, the next one is told of.
            for earlier in between:
                _note(found[event.meeting], earlier)
            between = []
    return found


def _note(sitting: Sitting, event: Event) -> None:
    match event.kind:
        case kinds.OPENED:
            sitting.kind, sitting.date = event.get("kind"), event.get("date")
            sitting.sections = tuple(int(n) for n in event.get("sections").split() if n.isdigit())
        case kinds.ATTENDED:
            sitting.attendance[event.get("party")] = event.get("state")
        case kinds.DECIDED:
            sitting.decided.pop(event.proposal, None)
            sitting.decided[event.proposal] = event
        case kinds.DECISION:
            sitting.decisions.append(event)
        case kinds.CONCERN:
            sitting.concerns[event.key] = event
        case kinds.ANSWERED:
            sitting.concerns.pop(event.get("concern"), None)
        case kinds.ACTION:
            sitting.actions.append(event)
        case kinds.RAISED if event.get("section").isdigit():
            sitting.raised[int(event.get("section"))] = event.get("maturity")
        case kinds.CHOSEN:
            sitting.choices[event.get("clash")] = event.get("choice")
        case kinds.ADOPTED:
            sitting.adopts = tuple(dict.fromkeys((*sitting.adopts, event.get("minutes"))))
        case kinds.OVERRIDDEN:
            sitting.overrides[event.get("about")] = event.get("reason")


def amendments_of(event: Event) -> tuple[tuple[str, str], ...]:
    """The words of a proposal that were agreed in other words, as pairs."""
    found, number = [], 1
    while old := event.get(f"instead-{number}"):
        found.append((old, event.get(f"text-{number}")))
        number += 1
    return tuple(found)


def amended(files: Mapping[str, bytes], event: Event) -> tuple[dict[str, bytes], str]:
    """A proposal's files with the amendments in them, and the words that are not found once."""
    after = dict(files)
    for old, new in amendments_of(event):
        homes = [name for name, data in after.items() if data.count(old.encode()) == 1]
        times = sum(data.count(old.encode()) for data in after.values())
        if times != 1 or len(homes) != 1:
            return after, old
        after[homes[0]] = after[homes[0]].replace(old.encode(), new.encode())
    return after, ""


def plan_record(
    sitting: Sitting,
    titles: Mapping[str, tuple[str, str, Sequence[str]]],
    carried: Sequence[Concern] = (),
) -> Meeting:
    """The record of a meeting that is closed.

    Args:
        titles: by proposal its title, its party and the files that it changes.
        carried: open concerns about the proposals that it did not take over.
    """
    at = Place(f"covenants/{sitting.covenant}/meetings/{sitting.id}.yaml")
    decisions = [_on_proposal(at, e, titles) for e in sitting.decided.values()]
    decisions += [_on_its_own(at, event) for event in sitting.decisions]
    decisions.sort(key=lambda decision: decision.section or 9)
    numbered = tuple(_numbered(decision, n) for n, decision in enumerate(decisions, 1))
    return Meeting(
        at,
        covenant=sitting.covenant,
        meeting=sitting.id,
        kind=sitting.kind,
        date=sitting.date,
        minutes=DRAFT,
        sections=sitting.sections,
        attendance=tuple(Attendance(at, p, s) for p, s in sitting.attendance.items()),
        decisions=numbered,
        concerns=tuple(_worry(at, e) for e in sitting.concerns.values())
        + tuple(_carried(at, concern, titles) for concern in carried),
        actions=tuple(
            Action(at, e.get("text"), e.get("by"), e.get("due")) for e in sitting.actions
        ),
        maturity=tuple(Growth(at, n, m) for n, m in sorted(sitting.raised.items())),
        overrides=tuple(Override(at, a, r) for a, r in sitting.overrides.items()),
    )


def _on_proposal(
    at: Place, event: Event, titles: Mapping[str, tuple[str, str, Sequence[str]]]
) -> Decision:
    title, party, files = titles.get(event.proposal, ("", "", ()))
    sections = sorted({section_of(name) for name in files} - {0})
    return Decision(
        at,
        section=sections[0] if sections else 0,
        proposal=event.proposal,
        party="" if party == "facilitator" else party,
        version=event.get("head"),
        outcome=event.get("outcome"),
        text=title,
        reason=event.get("reason"),
        amendments=tuple(Amendment(at, old, new) for old, new in amendments_of(event)),
        reservation=event.get("reservation"),
        lifted_by=event.get("lifted_by"),
        until=event.get("until"),
    )


def _on_its_own(at: Place, event: Event) -> Decision:
    number = event.get("section")
    return Decision(
        at,
        section=int(number) if number.isdigit() else 0,
        outcome="decided",
        text=event.get("text"),
        reservation=event.get("reservation"),
        lifted_by=event.get("lifted_by"),
        until=event.get("until"),
    )


def _numbered(decision: Decision, number: int) -> Decision:
    return replace(decision, id=f"B{number}")


def _worry(at: Place, event: Event) -> Worry:
    number = event.get("section")
    section = int(number) if number.isdigit() else 0
    return Worry(at, event.get("text"), section, event.proposal, event.get("owner"))


def _carried(
    at: Place, concern: Concern, titles: Mapping[str, tuple[str, str, Sequence[str]]]
) -> Worry:
    """An open concern about a proposal, with the section that the proposal is about."""
    _, _, files = titles.get(concern.proposal, ("", "", ()))
    sections = sorted({section_of(name) for name in files} - {0})
    section = int(concern.section) if concern.section.isdigit() else next(iter(sections), 0)
    return Worry(at, concern.text, section, concern.proposal, concern.owner)
