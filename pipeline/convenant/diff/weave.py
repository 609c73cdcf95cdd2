"""Two trees of blocks as one: what both have once, what differs marked."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from convenant.diff.align import Step, align
from convenant.diff.ledger import Ledger, Where
from convenant.diff.line import Base, Line, first_at, runs, text_of_tokens
from convenant.diff.looks import first_line, looks
from convenant.diff.picture import same_picture, woven_pictures
from convenant.diff.table import woven_table
from convenant.diff.token import PARAGRAPH, Token, tokens
from convenant.diff.unit import Unit, block_units, unit
from convenant.locale import N_
from convenant.model.ast import Node
from convenant.model.list_mark import list_mark
from convenant.model.redline import BREAK, mark_of
from convenant.model.saying import Saying

GONE, COME = "_gone", "_come"
"""Stand for what only one version has, until it is known what moved."""


class Loose(Struct, frozen=True):
    """A unit that only one version has, and where it stands."""

    unit: Unit
    where: Where
    base: Base


class Weaver:
    """One walk through two versions of a text."""

    def __init__(
        self,
        ledger: Ledger,
        old_image: Callable[[str], Hashable],
        new_image: Callable[[str], Hashable],
        enter: Callable[[Unit, Where], Where],
        old_name: Callable[[str], str],
    ) -> None:
        self.ledger = ledger
        self.old_image = old_image
        self.new_image = new_image
        self.old_name = old_name
        self.enter = enter
        self._loose: list[Node] = []

    def blocks(self, old: Sequence[Node], new: Sequence[Node], base: Base) -> list[Node]:
        """Blocks of both versions."""
        return self.units(block_units(old, self.old_image), block_units(new, self.new_image), base)

    def units(self, old: Sequence[Unit], new: Sequence[Unit], base: Base) -> list[Node]:
        """Units of both versions, as blocks."""
        return [node for step in align(old, new) for node in self._step(step, base)]

    def _step(self, step: Step, base: Base) -> list[Node]:
        if not step.new:
            return [self.loose(GONE, one, base) for one in step.old]
        if not step.old:
            return [self.loose(COME, one, base) for one in step.new]
        if len(step.old) == len(step.new) == 1:
            return self.pair(step.old[0], step.new[0], base)
        kind = step.new[0].content["t"]
        old, new = ([one.content["c"] for one in units] for units in (step.old, step.new))
        return [{"t": kind, "c": inlines} for inlines in self.lines(old, new, base)]

    def loose(self, kind: str, one: Unit, base: Base) -> Node:
        """A place holder for a unit that only one version has."""
        node: Node = {"t": kind, "c": Loose(one, self.ledger.where, base)}
        self._loose.append(node)
        return node

    def take_loose(self) -> list[Node]:
        """The place holders made since the last time."""
        taken, self._loose = self._loose, []
        return taken

    def pair(self, old: Unit, new: Unit, base: Base) -> list[Node]:
        """One unit that both versions have."""
        if new.kind.startswith("part"):
            return self._part(old, new, base)
        if old.key == new.key and not base.change:
            self._look(old, new)
            return [new.content]
        return self._changed(old.content, new.content, old, new, base)

    def _part(self, old: Unit, new: Unit, base: Base) -> list[Node]:
        """A heading and what stands under it."""
        outer = self.ledger.where
        self.ledger.where = self.enter(new, outer)
        head = self._header(old.content, new.content, base)
        inner = self.units(old.inner, new.inner, base)
        self.ledger.where = outer
        return [head, *inner]

    def _header(self, old: Node, new: Node, base: Base) -> Node:
        level, attributes, inlines = new["c"]
        (line,) = self.lines([old["c"][2]], [inlines], base) or [[]]
        return {"t": "Header", "c": [level, attributes, line]}

    def _changed(self, old: Node, new: Node, was: Unit, now: Unit, base: Base) -> list[Node]:
        before, after = old["c"], new["c"]
        outer = self.ledger.where
        match new["t"]:
            case "Para" | "Plain":
                (line,) = self.lines([before], [after], base)
                return [{"t": new["t"], "c": line}]
            case "Header":
                return [self._header(old, new, base)]
            case "BulletList":
                return [{"t": "BulletList", "c": self._items(before, after, base, None)}]
            case "OrderedList":
                items = self._items(before[1], after[1], base, after[0])
                return [{"t": "OrderedList", "c": [after[0], items]}]
            case "DefinitionList":
                return [{"t": "DefinitionList", "c": self._definitions(before, after, base)}]
            case "BlockQuote":
                return [{"t": "BlockQuote", "c": self.blocks(before, after, base)}]
            case "Div":
                generated = "generated" in after[0][1]
                if generated:
                    self.ledger.where = replace(outer, computed=True)
                inner = self.blocks(before[1], after[1], base)
                self.ledger.where = outer
                return [{"t": "Div", "c": [after[0], inner]}]
            case "Figure" if same_picture(self, before, after):
                caption = self.blocks(before[1][1], after[1][1], base)
                return [{"t": "Figure", "c": [after[0], [after[1][0], caption], after[2]]}]
            case "Figure":
                return [woven_pictures(self, was, now, base)]
            case "Table" if len(before[2]) == len(after[2]):
                return [woven_table(self, old, new, base)]
        return [self.loose(GONE, was, base), self.loose(COME, now, base)]

    def _items(
        self, old: list[list[Node]], new: list[list[Node]], base: Base, numbers: list[Any] | None
    ) -> list[list[Node]]:
        some = [unit(item, "item", self.old_image) for item in old]
        others = [unit(item, "item", self.new_image) for item in new]
        outer = self.ledger.where
        result: list[list[Node]] = []
        was = now = 0
        for step in align(some, others):
            if numbers and not outer.member:
                # What went is called by the number that it had.
                number = numbers[0] + (now if step.new else was)
                shown = list_mark(number, numbers[1]["t"])
                member = Saying(N_("paragraph {member}"), {"member": shown})
                self.ledger.where = replace(outer, member=member)
            result += self._item(step, base)
            was, now = was + len(step.old), now + len(step.new)
        self.ledger.where = outer
        return result

    def _item(self, step: Step, base: Base) -> list[list[Node]]:
        if not step.old or not step.new:
            return [[node] for node in self._step(step, base)]
        if len(step.old) == len(step.new) == 1:
            old, new = step.old[0], step.new[0]
            if old.key == new.key and not base.change:
                self._look(old, new)
                return [new.content]
            return [self.blocks(old.content, new.content, base)]
        kind = step.new[0].content[0]["t"]
        old_lines, new_lines = (
            [one.content[0]["c"] for one in units] for units in (step.old, step.new)
        )
        return [[{"t": kind, "c": line}] for line in self.lines(old_lines, new_lines, base)]

    def _definitions(self, old: list[Any], new: list[Any], base: Base) -> list[Any]:
        def units(pairs: list[Any], image: Callable[[str], Hashable]) -> list[Unit]:
            return [unit([{"t": "Plain", "c": t}, *_all(m)], "term", image) for t, m in pairs]

        result: list[Any] = []
        for step in align(units(old, self.old_image), units(new, self.new_image)):
            if step.old and step.new:
                before, after = step.old[0].content, step.new[0].content
                (term,) = self.lines([before[0]["c"]], [after[0]["c"]], base)
                result.append([term, [self.blocks(before[1:], after[1:], base)]])
            else:
                kind = COME if step.new else GONE
                result += [[[], [[self.loose(kind, one, base)]]] for one in step.new or step.old]
        return result

    def cell(self, old: list[Node], new: list[Node], base: Base) -> list[Node]:
        """A cell of both versions; one line in each is the same line, whatever it says."""
        lines = ("Para", "Plain")
        if len(old) == len(new) == 1 and old[0]["t"] in lines and new[0]["t"] in lines:
            (line,) = self.lines([old[0]["c"]], [new[0]["c"]], base)
            # A cell keeps the end of its last paragraph.
            return [{"t": new[0]["t"], "c": _without_break(line)}]
        return self.blocks(old, new, base)

    def lines(
        self, old: Sequence[list[Node]], new: Sequence[list[Node]], base: Base
    ) -> list[list[Node]]:
        """Paragraphs of both versions, compared as one text."""
        before, after = self._tokens(old, self.old_image), self._tokens(new, self.new_image)
        line = Line(self.ledger, base, f"{text_of_tokens(before)} {text_of_tokens(after)}")
        turns = runs(before, after)
        for n, run in enumerate(turns):
            if run.equal:
                line.equal([self._same(a, b) for a, b in zip(run.old, run.new, strict=True)])
            else:
                line.changed(run, turns[n - 1] if n else None, turns[n + 1 : n + 2])
        return line.finish()

    def _same(self, old: Token, new: Token) -> Token:
        """A token of both versions; a footnote may differ inside."""
        if new.node["t"] != "Note":
            return new
        # It moves with its call: inside it only what differs is marked.
        inner = self.blocks(old.node["c"], new.node["c"], Base())
        return Token(new.key, {"t": "Note", "c": inner}, new.path, new.anchors)

    def _tokens(self, lines: Sequence[list[Node]], image: Callable[[str], Hashable]) -> list[Token]:
        found: list[Token] = []
        for n, line in enumerate(lines):
            if n:
                found.append(Token(PARAGRAPH, {"t": "Space"}))
            found += tokens(line, image)
        return found

    def _look(self, old: Unit, new: Unit) -> None:
        """Keep a change of layout, where the words are the same and their looks are not."""
        if not self.ledger.where.computed and looks(old.content) != looks(new.content):
            found = tokens(first_line(new.content), self.new_image)
            self.ledger.list_layout(text_of_tokens(found), first_at(found) or (1, 1))


def _without_break(line: list[Node]) -> list[Node]:
    return [node for node in line if not mark_of(node)[0].startswith(BREAK)]


def _all(meanings: list[list[Node]]) -> list[Node]:
    return [block for meaning in meanings for block in meaning]
