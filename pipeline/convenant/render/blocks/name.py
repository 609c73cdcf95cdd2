"""How a document calls the things that the data know by id."""

from __future__ import annotations

from collections.abc import Iterable

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, link
from convenant.model.covenant import Covenant
from convenant.render.words import capital, is_code, joined, text


def party_name(covenant: Covenant, id: str) -> str:
    """The short name of a party; the id as it stands when no party has it."""
    party = covenant.party(id)
    return party.label if party else id


def who(covenant: Covenant, id: str) -> str:
    """Who does or decides something: a party, a body of the governance, or the words as given."""
    bodies = covenant.programme.governance.bodies if covenant.programme.governance else ()
    body = next((body for body in bodies if id and body.id == id), None)
    return body.name or id if body else party_name(covenant, id)


def who_all(covenant: Covenant, voice: Voice, ids: Iterable[str]) -> str:
    """Several of them as `a, b and c`."""
    return voice.enumerate([who(covenant, id) for id in ids if id])


def party_line(covenant: Covenant, id: str) -> str:
    """A party at the start of a line."""
    return capital(party_name(covenant, id))


def who_line(covenant: Covenant, id: str) -> str:
    """Who, at the start of a line."""
    return capital(who(covenant, id))


def mention(id: str, name: str) -> list[Node]:
    """A link to a thing by its number, or by its name where it has no number."""
    shown = id if is_code(id) else name
    return [link(text(shown or id), f"#{id}", attr(classes=["ref"]))] if id else []


def goal_links(covenant: Covenant, ids: Iterable[str]) -> list[Node]:
    """Links to goals; a goal that does not exist is its id without a link."""
    known = {goal.id: goal.text for goal in covenant.ambition.goals}
    return joined([mention(id, known[id]) if id in known else text(id) for id in ids], ", ")


def citations(covenant: Covenant, ids: Iterable[str]) -> list[Node]:
    """Citations, which the build numbers; a source that is not in the register is left out."""
    known = {source.id for source in covenant.annexes.sources}
    return joined([[link([], f"@{id}")] for id in ids if id and id in known], ", ")


def phase_name(covenant: Covenant, id: str) -> str:
    """The name of a phase of the plan; the words as given when there is no such phase."""
    phases = covenant.programme.plan.phases if covenant.programme.plan else ()
    return next((phase.name or id for phase in phases if id and phase.id == id), id)


def span_of_time(voice: Voice, start: str, end: str) -> str:
    """`1 March 2027 to 31 May 2028`, or the half of it that is known."""
    if start and start == end:
        return voice.date(start)
    if start and end:
        return voice.say(N_("{start} to {end}"), start=voice.date(start), end=voice.date(end))
    if start:
        return voice.say(N_("from {start}"), start=voice.date(start))
    return voice.say(N_("until {end}"), end=voice.date(end)) if end else ""
