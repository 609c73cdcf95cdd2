"""Two texts of a file → the places that differ."""

from __future__ import annotations

import hashlib

from convenant.model.passage import Passage
from convenant.plan.clause import homes
from convenant.plan.three_way import edits, split


def passages(name: str, before: bytes, after: bytes) -> tuple[Passage, ...]:
    """Every place of a file that differs, in order; a picture by its digest."""
    try:
        old, new = split(before.decode()), split(after.decode())
    except UnicodeDecodeError:
        return (Passage(name, "", _digest(before), _digest(after)),)
    places_before, places_after = homes(name, old), homes(name, new)
    found, shift = [], 0
    for edit in edits(old, new):
        first = edit.start + shift
        shift += len(edit.lines) - (edit.end - edit.start)
        around = [
            *places_after[first : first + len(edit.lines)],
            *places_before[edit.start : edit.end],
        ]
        was, becomes = "".join(old[edit.start : edit.end]), "".join(edit.lines)
        if was.strip() or becomes.strip():
            clause = next((place for place in around if place), "")
            found.append(Passage(name, clause, was.rstrip("\n"), becomes.rstrip("\n")))
    return tuple(found)


def _digest(data: bytes) -> str:
    return f"SHA-256 {hashlib.sha256(data).hexdigest()[:12]}" if data else ""
