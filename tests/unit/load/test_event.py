from __future__ import annotations

import pytest

from convenant.load.event import event_bytes, event_path, parse_event
from convenant.model.event import CONCERN, Actor, Event

EVENT = Event(
    CONCERN,
    "de-linde",
    "2026-11-25T19:30:00Z",
    Actor("party", "linde"),
    "linde-1",
    said={"text": "é\n"},
)


def test_a_record_comes_back_as_it_was_kept() -> None:
    data = event_bytes(EVENT)
    path = event_path(EVENT, data)
    found = parse_event(path, data)
    assert found is not None
    assert (found.kind, found.covenant, found.time) == (CONCERN, "de-linde", EVENT.time)
    assert (found.actor, found.proposal, found.said) == (EVENT.actor, "linde-1", {"text": "é\n"})
    assert found.key == path


def test_equal_events_are_equal_bytes() -> None:
    assert event_bytes(EVENT).count(b"\n") == 1
    assert path_of(EVENT) == path_of(EVENT)


def path_of(event: Event) -> str:
    return event_path(event, event_bytes(event))


def test_a_record_whose_text_was_changed_is_not_taken() -> None:
    data = event_bytes(EVENT)
    assert parse_event(path_of(EVENT), data.replace(b"linde-1", b"linde-2")) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b'{"record": 2}', b'{"record": 1, "kind": 3}', b"[" * 100_000,
     b'{"record": 1, "said": {"a": 1}, "time": "2026-11-25T19:30:00Z", "covenant": "a"}',
     b'{"record": 1, "time": "yesterday", "covenant": "a"}',
     b'{"record": 1, "time": "2026-11-25T19:30:00Z", "covenant": "../a"}'],
)  # fmt: skip
def test_what_is_no_record_of_ours_is_left_out(data: bytes) -> None:
    assert parse_event("x/y.json", data) is None


def test_nobody_proves_by_a_record_that_he_wrote_it() -> None:
    data = event_bytes(EVENT).replace(b'"party": "linde"', b'"party": "linde", "proven": "yes"')
    event = parse_event(f"de-linde/20261125T193000Z-{_sum(data)}.json", data)
    assert event is None or not event.actor.proven


def _sum(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()[:20]
