"""What only one version has: gone, come, or the same thing in another place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from convenant.diff.line import Base
from convenant.diff.marking import marked
from convenant.diff.unit import Unit, nodes_of, shown_text
from convenant.diff.weave import COME, GONE, Loose, Weaver
from convenant.model.ast import Node
from convenant.model.comparison import ChangeKind
from convenant.model.redline import DELETION, INSERTION, MOVE_FROM

_MOVED = 0.7
"""From which likeness something that went and something that came are one thing that moved."""

_LEAST = 4
"""Words that something must have to be followed elsewhere."""

_MOST = 40_000
"""Up to so many pairs are looked at for moves."""


class Resolver:
    """Puts the marked text in place of what only one version has, once moves are known."""

    def __init__(self, weaver: Weaver, woven: list[Node]) -> None:
        self._weaver = weaver
        self._woven = woven

    def resolved(self) -> list[Node]:
        """The blocks with everything in its place."""
        loose = self._weaver.take_loose()
        if not loose:
            return self._woven
        # What goes from a part that moved, or comes in it, is told there.
        free = [node for node in loose if not node["c"].base.change]
        moves = _moves(
            [node for node in free if node["t"] == GONE],
            [node for node in free if node["t"] == COME],
        )
        ledger = self._weaver.ledger
        made: dict[int, list[Node]] = {}
        for node in loose:
            one: Loose = node["c"]
            part = one.unit.kind.startswith("part")
            ledger.where = self._weaver.enter(one.unit, one.where) if part else one.where
            if node["t"] == COME:
                partner = moves.get(id(node))
                made[id(node)] = self._moved(partner, node, made) if partner else self._come(one)
            elif id(node) not in moves:
                text = shown_text(one.unit)
                change = ledger.draw(ChangeKind.REMOVED, text, "", at=_at(one.unit))
                within = bool(one.base.change)
                made[id(node)] = self._marked(one.unit, DELETION, change, within=within)
        return [block for node in self._woven for block in _put(node, made)]

    def _come(self, one: Loose) -> list[Node]:
        text = shown_text(one.unit)
        change = self._weaver.ledger.draw(ChangeKind.ADDED, "", text, at=_at(one.unit))
        return self._marked(one.unit, INSERTION, change)

    def _moved(self, gone: Node, come: Node, made: dict[int, list[Node]]) -> list[Node]:
        old: Unit = gone["c"].unit
        new: Unit = come["c"].unit
        text = shown_text(new)
        change = self._weaver.ledger.draw(ChangeKind.MOVED, shown_text(old), text, at=_at(new))
        made[id(gone)] = self._marked(old, MOVE_FROM, change)
        if old.kind in ("item", "term"):
            woven = self._weaver.blocks(old.content, new.content, Base(change))
        else:
            woven = self._weaver.pair(old, new, Base(change))
        return Resolver(self._weaver, woven).resolved()

    def _marked(self, one: Unit, kind: str, change: str, *, within: bool = False) -> list[Node]:
        rename = self._weaver.old_name
        return marked(nodes_of(one), kind, change, rename, ends=True, within=within)


def _moves(gone: Sequence[Node], come: Sequence[Node]) -> dict[int, Node]:
    """What came by what it was, and the other way round; the most alike first."""
    if len(gone) * len(come) > _MOST:
        gone, come = gone[: _MOST // 200], come[:200]
    scored = sorted(
        (
            (-score, j, i)
            for i, a in enumerate(gone)
            for j, b in enumerate(come)
            if a["c"].unit.kind == b["c"].unit.kind
            and min(a["c"].unit.size, b["c"].unit.size) >= _LEAST
            and (score := a["c"].unit.likeness(b["c"].unit)) >= _MOVED
        )
    )
    found: dict[int, Node] = {}
    for _, j, i in scored:
        if id(come[j]) not in found and id(gone[i]) not in found:
            found[id(come[j])], found[id(gone[i])] = gone[i], come[j]
    return found


def _put(node: Any, made: Mapping[int, list[Node]]) -> list[Node]:
    if node["t"] in (GONE, COME):
        return made[id(node)]
    if "c" not in node:
        return [node]
    return [{**node, "c": _inside(node["c"], made)}]


def _inside(value: Any, made: Mapping[int, list[Node]]) -> Any:
    if isinstance(value, list):
        result: list[Any] = []
        for item in value:
            if isinstance(item, dict) and "t" in item:
                result += _put(item, made)
            else:
                result.append(_inside(item, made))
        return result
    return value


def _at(one: Unit) -> tuple[int, int]:
    for node in nodes_of(one):
        if found := _first_at(node):
            return found
    return (1, 1)


def _first_at(value: Any) -> tuple[int, int] | None:
    if isinstance(value, dict):
        if at := value.get("at"):
            return at[0], at[1]
        return _first_at(value.get("c"))
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict | list) and (found := _first_at(item)):
                return found
    return None
