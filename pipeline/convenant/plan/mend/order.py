"""Keys in the order of their schema: whole blocks of lines change places, remarks and all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from convenant.model.annotation import Schema, resolve
from convenant.model.tree import Map, Seq


def order_keys(text: str, tree: Map, schema: Schema) -> str:
    """The file with the keys of one mapping in order; the same text when all of them are.

    Lines move, and with them every place: read the file again before the next mapping.
    """
    lines = text.split("\n")
    return "\n".join(_ordered(lines, tree, resolve(schema, schema), schema) or lines)


def _ordered(lines: list[str], value: Any, schema: Schema, root: Schema) -> list[str] | None:
    """The lines after one change; None when there is nothing to change."""
    if isinstance(value, Map):
        known = schema.get("properties", {})
        moved = _moved(lines, value, list(known))
        if moved is not None:
            return moved
        for key, inner in value.items():
            if key in known:
                changed = _ordered(lines, inner, resolve(known[key], root), root)
                if changed is not None:
                    return changed
    elif isinstance(value, Seq) and "items" in schema:
        each = resolve(schema["items"], root)
        for item in value:
            changed = _ordered(lines, item, each, root)
            if changed is not None:
                return changed
    return None


def _moved(lines: list[str], mapping: Map, order: Sequence[str]) -> list[str] | None:
    keys = sorted(mapping.key_spots, key=lambda key: mapping.key_spots[key])
    spots = [mapping.key_spots[key] for key in keys]
    columns = {column for _, column in spots}
    rows = [line for line, _ in spots]
    if len(keys) < 2 or len(columns) > 1 or len(set(rows)) < len(rows):
        return None  # In one line, or on the line of something else.
    if any(key not in order for key in keys):
        return None  # What is not known has no place of its own.
    wanted = sorted(keys, key=order.index)
    if wanted == keys:
        return None
    indent = columns.pop() - 1
    # Behind the dash of an item stands the first key: it stays where it is.
    if lines[rows[0] - 1][:indent].strip() and wanted[0] != keys[0]:
        return None
    starts = [rows[0] - 1, *(_with_remarks(lines, row - 1, indent) for row in rows[1:])]
    end = _end(lines, rows[-1], indent)
    blocks = dict(zip(keys, zip(starts, [*starts[1:], end], strict=True), strict=True))
    new = [line for key in wanted for line in lines[slice(*blocks[key])]]
    return [*lines[: starts[0]], *new, *lines[end:]]


def _with_remarks(lines: Sequence[str], row: int, indent: int) -> int:
    """The first of the remarks right above a key."""
    while row and lines[row - 1].startswith(" " * indent + "#"):
        row -= 1
    return row


def _end(lines: Sequence[str], row: int, indent: int) -> int:
    """The line after the last one of a block that starts above `row`."""
    end = row
    for number in range(row, len(lines)):
        line = lines[number]
        depth = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if depth < indent or (depth == indent and not line.lstrip().startswith("- ")):
            break
        end = number + 1
    return end
