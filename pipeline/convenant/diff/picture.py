"""Two pictures: the same one, or the old one and the new one side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenant.diff.line import Base
from convenant.diff.marking import marked
from convenant.diff.unit import Unit, shown_text, unit
from convenant.model.ast import Node
from convenant.model.comparison import ChangeKind
from convenant.model.redline import DELETION, INSERTION, PAIR

if TYPE_CHECKING:
    from convenant.diff.weave import Weaver


def same_picture(weaver: Weaver, old: list[Any], new: list[Any]) -> bool:
    """Whether two figures show the same, whatever their captions say."""
    bare: list[Any] = ["", [], []]
    some = unit({"t": "Figure", "c": [bare, [None, []], old[2]]}, "Figure", weaver.old_image)
    other = unit({"t": "Figure", "c": [bare, [None, []], new[2]]}, "Figure", weaver.new_image)
    return some.key == other.key


def woven_pictures(weaver: Weaver, old: Unit, new: Unit, base: Base) -> Node:
    """The old figure and the new one as one change."""
    before, after = (shown_text(one) or "—" for one in (old, new))
    change = weaver.ledger.draw(ChangeKind.REPLACED, before, after)
    within, name = bool(base.change), weaver.old_name
    went = marked([old.content], DELETION, change, name, ends=True, within=within)
    came = marked([new.content], INSERTION, change, name, ends=True)
    return {"t": "Div", "c": [["", [PAIR], []], [*went, *came]]}
