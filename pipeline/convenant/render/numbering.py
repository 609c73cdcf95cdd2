"""Numbers for sections, articles, members, figures, tables and annexes, decided once.

Articles number on through the whole covenant; a repealed article keeps its number. Every format
prints these same labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, span, words
from convenant.model.list_mark import list_mark
from convenant.render.walk import ids_of, text_of

_REFERENCE = {
    "section": N_("section {number}"),
    "article": N_("article {number}"),
    "member": N_("article {number}, paragraph {member}"),
    "point": N_("article {number}, point {member}"),
    "annex": N_("annex {number}"),
    "figure": N_("figure {number}"),
    "table": N_("table {number}"),
}
_LABEL = {
    "section": N_("{number}"),
    "article": N_("Article {number}"),
    "annex": N_("Annex {number}"),
    "figure": N_("Figure {number}"),
    "table": N_("Table {number}"),
}


class Numbering(Struct):
    """The numbers given so far, and by id how a reference to it reads.

    Attributes:
        references: by id the words of a cross-reference, such as "artikel 5, lid 2".
    """

    voice: Voice
    counts: dict[str, int] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    def next(self, kind: str, id: str, given: int = 0) -> int:
        """Give a number to the thing with this id: `given`, or else the next of its kind."""
        number = self.counts[kind] = given or self.counts.get(kind, 0) + 1
        if id:
            self.references[id] = self.voice.say(_REFERENCE[kind], number=number)
        return number

    def label(self, kind: str, number: int) -> str:
        """The label that is printed with the thing itself, such as "Artikel 3"."""
        return self.voice.say(_LABEL[kind], number=number)


def number_blocks(blocks: list[Node], voice: Voice) -> tuple[list[Node], Mapping[str, str]]:
    """The blocks with their printed numbers, and by id how a reference to each one reads."""
    numbering = Numbering(voice)
    return _number(blocks, numbering), numbering.references


def surroundings(blocks: list[Node], voice: Voice) -> dict[str, str]:
    """By id how a reference reads to what has no number: the article or section that it is in.

    A heading without a number is called by its title.

    Args:
        blocks: with their numbers.
    """
    found: dict[str, str] = {}
    section = here = ""
    for block in blocks:
        if block["t"] == "Header":
            level, (id, classes, pairs), inlines = block["c"]
            if number := dict(pairs).get("number"):
                here = voice.say(_REFERENCE[classes[0]], number=number)
            else:
                title = voice.say(N_("“{title}”"), title=text_of(inlines))
                found[id] = title
                here = title if level == 1 else section if level == 2 else here
            section = here if level == 1 else section
        for id in ids_of([block]):
            found.setdefault(id, here)
    return found


def _number(blocks: list[Node], numbering: Numbering) -> list[Node]:
    article = 0
    result = []
    for block in blocks:
        numbered = block
        match block["t"]:
            case "Header":
                numbered, number = _heading(block, numbering)
                article = number if block["c"][0] <= 2 else article
            case "OrderedList":
                if article:
                    _members(block, article, numbering)
                start, items = block["c"]
                numbered = {**block, "c": [start, [_number(item, numbering) for item in items]]}
            case "BulletList":
                numbered = {**block, "c": [_number(item, numbering) for item in block["c"]]}
            case "BlockQuote":
                numbered = {**block, "c": _number(block["c"], numbering)}
            case "Figure":
                numbered = _captioned(block, "figure", numbering)
            case "Table":
                numbered = _captioned(block, "table", numbering)
            case "Div":
                attributes, inner = block["c"]
                numbered = {**block, "c": [attributes, _number(inner, numbering)]}
        result.append(numbered)
    return result


def _heading(block: Node, numbering: Numbering) -> tuple[Node, int]:
    """The heading with `number` and `label`; the number is 0 unless it is an article's."""
    level, (id, classes, pairs), inlines = block["c"]
    if level == 1:
        kind = "annex" if "annex" in classes else "section"
    elif level == 2 and "unnumbered" not in classes:
        kind = "article"
    else:
        return block, 0
    if "unnumbered" in classes:
        return block, 0
    given = int(dict(pairs).get("number", 0))
    number = numbering.next(kind, id, given)
    label = numbering.label(kind, number)
    if "repealed" in classes:
        inlines = [*inlines, {"t": "Space"}, *words(numbering.voice.say(N_("(repealed)")))]
    pairs = [["number", str(number)], ["label", label]]
    classes = [kind, *(name for name in classes if name != kind)]
    return {**block, "c": [level, [id, classes, pairs], inlines]}, number if level == 2 else 0


def _members(block: Node, article: int, numbering: Numbering) -> None:
    (start, style, _), items = block["c"]
    kind = "member" if style["t"] == "Decimal" else "point"
    for number, item in enumerate(items, start):
        for id in _leading_ids(item):
            member = list_mark(number, style["t"])
            numbering.references[id] = numbering.voice.say(
                _REFERENCE[kind], number=article, member=member
            )


def _leading_ids(item: list[Node]) -> list[str]:
    """Ids of the empty spans that an item starts with."""
    if not item or item[0]["t"] not in ("Para", "Plain"):
        return []
    ids = []
    for inline in item[0]["c"]:
        if inline["t"] != "Span" or not inline["c"][0][0]:
            break
        ids.append(inline["c"][0][0])
    return ids


def _captioned(block: Node, kind: str, numbering: Numbering) -> Node:
    """A figure or table whose caption starts with its label; one without a caption has none."""
    content: list[Any] = block["c"]
    (id, _, _), (short, caption) = content[0], content[1]
    if not caption:
        return block
    label = numbering.label(kind, numbering.next(kind, id))
    first, *rest = caption
    lead = [span(words(label), attr(classes=["label"])), {"t": "Space"}]
    caption = [{**first, "c": [*lead, *first["c"]]}, *rest]
    return {**block, "c": [content[0], [short, caption], *content[2:]]}
