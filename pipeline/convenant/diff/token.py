"""Inlines as tokens that can be compared, and back again with marks.

A word, a number with its separators, an amount with its sign and each sign of punctuation is a
token; so is a picture, a footnote, a piece of code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec import Struct, field

from convenant.model.ast import Node
from convenant.model.redline import mark

_PIECES = re.compile(
    r"[€$£]?[\u00a0\u202f]?-?\d+(?:[.,:/]\d+)*%?|[^\W\d_]+(?:[-’'][^\W\d_]+)*|\s|."
)
_WRAPS = frozenset(
    ("Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps")
)
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
PARAGRAPH: Hashable = ("paragraph",)
"""The end of a paragraph between two that are compared as one."""


class Token(Struct):
    """A piece of text.

    Attributes:
        key: equal for what reads the same.
        path: the formatting around it, outermost first.
        anchors: empty spans with an id that stand before it.
    """

    key: Hashable
    node: Node
    path: tuple[Node, ...] = ()
    anchors: list[Node] = field(default_factory=list)

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but white space."""
        return self.key == " "


ImageKey = Callable[[str], Hashable]


def tokens(inlines: Sequence[Node], image: ImageKey) -> list[Token]:
    """The tokens of some inlines.

    Args:
        image: tells by its name which picture it is.
    """
    found: list[Token] = []
    loose: list[Node] = []
    _read(inlines, (), "", image, found, loose)
    if loose:
        found.append(Token("", {"t": "Str", "c": ""}, (), loose))
    return found


def _read(  # noqa: PLR0912  (one case a kind of node)
    inlines: Sequence[Node],
    path: tuple[Node, ...],
    target: str,
    image: ImageKey,
    found: list[Token],
    loose: list[Node],
) -> None:
    def add(key: Hashable, node: Node) -> None:
        found.append(Token((key, target) if target else key, node, path, loose[:]))
        loose.clear()

    for node in inlines:
        content: Any = node.get("c")
        match node["t"]:
            case "Str":
                start = node.get("at")
                for piece in _PIECES.finditer(content):
                    one: Node = {"t": "Str", "c": piece[0]}
                    if start and start[0] == start[2]:
                        one["at"] = [start[0], start[1] + piece.start(), start[2], start[3]]
                    add(piece[0], one)
            case "Space" | "SoftBreak":
                found.append(Token(" ", {"t": "Space"}, path, loose[:]))
                loose.clear()
            case "LineBreak":
                add("\n", node)
            case name if name in _WRAPS:
                _read(content, (*path, node), target, image, found, loose)
            case "Quoted":
                opening, closing = list(_QUOTES[content[0]["t"]])
                add(opening, {"t": "Str", "c": opening})
                _read(content[1], path, target, image, found, loose)
                add(closing, {"t": "Str", "c": closing})
            case "Link":
                _read(content[1], (*path, node), content[2][0], image, found, loose)
            case "Span" if "label" in content[0][1]:
                # A number that is counted: the same thing, whatever its number has become.
                add(("label",), node)
            case "Span" if not content[1] and content[0][0]:
                loose.append(node)
            case "Span":
                _read(content[1], (*path, node), target, image, found, loose)
            case "Note":
                add(("note",), node)
            case "Image":
                add(("image", image(content[2][0])), node)
            case "Code" | "Math":
                add(("code", content[1]), node)


class Marked(Struct, frozen=True):
    """A token in the redline; no `kind` where both versions have it."""

    token: Token
    kind: str = ""
    change: str = ""
    within: bool = False


def rebuilt(items: Sequence[Marked]) -> list[Node]:
    """Inlines from tokens: formatting around them, marks within it."""
    return _rebuilt(_adopted(items), 0, set())


def _adopted(items: Sequence[Marked]) -> list[Marked]:
    """What went takes the formatting of what it stood beside, where that is of the same kind."""
    result: list[Marked] = []
    for item in items:
        before = result[-1].token.path if result else ()
        path = item.token.path
        if item.kind and path and before and _kinds(path) == _kinds(before):
            token = Token(item.token.key, item.token.node, before, item.token.anchors)
            item = Marked(token, item.kind, item.change, item.within)  # noqa: PLW2901
        result.append(item)
    return result


def _kinds(path: Sequence[Node]) -> list[Any]:
    return [(node["t"], node["c"][2] if node["t"] == "Link" else None) for node in path]


def _rebuilt(items: Sequence[Marked], depth: int, seen: set[int]) -> list[Node]:
    result: list[Node] = []
    index = 0
    while index < len(items):
        first = items[index]
        end = index + 1
        if len(first.token.path) > depth:
            wrap = first.token.path[depth]
            while end < len(items) and _is_in(items[end], depth, wrap):
                end += 1
            inner = _rebuilt(items[index:end], depth + 1, seen)
            result.append(_wrapped(wrap, inner, seen))
        else:
            while end < len(items) and _goes_on(first, items[end], depth):
                end += 1
            anchors = [a for item in items[index:end] for a in item.token.anchors]
            nodes = [item.token.node for item in items[index:end] if item.token.key != ""]
            result += anchors
            if first.kind and nodes:
                result.append(mark(first.kind, first.change, nodes, within=first.within))
            else:
                result += nodes
        index = end
    return result


def _is_in(item: Marked, depth: int, wrap: Node) -> bool:
    return len(item.token.path) > depth and item.token.path[depth] is wrap


def _goes_on(first: Marked, item: Marked, depth: int) -> bool:
    return (
        len(item.token.path) == depth
        and (item.kind, item.change, item.within) == (first.kind, first.change, first.within)
        and not item.token.anchors
    )


def _wrapped(wrap: Node, inner: list[Node], seen: set[int]) -> Node:
    """The formatting around its inlines; an id only the first time."""
    content = wrap["c"]
    if wrap["t"] not in ("Span", "Link"):
        return {"t": wrap["t"], "c": inner}
    (name, classes, pairs), rest = content[0], content[2:]
    kept = "" if id(wrap) in seen else name
    seen.add(id(wrap))
    return {"t": wrap["t"], "c": [[kept, classes, pairs], inner, *rest]}
