"""Which clause of a text a line belongs to: what people call the place of a change."""

from __future__ import annotations

import re

from convenant.plan.three_way import Lines, edits, split

_HEADING = re.compile(r"#{1,2} +(?P<title>[^{\n]*?) *(?:\{[^}]*#(?P<id>[\w-]+)[^}]*\})? *$")
_KEY = re.compile(r"(?P<key>[a-z_]+):")
_ITEM_ID = re.compile(r"(?P<depth> *)(?:- +)?(?:\{ *)?id: *[\"']?(?P<id>[A-Za-z][\w-]*)")
_ITEM = re.compile(r"(?P<depth> *)- ")


def clauses_touched(name: str, before: str, after: str) -> tuple[str, ...]:
    """The clauses of a file in which two texts differ, as `file#clause`, in order."""
    old, new = split(before), split(after)
    homes_of_old, homes_of_new = homes(name, old), homes(name, new)
    found: dict[str, None] = {}
    for start, end, first, last in _both_sides(old, new):
        places = [*homes_of_old[start:end], *homes_of_new[first:last]]
        found |= dict.fromkeys(f"{name}#{place}" if place else name for place in places)
    return tuple(found)


def homes(name: str, lines: Lines) -> tuple[str, ...]:
    """Per line the id or the title of its clause, or the key and the id of its item."""
    if name.endswith(".md"):
        return _of_prose(lines)
    return _of_data(lines) if name.endswith(".yaml") else ("",) * len(lines)


def titles_of(lines: Lines) -> dict[str, str]:
    """By the id of each article what it is called."""
    found = (_HEADING.match(line.rstrip("\n")) for line in lines)
    return {match["id"]: match["title"] for match in found if match and match["id"]}


def _of_prose(lines: Lines) -> tuple[str, ...]:
    here, found = "", list[str]()
    for line in lines:
        if match := _HEADING.match(line.rstrip("\n")):
            here = match["id"] or match["title"]
        found.append(here)
    return tuple(found)


def _of_data(lines: Lines) -> tuple[str, ...]:
    """The id of the outermost item that a line stands in, else the key at the left margin."""
    found, key, depth, start = list[str](), "", -1, -1
    for number, line in enumerate(lines):
        if match := _KEY.match(line):
            key, depth, start = match["key"], -1, -1
        elif (item := _ITEM.match(line)) and depth in (-1, len(item["depth"])):
            depth, start = len(item["depth"]), number
        found.append(found[start] if -1 < start < number and line.strip() else key)
        own = _ITEM_ID.match(line)
        if own and start > -1 and (start == number or len(own["depth"]) == depth + 2):
            found[start:] = [own["id"]] * (number + 1 - start)
    return tuple(found)


def _both_sides(old: Lines, new: Lines) -> list[tuple[int, int, int, int]]:
    """Edits as lines of the old text and of the new one."""
    found, shift = [], 0
    for edit in edits(old, new):
        first = edit.start + shift
        found.append((edit.start, edit.end, first, first + len(edit.lines)))
        shift += len(edit.lines) - (edit.end - edit.start)
    return found
