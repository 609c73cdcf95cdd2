"""A whole part of a text marked as come, gone or moved: every word in it, and its ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convenant.model.ast import Node
from convenant.model.redline import GOES, break_mark, mark, row_attr

Rename = Callable[[str], str]
"""Gives a picture of the old version its name among those of both."""


def marked(
    nodes: list[Node],
    kind: str,
    change: str,
    rename: Rename,
    *,
    ends: bool,
    within: bool = False,
) -> list[Node]:
    """Blocks with a mark on all their words.

    What goes loses its ids and the links that lead to them, which the new version may have.

    Args:
        within: whether it went from a part that moved.
        ends: whether the ends of paragraphs are marked too; not in a cell or a note, which keep
            their last one.
    """
    return _Marking(kind, change, rename, within=within).blocks(nodes, ends=ends)


class _Marking:
    def __init__(self, kind: str, change: str, rename: Rename, *, within: bool) -> None:
        self._kind = kind
        self._change = change
        self._goes = kind in GOES
        self._rename = rename
        self._within = within

    def line(self, inlines: list[Node]) -> list[Node]:
        if not inlines:
            return []
        return [mark(self._kind, self._change, self._inlines(inlines), within=self._within)]

    def blocks(self, nodes: list[Node], *, ends: bool) -> list[Node]:
        return [block for node in nodes for block in self._block(node, ends)]

    def _block(self, node: Node, ends: bool) -> list[Node]:
        content: Any = node.get("c")
        kind = node["t"]
        match kind:
            case "Para" | "Plain":
                return [{"t": kind, "c": self._ended(content, ends)}]
            case "Header":
                level, attributes, inlines = content
                line = self._ended(inlines, ends)
                return [{"t": kind, "c": [level, self._attr(attributes), line]}]
            case "LineBlock":
                lines = [[*line, {"t": "LineBreak"}] for line in content]
                whole = [inline for line in lines for inline in line][:-1]
                return [{"t": "Para", "c": self._ended(whole, ends)}]
            case "CodeBlock":
                code = {"t": "Code", "c": [["", [], []], content[1]]}
                return [{"t": "Para", "c": self._ended([code], ends)}]
            case "BulletList":
                return [{"t": kind, "c": [self.blocks(item, ends=ends) for item in content]}]
            case "OrderedList":
                items = [self.blocks(item, ends=ends) for item in content[1]]
                return [{"t": kind, "c": [content[0], items]}]
            case "DefinitionList":
                pairs = [
                    [self._ended(term, ends), [self.blocks(one, ends=ends) for one in meanings]]
                    for term, meanings in content
                ]
                return [{"t": kind, "c": pairs}]
            case "BlockQuote":
                return [{"t": kind, "c": self.blocks(content, ends=ends)}]
            case "Div":
                inner = self.blocks(content[1], ends=ends)
                return [{"t": kind, "c": [self._attr(content[0]), inner]}]
            case "Figure":
                attributes, (short, caption), blocks = content
                caption = self.blocks(caption, ends=ends)
                inner = self.blocks(blocks, ends=ends)
                return [{"t": kind, "c": [self._attr(attributes), [short, caption], inner]}]
            case "Table":
                return [{"t": kind, "c": self._table(content, ends)}]
        return [node]

    def _table(self, content: list[Any], ends: bool) -> list[Any]:
        attributes, (short, caption), specs, head, bodies, foot = content
        return [
            self._attr(attributes),
            [short, self.blocks(caption, ends=ends)],
            specs,
            [head[0], [self.row(row) for row in head[1]]],
            [
                [b[0], b[1], [self.row(r) for r in b[2]], [self.row(r) for r in b[3]]]
                for b in bodies
            ],
            [foot[0], [self.row(row) for row in foot[1]]],
        ]

    def row(self, row: list[Any]) -> list[Any]:
        cells = [[*cell[:4], self.blocks(cell[4], ends=False)] for cell in row[1]]
        return [row_attr(self._kind, self._change, within=self._within), cells]

    def _ended(self, inlines: list[Node], ends: bool) -> list[Node]:
        line = self.line(inlines)
        end = break_mark(self._kind, self._change, within=self._within)
        return [*line, end] if ends else line

    def _attr(self, attributes: list[Any]) -> list[Any]:
        return ["", *attributes[1:]] if self._goes else attributes

    def _inlines(self, inlines: list[Node]) -> list[Node]:
        return [made for node in inlines for made in self._inline(node)]

    def _inline(self, node: Node) -> list[Node]:
        content: Any = node.get("c")
        match node["t"]:
            case "Note":
                return [{"t": "Note", "c": self.blocks(content, ends=False)}]
            case "Emph" | "Strong" | "Underline" | "Strikeout" | "Superscript" | "Subscript":
                return [{"t": node["t"], "c": self._inlines(content)}]
            case "SmallCaps":
                return [{"t": node["t"], "c": self._inlines(content)}]
            case "Quoted":
                return [{"t": "Quoted", "c": [content[0], self._inlines(content[1])]}]
            case "Span":
                if self._goes and not content[1]:
                    return []
                return [{"t": "Span", "c": [self._attr(content[0]), self._inlines(content[1])]}]
            case "Link":
                inner = self._inlines(content[1])
                if self._goes and content[2][0].startswith("#"):
                    return [{"t": "Span", "c": [["", ["was-link"], []], inner]}]
                return [{"t": "Link", "c": [self._attr(content[0]), inner, content[2]]}]
            case "Image" if self._goes:
                target, title = content[2]
                name = self._rename(target)
                return [{"t": "Image", "c": [self._attr(content[0]), content[1], [name, title]]}]
        return [node]


def marked_row(
    row: list[Any], kind: str, change: str, rename: Rename, *, within: bool
) -> list[Any]:
    """A table row with a mark of its own and on all its words."""
    return _Marking(kind, change, rename, within=within).row(row)
