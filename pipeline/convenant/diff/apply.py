"""Edits of files, line by line, so that a program can make the new version of the old one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from convenant.diff.sequence import common


class Edit(Struct, frozen=True):
    """Lines of the old file that others stand for in the new one.

    Attributes:
        start: the first line, from 1; where nothing goes, the line before which the new ones come.
        count: how many lines go.
        lines: what comes, each with its own line end where it has one.
    """

    start: int
    count: int
    lines: tuple[str, ...]


def edits_of(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that make the new text of the old one, in its order."""
    before, after = _lines(old), _lines(new)
    return tuple(_edits(before, after))


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[Edit]:
    i = j = 0
    for a, b in [*common(before, after), (len(before), len(after))]:
        if i < a or j < b:
            yield Edit(i + 1, a - i, tuple(after[j:b]))
        i, j = a + 1, b + 1


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as in every other program."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def apply_edits(old: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made."""
    lines = _lines(old)
    for edit in reversed(edits):
        lines[edit.start - 1 : edit.start - 1 + edit.count] = edit.lines
    return "".join(lines)


def file_edits(
    old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> dict[str, tuple[Edit, ...] | None]:
    """By file that differs its edits; None for one that is no text, or that went.

    A file that is new is edited from nothing.
    """
    found: dict[str, tuple[Edit, ...] | None] = {}
    for name in sorted({*old, *new}):
        before, after = old.get(name, b""), new.get(name)
        if after is not None and name in old and before == after:
            continue
        try:
            found[name] = None if after is None else edits_of(before.decode(), after.decode())
        except UnicodeDecodeError:
            found[name] = None
    return found
