"""What the document calls its headings and captions, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convenant.model.ast import Node

_KINDS = ("section", "article", "annex")
_LEAVES = ("Str", "Space", "SoftBreak", "LineBreak")


@dataclass(frozen=True, slots=True)
class Label:
    """What a heading is called; `kind` is empty for a heading without a number."""

    level: int
    kind: str = ""
    number: int = 0
    text: str = ""


def labels_of(blocks: Any) -> Iterator[Label]:
    """The label of every heading of the document, in order."""
    if isinstance(blocks, dict):
        if blocks.get("t") == "Header":
            yield _label(blocks)
        else:
            yield from labels_of(blocks.get("c"))
    elif isinstance(blocks, (list, tuple)):
        for block in blocks:
            yield from labels_of(block)


def _label(heading: Node) -> Label:
    level, (_, classes, pairs), _ = heading["c"]
    given: dict[str, str] = dict(pairs)
    kind = next((kind for kind in _KINDS if kind in classes), "")
    number = given.get("number", "")
    if not kind or not number.isdigit():
        return Label(level)
    return Label(level, kind, int(number), given.get("label", number))


def caption_ids(blocks: Any) -> Iterator[str]:
    """The id of every figure and table that has a caption, in order; empty where it has none."""
    for node in _nodes(blocks, ("Figure", "Table")):
        if node["c"][1][1]:
            yield node["c"][0][0]


def alternatives(blocks: Any) -> Iterator[tuple[str, str]]:
    """Name and alternative text of every image, in order."""
    for node in _nodes(blocks, ("Image",)):
        (_, _, pairs), inlines, (name, _) = node["c"]
        yield name, dict(pairs).get("alt") or _plain(inlines)


def _plain(inlines: list[Node]) -> str:
    words = (node["c"] if node["t"] == "Str" else " " for node in _nodes(inlines, _LEAVES))
    return "".join(words)


def _nodes(value: Any, types: tuple[str, ...]) -> Iterator[Node]:
    if isinstance(value, dict):
        if value.get("t") in types:
            yield value
        yield from _nodes(value.get("c"), types)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _nodes(item, types)
