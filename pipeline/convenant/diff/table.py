"""Two tables as one: rows that came or went, and changes within cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from convenant.diff.align import align
from convenant.diff.line import Base
from convenant.diff.marking import marked_row
from convenant.diff.unit import Unit, unit
from convenant.model.ast import Node
from convenant.model.comparison import ChangeKind
from convenant.model.redline import DELETION, INSERTION, MOVE_FROM, MOVE_TO

if TYPE_CHECKING:
    from convenant.diff.weave import Weaver


def woven_table(weaver: Weaver, old: Node, new: Node, base: Base) -> Node:
    """Two tables with the same number of columns as one."""
    before, after = old["c"], new["c"]
    caption = weaver.blocks(before[1][1], after[1][1], base)
    body = [*after[4][0][:2], [], _rows(weaver, _body(before[4]), _body(after[4]), base)]
    return {
        "t": "Table",
        "c": [
            after[0],
            [after[1][0], caption],
            after[2],
            [after[3][0], _rows(weaver, before[3][1], after[3][1], base)],
            [body],
            [after[5][0], _rows(weaver, before[5][1], after[5][1], base)],
        ],
    }


def _body(bodies: Sequence[Any]) -> list[Any]:
    return [row for body in bodies for row in (*body[2], *body[3])]


def _rows(weaver: Weaver, old: list[Any], new: list[Any], base: Base) -> list[Any]:
    some = [unit(row, "row", weaver.old_image) for row in old]
    others = [unit(row, "row", weaver.new_image) for row in new]
    steps = align(some, others)
    gone = [step.old[0] for step in steps if not step.new]
    come = [step.new[0] for step in steps if not step.old]
    moves = {} if base.change else _moves(weaver, gone, come)
    result: list[Any] = []
    for step in steps:
        if step.old and step.new:
            result.append(_row(weaver, step.old[0], step.new[0], base))
        elif step.old:
            result.append(_loose(weaver, step.old[0], moves, DELETION, base))
        else:
            result.append(_loose(weaver, step.new[0], moves, INSERTION, base))
    return result


def _row(weaver: Weaver, old: Unit, new: Unit, base: Base) -> list[Any]:
    if old.key == new.key and not base.change:
        return list(new.content)
    attributes, cells = new.content
    woven = [
        [*cell[:4], weaver.cell(was[4], cell[4], base)]
        for was, cell in zip(old.content[1], cells, strict=False)
    ]
    return [attributes, [*woven, *cells[len(woven) :]]]


def _moves(weaver: Weaver, gone: Sequence[Unit], come: Sequence[Unit]) -> dict[int, str]:
    """By identity of a unit the change of a row that stands elsewhere now."""
    found: dict[int, str] = {}
    for one in gone:
        for other in come:
            if id(other) not in found and one.size > 2 and one.key == other.key:
                text = _text(other)
                change = weaver.ledger.draw(ChangeKind.MOVED, text, text)
                found[id(one)] = found[id(other)] = change
                break
    return found


def _loose(weaver: Weaver, one: Unit, moves: dict[int, str], kind: str, base: Base) -> list[Any]:
    if change := moves.get(id(one)):
        kind = MOVE_FROM if kind == DELETION else MOVE_TO
    elif kind == DELETION:
        change = weaver.ledger.draw(ChangeKind.REMOVED, _text(one), "")
    else:
        change = weaver.ledger.draw(ChangeKind.ADDED, "", _text(one))
    within = kind == DELETION and bool(base.change)
    return marked_row(one.content, kind, change, weaver.old_name, within=within)


def _text(one: Unit) -> str:
    return " · ".join(part.strip() for part in str(one.key[1]).split("\t") if part.strip())  # type: ignore[index]
