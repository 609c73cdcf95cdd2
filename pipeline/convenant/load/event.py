"""The records of what happened: from and to the bytes in which they are kept."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from convenant.model.event import Actor, Event

VERSION = 1
LIMIT = 64_000
"""Bytes of one record; a larger one is not ours."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_SLUG = re.compile(r"[a-z0-9-]{1,100}")


def event_bytes(event: Event) -> bytes:
    """A record as kept: JSON on one line, keys sorted, so that equal events are equal bytes."""
    said = {key: text for key, text in event.said.items() if text}
    form: dict[str, Any] = {
        "record": VERSION,
        "kind": event.kind,
        "covenant": event.covenant,
        "time": event.time,
        "role": event.actor.role,
        "party": event.actor.party,
        "proposal": event.proposal,
        "meeting": event.meeting,
        "said": said,
    }
    kept = {key: value for key, value in form.items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def event_path(event: Event, data: bytes) -> str:
    """Where a record is kept: time first, and a digest of its bytes, so that no two collide."""
    moment = re.sub(r"[-:]", "", event.time)
    return f"{event.covenant}/{moment}-{hashlib.sha256(data).hexdigest()[:20]}.json"


def parse_event(path: str, data: bytes, *, proven: bool = False) -> Event | None:
    """The record at a path, or None where it is none of ours or was tampered with.

    Args:
        path: as `event_path` gives it; the digest in it must be that of the bytes.
    """
    if len(data) > LIMIT:
        return None
    try:
        form = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(form, dict) or form.get("record") != VERSION:
        return None
    words = {k: form.get(k, "") for k in ("kind", "covenant", "time", "role", "party")}
    words |= {k: form.get(k, "") for k in ("proposal", "meeting")}
    said = form.get("said", {})
    if not all(isinstance(v, str) for v in words.values()) or not isinstance(said, dict):
        return None
    if not all(isinstance(v, str) for v in said.values()):
        return None
    if not _TIME.fullmatch(words["time"]) or not _SLUG.fullmatch(words["covenant"]):
        return None
    event = Event(
        kind=words["kind"],
        covenant=words["covenant"],
        time=words["time"],
        actor=Actor(words["role"], words["party"], proven),
        proposal=words["proposal"],
        meeting=words["meeting"],
        said=said,
        key=path,
    )
    return event if event_path(event, data) == path else None
