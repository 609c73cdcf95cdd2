"""Footnotes of the page: gathered at its end, each with a way back that says where it leads."""

from __future__ import annotations

from msgspec import Struct, field

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, div, heading, link, numbered, plain, span, words


class Notes(Struct):
    """The notes met so far. An id starts with an underscore, which no author's id does."""

    voice: Voice
    items: list[list[Node]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.items)

    def call(self, blocks: list[Node]) -> Node:
        """Keep a note and give the number that stands for it in the text."""
        self.items.append(blocks)
        number = len(self.items)
        name = self.voice.say(N_("Note {number}"), number=number)
        sign: Node = {"t": "Superscript", "c": words(str(number))}
        attributes = attr(f"_call-{number}", ["note-call"], role="doc-noteref", aria_label=name)
        return link([sign], f"#_note-{number}", attributes)

    def section(self) -> Node:
        """All notes under a heading of their own."""
        title = heading(2, words(self.voice.say(N_("Notes"))), attr("_notes"))
        items = numbered(self._item(i, blocks) for i, blocks in enumerate(self.items, 1))
        return div([title, items], attr(classes=["section", "notes"], role="doc-endnotes"))

    def _item(self, number: int, blocks: list[Node]) -> list[Node]:
        name = self.voice.say(N_("Back to note {number} in the text"), number=number)
        attributes = attr(classes=["note-return"], role="doc-backlink", aria_label=name)
        back = link(words("↩\ufe0e"), f"#_call-{number}", attributes)
        anchor = span([], attr(f"_note-{number}"))
        *before, last = blocks or [plain([])]
        if last["t"] not in ("Para", "Plain"):
            return [plain([anchor]), *before, last, plain([back])]
        last = {**last, "c": [*last["c"], {"t": "Space"}, back]}
        first, *rest = [*before, last]
        if first["t"] not in ("Para", "Plain"):
            return [plain([anchor]), first, *rest]
        return [{**first, "c": [anchor, *first["c"]]}, *rest]
