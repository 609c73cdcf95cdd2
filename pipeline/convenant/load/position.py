"""Where a node of pandoc's tree stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from convenant.model.ast import Node

At: TypeAlias = list[int]
"""Start line, start column, end line, end column; from 1, end excluded."""

KEY = "data-pos"
_RANGE = re.compile(r"(\d{1,7}):(\d{1,7})-(\d{1,7}):(\d{1,7})")


def position(pairs: Iterable[list[str]], *, last: bool = False) -> At | None:
    """The place among a node's attributes.

    Args:
        last: which one counts where there are several: in a list pandoc adds the exact one after
            that of the whole line, and what an author writes on a heading comes first.
    """
    said = [value for key, value in pairs if key == KEY]
    for text in reversed(said) if last else said:
        ranges = [tuple(map(int, found)) for found in _RANGE.findall(text)]
        if ranges:
            # In a block quote the lines of a node are ranges of their own.
            start, end = min(r[:2] for r in ranges), max(r[2:] for r in ranges)
            return [*start, *end]
    return None


def spanning(at: At | None, children: list[Any]) -> At | None:
    """A block's place up to the last word in it: pandoc lets blocks end in the next one."""
    end = _end(children)
    if at is None:
        return None
    return [at[0], at[1], *end] if end and end > at[:2] else at


def _end(children: list[Any]) -> list[int] | None:
    for child in reversed(children):
        if isinstance(child, list):
            if found := _end(child):
                return found
        elif isinstance(child, dict) and "at" in child:
            end: list[int] = child["at"][2:]
            return end
    return None


def placed(node: Node, at: At | None) -> Node:
    """The node with its place, where that is known."""
    if at is not None:
        node["at"] = at
    return node
