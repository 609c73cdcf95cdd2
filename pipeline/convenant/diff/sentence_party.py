"""Sentences of our own about who takes part: joining, leaving, names and roles."""

from __future__ import annotations

from collections.abc import Callable

from convenant.diff.telling import Telling
from convenant.locale import N_
from convenant.model.comparison import ChangeKind
from convenant.model.saying import Saying, Spoken


def _party(telling: Telling) -> Saying | None:
    item = telling.difference.item
    if item is None:
        return None
    names = telling.names
    party: Spoken = telling.text("name") or names.thing(item)
    if telling.difference.kind is ChangeKind.REMOVED:
        return Saying(N_("{party} is no longer a party."), {"party": party})
    if telling.difference.kind is ChangeKind.ADDED:
        if role := telling.field("role"):
            text = N_("New party: {party}, as {role}.")
            return Saying(text, {"party": party, "role": role})
        return Saying(N_("New party: {party}."), {"party": party})
    return None


def _state(telling: Telling) -> Saying | None:
    item, state = telling.difference.item, telling.difference.after
    said = {
        "left": N_("{party} has left."),
        "joined": N_("{party} takes part now."),
        "invited": N_("{party} is invited and does not take part yet."),
    }.get(str(state))
    if item is None or said is None:
        return None
    return Saying(said, {"party": telling.now.thing(item)})


def _name(telling: Telling) -> Saying | None:
    if telling.difference.kind is not ChangeKind.CHANGED:
        return None
    text = N_("{before} is now called {after}.")
    return Saying(text, {"before": telling.before, "after": telling.after})


def _role(telling: Telling) -> Saying | None:
    item = telling.difference.item
    if item is None or telling.difference.kind is not ChangeKind.CHANGED:
        return None
    text = N_("{party} was {before} and is now {after}.")
    party = telling.now.thing(item)
    return Saying(text, {"party": party, "before": telling.before, "after": telling.after})


PARTY: dict[tuple[str, tuple[str, ...]], Callable[[Telling], Saying | None]] = {
    ("covenant", ("parties",)): _party,
    ("covenant", ("parties", "status", "state")): _state,
    ("covenant", ("parties", "name")): _name,
    ("covenant", ("parties", "role")): _role,
}
