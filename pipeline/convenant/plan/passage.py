"""Two texts of a file → the places that differ."""

from __future__ import annotations

import hashlib
import re

from msgspec.structs import replace

from convenant.model.passage import Passage
from convenant.plan.clause import homes, titles_of
from convenant.plan.three_way import edits, split


def passages(name: str, before: bytes, after: bytes) -> tuple[Passage, ...]:
    """Every place of a file that differs, in order; a picture by its digest."""
    try:
        old, new = split(before.decode()), split(after.decode())
    except UnicodeDecodeError:
        return (Passage(name, "", _digest(before), _digest(after)),)
    places_before, places_after = homes(name, old), homes(name, new)
    titles = titles_of(old) | titles_of(new) if name.endswith(".md") else {}
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
            clause = titles.get(clause, clause)
            found.append(Passage(name, clause, was.rstrip("\n"), becomes.rstrip("\n")))
    return tuple(found)


def words_of(passage: Passage) -> Passage:
    """The same place as words: without marks of lists, anchors and keys."""
    before, after = (as_words(text) for text in (passage.before, passage.after))
    return replace(passage, before=before, after=after)


def as_words(text: str) -> str:
    """Lines of a text as words: without the mark of a list or the key of a value."""
    return " ".join(plain_words(line) for line in text.split("\n")).strip()


def plain_words(line: str) -> str:
    """A line without the mark of a list, an anchor, or the key of a value."""
    line = _MARK.sub("", line.strip())
    return _ANCHOR.sub("", _KEY.sub("", line)).strip()


_MARK = re.compile(r"^(?:\d+[.)]|[-*+]|#+)\s+")
_KEY = re.compile(r"^[a-z_]+:\s+(?:[>|]-?$)?")
_ANCHOR = re.compile(r"\[\]\{#[\w-]+\}|\s*\{#[^}]*\}")


def _digest(data: bytes) -> str:
    return f"SHA-256 {hashlib.sha256(data).hexdigest()[:12]}" if data else ""
