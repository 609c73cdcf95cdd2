"""One text that shows two versions: pandoc's tree with marks, for every format.

A mark is a `Span` of the class `redline` and one of the `MARKS`, with the attribute `change`, the
id of its change. In a moved block what stays is marked `move-to`; what went from it is of the class
`within` too, since the old version has it where the block was. A `Span` of the class
`break-insertion` or the like at the end of a paragraph says that the paragraph's own end came or
went. A table row that came or went has the class of its mark and its `change` on its own
attributes. Text without a mark is the same in both versions, in the layout of the new one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from convenant.model.ast import Node, attr

if TYPE_CHECKING:
    # A document without a redline has its writers look for marks too, and needs none of these.
    from convenant.model.comparison import Change
    from convenant.model.document import Document
    from convenant.model.section import Section

INSERTION, DELETION, MOVE_FROM, MOVE_TO = "insertion", "deletion", "move-from", "move-to"
MARKS = (INSERTION, DELETION, MOVE_FROM, MOVE_TO)
GOES = frozenset((DELETION, MOVE_FROM))
"""Marks of text that only the old version has."""

BREAK = "break-"
PAIR = "redline-pair"
"""Class of a `Div` around a picture as it was and as it is."""


class Redline(Struct, frozen=True):
    """Two versions as one document.

    Attributes:
        document: the new version, its blocks those of both with marks, its images those of both.
        drawn: every change that is marked in the text, in its order.
        listed: changes that are not marked: of layout alone.
        author: who proposes, or from which version to which.
        generated: ids of drawn changes that follow from the data, or from numbers that moved on.
    """

    document: Document
    drawn: tuple[Change, ...]
    listed: tuple[Change, ...]
    author: str = ""
    generated: frozenset[str] = frozenset()

    def chosen(self, sections: Iterable[Section]) -> Redline:
        """The same redline with only some sections; the annexes go with the last."""
        kept = set(sections)
        blocks: list[Node] = []
        here = False
        for block in self.document.blocks:
            if block["t"] == "Header" and block["c"][0] == 1:
                _, (_, classes, pairs), _ = block["c"]
                number = int(dict(pairs).get("number", 0)) if "section" in classes else 5
                here = any(section.number == number for section in kept)
            if here:
                blocks.append(block)
        return replace(
            self,
            document=replace(self.document, blocks=tuple(blocks)),
            drawn=tuple(change for change in self.drawn if change.section in kept),
            listed=tuple(change for change in self.listed if change.section in kept),
        )


def mark(kind: str, change: str, inlines: list[Node], *, within: bool = False) -> Node:
    """Inlines marked as part of a change."""
    classes = ["redline", kind, *(["within"] if within else [])]
    return {"t": "Span", "c": [["", classes, [["change", change]]], inlines]}


def break_mark(kind: str, change: str, *, alone: bool = False, within: bool = False) -> Node:
    """The mark at the end of a paragraph whose end came or went.

    Args:
        alone: whether the words around it stayed: a split or a join, which needs a sign.
    """
    more = [*(["alone"] if alone else []), *(["within"] if within else [])]
    classes = ["redline", BREAK + kind, *more]
    return {"t": "Span", "c": [["", classes, [["change", change]]], []]}


def mark_of(node: Node) -> tuple[str, str]:
    """Kind and change of a mark; `break-` comes before the kind of one at a paragraph's end."""
    if node["t"] != "Span" or "redline" not in node["c"][0][1]:
        return "", ""
    _, classes, pairs = node["c"][0]
    return str(classes[1]), str(dict(pairs).get("change", ""))


def is_marked(value: object) -> bool:
    """Whether there is a mark anywhere in a tree."""
    if isinstance(value, dict):
        return is_marked(value.get("c"))
    if isinstance(value, list):
        if len(value) == 3 and isinstance(value[1], list) and "redline" in value[1]:
            return True
        return any(is_marked(item) for item in value if isinstance(item, dict | list))
    return False


def row_attr(kind: str, change: str, *, within: bool = False) -> list[object]:
    """The attributes of a table row that came or went."""
    return attr(classes=["redline", kind, *(["within"] if within else [])], change=change)
