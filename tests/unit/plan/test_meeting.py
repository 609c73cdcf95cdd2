"""What the records say of a meeting."""

from __future__ import annotations

from itertools import permutations

from convenant.model import event as kinds
from convenant.model.event import Actor, Event
from convenant.plan.meeting import sittings

TIME = "2027-03-01T12:00:00Z"


def event(what: str, /, **values: str) -> Event:
    return Event(
        what, "kade", TIME, Actor("facilitator"), meeting="2027-03-01-a", said=values, key=what
    )


def test_what_was_noted_in_the_second_of_the_opening_is_kept_in_any_order() -> None:
    opened = event(kinds.OPENED, kind="plenary", date="2027-03-01", sections="1 2")
    action = event(kinds.ACTION, text="Bellen", by="gemeente")
    came = event(kinds.ATTENDED, party="gemeente", state="present")
    for order in permutations((opened, action, came)):
        (sitting,) = sittings(order, "kade").values()
        assert [one.get("text") for one in sitting.actions] == ["Bellen"]
        assert sitting.attendance == {"gemeente": "present"}
        assert (sitting.kind, sitting.sections) == ("plenary", (1, 2))


def test_a_meeting_that_nobody_opened_is_none() -> None:
    assert sittings([event(kinds.ACTION, text="Bellen")], "kade") == {}
