"""What is found while a tree is rebuilt: names with their places, and everything refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from msgspec import Struct, field

from convenant.load.allow_list import BLOCKS, ID
from convenant.load.position import KEY, At
from convenant.model.ast import Node
from convenant.model.prose import Anchor, Heading, Marker, Picture, Placeholder, Reference
from convenant.problem import Place, Problem, Severity

_QUOTED = 60
_ENOUGH = 200
"""Problems after which no more suggestions are looked for: each one costs a millisecond."""

Blocks = Callable[[list[Any], "Findings"], list[Node]]


class Findings(Struct):
    """The state of one rebuilding.

    Attributes:
        blocks: rebuilds blocks; what inlines need for footnotes.
        depth: of the node at hand.
        inside: how many lists, quotations, cells and notes the node is in.
        in_note: whether it is in a footnote.
        in_article: whether the last heading was an article's, so that list items are members.
        here: the last place seen, for nodes without one.
    """

    file: str
    blocks: Blocks
    depth: int = 0
    inside: int = 0
    in_note: bool = False
    in_article: bool = False
    here: At = field(default_factory=lambda: [1, 1, 1, 1])
    problems: list[Problem] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    placeholders: list[Placeholder] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    def place(self, at: At | None) -> Place:
        """The start of a node, or of the last one that said where it is."""
        line, column, *_ = at or self.here
        return Place(self.file, line, column)

    def refuse(self, at: At | None, code: str, **values: str) -> None:
        """Say that something is not let through."""
        self.problems.append(Problem(self.place(at), code, Severity.ERROR, values))

    def anchor(self, at: At | None, id: str, kind: str) -> str:
        """The id as the tree may have it: well formed, and once; else none.

        A second equal id is still found, so that the rule on ids can point at it.
        """
        if not id:
            return ""
        if not ID.fullmatch(id):
            self.refuse(at, "prose-id", id=quote(id))
            return ""
        known = id in self._ids
        self._ids.add(id)
        self.anchors.append(Anchor(self.place(at), id, kind))
        return "" if known else id

    def refuse_id(self, at: At | None, id: str) -> None:
        """An id where nothing can be referred to."""
        if id:
            self.refuse(at, "prose-id-place", id=quote(id))

    def refuse_classes(self, at: At | None, classes: Iterable[str], choices: Iterable[str]) -> None:
        """Classes that are none of the choices."""
        known = tuple(choices)
        for name in classes:
            if name not in known:
                near = list(known[:3])
                if len(self.problems) < _ENOUGH:
                    near = get_close_matches(name[:60], known or BLOCKS, n=1) or near
                said = ", ".join(f".{choice}" for choice in near)
                self.refuse(at, "prose-class", name=quote(name), choices=said)

    def refuse_pairs(self, at: At | None, pairs: Iterable[list[str]], *known: str) -> None:
        """Attributes that are not known."""
        for key, _ in pairs:
            if key not in (KEY, "wrapper", *known):
                self.refuse(at, "prose-attribute", name=quote(key))

    def refuse_all(self, at: At | None, attributes: list[Any]) -> None:
        """Everything that an author gave to a node that takes nothing."""
        id, classes, pairs = attributes
        self.refuse_id(at, id)
        self.refuse_classes(at, classes, ())
        self.refuse_pairs(at, pairs)


def quote(text: str) -> str:
    """What a message can quote of a text that anyone may have written."""
    shown = "".join(c if c.isprintable() else " " for c in text[: _QUOTED + 1])
    return shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED]}…"
